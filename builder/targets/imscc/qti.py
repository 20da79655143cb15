"""Questions and tests as QTI 1.2.1 in the profiles of Common Cartridge 1.1.

What a question scores is in each case one of the profiles' own rules; the conditions are written in the way that every
known importer reads: one scoring condition with 100, feedback before it, accepted answers side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from builder.targets.imscc.names import QTI, add, document, root
from builder.targets.imscc.sturdy import sturdy_html, sturdy_title
from builder.targets.safe import line

RESPONSE, GENERAL = "response", "general_fb"


@dataclass(frozen=True, slots=True)
class Label:
    """An option; texts are HTML. Idents must differ by more than case."""

    ident: str
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with radio buttons, or with checkboxes; the two of a true-false question are ``true`` and ``false``."""

    labels: tuple[Label, ...]
    profile: str = "multiple_choice"
    """Or ``multiple_response``, ``true_false``."""
    shuffle: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Texts that are right, and feedback (HTML) by the text it is for."""

    accepted: tuple[str, ...]
    told: tuple[tuple[str, str], ...] = ()
    case: bool = False


@dataclass(frozen=True, slots=True)
class Essay:
    """A text that a tutor reads."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question; ``prompt`` and ``general`` (feedback whatever the answer was) are HTML."""

    ident: str
    title: str
    prompt: str
    answer: Choice | Typed | Essay
    weight: int = 1
    """1..99."""
    general: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A test and its rules."""

    ident: str
    title: str
    language: str
    items: tuple[Item, ...]
    attempts: int = 0
    """0 for any number; more than five are any number, too: the profile has no others."""
    minutes: int = 0
    """0 for no limit."""


def assessment(given: Assessment) -> bytes:
    """The file of a test."""
    top = root("questestinterop", QTI)
    test = add(top, "assessment", ident=given.ident, title=sturdy_title(given.title))
    test.set("{http://www.w3.org/XML/1998/namespace}lang", given.language)
    rules = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
        "cc_maxattempts": str(given.attempts) if 1 <= given.attempts <= 5 else "unlimited",
    }
    if given.minutes:
        rules["qmd_timelimit"] = str(min(given.minutes, 527_040))
    _add_metadata(test, rules)
    section = add(test, "section", ident=f"{given.ident}-section")
    for item in given.items:
        _add_item(section, item)
    return document(top)


def bank(ident: str, items: Sequence[Item]) -> bytes:
    """A question bank, from which teachers take."""
    top = root("questestinterop", QTI)
    store = add(top, "objectbank", ident=ident)
    for item in items:
        _add_item(store, item)
    return document(top)


def profile_of(item: Item) -> str:
    """The profile of a question, as its metadata name it."""
    match item.answer:
        case Choice(profile=profile):
            return f"cc.{profile}.v0p1"
        case Typed():
            return "cc.fib.v0p1"
    return "cc.essay.v0p1"


def _add_item(parent: etree._Element, item: Item) -> None:
    element = add(parent, "item", ident=item.ident, title=sturdy_title(item.title))
    rules = {"cc_profile": profile_of(item), "cc_weighting": str(item.weight)}
    rules["qmd_computerscored"] = "No" if isinstance(item.answer, Essay) else "Yes"
    _add_metadata(add(element, "itemmetadata"), rules)
    presentation = add(element, "presentation")
    _add_text(presentation, item.prompt)
    scoring: list[tuple[str, str]] = []
    if item.general:
        scoring.append((GENERAL, item.general))
    match item.answer:
        case Choice():
            scoring += _add_choice(element, presentation, item.answer, general=bool(item.general))
        case Typed():
            scoring += _add_typed(element, presentation, item.answer, general=bool(item.general))
        case Essay():
            string = add(presentation, "response_str", ident=RESPONSE, rcardinality="Single")
            add(string, "render_fib", rows="10", columns="60", prompt="Box")
            if item.general:
                _processing(element, general=True)
    for ident, text in scoring:
        _add_text(add(add(element, "itemfeedback", ident=ident), "flow_mat"), text)


def _add_choice(
    element: etree._Element, presentation: etree._Element, answer: Choice, *, general: bool
) -> list[tuple[str, str]]:
    """The options and what they score; the feedback by its ident."""
    several = answer.profile == "multiple_response"
    choices = add(presentation, "response_lid", ident=RESPONSE, rcardinality="Multiple" if several else "Single")
    shown = add(choices, "render_choice", shuffle="Yes" if answer.shuffle else "No")
    for label in answer.labels:
        _add_text(add(shown, "response_label", ident=label.ident), label.text)
    processing = _processing(element, general=general)
    if several:
        for label in answer.labels:
            if label.feedback:
                _tell(_condition(processing, [label.ident], goes_on=True), label.ident)
        _add_all_right(processing, answer.labels)
    else:  # one answer, so one condition holds: nothing need go on, and no importer takes it for general feedback
        for label in answer.labels:
            if label.correct or label.feedback:
                condition = _condition(processing, [label.ident])
                if label.correct:
                    add(condition, "setvar", "100", varname="SCORE", action="Set")
                if label.feedback:
                    _tell(condition, label.ident)
    return [(f"{label.ident}_fb", label.feedback) for label in answer.labels if label.feedback]


def _add_all_right(processing: etree._Element, labels: Sequence[Label]) -> None:
    """All that is right and nothing else scores. ``case`` marks the right ones for an importer that counts them."""
    condition = add(processing, "respcondition", **{"continue": "No"})
    every = add(add(condition, "conditionvar"), "and")
    for label in labels:
        if label.correct:
            add(every, "varequal", label.ident, respident=RESPONSE, case="Yes")
        else:
            add(add(every, "not"), "varequal", label.ident, respident=RESPONSE)
    add(condition, "setvar", "100", varname="SCORE", action="Set")


def _add_typed(
    element: etree._Element, presentation: etree._Element, answer: Typed, *, general: bool
) -> list[tuple[str, str]]:
    """The field and what it accepts; all accepted texts stand in one condition, the only one that scores."""
    string = add(presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    add(string, "render_fib", columns="40", fibtype="String", prompt="Box")
    processing = _processing(element, general=general)
    case = "Yes" if answer.case else "No"
    for number, (text, _) in enumerate(answer.told, 1):
        _tell(_condition(processing, [text], goes_on=text in answer.accepted, case=case), f"answer{number}")
    condition = _condition(processing, answer.accepted, case=case)
    add(condition, "setvar", "100", varname="SCORE", action="Set")
    return [(f"answer{number}_fb", said) for number, (_, said) in enumerate(answer.told, 1)]


def _processing(element: etree._Element, *, general: bool) -> etree._Element:
    processing = add(element, "resprocessing")
    add(add(processing, "outcomes"), "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")
    if general:
        condition = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(condition, "conditionvar"), "other")
        add(condition, "displayfeedback", feedbacktype="Response", linkrefid=GENERAL)
    return processing


def _condition(
    processing: etree._Element, values: Sequence[str], *, goes_on: bool = False, case: str = ""
) -> etree._Element:
    """Any of ``values`` was answered."""
    condition = add(processing, "respcondition", **{"continue": "Yes" if goes_on else "No"})
    variables = add(condition, "conditionvar")
    for value in values:
        attributes = {"case": case} if case else {}
        add(variables, "varequal", line(value), respident=RESPONSE, **attributes)
    return condition


def _tell(condition: etree._Element, ident: str) -> None:
    add(condition, "displayfeedback", feedbacktype="Response", linkrefid=f"{ident}_fb")


def _add_text(parent: etree._Element, html: str) -> None:
    add(add(parent, "material"), "mattext", sturdy_html(html), texttype="text/html")


def _add_metadata(parent: etree._Element, rules: dict[str, str]) -> None:
    metadata = add(parent, "qtimetadata")
    for label, entry in rules.items():
        field = add(metadata, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)
