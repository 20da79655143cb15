"""Texts of one bank as RichText, and the account of what was lost."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import CHANGED_QUESTION, LOST_EXTRAS, LOST_MARKUP, LOST_QUESTION, PICTURE_REFUSED
from builder.importers.bank.item import Item, Rich
from builder.importers.html import Media, read_html, read_inline_html
from builder.importers.media import Pictures
from builder.model.span import Span
from builder.model.text import Blocks, Inlines

_TURNED = re.compile(r'\s*<div dir="rtl" lang="[^"]*"(?: style="text-align:right")?>(.*)</div>\s*', re.DOTALL)
"""How our targets write right-to-left text."""

_FOLDER = "@@PLUGINFILE@@/"


class Reader:
    """Reads the texts of one file. What could not be taken over is in ``diagnostics`` and ``extras``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pictures = Pictures()
        self.diagnostics: list[Diagnostic] = []
        self.extras: Counter[str] = Counter()
        """How many questions had something that has no place with us, by its name."""

    def blocks(self, rich: Rich, item: Item) -> Blocks:
        """A text as blocks."""
        found, lost = read_html(unturned(rich.html), item.span, self._media(rich), headings=False)
        self._report(lost, item)
        return found

    def inline(self, rich: Rich, item: Item) -> Inlines:
        """A text as one run."""
        found, lost = read_inline_html(unturned(rich.html), item.span, self._media(rich))
        self._report(lost, item)
        return found

    def lose(self, item: Item, reason: str) -> None:
        """Say that a question is left out."""
        self.diagnostics.append(LOST_QUESTION.at(item.span, name=shown(item.name), reason=reason))

    def change(self, item: Item, what: str) -> None:
        """Say that a question is not quite the same."""
        self.diagnostics.append(CHANGED_QUESTION.at(item.span, name=shown(item.name), what=what))

    def account(self) -> list[Diagnostic]:
        """All that was lost."""
        at = Span(self.name, 0)
        extras = (LOST_EXTRAS.at(at, what=what, count=count) for what, count in sorted(self.extras.items()))
        refused = (PICTURE_REFUSED.at(at, name=name) for name in dict.fromkeys(self.pictures.refused))
        return [*self.diagnostics, *extras, *refused]

    def _media(self, rich: Rich) -> Media:
        def media(source: str) -> str | None:
            if not source.startswith(_FOLDER):
                return self.pictures.add_uri(source)
            path = unquote(source.removeprefix(_FOLDER).partition("?")[0])
            data = rich.files.get(path)
            return None if data is None else self.pictures.add(path, data)

        return media

    def _report(self, lost: list[str], item: Item) -> None:
        where = f"Question \N{LEFT DOUBLE QUOTATION MARK}{shown(item.name)}\N{RIGHT DOUBLE QUOTATION MARK}"
        self.diagnostics.extend(LOST_MARKUP.at(item.span, what=what, where=where) for what in lost)


def unturned(html: str) -> str:
    """``html`` without the element that gives it its direction."""
    match = _TURNED.fullmatch(html)
    return match[1] if match else html


def shown(name: str) -> str:
    """A question's name, short enough for a message."""
    text = " ".join(name.split())
    return text if len(text) <= 60 else text[:59] + "…"
