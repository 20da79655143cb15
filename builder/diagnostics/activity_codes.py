"""Codes of activities: their front matter and what each kind needs (``A1``)."""

from builder.diagnostics.code import error, warning

KEY_ELSEWHERE = error(
    "A101",
    "`{key}` has no meaning for `kind: {kind}`.",
    "Remove the line, or write the kind it is for: {owners}.",
    """Each kind of activity has keys of its own. Here the key would change nothing, which is not what was meant.""",
)
ACTIVITY_EMPTY = error(
    "A102",
    "There is no text here, and {why}.",
    "Write the text below the front matter.",
    """Learners would open it and find an empty page.""",
)
BAD_ADDRESS = error(
    "A103",
    "`{value}` is no address of a web page.",
    "Write the whole address: `url: https://example.org/page`.",
    """A link to elsewhere begins with `https://` (or `http://`) and the name of a site. Other pages of the programme
    are linked from a text: `[words](other-activity.md)`.""",
)
FILE_MISSING = error(
    "A104",
    "There is no file `{path}` in the folder `activities`.",
    "Put it there, or correct the name{hint}.",
    """Files to take away lie in `activities/media`, where all languages find them.""",
)
FILE_CASE = error(
    "A105",
    "The file is called `{real}`, with other capitals.",
    "Write `{real}`.",
    """On this computer both names may mean the same file; on most servers they do not, and the build would fail
    there.""",
)
FILE_OUTSIDE = error(
    "A106",
    "`{path}` does not lie in `activities/media`.",
    "Put the file there and write `media/` before its name.",
    """Files are taken from one place only, so that nothing gets into a package by accident.""",
)
FOLDER_EMPTY = error(
    "A107",
    "This folder holds no file.",
    "Write `files: [media/one.pdf, media/two.pdf]`, or `print: [{example}]` for the hand-outs of a course.",
    """A folder gives learners files to take away.""",
)
PRINT_UNKNOWN = error(
    "A108",
    "`print` names `{name}`, which is neither a course nor an activity of this programme.",
    "Write a folder that `courses` in programme.yaml lists, or the id of an activity{hint}.",
    """`print` puts hand-outs into a folder: of a course a booklet, of an activity its text on a sheet. The tool makes
    them.""",
)
NOTHING_TO_HAND_IN = error(
    "A109",
    "Nothing can be handed in: no files (`files: 0`) and no text (`text: false`).",
    "Allow one of the two.",
    """An assignment is something that learners hand in: files, a text, or both.""",
)
QUIZ_HERE = error(
    "A110",
    "A quiz cannot stand in an activity.",
    "Put it into a page of a course; questions without right answers make a survey (`kind: survey`).",
    """Answers of a quiz are marked and kept with a course. Activities are what stands around courses.""",
)
CHAPTER_ORDER = error(
    "A111",
    "A sub-chapter (`###`) stands before the first chapter.",
    "Open a chapter above it with `## `.",
    """In a book `##` opens a chapter and `###` a part of it, so a part needs a chapter to belong to.""",
)
FOLDER_TAKEN = error(
    "A112",
    "`courses` lists `activities`, but this folder is for what stands around the courses.",
    "Give the folder of the course another name.",
    """The folder `activities` holds surveys, forums and other activities of the whole programme, not a course.""",
)
BAD_OFFSET = error(
    "A113",
    "`{key}: {value}` is no time after the start.",
    "Write a whole number and a unit: `{key}: 3 weeks` (`weeks`, `days`, `h`, `min`).",
    """Dates are counted from the start of a course, so that one package serves every intake. A date of the calendar
    would be right for one of them only.""",
)
ID_OF_COURSE = error(
    "A114",
    "The id `{id}` is the name of a course's folder, too.",
    "Give the activity another id.",
    """Rules call activities by their ids and courses by their folders. With one name for both nobody could tell which
    is meant.""",
)
LONG_TITLE = error(
    "A115",
    "This {what} has {count} characters; a platform takes {limit}.",
    "Shorten it, and say the rest in the text beside it.",
    """Titles, headings of chapters, questions and options are names in a database. A longer one would be cut, or the
    whole package refused.""",
)
POLL_EMPTY = error(
    "A116",
    "This poll has no options.",
    "Write them below the text, `- [ ] ` before each.",
    """A poll is one question and the options to choose from.""",
)
BAD_TYPE = error(
    "A117",
    "`{value}` is no type of file.",
    "Write what its name ends with: `types: [.pdf, .docx]`.",
    """`types` names the endings of the files that may be handed in.""",
)
PAGE_BREAK = error(
    "A118",
    "An entry of a collection is one page, so that nothing can be parted here.",
    "Remove the line `---`; if a survey is meant, write `kind: survey`.",
    """The thematic break begins the next page of a survey. Entries of a collection are filled in on one page.""",
)
SETTING_DIFFERS = error(
    "A119",
    "This activity differs from the source language in {what}.",
    "Write the same as in {place}; only the words may differ.",
    """Learners of all languages are given the same activities under the same rules.""",
)
SCALE_UNUSED = warning(
    "A120",
    "No rating uses this scale.",
    "Remove it, or write a rating without a list: `## How useful was it? {{.rating}}`.",
    """The scale of the front matter is for the ratings that have no list of their own.""",
)
UNREAD = warning(
    "A121",
    "`{name}` is not read: an activity is a file whose name ends in `.md`.",
    "Rename or move it; begin its name with `_` if it shall stay as it is.",
    """Each activity is one file, directly in the folder of its language. Pictures and files to take away lie in
    `activities/media`.""",
)
NO_CHAPTERS = error(
    "A122",
    "This book has no chapters.",
    "Open each chapter with a heading: `## The first chapter`; for a text in one piece write `kind: page`.",
    """A book is read chapter by chapter. A heading of level 2 opens a chapter, one of level 3 a part of it.""",
)
WITHOUT_OUTLINE = warning(
    "A123",
    "There are activities, but no outline.yaml says where they stand.",
    "`coursewright new outline` begins one; if they shall wait, begin the name of the folder with `_`.",
    """The outline puts courses and activities in order and says by which rules they open. Without it activities are
    neither checked nor built.""",
)
