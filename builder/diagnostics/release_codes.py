"""Codes of releases: what an edit does to learners in progress, and what is wrong in ``course.lock``."""

from builder.diagnostics.code import DiagnosticCode, Severity, error, warning

ITEM_GONE = error(
    "R101",
    "The package `{id}` was released and would no longer exist.",
    "Restore the id{hint}; to retire a package on purpose, take its line out of course.lock.",
    """Moodle keeps learners' records only while the id of the package stays the same, and deletes all of them when it
    changes. The id is that of the course, or of course and lesson with `package: lesson` and in a Moodle course.""",
)
QUESTION_GONE = warning(
    "R102",
    "The question `{id}` was released and is no longer in the course.",
    "Restore its id if it was renamed; otherwise nothing need be done.",
    """Results of the question stay in learners' records but count nowhere. After an accidental change of its id,
    learners would have to answer it again.""",
)
STRUCTURE_CHANGED = DiagnosticCode(
    "R103",
    Severity.NOTE,
    "The question `{id}` was released as `{before}` and is `{after}` now.",
    "Nothing need be done; learners keep their results and see that they answered an earlier version.",
    """The type, the number of options, the right answer or `rev` changed. A stored answer could not be shown any more,
    so it is not; the result stays as it was earned.""",
)
OPTIONS_MOVED = error(
    "R104",
    "The options of the released question `{id}` stand in another order: “{option}” was number {before}.",
    "Restore the order; if it must change, raise `rev` to {rev} in the heading's braces: `{{#{id} rev={rev}}}`.",
    """Answers are stored as the number of the option. After a change of order, learners would be shown another option
    than the one they chose. With a higher `rev` the tool knows that the numbers mean something else now.""",
)
POINTS_CHANGED = warning(
    "R105",
    "The question `{id}` was released with {before} points and has {after} now.",
    "Restore the points unless scores are to change.",
    """The scores of learners who answered it already change with it at their next visit, and could fall below the
    pass mark.""",
)
PAGE_GONE = warning(
    "R106",
    "The page `{id}` was released and is no longer in the course.",
    "Restore its id if it was renamed; otherwise nothing need be done.",
    """Learners who stopped at this page begin at the first one, and their visit to it no longer counts.""",
)
QUIZ_GONE = warning(
    "R107",
    "The quiz `{id}` was released and is no longer in the course.",
    "Restore its id if it was renamed; otherwise nothing need be done.",
    """Learners keep the answers but lose the quiz's best result and the count of their attempts.""",
)
QUIZ_CHANGED = warning(
    "R108",
    "The {what} of the quiz `{id}` was {before} when it was released and is {after} now.",
    "Restore it unless results are to change.",
    """Learners in progress are measured by the new rule from their next visit on: who had passed may not have
    passed any more, and the other way round.""",
)
QUESTION_MOVED = DiagnosticCode(
    "R109",
    Severity.NOTE,
    "The released question `{id}` moved from the quiz `{before}` to `{after}`.",
    "Nothing need be done.",
    """Learners keep their answers. From now on they count in the other quiz.""",
)
SAME_FINGERPRINT = error(
    "R110",
    "The released question `{id}` changed, but the saved state would not notice.",
    "Raise `rev` to {rev} in the heading's braces: `{{#{id} rev={rev}}}`.",
    """The state has eight bits to recognise the version of a question. By chance, one in 256, the old and the new
    version have the same; a raised `rev` makes them differ.""",
)
REV_LOWERED = error(
    "R111",
    "The question `{id}` was released with `rev={before}` and has `rev={after}` now.",
    "Write `rev={before}` or higher.",
    """`rev` tells versions of a question apart. If it goes back, answers to an old version are taken for answers to
    this one.""",
)
ID_USED_AGAIN = error(
    "R112",
    "A question with the id `{id}` was released once and taken out; this is another one.",
    "Give the new question an id of its own.",
    """Records of the old question are still with learners. Under the same id, its results would count as results of the
    new one.""",
)
LOCK_LINE = error(
    "R201",
    "This line of course.lock is not understood: {reason}.",
    "Restore the file from version control; it is written by `coursewright release` only.",
    """course.lock lists what learners may hold records on. If it is damaged, nobody can tell what an edit does to
    them.""",
)
LOCK_CONFLICT = error(
    "R202",
    "course.lock holds an unfinished merge.",
    "Keep the lines of both sides, once each; of `release` keep the higher number. Then delete the marks.",
    """Two branches changed the file in the same place. Its lines are independent of each other, so that both sides are
    right.""",
)
LOCK_TWICE = error(
    "R203",
    "`{thing}` stands in course.lock twice (the other is line {line}).",
    "Keep the line of the higher release.",
    """After a merge both versions of a line were kept. Only one of them was released last.""",
)
