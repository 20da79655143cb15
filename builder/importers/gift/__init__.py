"""GIFT, the plain-text format of Moodle and of many other tools."""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import NOT_A_BANK
from builder.importers.bank.draft import draft_of
from builder.importers.bank.reader import Reader
from builder.importers.base import Draft, Importer
from builder.importers.gift.items import items_of
from builder.model.span import Span

LARGEST = 32_000_000
"""Octets of a file."""

_NAMED = re.compile(r"^[ \t]*(?:\$CATEGORY:|::[^:\n]+::)", re.MULTILINE)
_BRACES = re.compile(r"\{([^{}]*)\}")
_ANSWERS = re.compile(r"[=~#]|\s*(?:T|F|TRUE|FALSE)\s*$")
"""What stands in braces: signs of answers, or a judgement."""


def fits(beginning: bytes) -> bool:
    """Whether a category, a named question or answers in braces stand in the file, and it is no XML or zip."""
    text = _text(beginning[:65536])
    if text is None or text.lstrip().startswith(("<", "PK")):
        return False
    return bool(_NAMED.search(text)) or any(_ANSWERS.match(inner.lstrip()) for inner in _BRACES.findall(text))


def read(name: str, data: bytes) -> tuple[Draft | None, list[Diagnostic]]:
    """The questions of a file, by category; None for what holds nothing that could be kept."""
    text = _text(data) if len(data) <= LARGEST else None
    if text is None:
        return None, [NOT_A_BANK.at(Span(name, 0), reason="it is no text in UTF-8")]
    items, unread = items_of(text, name)
    reader = Reader(name)
    draft = draft_of(items, reader, {})
    found = [*unread, *reader.account()]
    if not draft.banks and not draft.lessons:
        return None, [*found, NOT_A_BANK.at(Span(name, 0), reason="it holds no question that could be kept")]
    return draft, found


def _text(data: bytes) -> str | None:
    """The text, or None. A sign cut in two at the end of a beginning does no harm."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return data[: error.start].decode("utf-8-sig") if error.start > len(data) - 4 and len(data) > 4 else None


GIFT = Importer("gift", "GIFT question bank", (".txt", ".gift"), fits, read)
