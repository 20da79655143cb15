"""The heading of an item: how it is answered, and its attributes, read from the braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from builder.diagnostics import Diagnostic
from builder.diagnostics import form_codes as codes
from builder.model.form import KINDS, When
from builder.model.text import Heading
from builder.model.typed import plain_number
from builder.source.hints import did_you_mean

OWNERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "required": tuple(kind for kind in KINDS if kind != "note"),
        "when": KINDS,
        "top": ("rank",),
        "least": ("number",),
        "most": ("number",),
        "max": ("line",),
        "lines": ("text",),
    }
)
"""The attributes, and the kinds they mean something for."""

MOST_PLACES, LONGEST_LINE, MOST_LINES = 10, 255, 40
_MOST_DIGITS = 20
_YES, _NO = ("", "yes", "true"), ("no", "false")
_WHEN = re.compile(r"([a-z][a-z0-9-]*):([1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading as read; attributes not written, or not readable, are as if absent."""

    heading: Heading
    kind: str
    """One of KINDS, or '' where the heading names none."""
    required: bool = False
    when: When | None = None
    top: int = 3
    least: Decimal | None = None
    most: Decimal | None = None
    max: int = 255
    lines: int = 5


def read_head(heading: Heading, found: list[Diagnostic]) -> Head:
    """Read the braces behind the heading of an item."""
    found.extend(
        codes.UNKNOWN_ATTRIBUTE.at(heading.span, name=name, hint=did_you_mean(name, OWNERS))
        for name in heading.attributes
        if name not in OWNERS
    )
    values = _Values(heading, found)
    head = Head(
        heading,
        _kind(heading, found),
        required=values.flag("required"),
        when=values.when(),
        top=values.whole("top", 1, MOST_PLACES, 3),
        least=values.number("least"),
        most=values.number("most"),
        max=values.whole("max", 1, LONGEST_LINE, 255),
        lines=values.whole("lines", 1, MOST_LINES, 5),
    )
    if head.least is not None and head.most is not None and head.least > head.most:
        found.append(codes.BOUNDS_CROSSED.at(heading.span, least=head.least, most=head.most))
    return head


def check_attributes(head: Head, kind: str, found: list[Diagnostic]) -> None:
    """Report attributes that mean nothing for an item of ``kind``."""
    for name in head.heading.attributes:
        owners = OWNERS.get(name, KINDS)
        if kind not in owners:
            listed = "all others" if len(owners) > 1 else ", ".join(f"`.{owner}`" for owner in owners)
            found.append(codes.ATTRIBUTE_ELSEWHERE.at(head.heading.span, name=name, kind=kind, owners=listed))


def _kind(heading: Heading, found: list[Diagnostic]) -> str:
    known = [name for name in heading.classes if name in KINDS]
    found.extend(
        codes.UNKNOWN_KIND.at(heading.span, name=name, hint=_dotted(did_you_mean(name, KINDS)))
        for name in heading.classes
        if name not in KINDS
    )
    if len(set(known)) > 1:
        found.append(codes.TWO_KINDS.at(heading.span, first=known[0], second=known[1]))
    return known[0] if known else ""


def _dotted(hint: str) -> str:
    return re.sub(r"`(\w+)`", r"`.\1`", hint)


@dataclass(frozen=True, slots=True)
class _Values:
    """Reads single attributes; what cannot be read is reported and counts as absent."""

    heading: Heading
    found: list[Diagnostic]

    def bad(self, name: str, wanted: str, example: object) -> None:
        value = self.heading.attributes[name]
        self.found.append(codes.BAD_VALUE.at(self.heading.span, name=name, value=value, wanted=wanted, example=example))

    def flag(self, name: str) -> bool:
        value = self.heading.attributes.get(name, "no").lower()
        if value not in (*_YES, *_NO):
            self.bad(name, "it stands alone, or is yes or no", "yes")
        return value in _YES

    def whole(self, name: str, least: int, most: int, default: int) -> int:
        value = self.heading.attributes.get(name)
        if value is not None:
            if re.fullmatch(r"[0-9]{1,4}", value) and least <= int(value) <= most:
                return int(value)
            self.bad(name, f"it is a whole number from {least} to {most}", default)
        return default

    def number(self, name: str) -> Decimal | None:
        value = self.heading.attributes.get(name)
        number = plain_number(value) if value and len(value) <= _MOST_DIGITS else None
        if value is not None and number is None:
            self.bad(name, "it is a number, with a point before decimals", 10)
        return number

    def when(self) -> When | None:
        value = self.heading.attributes.get("when")
        match = _WHEN.fullmatch(value or "")
        if value is not None and match is None:
            self.bad("when", "it is the id of an earlier item, a colon, and the number of an option", "s-used:2")
        return When(match[1], int(match[2]), self.heading.span) if match else None
