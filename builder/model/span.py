"""Where in the source something stands."""

from typing import NamedTuple


class Span(NamedTuple):
    """A place in a source file, as editors count it."""

    path: str
    """The file, relative to the folder of courses, with forward slashes."""
    line: int
    """1 for the first line; 0 when the file as a whole is meant."""
    column: int = 1
    """1 for the first character of the line."""
    width: int = 1
    """How many characters the caret underlines."""
