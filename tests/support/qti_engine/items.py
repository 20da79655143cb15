"""Items: their declarations, and sessions in which they are answered (sections 4 and 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tests.support.qti_engine.expressions import Mapped, Result, Scope
from tests.support.qti_engine.rules import run
from tests.support.qti_engine.values import Unsupported, Value, container, name, parse, same, single

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"

Given = Mapping[str, str | Sequence[str] | None]
"""Responses as texts by their identifiers: one, several, or nothing."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A variable."""

    identifier: str
    cardinality: str
    base: str
    default: Result = None
    correct: Result = None
    mapped: Mapped | None = None

    def read(self, given: str | Sequence[str] | None) -> Result:
        """What a candidate gave. A text that is none of the base type is NULL, as is an empty one that is no string."""
        texts = [] if given is None else [given] if isinstance(given, str) else list(given)
        if self.cardinality == "single" and len(texts) > 1:
            raise Unsupported(f"several values for {self.identifier}")
        try:
            return container(self.cardinality, self.base, [parse(self.base, text) for text in texts if text != ""])
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Item:
    """An item as read."""

    identifier: str
    adaptive: bool
    responses: Mapping[str, Declared]
    outcomes: Mapping[str, Declared]
    rules: Sequence[etree._Element]
    template: str
    root: etree._Element

    def answer(self, given: Given) -> dict[str, Result]:
        """The outcomes of one attempt."""
        return Session(self).attempt(given)


@dataclass(slots=True)
class Session:
    """An item being answered, attempt by attempt."""

    item: Item
    outcomes: dict[str, Result] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.outcomes = self._defaults()

    def attempt(self, given: Given) -> dict[str, Result]:
        """The outcomes after one more attempt. Those of an adaptive item go on from the last; once it is completed
        there are no more attempts."""
        completed = self.outcomes["completionStatus"] == single("identifier", "completed")
        if self.item.adaptive and completed:
            return dict(self.outcomes)
        if not self.item.adaptive:
            self.outcomes = self._defaults()
        unknown = set(given) - set(self.item.responses)
        if unknown:
            raise Unsupported(f"no responses {sorted(unknown)}")
        answers = {key: declared.read(given.get(key)) for key, declared in self.item.responses.items()}
        if self.item.template:
            self._put("SCORE", single("float", _templated(self.item, answers)))
        else:
            run(self.item.rules, self._scope(answers), self._put)
        return dict(self.outcomes)

    @property
    def feedback(self) -> list[str]:
        """The texts of the modal feedback that is shown."""
        return [
            " ".join(" ".join(map(str, one.itertext())).split())
            for one in self.item.root.iter(f"{QTI}modalFeedback")
            if _is_shown(one, self.outcomes)
        ]

    def visible(self, element: etree._Element) -> bool:
        """Whether an element of the body is shown."""
        blocks = [
            one for one in (element, *element.iterancestors()) if name(one) in ("feedbackBlock", "feedbackInline")
        ]
        return all(_is_shown(block, self.outcomes) for block in blocks)

    def _scope(self, answers: Mapping[str, Result]) -> Scope:
        declared = self.item.responses.items()
        return Scope(
            _Both(answers, self.outcomes),
            {key: one.correct for key, one in declared},
            {key: one.mapped for key, one in declared if one.mapped},
        )

    def _put(self, identifier: str, value: Result) -> None:
        if identifier == "completionStatus":
            self.outcomes[identifier] = value
            return
        declared = self.item.outcomes.get(identifier)
        if declared is None:
            raise Unsupported(f"no outcome {identifier}")
        self.outcomes[identifier] = fitted(declared, value)

    def _defaults(self) -> dict[str, Result]:
        values = {key: one.default for key, one in self.item.outcomes.items()}
        return values | {"completionStatus": single("identifier", "unknown")}


class _Both(dict[str, Result]):
    """Responses, and outcomes as they are at the moment."""

    def __init__(self, answers: Mapping[str, Result], outcomes: dict[str, Result]) -> None:
        super().__init__(answers)
        self.outcomes = outcomes

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or key in self.outcomes

    def __missing__(self, key: str) -> Result:
        return self.outcomes[key]


def fitted(declared: Declared, value: Result) -> Result:
    """A value for an outcome: of its cardinality and base type; an integer may become a float."""
    if value is None:
        return None
    if (value.base, declared.base) == ("integer", "float"):
        value = Value(value.cardinality, "float", tuple(map(float, value.items)))
    if (value.cardinality, value.base) != (declared.cardinality, declared.base):
        raise Unsupported(f"{declared.identifier} is {declared.cardinality} {declared.base}, not {value}")
    return value


def read_item(data: bytes) -> Item:
    """The item in ``data``."""
    root = etree.fromstring(data)
    if root.tag != f"{QTI}assessmentItem":
        raise Unsupported(root.tag)
    processing = root.find(f"{QTI}responseProcessing")
    rules = list(processing) if processing is not None else []
    template = "" if processing is None or rules else processing.get("template", "")
    return Item(
        root.get("identifier", ""),
        root.get("adaptive") == "true",
        {one.identifier: one for one in map(declared, root.findall(f"{QTI}responseDeclaration"))},
        {one.identifier: one for one in map(declared, root.findall(f"{QTI}outcomeDeclaration"))},
        rules,
        template,
        root,
    )


def declared(element: etree._Element) -> Declared:
    """A declaration of a response or an outcome."""
    cardinality, base = element.get("cardinality", ""), element.get("baseType", "")

    def values(tag: str) -> Result:
        found = element.findall(f"{QTI}{tag}/{QTI}value")
        return container(cardinality, base, [parse(base, one.text or "") for one in found])

    default = values("defaultValue")
    if default is None and name(element) == "outcomeDeclaration" and base in ("integer", "float"):
        default = single(base, parse(base, "0")) if cardinality == "single" else None
    return Declared(
        element.get("identifier", ""), cardinality, base, default, values("correctResponse"), _mapped(element, base)
    )


def _mapped(element: etree._Element, base: str) -> Mapped | None:
    found = element.find(f"{QTI}mapping")
    if found is None:
        return None
    entries = found.findall(f"{QTI}mapEntry")
    exact = [one for one in entries if base != "string" or one.get("caseSensitive", "true") == "true"]
    low, high = found.get("lowerBound"), found.get("upperBound")
    return Mapped(
        {parse(base, one.get("mapKey", "")): float(one.get("mappedValue", "")) for one in exact},
        {one.get("mapKey", "").lower(): float(one.get("mappedValue", "")) for one in entries if one not in exact},
        None if low is None else float(low),
        None if high is None else float(high),
        float(found.get("defaultValue", "0")),
    )


def _templated(item: Item, answers: Mapping[str, Result]) -> float:
    """The standard templates (section 8.2)."""
    given, declared = answers["RESPONSE"], item.responses["RESPONSE"]
    match item.template.removeprefix(TEMPLATES):
        case "match_correct":
            if declared.correct is None:
                raise Unsupported("match_correct without a right answer")
            return 1.0 if given is not None and same(given, declared.correct) else 0.0
        case "map_response":
            if declared.mapped is None:
                raise Unsupported("map_response without a mapping")
            return declared.mapped.of(given) if given is not None else 0.0
    raise Unsupported(f"template {item.template}")


def _is_shown(element: etree._Element, outcomes: Mapping[str, Result]) -> bool:
    value = outcomes[element.get("outcomeIdentifier", "")]
    named = value is not None and element.get("identifier") in value.items
    return named == (element.get("showHide", "show") == "show")
