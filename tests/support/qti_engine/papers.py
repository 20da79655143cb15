"""Tests: what is selected and in which order, and what they come to (sections 10 to 14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from lxml import etree

from tests.support.qti_engine.expressions import Result, Scope
from tests.support.qti_engine.items import QTI, Declared, Given, Item, declared, fitted
from tests.support.qti_engine.rules import run
from tests.support.qti_engine.values import Unsupported, container, name


@dataclass(frozen=True, slots=True)
class Presented:
    """An item in the place where a candidate meets it."""

    identifier: str
    href: str
    sections: tuple[str, ...]
    """The titles of the visible sections around it, from the outermost."""
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Test:
    """A test as read."""

    __test__ = False

    root: etree._Element
    outcomes: Mapping[str, Declared]

    def present(self, chance: Random) -> list[Presented]:
        """The items one candidate is given, in order."""
        parts = self.root.findall(f"{QTI}testPart")
        return [
            one
            for part in parts
            for section in part.findall(f"{QTI}assessmentSection")
            for one in _items(section, (), chance)
        ]

    def result(
        self, presented: list[Presented], items: Mapping[str, Item], answers: Mapping[str, Given]
    ) -> dict[str, Result]:
        """The outcomes of a test in which ``answers`` were given, by the identifiers of the items presented; what was
        not answered stands at its defaults."""
        held: list[tuple[Presented, Mapping[str, Result]]] = []
        for one in presented:
            item = items[one.href]
            untouched = {key: outcome.default for key, outcome in item.outcomes.items()}
            given = answers.get(one.identifier)
            held.append((one, untouched if given is None else item.answer(given)))
        outcomes = {key: one.default for key, one in self.outcomes.items()}

        def across(element: etree._Element) -> Result:
            return _across(element, held)

        def put(identifier: str, value: Result) -> None:
            outcomes[identifier] = fitted(self.outcomes[identifier], value)

        processing = self.root.find(f"{QTI}outcomeProcessing")
        if processing is not None:
            run(processing, Scope(outcomes, across=across), put)
        return outcomes


def read_test(data: bytes) -> Test:
    """The test in ``data``."""
    root = etree.fromstring(data)
    if root.tag != f"{QTI}assessmentTest":
        raise Unsupported(root.tag)
    found = map(declared, root.findall(f"{QTI}outcomeDeclaration"))
    return Test(root, {one.identifier: one for one in found})


def _items(section: etree._Element, around: tuple[str, ...], chance: Random) -> list[Presented]:
    return [one for block in _blocks(section, around, chance) for one in block]


def _blocks(section: etree._Element, around: tuple[str, ...], chance: Random) -> list[list[Presented]]:
    """The runs of items that an outer shuffle must not part."""
    visible = section.get("visible") == "true"
    inside = (*around, section.get("title", "")) if visible else around
    children = _selected(section, chance)
    blocks: list[list[Presented]] = []
    fixed: set[int] = set()
    for child in children:
        if name(child) == "assessmentItemRef":
            found = [[_presented(child, inside)]]
        elif child.get("visible") == "true" or child.get("keepTogether", "true") == "true":
            found = [_items(child, inside, chance)]
        else:
            found = _blocks(child, inside, chance)
        if child.get("fixed") == "true":
            fixed.update(range(len(blocks), len(blocks) + len(found)))
        blocks += found
    ordering = section.find(f"{QTI}ordering")
    if ordering is not None and ordering.get("shuffle") == "true":
        free = [at for at in range(len(blocks)) if at not in fixed]
        moved = [blocks[at] for at in free]
        chance.shuffle(moved)
        for at, block in zip(free, moved, strict=True):
            blocks[at] = block
    return blocks


def _selected(section: etree._Element, chance: Random) -> list[etree._Element]:
    children = [one for one in section if name(one) in ("assessmentItemRef", "assessmentSection")]
    selection = section.find(f"{QTI}selection")
    if selection is None:
        return children
    if selection.get("withReplacement") == "true":
        raise Unsupported("selection with replacement")
    count = int(selection.get("select", ""))
    needed = [at for at, one in enumerate(children) if one.get("required") == "true"]
    others = [at for at in range(len(children)) if at not in needed]
    if not len(needed) <= count <= len(children):
        raise Unsupported(f"{count} of {len(children)} selected")
    return [children[at] for at in sorted([*needed, *chance.sample(others, count - len(needed))])]


def _presented(element: etree._Element, sections: tuple[str, ...]) -> Presented:
    weights = {one.get("identifier", ""): float(one.get("value", "")) for one in element.findall(f"{QTI}weight")}
    return Presented(element.get("identifier", ""), element.get("href", ""), sections, weights)


def _across(element: etree._Element, held: list[tuple[Presented, Mapping[str, Result]]]) -> Result:
    """testVariables (15.1): one variable of every item presented, weighted; NULLs are left out."""
    for attribute in ("sectionIdentifier", "includeCategory", "excludeCategory"):
        if element.get(attribute) is not None:
            raise Unsupported(f"testVariables with {attribute}")
    weight = element.get("weightIdentifier")

    def values() -> Iterator[float]:
        for one, outcomes in held:
            value = outcomes.get(element.get("variableIdentifier", ""))
            if value is not None:
                yield value.one * (one.weights.get(weight, 1.0) if weight else 1.0)

    return container("multiple", "float", values())
