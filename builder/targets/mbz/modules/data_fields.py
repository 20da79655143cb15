"""The fields of a collection: one an item, one a place of a ranking (``mod/data/field``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from builder.model.form import Item
from builder.render.numbers import numbers
from builder.targets.mbz.modules.asked import help_of, hint_of, place_of, places_of, values_of, words_of

LONGEST = 200
"""Characters of a field's name without what sets it apart; the database holds 255."""

LINE = 255
"""Characters of a line without a bound of its own."""

COLUMNS = "60"
"""Width of a longer text, in characters."""

HTML_EDITOR = "1"

_LESS, _SHARP = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "\N{MUSIC SHARP SIGN}"

_JOINT = re.compile("#(?=#|$)")

_BRACKETS = str.maketrans("[]", "()")
_SUFFIX = re.compile("#(?=(?:id|name|description)$)")
"""Templates find a field by its name in brackets, and properties of it by ``[[name#id]]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row of ``data_fields``."""

    item: Item
    place: int
    """Of a ranking, from 1; else 0."""
    name: str
    """Unique in the collection whatever its capitals: templates find the field by it, exports set it over the
    column."""
    type: str
    params: tuple[str, ...]
    """``param1`` and those after it."""
    hint: str
    """How it is answered; '' where the control says it."""

    @property
    def description(self) -> str:
        """The help as characters."""
        return help_of(self.item.help)


def fields_of(items: Iterable[Item], language: str, gettext: Callable[[str], str]) -> list[Field]:
    """All fields, in order; a note has none."""
    taken: set[str] = set()
    return [
        Field(
            item=item,
            place=place,
            name=_unique(f"{_name(item)} ({place_of(place, item, gettext)})" if place else _name(item), taken),
            type=_type(item),
            params=_params(item, gettext),
            hint=_hint(item, language, gettext) if place <= 1 else "",
        )
        for item in items
        if item.kind != "note"
        for place in (places_of(item) if item.kind == "rank" else (0,))
    ]


def _type(item: Item) -> str:
    """A day that may be left out is a line: Moodle's own field for days would hold today."""
    return "text" if item.kind == "date" and not item.required else _TYPES[item.kind]


def _params(item: Item, gettext: Callable[[str], str]) -> tuple[str, ...]:
    match item.kind:
        case "one" | "several" | "menu" | "rank":
            return ("\n".join(_fitting(words_of(option.text)) for option in item.options),)
        case "rating":
            steps = zip(values_of(item), item.options, strict=True)
            return ("\n".join(f"{value} \u2013 {_fitting(words_of(option.text))}" for value, option in steps),)
        case "text":
            return ("", COLUMNS, str(item.lines), HTML_EDITOR)
        case "link":
            return ("1", _fitting(gettext("Open the link")))
        case "file":
            return ("", "", "0")
    return ()


def _hint(item: Item, language: str, gettext: Callable[[str], str]) -> str:
    """Moodle's fields hold answers to no bound, so it is said at least."""
    if item.kind == "number":
        least, most = (None if bound is None else _number(bound, language) for bound in (item.least, item.most))
        if least is not None and most is not None:
            return gettext("From {n} to {m}.").replace("{n}", least).replace("{m}", most)
        if least is not None:
            return gettext("At least {n}.").replace("{n}", least)
        return "" if most is None else gettext("At most {n}.").replace("{n}", most)
    if item.kind == "line" and item.max < LINE:
        return gettext("At most {n} characters.").replace("{n}", _number(Decimal(item.max), language))
    return "" if _type(item) in ("date", "file") else hint_of(item, gettext)


def _number(value: Decimal, language: str) -> str:
    exponent = value.as_tuple().exponent
    return numbers(language).write(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def _name(item: Item) -> str:
    """The question; where it is too long, as much of it as there is room for."""
    whole = _SUFFIX.sub("# ", _fitting(words_of(item.title).translate(_BRACKETS)))
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def _unique(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} ({number})"
    taken.add(name.casefold())
    return name


def _fitting(text: str) -> str:
    """``text`` so that Moodle finds it again when it looks an answer up among the options: it removes what might be a
    tag, joins answers by ``##``, and takes references for what they mean."""
    text = _JOINT.sub(_SHARP, text.replace("<", _LESS))
    return text if unescape(text) == text else text.replace("&", "& ")


_TYPES = {
    "one": "radiobutton",
    "several": "checkbox",
    "menu": "menu",
    "rating": "menu",
    "rank": "menu",
    "number": "number",
    "line": "text",
    "text": "textarea",
    "date": "date",
    "link": "url",
    "file": "file",
}
