"""Dates as a language writes them (Unicode CLDR through Babel)."""

from __future__ import annotations

from datetime import date
from functools import cache

from builder.render.numbers import numbers


@cache
def written(iso: str, language: str) -> str:
    """An ISO 8601 day or month in the words of ``language``: ``22 November 2026``, ``novembre 2026``; '' for ''."""
    if not iso:
        return ""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - most courses show no dates

    year, month, day = (int(part) for part in (f"{iso}-01").split("-")[:3])
    locale = numbers(language).locale
    if str(locale) in {"en", "en_US"} and not language.endswith("US"):
        locale = numbers("en-GB").locale  # day before month, as international organizations write
    value = date(year, month, day)
    if iso.count("-") == 1:
        return str(format_skeleton("yMMMM", value, locale=locale))
    return str(format_date(value, "long", locale))
