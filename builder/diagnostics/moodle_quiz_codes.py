"""Codes of quizzes in a Moodle course."""

from builder.diagnostics.code import note, warning

NOTHING_TO_ASK = warning(
    "Z201",
    "The quiz {id} holds no question that Moodle can ask: nobody can begin it.",
    "Write questions of other types, or leave it to a package: `delivery: scorm` in course.yaml.",
    """Moodle has no question that is like a vote, a ranking, a budget, a branching case or a checklist. In a package
    the course asks them itself.""",
)

UNEVEN_POINTS = note(
    "Z202",
    "In the quiz {id}, a draw takes from questions worth {values} points: in Moodle each counts {each}.",
    "Give the questions of a draw the same `points`, or leave it as it is.",
    """Moodle says for each place of a quiz what it is worth, before a question is drawn for it. Where the questions
    differ, each counts their mean, so that the share of this draw in the result stays what it is.""",
)

NOT_SURE = note(
    "Z203",
    "The quiz {id} asks how sure learners are: in Moodle it does not.",
    "Say nothing of it in the text of the quiz, or leave the quiz to a package: `delivery: scorm` in course.yaml.",
    """Moodle can ask how sure a learner is, but counts it: a right answer brings one to three times its points, a wrong
    one takes away up to six times. Results, and those by objective, would no longer say how much was right.""",
)
