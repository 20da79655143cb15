"""QTI 2.1 to 3.0: tests. Parts, sections, references to items, draws and conditions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.qti_items import TEST_FUNCTIONS
from builder.validate.formats.qti_names import direct, given, inside, name_of
from builder.validate.formats.qti_read import Page, pages
from builder.validate.nodes import whole
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

TWICE = must(
    "Q5",
    "IMS QTI 2.2, 6: tests, identifiers",
    "Two parts of the test have the identifier “{name}”.",
    "Give each part, section and item reference its own identifier.",
    "Results are kept by these identifiers; of two that are equal one overwrites the other.",
)
NOT_THERE = must(
    "Q7",
    "IMS QTI 2.2, 6: assessmentItemRef",
    "<{element}> “{name}” leads to {href}, which is not in the package.",
    "Add the document, or mend the address: it is relative to the test.",
    "The test cannot be started, or leaves a question out.",
)
TOO_MANY = must(
    "Q14",
    "IMS QTI 2.2, 6.4: selection",
    "Section “{name}” draws {select} of {count}.",
    "Draw at most as many as the section has, and at least those that are required.",
    "There are not enough to draw from: readers refuse the test.",
)
NO_TARGET = must(
    "Q28",
    "IMS QTI 2.2, 6.7: branchRule",
    "A branch leads to “{target}”, which is not in the test.",
    "Write the identifier of a later part of the test, or EXIT_TEST.",
    "A learner who meets the condition cannot go on.",
)
NO_WEIGHT = should(
    "Q29",
    "IMS QTI 2.2, 6.6: weight",
    "The weight “{name}” is asked for, and no item reference has one of this name.",
    "Add <weight identifier=“{name}” value=“…”/> to the references, or remove weightIdentifier.",
    "Without the weight each item counts once.",
)
UNKNOWN_VARIABLE = must(
    "Q30",
    "IMS QTI 2.2, 6.5: outcomes of items in a test",
    "<{element}> uses “{name}”, which neither the test nor an item reference has.",
    "Declare the outcome in the test, or write it as REFERENCE.OUTCOME with the identifier of an item reference.",
    "The value is empty: conditions are never true and sums lack a part.",
)
EMPTY = should(
    "Q33",
    "IMS QTI 2.2, 6.4",
    "Section “{name}” holds no item.",
    "Remove the section, or refer to items in it.",
    "Learners see an empty section, or none.",
)

RULES = (TWICE, NOT_THERE, TOO_MANY, NO_TARGET, NO_WEIGHT, UNKNOWN_VARIABLE, EMPTY)

_PARTS = ("testPart", "assessmentSection", "assessmentSectionRef", "assessmentItemRef")
_REFERENCES = ("assessmentItemRef", "assessmentSectionRef")
_EXITS = frozenset({"EXIT_TEST", "EXIT_TESTPART", "EXIT_SECTION"})
_BUILT_IN = frozenset({"duration", "completionStatus", "numAttempts"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of tests."""
    for page in pages(subject):
        if isinstance(page, Page) and page.kind in {"test", "section"}:
            yield from _test(subject, page)


def _test(subject: Subject, page: Page) -> Iterator[Diagnostic]:
    names: Counter[str] = Counter()
    for node in inside(page.root, *_PARTS):
        name, at = given(node, "identifier"), subject.at(page.path, line_of(node))
        names[name] += 1
        if names[name] == 2:
            yield TWICE.at(at, name=name)
        if name_of(node) in _REFERENCES and page.resource is not None:
            href = given(node, "href")
            if page.target(href) not in subject.box.sizes:
                yield NOT_THERE.at(at, element=name_of(node), name=name, href=href or "nowhere")
        elif name_of(node) == "assessmentSection":
            yield from _section(subject, page, node)
    if page.kind == "test":
        yield from _variables(subject, page, names)


def _section(subject: Subject, page: Page, node: etree._Element) -> Iterator[Diagnostic]:
    parts = list(direct(node, "assessmentSection", *_REFERENCES))
    name = given(node, "identifier")
    if not parts:
        yield EMPTY.at(subject.at(page.path, line_of(node)), name=name)
    required = sum(given(one, "required") == "true" for one in parts)
    for one in direct(node, "selection"):
        select = whole(given(one, "select"))
        repeats = given(one, "withReplacement") == "true"
        if select is not None and ((select > len(parts) and not repeats) or select < required):
            what = f"{len(parts)}, of which {required} are required" if required else str(len(parts))
            yield TOO_MANY.at(subject.at(page.path, line_of(one)), name=name, select=select, count=what)


def _variables(subject: Subject, page: Page, names: Counter[str]) -> Iterator[Diagnostic]:
    """What conditions, branches and outcome processing refer to."""
    known = {given(one, "identifier") for one in direct(page.root, "outcomeDeclaration")} | _BUILT_IN
    weights = {given(one, "identifier") for one in inside(page.root, "weight")}
    has_sections = next(inside(page.root, "assessmentSectionRef"), None) is not None
    uses = ("variable", "setOutcomeValue", "lookupOutcomeValue", "branchRule", "testFeedback", *TEST_FUNCTIONS)
    for node in inside(page.root, *uses):
        kind, at = name_of(node), subject.at(page.path, line_of(node))
        weight = given(node, "weightIdentifier")
        if weight and weight not in weights and not has_sections:
            yield NO_WEIGHT.at(at, name=weight)
        if kind == "branchRule":
            target = given(node, "target")
            if target not in names and target not in _EXITS and not has_sections:
                yield NO_TARGET.at(at, target=target)
        elif kind not in TEST_FUNCTIONS:
            name = given(node, "outcomeIdentifier" if kind == "testFeedback" else "identifier")
            reference, dot, _ = name.partition(".")
            if name not in known and not (dot and (reference in names or has_sections)):
                yield UNKNOWN_VARIABLE.at(at, element=kind, name=name)
