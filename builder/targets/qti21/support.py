"""What becomes of each construct in QTI 2.1."""

from __future__ import annotations

from collections.abc import Mapping

from builder.targets.base import FULL, Support, changed, lost
from builder.targets.support import NOTHING

SUPPORT: Mapping[str, Support] = {
    **NOTHING,
    "single": FULL,
    "multiple": FULL,
    "truefalse": FULL,
    "truefalse-reason": FULL,
    "short": FULL,
    "short-wildcards": FULL,
    "numerical": changed(
        "Read as the platform reads numbers; it may not take a decimal comma, thousands or a per cent sign."
    ),
    "estimate": changed("A number that is not marked; the answer is revealed as feedback."),
    "matching": FULL,
    "classify": changed("A matching of the items with the groups."),
    "ordering": changed("An answer always holds all items: no place can be left empty."),
    "gaps-typed": FULL,
    "gaps-chosen": FULL,
    "worked-example": changed("The steps are a list; what is said of each comes after the answer, below each other."),
    "spot": FULL,
    "reflection": changed("The platform keeps the text; the model answer comes as feedback."),
    "scenario": changed("A section that is kept together; what is said after the case comes with its last question."),
    "branch": changed("An adaptive item; in a test that holds one, each question is answered on its own."),
    "checklist": changed("Statements matched with the scale; no profile is made of them."),
    "vote": changed("A choice that is not marked; the earlier vote is not shown beside it."),
    "rank": changed("An order that is not marked; what is said of each item comes as feedback."),
    "budget": changed("Options with their costs; the platform does not add them up or hold learners to the limit."),
    "option-feedback": FULL,
    "known-wrong": FULL,
    "general-feedback": FULL,
    "points": FULL,
    "unit": FULL,
    "case": FULL,
    "objective": changed("A keyword of the question in the manifest; no result for each objective."),
    "confidence": lost("Not asked."),
    "see": lost("The pages are not in the package."),
    "question-picture": FULL,
    "draws": changed(
        "Draws share no questions and take a fixed number of cases, or none; from small banks one can come twice."
    ),
    "shuffle": FULL,
    "shuffle-options": changed("Set for each question: it is shuffled in every quiz, or in none."),
    "attempts": lost("Set on the platform how often a test can be taken."),
    "wait": lost("Set on the platform how long to wait."),
    "time-limit": changed("A limit of the test; where learners may add time, late answers are taken instead."),
    "pass-mark": changed("The outcome PASS of the test."),
    "weight": lost("Each quiz is a test of its own; weigh them on the platform."),
    "page-link": lost("Only its text is left."),
    "citation": changed("Source and year stand in the text of questions."),
    "footnote": changed("In questions the note stands in the text."),
    "practice": changed("A test for each lesson, without a limit of attempts."),
    "structure": changed("Tests in the order of the lessons."),
    "metadata": FULL,
    "score": changed("The outcome SCORE of each test; the package has none."),
    "completion": lost("The platform decides when a test is completed."),
    "resume": lost("The platform decides whether a test can be left and resumed."),
    "interactions": changed("The platform records every answer."),
}
