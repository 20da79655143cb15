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
