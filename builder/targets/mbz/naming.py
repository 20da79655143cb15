"""Names in Moodle: one line, without tags, of a length that its tables hold."""

from __future__ import annotations

import re

from builder.targets.safe import line

LENGTH = 255
"""Characters of a name (``name`` in every module's table, ``title`` of a chapter, ``concept`` of an entry)."""

_READ = re.compile(r"&(?=[A-Za-z0-9#]{1,8};)|<(?=\S)")
"""What ``format_string`` would take for a reference or for a tag, which it removes."""


def named(text: str) -> str:
    """``text`` as a name that Moodle shows as it is: ``a<b`` is kept; what is too long ends in an ellipsis."""
    whole = line(text)
    name = _literal(whole)
    if len(name) <= LENGTH:
        return name
    room = LENGTH - 1 - (len(name) - len(whole))
    return _literal(whole[: max(room, 1)].rstrip()) + "\N{HORIZONTAL ELLIPSIS}"


def _literal(text: str) -> str:
    return _READ.sub(lambda found: "&amp;" if found[0] == "&" else "&lt;", text)
