"""Moodle XML, from Moodle or from any tool that writes it."""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import NOT_A_BANK
from builder.importers.bank.draft import draft_of
from builder.importers.bank.reader import Reader
from builder.importers.base import Draft, Importer
from builder.importers.moodlexml.items import items_of
from builder.model.span import Span
from builder.validate.subject import Damaged
from builder.validate.xml import local, parse

_ROOT = re.compile(rb"<quiz[\s>/]")


def fits(beginning: bytes) -> bool:
    """Whether the root element is ``quiz``."""
    return bool(_ROOT.search(beginning)) and b"<question" in beginning


def read(name: str, data: bytes) -> tuple[Draft | None, list[Diagnostic]]:
    """The questions of a file, by category; None for what is no Moodle XML, or holds nothing that could be kept."""
    try:
        root = parse(data)
    except Damaged as damage:
        return None, [NOT_A_BANK.at(Span(name, damage.line), reason=str(damage))]
    if local(root) != "quiz":
        return None, [NOT_A_BANK.at(Span(name, 1), reason=f"its root element is `{local(root)[:40]}` and not `quiz`")]
    items, texts = items_of(root, name)
    reader = Reader(name)
    draft = draft_of(items, reader, texts)
    found = reader.account()
    if not draft.banks and not draft.lessons:
        return None, [*found, NOT_A_BANK.at(Span(name, 1), reason="it holds no question that could be kept")]
    return draft, found


MOODLE_XML = Importer("moodlexml", "Moodle XML question bank", (".xml",), fits, read)
