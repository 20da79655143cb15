"""Codes of activities in a Moodle backup: ``Z``."""

from builder.diagnostics.code import note, warning

NO_PRINT = note(
    "Z101",
    "What `print` calls `{course}` is left out of this folder: {reason}",
    "Put that right and build again, or put the files into the folder by hand.",
    """`print` puts the pages of a course, or the text of an activity, into a folder as PDF. That takes a library that
    does not come with the tool, and the text in the language of the folder; all else is built without it.""",
)
APART_SINGLE = warning(
    "Z102",
    "Moodle keeps groups apart in no forum of a single discussion: learners open discussions of their own here.",
    "Take away `single` from the forum, or `apart` from its line of the outline.",
    """With `apart`, members of different groups do not see each other, so that one discussion for all cannot be. The
    text of the forum stands above the discussions then.""",
)
