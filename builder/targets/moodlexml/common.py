"""What the elements of all questions have in common."""

from __future__ import annotations

from lxml import etree

from builder.model.question import is_scored
from builder.targets.banks import ID_LENGTH, Unit, decimal, name_of, tags_of
from builder.targets.moodlexml.sheet import Sheet
from builder.targets.prompts import Prompts


def begin(unit: Unit, prompts: Prompts, kind: str, text: str = "") -> Sheet:
    """The parts that all types have in common; ``text`` is the question's, where the type writes it by itself."""
    question = unit.question
    sheet = Sheet(prompts, kind)
    sheet.plain("name", name_of(question))
    sheet.html("questiontext", text or prompts.question(unit), always=True)
    sheet.html("generalfeedback", prompts.general(unit), always=True)
    sheet.value("defaultgrade", decimal(question.points) if is_scored(question) else "0")
    sheet.value("penalty", "0")
    sheet.value("hidden", "0")
    if len(question.id) <= ID_LENGTH:
        sheet.value("idnumber", question.id)
    return sheet


def end(sheet: Sheet, unit: Unit) -> etree._Element:
    """The hint and the tags, which come last. Moodle exports no points of Cloze questions."""
    sheet.html("hint", sheet.prompts.see(unit))
    tags = etree.SubElement(sheet.root, "tags")
    points = unit.question.points
    worth = [f"points:{decimal(points)}"] if sheet.root.get("type") == "cloze" and points != 1 else []
    for tag in tags_of(unit, sheet.prompts.fragments.course) + worth:
        sheet.plain("tag", tag, tags)
    return sheet.root


def say_outcome(sheet: Sheet, *, counts: bool) -> None:
    """What is said to right, partly right and wrong answers; with ``counts`` also how many parts are right."""
    for name, message in (("correct", "Right."), ("partiallycorrect", "Partly right."), ("incorrect", "Not quite.")):
        sheet.html(f"{name}feedback", sheet.prompts.turned(f"<p>{sheet.prompts.word(message)}</p>"))
    if counts:
        sheet.flag("shownumcorrect")


def shuffled(unit: Unit) -> bool:
    """Whether options are shuffled: as the question says, else as its quizzes do."""
    own = unit.question.shuffle
    return any(quiz.shuffle_options for quiz in unit.quizzes) if own is None else own
