"""Codes of files, YAML and front matter: ``Y``."""

from builder.diagnostics.code import error, warning

MISSING_FILE = error(
    "Y101",
    "The file `{name}` is missing.",
    "Write `{name}`; docs/reference/authoring.md shows what it holds.",
    """Every folder of courses has a programme.yaml, every course a course.yaml, and every lesson a lesson.yaml.
    Without it the tool does not know what the folder is called or in which order things come.""",
)
MISSING_FOLDER = error(
    "Y102",
    "The folder `{name}` is missing.",
    "Make the folder `{name}`, or take it out of programme.yaml.",
    """programme.yaml lists the folders of the courses, and each course has one folder for each language it is
    written in. A name that is listed must exist; mind capitals, which count on web servers.""",
)
LEAVES_FOLDER = error(
    "Y103",
    "`{name}` leads out of the folder of courses.",
    "Put the file or folder itself there, instead of a path or a link to another place.",
    """A build reads nothing outside the folder of courses, so that it gives the same result on every machine and
    does not publish files by accident. Names of courses are plain folder names, and links to places outside are not
    followed.""",
)
TOO_LARGE = error(
    "Y104",
    "The file is larger than {limit} octets.",
    "Split the page in several pages.",
    """A page or a YAML file of more than a million characters is a mistake, such as a picture saved under the wrong
    name. Reading it would take very long.""",
)
NOT_UTF8 = error(
    "Y105",
    "The file is not saved as UTF-8{detail}.",
    "Save it again with the encoding UTF-8 (in most editors: Save as, Encoding).",
    """Text files of a course are in UTF-8, which holds every script. Other encodings read alike only for plain
    English letters and break accents and other scripts.""",
)
CONTROL_CHARACTER = error(
    "Y106",
    "There is an invisible control character here (number {number}).",
    "Delete it; it often comes along when text is copied from a PDF file.",
    """Control characters are not allowed in the XML files of a package. An import would fail because of one of
    them.""",
)
UNREADABLE = error(
    "Y107",
    "`{name}` cannot be read: {reason}.",
    "See that it is a file, that it is not locked, and that you may read it.",
    """The operating system refused to open the file. It may be a folder of that name, a broken link or a file that
    another program holds.""",
)
UNUSED_FILE = warning(
    "Y108",
    "`{name}` is not used: only pages (names ending in `.md`) and lesson folders are read here.",
    "Rename or move it; begin its name with `_` if it shall stay as it is.",
    """A language folder holds lessons, and a lesson folder holds pages. Something else there is often a page with a
    wrong ending, or a folder too deep, which learners would miss. Names beginning with `_` or `.` are left alone.""",
)
ODD_ORDER = warning(
    "Y109",
    "`{name}` comes before `{other}`, because order is the order of the names, letter by letter.",
    "Write the numbers with equally many digits: 02, 10.",
    """Files and folders come in the order of their names, compared letter by letter, so that 10 stands before 2.
    With leading zeros the order of the numbers and of the names is the same.""",
)
NO_PAGES = error(
    "Y110",
    "`{name}` has no pages.",
    "Write a page there (a file ending in `.md`), or begin the folder's name with `_` until it is ready.",
    """A lesson or a course without pages would show learners an empty place in the navigation.""",
)
NOT_A_BANK = error(
    "Y111",
    "This page stands in `banks/` but its kind is `{kind}`.",
    "Write `kind: bank` in its front matter, or move it into a lesson.",
    """The folder `banks` holds questions for tests to draw from; its pages are never shown. A page of another kind
    would be lost there.""",
)

