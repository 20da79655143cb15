"""The rules a quiz is asked under: the front matter of pages of ``kind: quiz``, ``test`` and ``bank``."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.diagnostics import rule_codes as codes
from builder.model.quiz import Draw
from builder.model.span import Span
from builder.source.fields import Field, Fields
from builder.source.quiz.draws import read_draws
from builder.source.quiz.duration import read_duration

KEYS = frozenset(
    ("pass", "attempts", "wait", "time", "extend", "shuffle", "shuffle_options", "weight", "confidence", "draw")
)
"""The keys of front matter that these rules are written with."""

FOR_BANKS = frozenset(("confidence",))
"""Those that mean something for a bank."""

MOST_ATTEMPTS = 62
"""The saved state counts attempts up to here."""

YEAR = 366 * 86400

LEAST_EXTENSION = 5
"""Minutes that are added to the time of a test, at least, where its author names none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules, as in Quiz; the defaults are those of a quiz inside a page."""

    pass_mark: int | None = None
    attempts: int = 0
    wait: int = 0
    """Seconds."""
    minutes: int = 0
    extend: int = 0
    """Minutes that can be added to the time, again and again."""
    shuffle: bool = False
    shuffle_options: bool = False
    weight: int = 1
    confidence: bool = False
    """Every question asks how sure the learner is, unless it says otherwise."""
    draws: tuple[Draw, ...] = ()


def read_settings(
    fields: Fields, role: str, *, default_pass: int | None, span: Span
) -> tuple[Settings, list[Diagnostic]]:
    """The rules in the front matter of a page of ``kind: role``; keys not in KEYS are left alone.

    ``default_pass`` is the pass mark of tests that name none. ``span`` is the place of the front matter, for values
    that have none of their own.
    """
    report: list[Diagnostic] = []
    if role == "bank":
        report.extend(
            codes.NOT_FOR_BANKS.at(fields[name].key or span, name=name)
            for name in sorted(KEYS - FOR_BANKS)
            if name in fields
        )
        fields = {name: field for name, field in fields.items() if name in FOR_BANKS}
    values = _Values(fields, report)
    pass_mark = values.whole("pass", 0, 100, "60") if "pass" in fields else None
    minutes = values.minutes("time")
    settings = Settings(
        pass_mark=default_pass if pass_mark is None and role == "test" else pass_mark,
        attempts=values.whole("attempts", 0, MOST_ATTEMPTS, "3") or 0,
        wait=values.seconds("wait", "7 days"),
        minutes=minutes,
        extend=values.extension(minutes),
        shuffle=values.flag("shuffle"),
        shuffle_options=values.flag("shuffle_options"),
        weight=1 if (weight := values.whole("weight", 0, 1000, "2")) is None else weight,
        confidence=values.flag("confidence"),
        draws=read_draws(fields["draw"], report) if "draw" in fields else (),
    )
    return settings, report


@dataclass(frozen=True, slots=True)
class _Values:
    """Reads single values; what cannot be read is reported and counts as absent."""

    fields: Fields
    report: list[Diagnostic]

    def whole(self, name: str, least: int, most: int, example: str) -> int | None:
        field = self.fields.get(name)
        if field is None:
            return None
        if isinstance(field.value, int) and not isinstance(field.value, bool) and least <= field.value <= most:
            return field.value
        self._bad(name, field, f"it is a whole number from {least} to {most}", example)
        return None

    def flag(self, name: str) -> bool:
        field = self.fields.get(name)
        if field is None:
            return False
        if isinstance(field.value, bool):
            return field.value
        self._bad(name, field, "it is `true` or `false`", "true")
        return False

    def seconds(self, name: str, example: str) -> int:
        field = self.fields.get(name)
        if field is None:
            return 0
        read = read_duration(field.value) if isinstance(field.value, str) else None
        if read is None:
            self.report.append(codes.BAD_DURATION.at(field.span, value=_shown(field), example=f"{name}: {example}"))
        elif read > YEAR:
            self._bad(name, field, "it is at most a year", example)
            return 0
        return read or 0

    def extension(self, time: int) -> int:
        """A quarter of the time unless the author says otherwise: never more than the time itself."""
        field = self.fields.get("extend")
        if field is None or field.value is True:
            return min(time, max(LEAST_EXTENSION, -(-time // 4)))
        if field.value is False:
            return 0
        added = self.minutes("extend")
        if added > time:
            self._bad("extend", field, "it is at most as long as the `time` of the test", f"{max(1, time // 4)} min")
            return 0
        return added

    def minutes(self, name: str) -> int:
        seconds = self.seconds(name, "40 min")
        if seconds % 60:
            self._bad(name, self.fields[name], "it is a whole number of minutes", f"{seconds // 60 + 1} min")
            return 0
        return seconds // 60

    def _bad(self, name: str, field: Field, wanted: str, example: str) -> None:
        self.report.append(
            codes.BAD_SETTING.at(field.span, name=name, value=_shown(field), wanted=wanted, example=example)
        )


def _shown(field: Field) -> str:
    """A value as an author would recognise it."""
    match field.value:
        case None:
            return ""
        case bool():
            return str(field.value).lower()
        case dict() | list():
            return "…"
    return str(field.value)
