"""What an item is in ``mod_feedback``: its type, and how that type keeps options and sizes (``mod/feedback/item``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from builder.model.form import Choice, Item
from builder.targets.mbz.modules.asked import values_of, words_of
from builder.targets.mbz.modules.sign import cut

IGNORE_EMPTY, HIDE_UNCHOSEN = "i", "h"
"""Of choices: who chose nothing is left out of the shares; there is no option "Not selected"."""

ROOM = 255
"""Characters of ``dependvalue`` in the database: a longer option could not be depended on."""

ROW, BUTTON = 42, 6
"""Characters that stand beside each other on a phone, and the room of a step's button and value."""

LINE = 60
"""Width of a line to type in, in characters."""


class Form(NamedTuple):
    """Columns of ``feedback_item``."""

    type: str
    presentation: str
    options: str = ""


def form_of(item: Item) -> Form:
    """The form of an item that asks."""
    return _FORMS[item.kind](item)


def option_text(option: Choice) -> str:
    """An option as it is kept, and compared with."""
    return cut(words_of(option.text), ROOM)


def _one(item: Item) -> Form:
    return Form("multichoice", f"r>>>>>{_listed(item)}", _unchosen(item))


def _several(item: Item) -> Form:
    return Form("multichoice", f"c>>>>>{_listed(item)}", IGNORE_EMPTY)


def _menu(item: Item) -> Form:
    return Form("multichoice", f"d>>>>>{_listed(item)}", IGNORE_EMPTY)


def _rating(item: Item) -> Form:
    steps = "|".join(
        f"{value}####{option_text(option)}" for value, option in zip(values_of(item), item.options, strict=True)
    )
    width = sum(len(words_of(option.text)) + BUTTON for option in item.options)
    return Form("multichoicerated", f"r>>>>>{steps}" + "<<<<<1" * (width <= ROW), _unchosen(item))


def _number(item: Item) -> Form:
    least, most = ("-" if bound is None else f"{bound:f}" for bound in (item.least, item.most))
    return Form("numeric", f"{least}|{most}")


def _line(item: Item) -> Form:
    return Form("textfield", f"{max(5, min(item.max, LINE))}|{item.max}")


def _text(item: Item) -> Form:
    return Form("textarea", f"{LINE}|{item.lines}")


def _listed(item: Item) -> str:
    return "|".join(option_text(option) for option in item.options)


def _unchosen(item: Item) -> str:
    """Where an answer is not required it can be taken back, by "Not selected"."""
    return IGNORE_EMPTY + HIDE_UNCHOSEN * item.required


_FORMS: Mapping[str, Callable[[Item], Form]] = MappingProxyType(
    {
        "one": _one,
        "several": _several,
        "menu": _menu,
        "rating": _rating,
        "rank": _menu,
        "number": _number,
        "line": _line,
        "text": _text,
        "date": _line,
        "link": _line,
        "file": _line,
    }
)
