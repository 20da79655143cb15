"""What Moodle 4.5 makes of the assessments of a Common Cartridge."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.qti12_read import Paper, Question, papers
from builder.validate.nodes import below, child, pieces, whole
from builder.validate.profiles.moodle_cartridge import RAN, READ
from builder.validate.rule import must, note, should
from builder.validate.subject import Subject

WRONG_SCALE = should(
    "MC20",
    RAN,
    "Moodle scales the grade of this assessment as if it had 4 points, and it has {count} questions.",
    "Open the quiz in Moodle after the restore and save the maximum grade, so that it is calculated anew.",
    "Each question counts one point, and the sum of marks is fixed at 4 when a cartridge is restored.",
)
HUNDREDFOLD = must(
    "MC21",
    RAN,
    "Moodle gives a hundred times the mark for a right answer to question {name}.",
    "Write it as cc.fib.v0p1 with every accepted answer.",
    "A pattern match becomes a short answer whose fraction is 100 where 1 is meant.",
)
NO_CASE = must(
    "MC22",
    RAN,
    "Moodle gives no points for any answer to question {name}.",
    "Write case=“Yes” on the <varequal> of each right choice.",
    "Of a question with several right choices Moodle reads only those that carry it.",
)
TRUTHS = must(
    "MC23",
    READ,
    "Moodle stops at question {name}: its choices are called {labels}.",
    "Call the choices true and false.",
    "An exception ends the restore when a true-false question has other idents.",
)
SECOND_CONDITION = should(
    "MC24",
    RAN,
    "Moodle reads the first condition of question {name} that gives points, and loses the others.",
    "Put all accepted answers as <varequal> into one <respcondition>.",
    "Answers that a later condition accepts are marked wrong.",
)
FEEDBACK = note(
    "MC25",
    RAN,
    "Moodle shows learners nothing after their attempt at an assessment.",
    "Set the review options of each quiz in Moodle.",
    "A restored quiz is adaptive without penalties, has 30 questions a page, and shows marks and feedback during an "
    "attempt only.",
)
PICTURES = should(
    "MC26",
    RAN,
    "Moodle does not show the picture in {where} of question {name}.",
    "Put the picture into the text of the question.",
    "Moodle finds the pictures of a question's text only, written as $IMS-CC-FILEBASE$ and their path.",
)
NO_WEIGHT = should(
    "MC27",
    RAN,
    "Moodle counts each question of this assessment one point; their weights go from {least} to {most}.",
    "Change the marks in the quiz by hand.",
    "The weight becomes the default mark of a question; its place in the quiz gets 1.",
)

RULES = (WRONG_SCALE, HUNDREDFOLD, NO_CASE, TRUTHS, SECOND_CONDITION, FEEDBACK, PICTURES, NO_WEIGHT)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What Moodle does with the questions of a version that it reads."""
    if subject.format.version not in {"1.0.0", "1.1.0"}:
        return
    for one in papers(subject):
        if not isinstance(one, Paper) or not one.is_of_cartridge:
            continue
        at = subject.at(one.path)
        if child(one.root, "assessment") is not None:
            if len(one.questions) != 4:
                yield WRONG_SCALE.at(at, count=len(one.questions))
            yield FEEDBACK.at(subject.at())
            weights = [weight for weight in map(_weight, one.questions) if weight]
            if len(set(weights)) > 1:
                yield NO_WEIGHT.at(at, least=min(weights), most=max(weights))
        for question in one.questions:
            yield from _question(subject, one.path, question)


def _question(subject: Subject, path: str, question: Question) -> Iterator[Diagnostic]:
    at, name = subject.at(path, question.line), question.name
    kind = question.profile.removeprefix("cc.").removesuffix(".v0p1")
    scored = [one for one in question.conditions if any(points > 0 for points in one.points)]
    if kind == "pattern_match":
        yield HUNDREDFOLD.at(at, name=name)
    elif kind == "multiple_response":
        right = [test for one in scored for test in one.tests if not test.is_negated]
        if not right or any(test.case != "Yes" for test in right):
            yield NO_CASE.at(at, name=name)
    elif kind == "true_false":
        labels = [label for one in question.responses for label in one.labels]
        if set(labels) != {"true", "false"}:
            yield TRUTHS.at(at, name=name, labels=" and ".join(labels) or "nothing")
    if kind in {"fib", "pattern_match"} and len(scored) > 1:
        yield SECOND_CONDITION.at(at, name=name)
    for where, parts in (("an option", ("response_label",)), ("the feedback", ("itemfeedback",))):
        if any("<img" in piece for part in below(question.node, *parts) for piece in pieces(part)):
            yield PICTURES.at(at, name=name, where=where)


def _weight(question: Question) -> int | None:
    """What a question counts; None for what is no whole number."""
    return whole(next((entry for label, entry, _ in question.fields if label == "cc_weighting"), "1"))
