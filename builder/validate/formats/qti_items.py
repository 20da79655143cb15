"""QTI 2.0 to 3.0: items. What is declared, what is asked, and whether they fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.qti_names import INTERACTIONS, RECORD, TEMPLATES, direct, given, inside, name_of
from builder.validate.formats.qti_read import Asked, Declared, Page, interactions, pages, responses
from builder.validate.nodes import listed, number
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

TWICE = must(
    "Q3",
    "IMS QTI 2.2, 5.1.1: identifiers; items",
    "{what} “{name}” stands twice.",
    "Give each its own identifier.",
    "An answer names a choice, and a rule names a variable, by its identifier; of two that are equal one is lost.",
)
LIMITS = must(
    "Q4",
    "IMS QTI 2.2, Schematron",
    "<{element}> has {low} = {least} and {high} = {most}.",
    "Make the lower limit at most the upper one; 0 as the most choices means without limit.",
    "No answer can fulfil both, so a learner cannot go on.",
)
TEMPLATE = should(
    "Q6",
    "IMS QTI 2.2, 5.6: response processing templates",
    "The template of response processing “{uri}” is none of the standard ones.",
    "Use match_correct, map_response, map_response_point or one of CC2_…, or write out the rules.",
    "A reader that does not know the template gives no points.",
)
UNDECLARED = must(
    "Q9",
    "IMS QTI 2.2, 7: interactions are bound to responses",
    "<{element}> answers into “{name}”, which the item does not declare.",
    "Add a responseDeclaration with this identifier, or write the one that is there: {known}.",
    "There is no variable to keep the answer in: readers refuse the item.",
)
MISFIT = must(
    "Q10",
    "IMS QTI 2.2, 7: each interaction",
    "The response “{name}” {problem}; <{element}> needs {needed}.",
    "Change the responseDeclaration.",
    "Readers refuse an item whose variable cannot hold the answer, or mark every answer wrong.",
)
NO_SUCH_CHOICE = must(
    "Q11",
    "IMS QTI 2.2, 5.1: values of identifiers",
    "The right answer of “{name}” is “{value}”, which names no choice of <{element}>.",
    "Write the identifier of a choice: {known}.",
    "No learner can give this answer, so none earns the points.",
)
UNKNOWN_VARIABLE = must(
    "Q15",
    "IMS QTI 2.2, 5.3 and 5.6",
    "<{element}> uses the variable “{name}”, which the item does not declare.",
    "Declare it, or write the identifier of one that is declared.",
    "Response processing stops there: no points are given and no feedback is shown.",
)
NO_BASIS = should(
    "Q16",
    "IMS QTI 2.2, 5.6: response processing templates; broken by one of 1EdTech's own examples",
    "The item is marked by {template}, and the response “{name}” has no <{needed}>.",
    "Add <{needed}> to the responseDeclaration.",
    "Without it the template has nothing to compare with: every answer earns nothing.",
)
SHARED = must(
    "Q27",
    "IMS QTI 2.2, 7: responseIdentifier",
    "Two interactions answer into “{name}”.",
    "Declare a response for each.",
    "The answer to the second overwrites that to the first.",
)
TEST_ONLY = must(
    "Q31",
    "IMS QTI 2.2, Schematron",
    "<{element}> stands in an item, and is for the outcome processing of a test.",
    "Move it to the test.",
    "An item knows nothing of the other items of its test.",
)

RULES = (
    TWICE,
    LIMITS,
    TEMPLATE,
    UNDECLARED,
    MISFIT,
    NO_SUCH_CHOICE,
    UNKNOWN_VARIABLE,
    NO_BASIS,
    SHARED,
    TEST_ONLY,
)

TEST_FUNCTIONS = (
    "testVariables",
    "outcomeMaximum",
    "outcomeMinimum",
    "numberCorrect",
    "numberIncorrect",
    "numberPresented",
    "numberResponded",
    "numberSelected",
)
_BUILT_IN = frozenset({"completionStatus", "numAttempts", "duration"})
_DECLARATIONS = ("responseDeclaration", "outcomeDeclaration", "templateDeclaration", "contextDeclaration")
_USES = {
    "variable": "identifier",
    "correct": "identifier",
    "mapResponse": "identifier",
    "mapResponsePoint": "identifier",
    "setOutcomeValue": "identifier",
    "lookupOutcomeValue": "identifier",
    "setCorrectResponse": "identifier",
    "setDefaultValue": "identifier",
    "setTemplateValue": "identifier",
    "printedVariable": "identifier",
    "modalFeedback": "outcomeIdentifier",
    "feedbackInline": "outcomeIdentifier",
    "feedbackBlock": "outcomeIdentifier",
}
"""Elements that use a variable, and where its name stands."""
_PAIRS = (
    ("minChoices", "maxChoices"),
    ("minAssociations", "maxAssociations"),
    ("matchMin", "matchMax"),
    ("minStrings", "maxStrings"),
    ("minPlays", "maxPlays"),
    ("lowerBound", "upperBound"),
    ("minTime", "maxTime"),
)
_UNLIMITED = frozenset({"maxChoices", "maxAssociations", "matchMax", "maxPlays"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of items."""
    for page in pages(subject):
        if isinstance(page, Page):
            yield from limits(subject, page)
            if page.kind == "item":
                yield from _item(subject, page)