YAML_SYNTAX = error(
    "Y201",
    "This is not YAML: {problem}.",
    "Compare the line and the one above it with the examples in docs/reference/authoring.md; indent with equal blanks.",
    """YAML files consist of `key: value` lines, lists with `- `, and indentation by blanks. The place given is
    where reading had to stop; the mistake is often just above it.""",
)
YAML_TAB = error(
    "Y202",
    "There is a tab character here; YAML indents with blanks only.",
    "Replace the tab by blanks (most editors can do so: Convert tabs to spaces).",
    """Tabs are as wide as each editor likes, so YAML does not accept them before keys and list items.""",
)
YAML_COLON = error(
    "Y203",
    "This text holds a colon with a blank after it, which YAML takes for another key.",
    'Put the whole text in straight quotes: `title: "Trade: an introduction"`.',
    """In YAML a colon followed by a blank separates a key from its value. A text that holds one must stand in
    quotes.""",
)
YAML_QUOTE = error(
    "Y204",
    "A quote that opens here is never closed.",
    'Close it with the same sign; a `"` within double quotes is written `\\"`, a `\'` within single quotes twice.',
    """A text that begins with a quotation mark ends at the next one of the same kind. Without it the rest of the
    file would be part of the text.""",
)
DUPLICATE_KEY = error(
    "Y205",
    "The key `{key}` stands here twice; it is in line {line} already.",
    "Keep one of the two.",
    """With one key twice nobody can tell which value was meant.""",
)
YAML_ALIAS = error(
    "Y206",
    "Anchors and aliases (`&name`, `*name`) are not used in course files.",
    "Write the value out; put a text that begins with `&` or `*` in quotes.",
    """References within YAML make files hard to read and to translate, and can blow up a small file to any size. A
    text that begins with `&` or `*` looks like one of them, and needs quotes.""",
)
YAML_TAG = error(
    "Y207",
    "Tags (`!name`) are not used in course files.",
    "Remove the tag; put a text that begins with `!` in quotes.",
    """A tag asks the reader for a special type, which course files do not have. A text that begins with `!` looks
    like one, and needs quotes.""",
)
YAML_DEEP = error(
    "Y208",
    "Lists and mappings are nested more than {limit} deep here.",
    "Flatten the value; course files need three levels at most.",
    """Deep nesting comes from a slip in indentation or from a generated file; no key of a course file needs it.""",
)
YAML_DOCUMENTS = error(
    "Y209",
    "A second YAML document begins here (`---`).",
    "Remove the line `---`, or move what follows into a file of its own.",
    """A line of three hyphens begins a new document, and only the first one would be read.""",
)
YAML_KEY = error(
    "Y210",
    "A key must be a plain word, not a list or a mapping.",
    "Write `key: value`; put a text that begins with `[` or `{{` in quotes.",
    """Brackets and braces open lists and mappings in YAML. As the beginning of a key they are nearly always a text
    that lacks its quotes.""",
)
WRONG_TYPE = error(
    "Y211",
    "`{key}` must be {expected}, but this is {found}.",
    "Write for example `{example}`.",
    """Each key takes one type of value. YAML reads `yes`, `no`, `true`, `false` and numbers as such unless they
    stand in quotes.""",
)
UNKNOWN_KEY = error(
    "Y212",
    "There is no key `{key}` here.",
    "{hint}",
    """A key that is not known is nearly always misspelt; the value would have no effect, and nobody would notice.""",
)
MISSING_KEY = error(
    "Y213",
    "The key `{key}` is missing.",
    "Add a line `{example}`.",
    """Some keys cannot be left out: an id under which learners' records are kept, a title to show.""",
)
UNKNOWN_VALUE = error(
    "Y214",
    "`{value}` is not a value of `{key}`.",
    "{hint}",
    """The key takes one of a few words only.""",
)
BAD_NUMBER = error(
    "Y215",
    "`{key}` must be a whole number from {low} to {high}, but this is {value}.",
    "Write a number within this range, without unit: `{key}: {low}`.",
    """The value has limits, such as 0 to 100 for a pass mark in per cent.""",
)
BAD_ID = error(
    "Y216",
    "`{value}` cannot be an id.",
    "Write {rule}.",
    """Ids name things in packages, web addresses and saved records for ever, so they are made of plain letters,
    digits and hyphens.""",
)
DUPLICATE_ID = error(
    "Y217",
    "The id `{value}` is in line {line} already.",
    "Give one of the two another id, or remove it.",
    """Entries of a list are found by their ids. With one id twice a citation or link could mean either.""",
)
MISSING_TEXT = warning(
    "Y218",
    "`{key}` has no text in the language `{language}`; learners will see the one in `{other}`.",
    "Add the text: `{language}: …`.",
    """A text by language holds one text for each language the course is built in. Where one is missing another
    language is shown in its place.""",
)
QUIZ_KEY = error(
    "Y219",
    "`{key}` has no meaning on a page of kind `{kind}`.",
    "Write `kind: quiz` or `kind: test`, or remove `{key}`.",
    """Pass marks, attempts, draws and the like are rules of quizzes; the page has none. Often `kind` was forgotten.""",
)
BOTH_KEYS = error(
    "Y220",
    "Both `{key}` and `{other}` are given.",
    "Put all of them under `{other}`.",
    """Two keys say the same thing, one for a single value and one for a list.""",
)
EMPTY_TEXT = error(
    "Y221",
    "`{key}` is empty.",
    "Write a value behind `{key}:`, or remove the line.",
    """A key without value is read as nothing, which is rarely meant.""",
)
BAD_DATE = error(
    "Y222",
    "`{key}` is no date: `{value}`.",
    "Write year, month and day, or year and month: `{key}: 2026-11-22` or `{key}: 2026-11`.",
    """Dates are written the same way in all languages, as 2026-11-22; learners see them in the words of theirs. A day
    that does not exist, such as 2026-02-30, is refused.""",
)
DATE_ORDER = error(
    "Y223",
    "`{key}` ({value}) comes before `{other}` ({before}).",
    "Correct one of the two dates.",
    """A course is reviewed after the date of its content, and its changes are not later than that. Where the order is
    wrong, one of the dates was not brought up to date.""",
)
NO_CONSENT = error(
    "Y224",
    "A testimony needs `{key}`.",
    "Write `{key}: …`, or `placeholder: true` as long as nobody has agreed to be quoted.",
    """Words of a real person are published under their name, with their written consent of a certain date, and under a
    licence that they chose. A page without all three must say that it is a placeholder, and learners see that.""",
)
PLACEHOLDER_KEY = error(
    "Y225",
    "A placeholder has no `{key}`.",
    "Remove `{key}`, or remove `placeholder: true` if a real person speaks here.",
    """A placeholder marks a page on which nobody speaks yet. A name or a consent on it would make an invented voice
    look like a real one.""",
)

NO_FRONT_MATTER = error(
    "Y301",
    "The page does not begin with its front matter.",
    "Begin the file with `---`, a line `title: …`, and `---`.",
    """Each page begins with YAML between two lines of three hyphens, which gives at least its title. Nothing, no
    blank line either, may stand before it.""",
)
OPEN_FRONT_MATTER = error(
    "Y302",
    "The front matter is not closed.",
    "Write a line `---` after its last key.",
    """The front matter ends at a line that holds three hyphens and nothing else. Without it the page's text cannot
    be told from its keys.""",
)
