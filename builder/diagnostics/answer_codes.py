"""Codes of what stands in an answer, by kind of question (``Q4`` to ``Q8``)."""

from builder.diagnostics.code import error

ONE_OPTION = error(
    "Q401",
    "A choice needs at least two options; here is {count}.",
    "Add a wrong option: `- [ ] …`.",
    """With one option there is nothing to choose.""",
)
MANY_OPTIONS = error(
    "Q402",
    "This question has {count} options; at most {limit} are possible.",
    "Leave out the options that nobody would choose.",
    """Options are named by the letters of the alphabet where a format or a printed page asks for it, and nobody reads
    so many.""",
)
DUPLICATE_OPTION = error(
    "Q403",
    "This option stands twice (the other is on line {line}).",
    "Change one of the two, or take it out.",
    """Learners could not tell the two apart, and only one of them might be right.""",
)
EMPTY_OPTION = error(
    "Q404",
    "This option has no text.",
    "Write the option behind the brackets: `- [ ] Lower prices`.",
    """An empty option cannot be chosen sensibly, nor read aloud.""",
)
NO_RIGHT_OPTION = error(
    "Q405",
    "None of these options is right.",
    "Write `[x]` before the right {what}.",
    """A question without a right answer would give everybody no points.""",
)
SEVERAL_RIGHT = error(
    "Q406",
    "{count} options are right, and {kind} has one.",
    "{hint}",
    """With several right options learners must be allowed to tick several.""",
)
NESTED_OPTIONS = error(
    "Q407",
    "These options are indented, so they belong to the option above them.",
    "Begin each option at the same place: take the blanks before `- [` away.",
    """An indented list is part of the item above it. Its options would be shown as text and never asked.""",
)
TRUEFALSE_TWO = error(
    "Q411",
    "A true-false question has two options; here are {count}.",
    "Write the two, or take `.truefalse` out of the braces for a choice.",
    """A statement is true or false. A second list below may ask for the reason.""",
)
TRUEFALSE_LISTS = error(
    "Q412",
    "A true-false question has one list for the answer and one for the reasons; this is one more.",
    "Make one list of the reasons, or a question of its own.",
    """The first task list judges the statement, the second gives the reason.""",
)
NO_RIGHT_LINE = error(
    "Q501",
    "There is no right answer among these lines.",
    "Write it in a line of its own: `= answer`.",
    """Lines with `!` name known mistakes and give feedback on them. What is right needs a line with `=`.""",
)
EMPTY_LINE = error(
    "Q502",
    "There is nothing between these quotes.",
    "Write the answer between the quotes, or take the line out.",
    """An empty answer cannot be told from no answer.""",
)
BAD_NUMBER = error(
    "Q503",
    "`{text}` cannot be read as a number.",
    "{hint}",
    """Numbers in sources are written with digits and a decimal point in every language, without blanks between
    thousands and without a unit. Learners see and type them as is usual in theirs. In double quotes an answer is a
    text.""",
)
REVERSED_RANGE = error(
    "Q504",
    "The range `{text}` runs backwards.",
    "Write the smaller number first: `{right}`.",
    """No number is above the larger and below the smaller end, so no answer could be right.""",
)
NUMBER_AND_TEXT = error(
    "Q505",
    "Numbers and texts stand among these answers.",
    'Put the numbers in double quotes, `= "{text}"`, to accept them as they are typed; or leave out the texts.',
    """A question is answered with a number, which is compared by its value, or with a text, which is compared letter
    by letter.""",
)
OVERLAP = error(
    "Q506",
    "`{wrong}` is a mistake here and right on line {line}.",
    "Change one of the two lines so that no answer is both.",
    """Right answers are looked at first, so the feedback of this line would come never, or only sometimes.""",
)
DUPLICATE_LINE = error(
    "Q507",
    "This answer stands twice (the other is on line {line}).",
    "Take one of the two out.",
    """Capitals, accents typed in two ways and blanks make no difference unless the question minds them, so the second
    line has no effect.""",
)
LONG_ANSWER = error(
    "Q508",
    "This answer has {length} characters, and learners can type {max}.",
    "Shorten it, or write `max={length}` in the braces (127 at most).",
    """The place for an answer is limited, so that what a course must save can be known beforehand. An answer that
    cannot be typed is never right.""",
)
MANY_LINES = error(
    "Q509",
    "This question has {count} answer lines; at most {limit} are possible.",
    "Let `*` stand for what varies, or ask for a choice.",
    """Each line is compared with what the learner types, and all of them travel to the learner's device.""",
)
MANY_ROWS = error(
    "Q606",
    "This table has {count} rows; a question can have {limit}.",
    "Make several questions of it.",
    """What learners choose in each row must be saved, and nobody matches so many at a time.""",
)
MATCHING_COLUMNS = error(
    "Q601",
    "A matching table has two columns; this one has {count}.",
    "Write what is to be matched on the left and its match on the right.",
    """Learners choose for each left-hand cell one of the right-hand values.""",
)
EMPTY_CELL = error(
    "Q602",
    "This row has no right-hand cell.",
    "Write the match into it. For a match that fits nothing, leave the left-hand cell empty.",
    """An empty cell on the left makes the right-hand one a distractor. An empty one on the right matches nothing.""",
)
FEW_ROWS = error(
    "Q603",
    "A matching question needs at least two rows to match and two different values.",
    "Add rows, or ask it as a choice.",
    """With one row it is a choice; with one value there is nothing to decide.""",
)
DUPLICATE_ROW = error(
    "Q604",
    "This cell stands twice on the left (the other is on line {line}).",
    "Change one of the two, or take it out.",
    """Learners could not tell the two rows apart.""",
)
USELESS_DISTRACTOR = error(
    "Q605",
    "This distractor is a right-hand value already.",
    "Take the row out; each value is offered once, whatever the number of rows it fits.",
    """A row without a left-hand cell adds a value that fits nothing.""",
)
ORDER_LENGTH = error(
    "Q611",
    "An ordering question has 2 to 12 items; here is {count}.",
    "{hint}",
    """One item has no order, and more than a dozen cannot be held in mind or moved about on a phone.""",
)
DUPLICATE_ITEM = error(
    "Q612",
    "This item stands twice (the other is on line {line}).",
    "Change one of the two, or take it out.",
    """Learners could not tell which of the two comes first.""",
)
EMPTY_ITEM = error(
    "Q613",
    "This item has no text.",
    "Write it, or take the number away.",
    """An empty item cannot be put in order.""",
)
LONG_GAP = error(
    "Q701",
    "The answer `{text}` has {length} characters, and learners can type {max}.",
    "Shorten it, or write `max={length}` behind the heading (127 at most).",
    """The place for an answer is limited, so that what a course must save can be known beforehand.""",
)
SPOT_QUOTE = error(
    "Q711",
    "There is no quoted table or text directly above these options.",
    "Put `>` before each line of the table or text that learners look at, and write the options below it.",
    """`{.spot}` asks learners to choose rows of a table or words of a text, which stands in a blockquote above the
    options.""",
)
SPOT_NOT_FOUND = error(
    "Q712",
    "`{text}` is not {place}.",
    "Write it exactly as it stands there: {hint}.",
    """The options of a `{.spot}` question name rows by their first cell, or words of the text, letter by letter.""",
)
SPOT_TWICE = error(
    "Q713",
    "`{text}` stands {count} times in the quoted text.",
    "Take more words with it, so that it is clear which place is meant.",
    """Learners choose a place in the text, so the option must name one place.""",
)
BRANCH_STEPS = error(
    "Q801",
    "A branching case needs steps.",
    "Give each step a sub-heading with an id: `### You meet the minister {{#s-minister}}`.",
    """The first step opens the case; the options of each step lead to the next.""",
)
UNKNOWN_STEP = error(
    "Q802",
    "There is no step `{name}` in this case.",
    "{hint}",
    """The link at the end of an option leads to a step of the same case, by the id in the braces of its heading.""",
)
UNREACHED_STEP = error(
    "Q803",
    "No option leads to this step.",
    "Let an option end in a link to it, `[→](#{name})`, or take the step out.",
    """Learners would never see it.""",
)
BRANCH_LOOP = error(
    "Q804",
    "This option leads back to a step that was taken already.",
    "Let it lead to a later step, or to an ending of its own.",
    """A way through a case must come to an end, and what was chosen on it must be possible to save.""",
)
NO_RIGHT_WAY = error(
    "Q805",
    "None of the options of this step is right.",
    "Write `[x]` before each option that is a good choice here.",
    """The score is the share of right choices on the way taken. A step without a right one could only lose points.""",
)
DUPLICATE_STEP = error(
    "Q806",
    "Two steps of this case have the id `{name}` (the other is on line {line}).",
    "Give one of them another id.",
    """A link could not tell which of the two it leads to.""",
)
STEP_LINK_PLACE = error(
    "Q807",
    "The link to the next step does not stand at the end of this option.",
    "Write it as the last thing in the option's line: `- [x] Ask for data [→](#s-data)`.",
    """The link at the end of an option says where it leads. Elsewhere, or in bold words, it is part of the text, and
    the case would end here.""",
)
CHECKLIST_TABLE = error(
    "Q811",
    "A self-assessment needs a table of two columns: part and statement.",
    "Write `| Part | Statement |`, the line of dashes, and a row for each statement.",
    """Learners say of each statement how far it is true for them; the parts make the printed profile.""",
)
EMPTY_STATEMENT = error(
    "Q812",
    "This row has no statement.",
    "Write it into the second cell; an empty first cell repeats the part above.",
    """There is nothing to answer in this row.""",
)
BAD_SCALE = error(
    "Q813",
    "The scale needs 2 to 7 different answers; here is {count}.",
    'Write them from least to most with slashes between them: `scale="no / partly / yes"`.',
    """The profile counts how far up the scale each part was answered.""",
)
VOTE_RIGHT = error(
    "Q821",
    "A vote has no right option, and this one is marked.",
    "Write `- [ ]`; or take `.vote` out of the braces to have the answer marked.",
    """A vote asks for an opinion or a prediction. Whatever is chosen is noted, and nothing is right or wrong.""",
)
VOTE_UNKNOWN = error(
    "Q822",
    "`of={id}` names no vote of this course.",
    "Write the id of the vote that is asked again{hint}.",
    """`of=` shows learners what they chose before, beside what they choose now. So it names a question that is a vote
    too, here or on another page of the course.""",
)
VOTE_AGAIN = error(
    "Q823",
    "`of={id}` names {what}.",
    "Write the id of the vote that was asked first{hint}.",
    """Every later vote looks back at the first one. A vote that looked back at itself, or at one that looks back, would
    show nothing.""",
)
VOTE_COUNT = error(
    "Q824",
    "The vote `{id}` has {before} options, and here are {count}.",
    "Write the same options in the same order, or leave the list out: then they are taken over.",
    """What was chosen before is shown with the words of the option at that place.""",
)
VOTE_ELSEWHERE = error(
    "Q825",
    "The vote `{id}` is asked in another package than this one.",
    "Move one of the two to the lesson of the other, or take `of=` away.",
    """With `package: lesson` every lesson is a package of its own, and none can read the answers another one keeps.""",
)
RANK_SHORT = error(
    "Q831",
    "This list has {count} items, and the first {top} are asked for.",
    "Add items, or write how many to rank: `{{.rank top=2}}`.",
    """A ranking picks the first few of a list, three where nothing is said.""",
)
BUDGET_RIGHT = error(
    "Q841",
    "A budget has no right measure, and this one is marked.",
    "Write `- [ ]`; what speaks for a measure or against it stands below it as feedback.",
    """A budget is weighed up and not marked. Only the limit and the number to choose are held.""",
)
BUDGET_BRACKETS = error(
    "Q842",
    "The brackets `({text})` at the end of this measure cannot be read.",
    "Write the cost, the kind, or both: `(30)`, `(Skills)` or `(30, Skills)`; the unit stands in the heading.",
    """A cost is a plain number from 0 on, with two decimals at most after a point and nothing between thousands. A kind
    is a word or two that does not begin with a digit.""",
)
BUDGET_UNEVEN = error(
    "Q843",
    "This measure has no {what} in brackets at its end, and others have one.",
    "Write it as the others have it: `{example}`.",
    """Sums are drawn up over all measures, so a cost or a kind stands behind each of them or behind none. Where nothing
    costs anything, write `(0)`.""",
)
BUDGET_FREE = error(
    "Q844",
    "This budget sets no limit.",
    "Write `limit=100`, `choose=3`, or both behind the heading.",
    """Where everything can be chosen there is nothing to weigh up.""",
)
BUDGET_COSTS = error(
    "Q845",
    "This budget has a limit, and its measures have no cost.",
    "Write the cost in brackets at the end of each measure: `- [ ] Train officers (30)`; or take `limit` away.",
    """What is spent is the sum of the costs of the measures chosen.""",
)
BUDGET_MANY = error(
    "Q846",
    "{choose} measures are to be chosen, and there are {count}.",
    "Add measures, or write a smaller number: `choose=2`.",
    """Learners could never hand in an answer.""",
)
BUDGET_TIGHT = error(
    "Q847",
    "Even the cheapest choice of {count} costs more than the limit of {limit}.",
    "Raise `limit`, lower `choose` or the costs.",
    """Learners could never hand in an answer.""",
)