def limits(subject: Subject, page: Page) -> Iterator[Diagnostic]:
    """Lower limits above upper ones, anywhere in a document."""
    for node in page.root.iter("{*}*"):
        for low, high in _PAIRS:
            least, most = number(given(node, low)), number(given(node, high))
            if least is None or most is None or (most == 0 and high in _UNLIMITED):
                continue
            if least > most:
                at = subject.at(page.path, line_of(node))
                yield LIMITS.at(at, element=name_of(node), low=low, least=f"{least:g}", high=high, most=f"{most:g}")
        if name_of(node) == "outcomeDeclaration":
            yield from _mastery(subject, page, node)


def _mastery(subject: Subject, page: Page, node: etree._Element) -> Iterator[Diagnostic]:
    mastery = number(given(node, "masteryValue"))
    for name, sign in (("normalMinimum", 1), ("normalMaximum", -1)):
        bound = number(given(node, name))
        if mastery is not None and bound is not None and sign * bound > sign * mastery:
            at = subject.at(page.path, line_of(node))
            names = (name, "masteryValue") if sign > 0 else ("masteryValue", name)
            values = (bound, mastery) if sign > 0 else (mastery, bound)
            yield LIMITS.at(
                at,
                element="outcomeDeclaration",
                low=names[0],
                least=f"{values[0]:g}",
                high=names[1],
                most=f"{values[1]:g}",
            )


def _item(subject: Subject, page: Page) -> Iterator[Diagnostic]:
    declared, asked = responses(page.root), interactions(page.root)
    by_id = {one.identifier: one for one in declared}
    seen: Counter[str] = Counter()
    for node in direct(page.root, *_DECLARATIONS):
        name = given(node, "identifier")
        seen[name] += 1
        if seen[name] == 2:
            yield TWICE.at(subject.at(page.path, line_of(node)), what="The variable", name=name)
    bound: Counter[str] = Counter()
    for one in asked:
        at = subject.at(page.path, one.line)
        bound[one.response] += 1
        response = by_id.get(one.response)
        if response is None:
            yield UNDECLARED.at(at, element=one.name, name=one.response, known=listed(by_id) or "none")
            continue
        if bound[one.response] == 2:
            yield SHARED.at(at, name=one.response)
        if given(one.node, "stringIdentifier") == one.response:
            yield SHARED.at(at, name=one.response)
        yield from _fit(subject, page, one, response)
    yield from _variables(subject, page, frozenset(seen) | _BUILT_IN)
    yield from _marking(subject, page, [by_id[one.response] for one in asked if one.response in by_id], seen)


