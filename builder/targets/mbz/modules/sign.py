"""Texts for columns that Moodle shows as HTML and exports as characters."""

from __future__ import annotations

import re

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>|"})

_RUN = re.compile("#(?=###)")
"""Parts the value of a scale from its words where four stand together."""


def signed(text: str) -> str:
    """``text`` as HTML in which no separator of ``mod_feedback`` stands: ``|``, ``>>>>>``, ``<<<<<``, ``####``.

    The references are numeric, since Moodle's exports take these for the characters they mean and double all others
    (``s()`` in ``lib/weblib.php``).
    """
    return _RUN.sub("&#35;", text.translate(_SIGNS))


def cut(text: str, room: int) -> str:
    """``signed(text)`` in at most ``room`` characters, shortened with an ellipsis at the end of a word where it can
    be."""
    if len(signed(text)) <= room:
        return signed(text)
    short = text[:room]
    while len(signed(short)) > room - 1:
        short = short[:-1]
    words = short.rpartition(" ")[0]
    return signed((words if len(words) > room // 2 else short).rstrip()) + "\N{HORIZONTAL ELLIPSIS}"
