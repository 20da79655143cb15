"""What the items of a form say, as characters: plug-ins of Moodle's keep names and options as texts without markup."""

from __future__ import annotations

import re
from collections.abc import Callable

from builder.model.form import Item
from builder.model.text import Blocks, Citation, FootnoteRef, Image, Inlines, Link
from builder.model.walk import nodes_in
from builder.render.plain import plain
from builder.render.questions.places import text_of

_BLANKS = re.compile("[ \t\r\n]+")
"""Not the no-break space: French sets it before its question marks."""


def words_of(nodes: Inlines) -> str:
    """The characters of a title or an option, on one line."""
    return _BLANKS.sub(" ", plain(nodes)).strip(" ")


def is_said(texts: Inlines | Blocks) -> bool:
    """Nothing is lost when only the characters are kept, but what stresses them."""
    return not nodes_in(texts, (Image, Link, Citation, FootnoteRef))


def help_of(blocks: Blocks) -> str:
    """The characters of a help, on one line."""
    return _BLANKS.sub(" ", " ".join(text_of(block) for block in blocks)).strip(" ")


def values_of(item: Item) -> list[str]:
    """What the options of an item count as: their values, else their places."""
    return [str(place) if option.value is None else f"{option.value:f}" for place, option in enumerate(item.options, 1)]


def places_of(item: Item) -> range:
    """The places of a ranking: no more than it has options."""
    return range(1, min(item.top, len(item.options)) + 1)


def hint_of(item: Item, gettext: Callable[[str], str]) -> str:
    """What a line of text is to hold, or a ranking; '' where the control says it."""
    match item.kind:
        case "rank":
            return gettext("Choose a different one for each place.")
        case "date":
            return gettext("Year, month and day, such as 2030-03-31.")
        case "link" | "file":
            return gettext("The whole address, beginning with https://.")
    return ""


def place_of(place: int, item: Item, gettext: Callable[[str], str]) -> str:
    """What one place of a ranking is called."""
    return gettext("Place {n} of {m}").replace("{n}", str(place)).replace("{m}", str(len(places_of(item))))
