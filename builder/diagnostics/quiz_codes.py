"""Codes of how questions are laid out: headings, attributes and the shape of the answer (``Q1`` and ``Q2``)."""

from builder.diagnostics.code import error, warning

NO_ANSWER = error(
    "Q101",
    "This question has no answer.",
    "{hint}",
    """The form of the answer says what kind of question it is: a task list, `= answer` lines, a table of two columns,
    an ordered list, or gaps in the text. A question for thought that nobody marks says so: `{.reflection}`.""",
)
TWO_ANSWERS = error(
    "Q102",
    "Two blocks of this question could both be its answer: {first} on line {line}, and this {second}.",
    "{hint}",
    """A question has one answer block. What stands above it is read as part of the question, so one of the two would
    be shown to learners instead of being asked.""",
)
MIXED_LIST = error(
    "Q103",
    "Some items of this list are options and this one is not.",
    "{hint}",
    """In a task list every item is an option. An item without brackets would be lost, or shown as part of the
    question.""",
)
SPLIT_LIST = error(
    "Q104",
    "This feedback cuts the answers in two.",
    "Indent the line `>` by {indent} blanks, so that it belongs to the answer above it.",
    """A blockquote at the margin ends the list before it. The options after it would be another list, and half of the
    question would be lost.""",
)
TEXT_AFTER_ANSWER = error(
    "Q105",
    "Text stands after the answer.",
    "Move it above the answer if it is part of the question, or put `>` before each line if it is feedback.",
    """What stands above the answer is the question; a blockquote below it is the feedback for everybody. Anything else
    below it has no place on the page.""",
)
WRONG_SHAPE = error(
    "Q106",
    "`{{.{kind}}}` asks for {wanted}; there is none here.",
    "Write {wanted}, or take `.{kind}` out of the braces.",
    """A word with a point in the braces says which kind of question is meant. Then the answer must have the form of
    that kind.""",
)
NO_QUESTIONS = error(
    "Q107",
    "This quiz has no question.",
    "Open each question with a heading: `## What is trade? {{#q-trade}}`.",
    """In a page of `kind: quiz`, `test` or `bank` a level-2 heading opens a question; inside `::: quiz` any heading
    does.""",
)
WRONG_LEVEL = error(
    "Q108",
    "This heading is on level {level}, but no question is open yet.",
    "Begin a question with two number signs: `## `.",
    """In a page of `kind: quiz`, `test` or `bank` a level-2 heading opens a question; deeper headings below it make it
    a scenario or the steps of a branching case.""",
)
NESTED_SCENARIO = error(
    "Q109",
    "This heading is one level too deep: the questions of a scenario have none of their own.",
    "Give it as many number signs as the other questions of the scenario have, or make the line bold instead.",
    """A heading with sub-headings is a scenario: one text and the questions about it. A scenario cannot hold another
    one.""",
)
SCENARIO_ANSWER = error(
    "Q110",
    "This answer belongs to a scenario, not to one of its questions.",
    "Put it under a sub-heading of its own, or take the sub-headings out.",
    """A heading with sub-headings is a scenario: its own text is read with all of its questions, which stand under the
    sub-headings with their answers.""",
)
CLASS_ON_SCENARIO = error(
    "Q111",
    "`{{.{kind}}}` does not go with sub-headings.",
    "Write `.{kind}` behind the sub-heading of the question it is meant for, or take the sub-headings out.",
    """A heading with sub-headings is a scenario, or with `{.branch}` a branching case; the kinds of its questions
    stand behind their own headings.""",
)
STRAY_GAP = error(
    "Q112",
    "A gap cannot stand here.",
    "Write the gap into the text of the question, outside its heading, options and feedback, and give the question no "
    "other answer.",
    """`[[1995]]` is the answer of a gap-fill question. It can be filled in only in the text below the question's
    heading.""",
)
STRAY_LINES = error(
    "Q113",
    "An answer line (`=` or `!`) cannot stand here.",
    "Write it at the margin, below the text of its question; if no answer is meant, put `\\` before the sign.",
    """Lines that begin with `= ` or `! ` are the answers of a typed question. Inside a list, a quotation or the
    introduction nothing could be typed.""",
)
STRAY_MODEL = error(
    "Q114",
    "A model answer cannot stand here.",
    "Write `{{.reflection}}` behind the heading, or `::: reveal` instead of `::: model`.",
    """`::: model` is shown to learners after they wrote their own answer, so it needs a question of the kind
    `.reflection`.""",
)
STRAY_OPTIONS = error(
    "Q116",
    "These options belong to no question.",
    "Write them at the margin below the heading of their question; for a plain list take the brackets away.",
    """A task list is the answer of a question. Inside a quotation, a callout or an introduction it could be ticked by
    nobody.""",
)
GAPS_AND_ANSWER = error(
    "Q115",
    "This question has gaps in its text (line {line}) and this answer too.",
    "Make two questions of it; if `[[` is meant as it stands, write `\\[[`.",
    """A gap-fill question is answered in its text. A second answer block would have to be marked as well, and a
    question has one mark.""",
)
UNKNOWN_CLASS = error(
    "Q201",
    "There is no kind of question `.{name}`.",
    "{hint}",
    """A word with a point in the braces names the kind of a question: single, multiple, truefalse, estimate, matching,
    classify, ordering, spot, reflection, branch, checklist, vote, rank, budget.""",
)
TWO_CLASSES = error(
    "Q202",
    "`.{first}` and `.{second}` are two kinds of question.",
    "Leave one of them in the braces.",
    """A question is of one kind.""",
)
UNKNOWN_ATTRIBUTE = error(
    "Q203",
    "A question has no attribute `{name}`.",
    "{hint}",
    """What stands in the braces behind a heading changes how the question is asked and marked. A misspelt name would
    change nothing, and nobody would see it.""",
)
ATTRIBUTE_ELSEWHERE = error(
    "Q204",
    "`{name}` has no meaning for {kind}.",
    "Take `{name}` out of the braces; it is for {owners}.",
    """Some attributes are for one kind of question only. Here it would change nothing, which is not what was meant.""",
)
BAD_VALUE = error(
    "Q205",
    "`{name}={value}` cannot be read: {wanted}.",
    "Write for example `{name}={example}`.",
    """Points are numbers above 0, `rev` and `max` whole numbers, `confidence`, `shuffle` and `case` yes or no,
    `objective` the id of one objective of the course, `parallel` the id of a question.""",
)
UNSCORED_POINTS = warning(
    "Q206",
    "Points count for nothing here: {kind} is not marked.",
    "Take `points` out of the braces.",
    """Reflections, self-assessments and estimates show something to the learner and give no points.""",
)
