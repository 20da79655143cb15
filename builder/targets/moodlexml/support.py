"""What becomes of each construct in Moodle XML; measured with Moodle 4.5's question engine."""

from __future__ import annotations

from collections.abc import Mapping

from builder.targets.base import FULL, Support, changed, lost
from builder.targets.support import NOTHING

_IN_QUIZ = "Set it in the Moodle quiz that uses the bank."

SUPPORT: Mapping[str, Support] = {
    **NOTHING,
    "single": FULL,
    "multiple": FULL,
    "truefalse": FULL,
    "truefalse-reason": changed("One choice among all pairs of judgement and reason; it scores the same."),
    "short": changed("Moodle takes each blank as it is typed, and a capital of ß for another letter."),
    "short-wildcards": FULL,
    "numerical": changed(
        "Moodle reads the number an answer begins with, as its own language writes numbers: in European digits, with a "
        "hyphen as minus sign."
    ),
    "estimate": changed("A number worth no points, which Moodle marks as right or wrong."),
    "matching": changed("The right-hand side is plain text of at most 200 characters, in a list to choose from."),
    "classify": changed("A matching question; the groups are plain text in lists to choose from."),
    "ordering": changed(
        "What is said of items stands in the general feedback; an order left as shown is marked as it stands."
    ),
    "gaps-typed": changed("A Cloze question; each blank counts as typed, and numbers among words are texts."),
    "gaps-chosen": FULL,
    "worked-example": changed("Explanations of the steps stand in the general feedback."),
    "spot": changed("A multiple response below the table or text; it scores the same."),
    "reflection": changed("An essay without points; the model answer is the general feedback, and graders see it."),
    "scenario": changed("Each question carries the scenario's text, and can be drawn without the others."),
    "option-feedback": FULL,
    "known-wrong": FULL,
    "general-feedback": FULL,
    "points": changed("Cloze questions are worth a whole number of points for each gap."),
    "unit": changed("It stands behind the question, and may be typed or left out."),
    "case": FULL,
    "objective": FULL,
    "confidence": changed("A tag only; Moodle's behaviours with certainty ask it of whole quizzes."),
    "parallel": changed("A tag only."),
    "see": changed("A hint with the page's title, shown between tries."),
    "question-picture": FULL,
    "draws": changed("The bank holds all questions; draw random ones by category in the Moodle quiz."),
    "shuffle": lost(_IN_QUIZ),
    "shuffle-options": FULL,
    "attempts": lost(_IN_QUIZ),
    "wait": lost(_IN_QUIZ),
    "time-limit": lost(_IN_QUIZ),
    "pass-mark": lost(_IN_QUIZ),
    "weight": lost("Set it in Moodle's gradebook."),
    "practice": changed("Among the other questions, with the tag role:practice."),
    "page": lost("Pages are no part of a question bank."),
    "citation": changed("In questions, source and year stand in the text; pages are left out."),
    "footnote": changed("In questions, the note stands in the text; pages are left out."),
    "picture": changed("Only pictures of questions; pages are left out."),
    "figure": changed("In questions, the table or list it is drawn from; pages are left out."),
    "cards": changed("In questions, the table they are made of; pages are left out."),
    "callout": changed("Only in questions; pages are left out."),
    "reveal": changed("In questions it is always open; pages are left out."),
    "metadata": lost("The file says the course's title and language alone."),
    "score": changed("Moodle's quiz scores and reports."),
    "completion": changed("Moodle's quiz reports completion."),
    "resume": changed("Moodle keeps attempts."),
    "interactions": changed("Moodle keeps every answer."),
}
