"""Codes of question banks in Moodle backups: what Moodle could not draw as the tests ask."""

from builder.diagnostics.code import error, warning

POOL_SHORT = error(
    "Z301",
    "In Moodle this draw takes {count} of {available} questions, and draws before it may have used up {taken} of them.",
    "Draw fewer, or write more questions of types that Moodle has (`coursewright targets --matrix`), or leave mbz out "
    "(`targets:` in programme.yaml).",
    """Moodle fills the places of a quiz one after the other, narrow pools first, and asks no question twice. If the
    questions that are left may not be enough, some learners could not start their attempt. Questions of types that
    Moodle does not have, those that bring no points, and scenarios that it cannot draw as a whole, do not count; a
    scenario counts as one.""",
)

NOT_DRAWN = warning(
    "Z302",
    "Moodle cannot draw the scenario {id}: a question of it ({types}) cannot stand inside another. No draw takes it.",
    "Ask in it only what a Cloze question holds (choices, judgements, words, numbers, gaps), or ask it in a test "
    "without draws.",
    """Moodle draws single questions. A scenario is drawn as one Cloze question, which holds all its questions as
    fields. Its questions are in the bank one by one, for teachers to use. A scenario that a test asks without drawing
    is not touched: there its text and its questions stand one after the other.""",
)
