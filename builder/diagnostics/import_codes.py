"""Codes of ``import`` (``J``): general ones are J1, Word J2, tables J3, Moodle XML J4, GIFT J5."""

from builder.diagnostics.code import error, warning

LOST_MARKUP = warning(
    "J101",
    "{where}: {what} could not be taken over.",
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
NOT_A_BANK = error(
    "J401",
    "This is no question bank that can be read: {reason}.",
    "Export the questions again (in Moodle: Question bank, Export, Moodle XML format), and import that file.",
    """Moodle XML is an XML file whose root element is `quiz`. A file that was cut off on its way, or changed by hand, may
    not be well-formed any more; files that declare entities of their own are refused.""",
)
LOST_QUESTION = warning(
    "J402",
    "The question “{name}” was left out: {reason}.",
    "Write it anew as one of the types in docs/reference/authoring.md, or leave it out.",
    """Other tools have types of questions that ours are not like: calculated ones, areas of a picture, random ones. They
    are named, so that you can decide what to do about each.""",
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
    "Compare it with the other questions of the file; a backslash before `~ = # {{ }} :` makes a sign part of the text.",
    """In GIFT an empty line ends a question, and the answers stand in braces. What cannot be read is left out, and the
    questions after it are read.""",
)
