"""Regular expressions of XML Schema (part 2, appendix F), which match the whole of a text."""

from __future__ import annotations

import re
from itertools import pairwise

from tests.support.qti_engine.values import Unsupported

_ESCAPABLE = frozenset("nrt\\|.-^?*+{}()[]")


def fits(pattern: str, text: str) -> bool:
    """Whether the whole of ``text`` matches."""
    return re.fullmatch(python(pattern), text, re.ASCII) is not None


def python(pattern: str) -> str:
    """The same expression for Python; with re.ASCII, ``\\s`` holds the blanks XML knows."""
    return "".join(_inside(part[1:-1]) if part.startswith("[") else _outside(part) for part in _parts(pattern))


def _parts(pattern: str) -> list[str]:
    """Classes, escapes, and single characters."""
    parts = re.findall(r"\[(?:\\.|[^\]\\])*\]|\\.|[^\[\\]", pattern, re.DOTALL)
    if "".join(parts) != pattern:
        raise Unsupported(f"not an expression: {pattern}")
    for one, after in pairwise(parts):
        if after == "?" and one in ("(", "*", "+", "?", "}"):
            raise Unsupported("groups with names and lazy matching are not of XML Schema")
    return parts


def _inside(members: str) -> str:
    negated = members.startswith("^")
    if "[" in re.sub(r"\\.", "", members):
        raise Unsupported("a class within a class")
    members = "".join(
        _escape(one) if one[0] == "\\" else one for one in re.findall(r"\\.|.", members[negated:], re.DOTALL)
    )
    return f"[{'^' * negated}{members.replace('^', chr(92) + '^')}]"


def _outside(part: str) -> str:
    if part[0] == "\\":
        return _escape(part)
    return {"^": r"\^", "$": r"\$", ".": "[^\n\r]"}.get(part, part)


def _escape(part: str) -> str:
    if part[1] not in _ESCAPABLE and part[1] not in "sS":
        raise Unsupported(f"escape {part}")
    return part
