"""Codes of forms: the items of surveys and collections (``A2``)."""

from builder.diagnostics.code import error

NO_ITEMS = error(
    "A201",
    "This {kind} asks nothing.",
    "Open each question with a heading: `## How useful was it? {{.rating}}`.",
    """In a survey or a collection a heading of level 2 opens a question, and what stands below it is its answer.""",
)
UNKNOWN_KIND = error(
    "A202",
    "Nothing is asked in the way `.{name}`.",
    "{hint}",
    """A word with a point in the braces behind a heading says how it is answered: one, several, menu, rating, rank,
    number, line, text, date, link, file; a `note` asks nothing.""",
)
TWO_KINDS = error(
    "A203",
    "`.{first}` and `.{second}` are two ways to answer.",
    "Leave one of them in the braces.",
    """A question is answered in one way.""",
)
UNKNOWN_ATTRIBUTE = error(
    "A204",
    "A question of a form has no attribute `{name}`.",
    "{hint}",
    """What stands in the braces behind a heading changes how the question is asked. A misspelt name would change
    nothing, and nobody would see it.""",
)
ATTRIBUTE_ELSEWHERE = error(
    "A205",
    "`{name}` has no meaning for `.{kind}`.",
    "Take `{name}` out of the braces; it is for {owners}.",
    """Some attributes are for one way to answer only. Here it would change nothing, which is not what was meant.""",
)
BAD_VALUE = error(
    "A206",
    "`{name}={value}` cannot be read: {wanted}.",
    "Write for example `{name}={example}`.",
    """`top`, `max` and `lines` are whole numbers, `least` and `most` numbers with a decimal point, `required` stands
    alone, and `when` names an item and the number of one of its options.""",
)
BOUNDS_CROSSED = error(
    "A207",
    "No number is at least {least} and at most {most}.",
    "Write the smaller one behind `least` and the greater one behind `most`.",
    """`least` and `most` bound the number that can be given. Between these two there is nothing to choose.""",
)
NO_KIND = error(
    "A208",
    "It is not said how this is answered.",
    "{hint}",
    """A task list below the heading (`- [ ] option`) gives options to choose from. Everything else is named by a word
    with a point in the braces, `.text` or `.rating` for instance.""",
)
NO_OPTIONS = error(
    "A209",
    "`.{kind}` needs options, and there are none.",
    "Write them below the heading, `- [ ] ` before each.",
    """Learners choose from a task list.""",
)
TICKED = error(
    "A210",
    "This option is ticked.",
    "Write `- [ ] ` before it.",
    """In surveys, collections and polls no answer is right, and none is given in advance. A tick marks a right answer,
    which only a quiz has.""",
)
NO_BOX = error(
    "A211",
    "Some items of this list are options and this one is not.",
    "Write `- [ ] ` before it; if this is a list above the options, write a line of text between the two.",
    """In a task list every item is an option. An item without a box would be lost.""",
)
OPTION_TEXT = error(
    "A212",
    "An option is one paragraph of text{found}.",
    "Write the option behind its box or number, and what explains it above the list.",
    """Platforms show an option as one line beside a button, or in a list that opens.""",
)
OPTION_TWICE = error(
    "A213",
    "This option stands on line {line} already.",
    "Change or remove one of the two.",
    """Two options with the same words cannot be told apart: neither by learners nor in the results, and a question
    that depends on one of them would be asked for both.""",
)
FEW_OPTIONS = error(
    "A214",
    "There is nothing to choose with {count}.",
    "{hint}",
    """A choice needs two options at least, a ranking as many as it has places. One box to tick, as for a consent, is
    written `.several`.""",
)
NO_SCALE = error(
    "A215",
    "This rating has no scale.",
    "Write an ordered list below it (`1. Not useful`, `2. Useful`), or `scale: [Not useful, Useful]` in the front "
    "matter.",
    """A rating chooses one step of a scale, and each step counts as its number. A scale in the front matter is for all
    ratings without a list.""",
)
NOT_RISING = error(
    "A216",
    "The number {value} does not come after {before}.",
    "Number the steps of the scale upwards: `1.`, `2.`, `3.`.",
    """The numbers of the list are what the steps count as, in means and tables. A scale whose good end comes first is
    turned round by the words, not by the numbers.""",
)
OPTIONS_HERE = error(
    "A217",
    "Nobody can choose from these options.",
    "{hint}",
    """A task list is the answer of a question and stands directly below its heading or help.""",
)
TEXT_AFTER = error(
    "A218",
    "Text stands after the options.",
    "Move it above the options, or open the next question or a note with a heading: `## … {{.note}}`.",
    """What stands between the heading and the options is the help of the question. Below them there is no place for a
    text.""",
)
INNER_HEADING = error(
    "A219",
    "This heading has {level} number signs; only two open a question.",
    "Write `## `, or make the line bold.",
    """A heading of level 2 opens a question or a note; nothing can stand below a deeper one.""",
)
PAGE_EMPTY = error(
    "A220",
    "On the page before or after this line nothing is asked.",
    "Remove the line `---`, or move it between two questions.",
    """The thematic break begins the next page of a survey. A page without questions would only have to be clicked
    away.""",
)
FILE_ASKED = error(
    "A221",
    "A survey cannot take files.",
    "Write `kind: collection` or `kind: assignment`, or ask for an address: `.link`.",
    """Platforms take files with entries of collections and with assignments.""",
)
WHEN_UNKNOWN = error(
    "A222",
    "`when` names `{item}`, and no question of this survey has that id.",
    "Write the id of an earlier question{hint}.",
    """A question can depend on what was chosen before. It names the earlier question by its id.""",
)
WHEN_LATER = error(
    "A223",
    "`when` names `{item}`, which is asked later.",
    "Put this question on a page after `{item}`.",
    """A question can depend on what was answered before only.""",
)
WHEN_PAGE = error(
    "A224",
    "`when` names `{item}`, which stands on the same page.",
    "Write a line `---` between the two.",
    """Whether the question is asked is settled when a page is sent, so the two have to stand on different pages.""",
)
WHEN_OPTION = error(
    "A225",
    "`{item}` has {count} options; there is no option {option}.",
    "Write the number of the option, counted from the first: `when={item}:1`.",
    """`when` names one option of the earlier question by its place in the list.""",
)
WHEN_OTHER = error(
    "A226",
    "`when` names `{item}`, whose answers are no options (`.{kind}`).",
    "Name a question of the kinds one, several, menu or rating.",
    """A question can depend on an option that was chosen, not on a text or a number.""",
)
WHEN_COLLECTION = error(
    "A227",
    "In a collection every field is always asked for.",
    "Take `when` out of the braces; if a survey is meant, write `kind: survey`.",
    """An entry of a collection is filled in on one page, where nothing can depend on another field.""",
)
