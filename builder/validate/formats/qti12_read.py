"""Questions in QTI 1.2, read once into plain values; of a bare document, of a package and of a cartridge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.validate.formats.cc_manifest import cartridge
from builder.validate.nodes import attribute, below, child, children, pieces, text, value
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local

_RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")


@dataclass(frozen=True, slots=True)
class Response:
    """What a learner answers with: ``response_lid``, ``response_str`` ..."""

    name: str
    ident: str
    cardinality: str
    labels: tuple[str, ...]
    """The identifiers of its choices."""
    renders: frozenset[str]
    """``render_choice``, ``render_fib`` ..."""
    line: int


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison within a condition."""

    name: str
    """``varequal``, ``varsubstring`` ..."""
    respident: str
    value: str
    case: str
    is_negated: bool
    line: int


@dataclass(frozen=True, slots=True)
class Condition:
    """A ``respcondition``: tests, the points they set, the feedback they show."""

    tests: tuple[Test, ...]
    points: tuple[float, ...]
    feedback: tuple[tuple[str, str], ...]
    """feedbacktype and linkrefid of each."""
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """An ``item``."""

    node: etree._Element
    ident: str
    title: str
    fields: tuple[tuple[str, str, int], ...]
    """Label, entry and line of its metadata fields."""
    responses: tuple[Response, ...]
    conditions: tuple[Condition, ...]
    feedback: tuple[tuple[str, frozenset[str]], ...]
    """Identifier and the names of the children of each ``itemfeedback``."""
    line: int

    @property
    def name(self) -> str:
        """For a message."""
        return self.title or self.ident or f"in line {self.line}"

    @property
    def profile(self) -> str:
        """``cc.multiple_choice.v0p1`` ...; '' for none."""
        return next((entry for label, entry, _ in self.fields if label == "cc_profile"), "")

    @property
    def tests(self) -> Iterator[Test]:
        for one in self.conditions:
            yield from one.tests


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of questions."""

    path: str
    root: etree._Element
    questions: tuple[Question, ...]
    is_of_cartridge: bool
    """Whether its resource says that it keeps the profile of Common Cartridge."""


def papers(subject: Subject) -> Iterator[Paper | tuple[str, Damaged]]:
    """All documents of questions of a subject; of one that cannot be read, its path and why."""
    for path, type_ in dict(_paths(subject)).items():
        try:
            root = document(subject, path)
        except KeyError:
            continue
        except Damaged as why:
            yield path, why
            continue
        yield Paper(path, root, tuple(_question(one) for one in below(root, "item")), "/imscc_xml" in type_)


def fields_of(node: etree._Element | None) -> tuple[tuple[str, str, int], ...]:
    """The fields of a ``qtimetadata`` directly in ``node``."""
    return tuple(
        (value(one, "fieldlabel"), value(one, "fieldentry"), line_of(one))
        for group in children(node, "qtimetadata")
        for one in children(group, "qtimetadatafield")
    )


def _paths(subject: Subject) -> Iterator[tuple[str, str]]:
    """The documents and the types of their resources: the main one, or those whose type is one of QTI 1.2."""
    if not subject.main.lower().endswith("imsmanifest.xml"):
        if subject.format.version == "1.2":
            yield subject.main, ""
        return
    found = cartridge(subject)
    for one in found.resources if found else ():
        if one.type.startswith(("imsqti_xmlv1p2", "imsqti_xmlv1p1", "imsqti_item_xmlv1")):
            names = [file.name for file in one.files] or [one.href or ""]
            yield from ((path, one.type) for path in map(one.path, names) if path.lower().endswith(".xml"))


def _question(node: etree._Element) -> Question:
    presentation = child(node, "presentation")
    return Question(
        node,
        attribute(node, "ident"),
        attribute(node, "title"),
        fields_of(child(node, "itemmetadata")),
        tuple(_response(one) for one in below(presentation, *_RESPONSES)),
        tuple(_condition(one) for part in children(node, "resprocessing") for one in children(part, "respcondition")),
        tuple((attribute(one, "ident"), _contents(one)) for one in children(node, "itemfeedback")),
        line_of(node),
    )


def _contents(feedback: etree._Element) -> frozenset[str]:
    return frozenset(local(one) for one in children(feedback))


def _response(node: etree._Element) -> Response:
    return Response(
        local(node),
        attribute(node, "ident"),
        attribute(node, "rcardinality") or "Single",
        tuple(attribute(one, "ident") for one in below(node, "response_label")),
        frozenset(local(one) for one in children(node) if local(one).startswith("render_")),
        line_of(node),
    )


def _condition(node: etree._Element) -> Condition:
    tests = []
    waiting = [(one, False) for one in reversed(list(children(child(node, "conditionvar"))))]
    while waiting:
        one, is_negated = waiting.pop()
        name = local(one)
        if name.startswith("var"):
            words = "".join(pieces(one)).strip()
            found = Test(name, attribute(one, "respident"), words, attribute(one, "case"), is_negated, line_of(one))
            tests.append(found)
        elif name in {"and", "or", "not"}:
            inner = is_negated != (name == "not")
            waiting += [(deeper, inner) for deeper in reversed(list(children(one)))]
    return Condition(
        tuple(tests),
        tuple(_points(one) for one in children(node, "setvar")),
        tuple(
            (attribute(one, "feedbacktype"), attribute(one, "linkrefid")) for one in children(node, "displayfeedback")
        ),
        line_of(node),
    )


def _points(node: etree._Element) -> float:
    """What a ``setvar`` gives; 0 for what is no number, with its sign turned when it subtracts."""
    try:
        given = float(text(node))
    except ValueError:
        return 0.0
    return -given if attribute(node, "action").lower() == "subtract" else given