def _fit(subject: Subject, page: Page, asked: Asked, response: Declared) -> Iterator[Diagnostic]:
    """Whether a response can hold what its interaction gives."""
    at, kind = subject.at(page.path, response.line), INTERACTIONS[asked.name]
    name, element = response.identifier, asked.name
    if response.cardinality not in kind.cardinalities:
        problem, needed = f"has the cardinality “{response.cardinality}”", " or ".join(sorted(kind.cardinalities))
        yield MISFIT.at(at, name=name, problem=problem, element=element, needed=needed)
    elif response.cardinality != RECORD and kind.types and response.type not in kind.types:
        problem, needed = f"has the base type “{response.type}”", " or ".join(sorted(kind.types))
        yield MISFIT.at(at, name=name, problem=problem, element=element, needed=needed)
    most = number(given(asked.node, "maxChoices"))
    if response.cardinality == "single" and "multiple" in kind.cardinalities and most is not None and most > 1:
        problem, needed = "has the cardinality “single”", f"multiple, because maxChoices is {most:g}"
        yield MISFIT.at(at, name=name, problem=problem, element=element, needed=needed)
    if len(response.right) > 1 and response.cardinality == "single":
        problem = f"is single and has {len(response.right)} right values"
        yield MISFIT.at(at, name=name, problem=problem, element=element, needed="one value, or cardinality multiple")
    yield from _choices(subject, page, asked, response)


def _choices(subject: Subject, page: Page, asked: Asked, response: Declared) -> Iterator[Diagnostic]:
    if not INTERACTIONS[asked.name].choices:
        return
    for name, count in Counter(asked.choices).items():
        if count > 1:
            yield TWICE.at(subject.at(page.path, asked.line), what="The choice", name=name)
    least = number(given(asked.node, "minChoices"))
    if least is not None and least > len(asked.choices):
        values = {"low": "minChoices", "least": f"{least:g}", "high": "choices", "most": len(asked.choices)}
        yield LIMITS.at(subject.at(page.path, asked.line), element=asked.name, **values)
    known = set(asked.choices)
    for value in response.right:
        if not set(value.split()) <= known or not value:
            at = subject.at(page.path, response.line)
            shown = listed(asked.choices) or "none"
            yield NO_SUCH_CHOICE.at(at, name=response.identifier, value=value, element=asked.name, known=shown)


def _variables(subject: Subject, page: Page, known: frozenset[str]) -> Iterator[Diagnostic]:
    for node in inside(page.root, *_USES, *TEST_FUNCTIONS):
        name = name_of(node)
        at = subject.at(page.path, line_of(node))
        if name in TEST_FUNCTIONS:
            yield TEST_ONLY.at(at, element=name)
        elif given(node, _USES[name]) not in known:
            yield UNKNOWN_VARIABLE.at(at, element=name, name=given(node, _USES[name]))


def _marking(subject: Subject, page: Page, marked: list[Declared], variables: Counter[str]) -> Iterator[Diagnostic]:
    """What the standard template an item is marked by needs."""
    computed = {given(one, "identifier") for one in inside(page.root, "setCorrectResponse")}
    for node in direct(page.root, "responseProcessing"):
        uri = given(node, "template")
        if not uri:
            continue
        at = subject.at(page.path, line_of(node))
        short = uri.rstrip("/").rpartition("/")[2].removesuffix(".xml")
        if short not in TEMPLATES:
            yield TEMPLATE.at(at, uri=uri)
            continue
        needed = TEMPLATES[short]
        if "SCORE" not in variables:
            yield UNKNOWN_VARIABLE.at(at, element=short, name="SCORE")
        if not needed:
            continue
        for response in marked:
            is_meant = short != "match_correct" or response.identifier == "RESPONSE"
            is_there = needed in response.has or (needed == "correctResponse" and response.identifier in computed)
            if is_meant and not is_there:
                yield NO_BASIS.at(at, template=short, name=response.identifier, needed=needed)
