"""Codes of the checks over a programme and its languages."""

from builder.diagnostics.code import error, warning

PREREQUISITE_UNKNOWN = error(
    "M101",
    "`prerequisites` names `{name}`, which is no course of this programme.",
    "Write the name of a folder that `courses` lists{hint}.",
    """A course can ask for other courses before it. Both are named by their folders, as in `courses`.""",
)
PREREQUISITE_CIRCLE = error(
    "M102",
    "These courses ask for each other, so that nobody can begin: {circle}.",
    "Take one of them out of `prerequisites`.",
    """Each of the courses waits for the one before it, and the first waits for the last.""",
)
COURSE_ID_TWICE = error(
    "M104",
    "The id `{id}` is that of the course in `{other}` already.",
    "Give the newer course another id, before its first release.",
    """The id of a course is its name in every LMS and in the files that are built. Two courses with one id would
    overwrite each other. It happens when a course's folder is copied.""",
)
LANGUAGE_UNLISTED = warning(
    "M105",
    "The folder `{language}` looks like a translation, but `languages` does not list `{language}`.",
    "Add it to `languages` in programme.yaml, or begin the folder's name with `_`.",
    """Only the languages in programme.yaml are read and built. This one would be left out without a word.""",
)
PAGE_UNTRANSLATED = error(
    "N101",
    "The page `{path}` is missing in `{language}`.",
    "Translate it and put it there under the same name.",
    """A translation is the same course with the same files. Learners in this language would miss the page, and the
    numbers of pages and questions would differ between the languages.""",
)
PAGE_EXTRA = error(
    "N102",
    "This page does not exist in the source language (`{source}`).",
    "Give it the name of the page it translates, or write it in the source language first.",
    """A translation is the same course with the same files. Perhaps the page was renamed in one language only.""",
)
ID_DIFFERS = error(
    "N103",
    "The {what} has the id `{id}` here and `{source}` in the source language.",
    "Write `{source}`.",
    """Ids are not translated: results are kept under them, and links use them, in all languages alike.""",
)
KIND_DIFFERS = error(
    "N104",
    "The page is of `kind: {kind}` here and of `kind: {source}` in the source language.",
    "Write `kind: {source}`.",
    """A page must be the same thing in all languages; a test that is practice in one of them would be unfair.""",
)
QUESTION_UNTRANSLATED = error(
    "N105",
    "The question `{id}` is missing on this page.",
    "Translate it from {place}.",
    """Learners of all languages are asked the same questions. Perhaps it has another id here.""",
)
QUESTION_EXTRA = error(
    "N106",
    "The question `{id}` does not exist on this page in the source language.",
    "Write the id of the question it translates, or add the question in the source language.",
    """Learners of all languages are asked the same questions. Perhaps its id was translated, too.""",
)
QUESTION_DIFFERS = error(
    "N107",
    "The question `{id}` differs from the source language in {what}.",
    "Make it the same as in {place}; only the words may differ.",
    """An answer is kept as a number: “the second option”. With another type, number of options or right answer the same
    answer would mean something else in another language.""",
)
RULES_DIFFER = error(
    "N108",
    "The quiz `{id}` differs from the source language in {what}.",
    "Write the same as in {place}.",
    """Pass marks, attempts, draws and weights are the same for learners of all languages.""",
)
OBJECTIVES_DIFFER = error(
    "N109",
    "The {what} has other objectives than in the source language: {here} instead of {source}.",
    "Write the same objectives as in the source language.",
    """Results are reported by objective, across all languages.""",
)
