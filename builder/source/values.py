"""Typed values taken out of Fields; what is wrong becomes a diagnostic and a neutral value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.diagnostics import Diagnostic, DiagnosticCode
from builder.diagnostics.file_codes import (
    BAD_DATE,
    BAD_ID,
    BAD_NUMBER,
    EMPTY_TEXT,
    MISSING_KEY,
    MISSING_TEXT,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
    WRONG_TYPE,
)
from builder.model.span import Span
from builder.source.fields import Field, Fields
from builder.source.hints import did_you_mean

PAGE_ID = re.compile(r"[a-z][a-z0-9-]*")
NAME_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

RULES = {
    PAGE_ID: "lower-case letters, digits and hyphens, a letter first",
    NAME_ID: "plain letters, digits, hyphens, dots and `_`, a letter first",
    LANGUAGE: "a language code, such as `en`, `fr` or `pt-BR`",
}


_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def describe(field: Field) -> str:
    """What a value is, in plain words."""
    value = field.value
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text `{value if len(value) <= 40 else value[:37] + '...'}`"
    return "a list" if isinstance(value, list) else "a mapping (`key: value`)"


class Values:
    """Takes values out of one mapping. Diagnostics are added to ``found``."""

    __slots__ = ("fields", "found", "span")

    def __init__(self, fields: Fields, span: Span, found: list[Diagnostic]) -> None:
        self.fields = fields
        self.span = span
        """Where a missing key is reported."""
        self.found = found

    def expect(self, known: Iterable[str]) -> None:
        """Report the keys that are not in ``known``."""
        names = tuple(known)
        for key, field in self.fields.items():
            if key not in names:
                self._report(UNKNOWN_KEY, field.key or field.span, key=key, hint=did_you_mean(key, names))

    def require(self, key: str, example: str) -> bool:
        """Whether ``key`` is there; reported with ``example`` if not."""
        if key in self.fields:
            return True
        self._report(MISSING_KEY, self.span, key=key, example=example)
        return False

    def text(self, key: str, default: str = "") -> str:
        """A text; a whole number counts as one."""
        field = self.fields.get(key)
        return default if field is None else self._text(field, key)

    def _text(self, field: Field, key: str) -> str:
        value = field.value
        if isinstance(value, str):
            if not value.strip():
                self._report(EMPTY_TEXT, field.span, key=key)
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is None:
            self._report(EMPTY_TEXT, field.key or field.span, key=key)
        else:
            self._wrong(field, key, "a text", f'{key}: "…"')
        return ""

    def id(self, key: str = "id", pattern: re.Pattern[str] = PAGE_ID) -> str:
        """An id: ``PAGE_ID`` for what stands in pages, ``NAME_ID`` for programmes, courses and sources."""
        return self._id(self.fields[key], key, pattern) if key in self.fields else ""

    def ids(self, key: str, pattern: re.Pattern[str] = PAGE_ID) -> tuple[str, ...]:
        """A list of ids."""
        field = self.fields.get(key)
        if field is None or not isinstance(field.value, list):
            return self.texts(key)
        return tuple(self._id(item, key, pattern) for item in field.value)

    def _id(self, field: Field, key: str, pattern: re.Pattern[str]) -> str:
        text = self._text(field, key)
        if text and pattern.fullmatch(text) is None:
            self._report(BAD_ID, field.span, value=text, rule=RULES[pattern])
        return text

    def choice(self, key: str, known: Sequence[str]) -> str:
        """One of a few words; the first is the default."""
        if key not in self.fields:
            return known[0]
        field = self.fields[key]
        # Unquoted, `no` and `none` are not the same thing to YAML.
        text = field.value if isinstance(field.value, str) else self._text(field, key)
        if text and text not in known:
            self._report(UNKNOWN_VALUE, field.span, value=text, key=key, hint=did_you_mean(text, known))
            return known[0]
        return text or known[0]

    def date(self, key: str) -> str:
        """A day or a month (``2026-11``), ISO 8601; '' where it is not written, or is none (reported)."""
        text = self.text(key)
        if text and not _is_date(text):
            self._report(BAD_DATE, self.fields[key].span, key=key, value=text)
            return ""
        return text

    def integer(self, key: str, low: int, high: int, default: int = 0) -> int:
        """A whole number within limits."""
        field = self.fields.get(key)
        if field is None:
            return default
        value = field.value
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong(field, key, "a whole number", f"{key}: {max(low, 1)}")
            return default
        if not low <= value <= high:
            self._report(BAD_NUMBER, field.span, key=key, low=low, high=high, value=value)
            return default
        return value

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number within limits, a fraction or whole; None where there is none."""
        field = self.fields.get(key)
        if field is None:
            return None
        value = field.value
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            self._wrong(field, key, "a number", f"{key}: {low}")
            return None
        if not low <= value <= high:
            self._report(BAD_NUMBER, field.span, key=key, low=low, high=high, value=value)
            return None
        return float(value)

    def boolean(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        field = self.fields.get(key)
        if field is None:
            return default
        if not isinstance(field.value, bool):
            self._wrong(field, key, "`true` or `false`", f"{key}: true")
            return default
        return field.value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        field = self.fields.get(key)
        if field is None:
            return ()
        if isinstance(field.value, list):
            return tuple(self._text(item, key) for item in field.value)
        if isinstance(field.value, str):
            return (self._text(field, key),)
        self._wrong(field, key, "a list of texts", f"{key}: [one, two]")
        return ()

    def placed_texts(self, key: str) -> Iterator[tuple[str, Span]]:
        """The same with the place of each; empty ones, which are reported, left out."""
        field = self.fields.get(key)
        listed = field.value if field is not None and isinstance(field.value, list) else [field]
        for text, one in zip(self.texts(key), listed, strict=False):
            if text and one is not None:
                yield text, one.span

    def texts_by_key(self, key: str) -> dict[str, str]:
        """A mapping of texts."""
        inner = self.mapping(key)
        return {name: inner.text(name) for name in inner.fields}

    def mapping(self, key: str) -> Values:
        """The mapping under ``key``, empty if there is none."""
        field = self.fields.get(key)
        if field is None:
            return Values({}, self.span, self.found)
        if not isinstance(field.value, dict):
            self._wrong(field, key, "a mapping", f"{key}: {{name: value}}")
            return Values({}, field.span, self.found)
        return Values(field.value, field.key or field.span, self.found)

    def by_language(self, key: str, languages: Sequence[str], source: str, *, only: str = "") -> Mapping[str, str]:
        """A text for each language: written by language, or one for all.

        A language without text gets that of ``source`` (the master's language), which is reported
        (for the language ``only``, if given).
        """
        field = self.fields.get(key)
        if field is None:
            return dict.fromkeys(languages, "")
        if not isinstance(field.value, dict):
            return dict.fromkeys(languages, self._text(field, key))
        given = Values(field.value, field.key or field.span, self.found)
        given.expect(languages)
        texts = {language: given.text(language) for language in languages if language in given.fields}
        master = source if source in texts else next(iter(texts), "")
        for language in languages:
            if language not in texts and master and only in ("", language):
                self._report(MISSING_TEXT, given.span, key=key, language=language, other=master)
        if not texts and not given.fields:
            self._report(EMPTY_TEXT, given.span, key=key)
        return {language: texts.get(language, texts.get(master, "")) for language in languages}

    def _wrong(self, field: Field, key: str, expected: str, example: str) -> None:
        self._report(WRONG_TYPE, field.span, key=key, expected=expected, found=describe(field), example=example)

    def _report(self, code: DiagnosticCode, span: Span, **values: Any) -> None:
        self.found.append(code.at(span, **values))
