"""Attributes in braces at the end of a line: ``{#id .class key=value key="two words" flag}``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from builder.diagnostics import DiagnosticCode
from builder.diagnostics.text_codes import ATTRIBUTE_TWICE, ATTRIBUTES, ATTRIBUTES_PLACE, BAD_ATTRIBUTE_ID

ID = re.compile(r"[a-z][a-z0-9-]*")
"""What an id in a page looks like."""

_LONGEST = 1000
_BRACES = re.compile(r'(?<!\\)\{((?:[^{}"]|"[^"]*")*)\}$')
_ITEM = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s"=}]+)
      | \.(?P<class>[^\s"=}.#]+)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"=\u201c\u201d]+))
      | (?P<flag>[A-Za-z][\w-]*)
    )(?=\s|$)""",
    re.VERBOSE,
)
_STRAY = re.compile(r"(?<!\\)\{[#.][A-Za-z]")


class Problem(NamedTuple):
    """A mistake at an offset of the text that was read."""

    code: DiagnosticCode
    offset: int
    width: int
    values: dict[str, Any]


@dataclass(slots=True)
class Attributes:
    """What stands in the braces; a flag (a word without ``=``) has the value ''."""

    id: str = ""
    classes: tuple[str, ...] = ()
    pairs: dict[str, str] = field(default_factory=dict)
    offset: int = 0
    """Of the opening brace."""
    problems: list[Problem] = field(default_factory=list)


def split_attributes(text: str) -> tuple[str, Attributes]:
    """Cut the attributes off the end of a line: what stands before them, and they themselves.

    Braces that cannot be attributes (``{1995}``, ``\\{x}``) stay in the text.
    """
    found = Attributes()
    if "{" not in text:
        return text, found
    start = max(0, len(text) - _LONGEST)
    match = _BRACES.search(text, start) if text.endswith("}") else None
    if match is not None and (match[1][:1] in ("#", ".") or match[1][:1].isalpha()):
        found.offset = match.start()
        _read(match[1], match.start(1), found)
        text = text[: match.start()].rstrip()
    stray = _STRAY.search(text) if "`" not in text else None
    if stray is not None:
        found.problems.append(Problem(ATTRIBUTES_PLACE, stray.start(), len(text) - stray.start(), {}))
    return text, found


def _read(inner: str, base: int, found: Attributes) -> None:
    at, end = 0, len(inner.rstrip())
    while at < end:
        match = _ITEM.match(inner, at, end)
        if match is None:
            at += len(inner[at:]) - len(inner[at:].lstrip())
            found.problems.append(Problem(ATTRIBUTES, base + at, end - at, {"text": inner[at:end]}))
            return
        kind = match.lastgroup or ""
        offset, width = base + match.start() + _blanks(match[0]), len(match[0].strip())
        at = match.end()
        if kind == "class":
            found.classes += (match["class"],)
        elif kind == "id":
            if found.id:
                found.problems.append(Problem(ATTRIBUTE_TWICE, offset, width, {"name": "#"}))
            elif ID.fullmatch(match["id"]) is None:
                values = {"value": match["id"], "example": id_like(match["id"])}
                found.problems.append(Problem(BAD_ATTRIBUTE_ID, offset, width, values))
            found.id = match["id"]
        else:
            name = match["flag"] if kind == "flag" else match["key"]
            if name in found.pairs:
                found.problems.append(Problem(ATTRIBUTE_TWICE, offset, width, {"name": name}))
            found.pairs[name] = "" if kind == "flag" else match["quoted"] or match["plain"] or ""


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def id_like(text: str) -> str:
    """An id that resembles ``text``, to propose to the author."""
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return made if made[:1].isalpha() else f"q-{made}".rstrip("-")
