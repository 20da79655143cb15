"""Codes of imports.

All begin with J: general ones are J1, those of Word J2, of tables J3, of Moodle XML J4, of GIFT J5.
"""

from builder.diagnostics.code import error, warning

LOST_MARKUP = warning(
    "J101",
    "Not taken over from {where}: {what}.",
    "Compare the imported text with the original, and add by hand what is needed.",
    """A course holds the kinds of text that every target can show. What has none of these kinds becomes its plain
    words, or a placeholder, and is listed, so that nothing is lost without your knowledge.""",
)
PICTURE_REFUSED = warning(
    "J102",
    "The picture `{name}` was left out: browsers do not show its type, or it is larger than 20 MB.",
    "Save it as PNG, JPEG or SVG, put it into the course's `media/` folder and write `![description](media/name.png)`.",
    """Word keeps drawings and clip art in formats of its own (EMF, WMF, TIFF). Learners' browsers and phones show PNG,
    JPEG, GIF, WebP and SVG only.""",
)
PACKED_UNREADABLE = error(
    "J103",
    "This is no {kind}, or it is damaged.",
    "Open it in the program it comes from, save it again under its newest format (.docx, .xlsx), and import that file.",
    """Word and Excel files are zip packages of XML. A file that was cut off on its way, protected by a password or
    merely renamed cannot be opened as one.""",
)
PACKED_UNSAFE = error(
    "J104",
    "This {kind} is not opened: {reason}.",
    "If you trust its author, open it in the program it comes from, save it again, and import that file.",
    """A small zip package can unpack to more than a computer holds, and XML can ask for files it has no business with.
    Office programs write neither, so such a file is refused before anything in it is read.""",
)
NO_IMPORTER = error(
    "J105",
    "This file is in no format that can be imported.",
    "{hint}",
    """The format is told by the end of the file's name and by how the file begins. Older formats (.doc, .xls, .odt)
    open in the office programs, which save them as .docx and .xlsx.""",
)
NEEDS_EXTRA = error(
    "J106",
    "{title} cannot be read: the Python module `{module}` is not installed.",
    "Install it: pip install 'coursewright[{extra}]'",
    """Building courses needs few modules. Those that only an import needs are installed when they are wanted.""",
)
NOTHING_FOUND = error(
    "J107",
    "Nothing in this file could be taken over.",
    "Look at what is said above, put it right in the file, and import it again.",
    """An import makes a course of what it finds: pages under headings, or questions. Here it found neither, so nothing
    was written.""",
)
FILE_LARGE = error(
    "J108",
    "This file is larger than {limit} MB, and is not read.",
    "Make its pictures smaller (Word: Compress pictures), or divide it.",
    """A course is read on phones and slow lines. A document of this size holds pictures far larger than any screen.""",
)
BROKEN_IMPORTER = error(
    "J109",
    "The importer `{name}` cannot be used: {reason}.",
    "Update the distribution it comes from, or remove it.",
    """Other distributions add importers through the entry-point group `coursewright.importers`. What is wrong with one
    stops the import of its own format only.""",
)
REFERENCE_LEFT = warning(
    "J110",
    "The question `{id}` names `{target}` (`{name}`), which is not in this file; that was left out.",
    "Write it again when the course has it, or leave it out.",
    """A question can name the page to read again, or its counterpart in another test. A file that holds questions alone
    has neither, and a link that leads nowhere would keep the course from being built.""",
)
QUESTION_UNREAD = warning(
    "J201",
    "“{title}” looks like a question, but {reason}; it was kept as text.",
    "Put it right in the document and import it again, or write the question by hand on its page.",
    """Below a heading of level 3, options with one marked as right, or a line that begins with `Answer:`, make a
    question. Where the two do not fit together, nothing is guessed: a wrong key would mark right answers as wrong.""",
)
PAGE_EMPTY = warning(
    "J202",
    "The heading “{title}” has nothing below it, and was left out.",
    "Nothing need be done; or write its text in the document and import it again.",
    """Headings of level 1 and 2 open lessons and pages. A page without text would be a click for nothing.""",
)
NO_HEADER = error(
    "J301",
    "No row of {table} names the columns.",
    "Write a first row with names: at least `stem` (the question), and `options` and `right`, or `right` alone.",
    """The columns of a table of items are known by the names in its first row, in any order. Without `stem` nobody can
    tell what is asked.""",
)
ROW_LEFT = warning(
    "J302",
    "Row {row}, column `{column}`: {reason}; the row was left out.",
    "Put it right in the table, and import it again.",
    """A question whose key is not certain is not made: it would mark right answers as wrong. The other rows are
    read.""",
)
ROW_DOUBT = warning(
    "J303",
    "Row {row}, column `{column}`: {reason}.",
    "Look at the question in the preview, or put the table right and import it again.",
    """The rest of the row is clear, so the question was made without this.""",
)
COLUMN_UNKNOWN = warning(
    "J304",
    "The column `{name}` is not known, and was left out.",
    "{hint}",
    """A table of items may hold columns for other purposes. Known are: id, objective, type, stem, options (or option 1,
    option 2 …), right, feedback (or feedback 1, feedback 2 …), points, unit.""",
)
SHEET_LEFT = warning(
    "J305",
    "The sheet “{name}” was left out: no row of it names the columns.",
    "Nothing need be done if it holds no questions; else give it a first row with the names of its columns.",
    """All sheets of a workbook that have a row of names are read as one table.""",
)
NOT_A_BANK = error(
    "J401",
    "This is no question bank that can be read: {reason}.",
    "Export the questions again (in Moodle: Question bank, Export, Moodle XML format), and import that file.",
    """Moodle XML is an XML file whose root element is `quiz`. A file that was cut off on its way, or changed by hand,
    may not be well-formed any more; files that declare entities of their own are refused.""",
)
LOST_QUESTION = warning(
    "J402",
    "The question “{name}” was left out: {reason}.",
    "Write it anew as one of the types in docs/reference/authoring.md, or leave it out.",
    """Other tools have types of questions that ours are not like: calculated ones, areas of a picture, random ones.
    They are named, so that you can decide what to do about each.""",
)
CHANGED_QUESTION = warning(
    "J403",
    "The question “{name}” is not quite the same: {what}.",
    "Look at it in the preview, and change what no longer fits.",
    """Scoring rules differ between tools: here an option is right or wrong, and never half right; several right options
    are each worth the same. A question that was scored in another way is kept under our rules, and named.""",
)
LOST_EXTRAS = warning(
    "J404",
    "Left out of {count} of the questions: {what}.",
    "Nothing need be done. What matters in them can be said in the feedback of an option, or in the general feedback.",
    """Hints between tries, or a text for right, partly right and wrong answers, have no place here: feedback belongs to
    options and to the question as a whole. They are counted once a file and not named question by question.""",
)
NOT_GIFT = warning(
    "J501",
    "This cannot be read as a GIFT question: {reason}.",
    "Compare it with the other questions of the file; a backslash before `~ = # {{ }} :` makes it a sign of the text.",
    """In GIFT an empty line ends a question, and the answers stand in braces. What cannot be read is left out, and the
    questions after it are read.""",
)
