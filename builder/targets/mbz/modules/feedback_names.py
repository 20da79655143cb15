"""The names of a survey's questions: what is asked, as Moodle shows it above an answer and exports it over a column."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from builder.model.form import Item
from builder.model.text import Blocks, Paragraph
from builder.targets.mbz.modules.asked import help_of, hint_of, is_said, place_of, places_of, words_of
from builder.targets.mbz.modules.sign import cut, signed

ROOM = 255
"""Characters of a name in the database (``mod/feedback/db/install.xml``)."""


class Names(NamedTuple):
    """The names of an item's rows, and what of the item they do not hold."""

    names: tuple[str, ...]
    """One; of a ranking one a place."""
    is_whole: bool
    """They say all of the question."""
    is_told: bool
    """They say all of the help."""


def names_of(item: Item, gettext: Callable[[str], str]) -> Names:
    """What is asked, then in small letters its help, where both have room, and how it is answered."""
    title = words_of(item.title)
    told = help_of(item.help) if _is_line(item.help) else ""
    places = [f"{place_of(place, item, gettext)}:" for place in places_of(item)] if item.kind == "rank" else [""]
    below = _small(told, hint_of(item, gettext), places[0])
    if len(signed(title)) + len(below) > ROOM:
        told, below = "", _small(hint_of(item, gettext), places[0])
    first = cut(title, ROOM - len(below)) + below
    names = (first, *(_further(title, place) for place in places[1:]))
    return Names(names, is_said(item.title) and first.startswith(signed(title)), bool(told) or not item.help)


def _small(*lines: str) -> str:
    return "".join(f" <br><small>{signed(line)}</small>" for line in lines if line)


def _further(title: str, place: str) -> str:
    """A further place: the question is not seen again, but heard and exported with it."""
    shown = f"<small>{signed(place)}</small>"
    head, tail = '<span class="accesshide">', " </span>"
    return head + cut(title, ROOM - len(head + tail + shown)) + tail + shown


def _is_line(blocks: Blocks) -> bool:
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and is_said(blocks)
