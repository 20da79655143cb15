"""The matrix of losses: what each format does with each construct, from what the targets declare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.model.constructs import CONSTRUCTS
from builder.targets.base import Level, Support, Target
from builder.targets.losses import support_of

SIGNS = {Level.FULL: "●", Level.CHANGED: "◐", Level.LOST: "○"}
"""One a level: all of it, in another way, nothing."""


class Column(NamedTuple):
    """A format, or one delivery of it."""

    target: Target
    delivery: str
    """'' where there is only one."""

    @property
    def name(self) -> str:
        return f"`{self.target.name}` {self.delivery}".rstrip()

    def support(self, construct: str) -> Support:
        return support_of(self.target, construct, self.delivery)


def matrix(targets: Sequence[Target]) -> str:
    """The matrix as Markdown: a table of signs a group of constructs, then by target what is changed or lost."""
    columns = [column for target in targets for column in _columns(target)]
    parts = ["● held in full, ◐ held in another way, ○ left out."]
    for group in dict.fromkeys(one.group for one in CONSTRUCTS):
        rows = [
            [one.title, *(SIGNS[column.support(one.id).level] for column in columns)]
            for one in CONSTRUCTS
            if one.group == group
        ]
        parts.append("\n".join(_table([group, *(column.name for column in columns)], rows)))
    for target in targets:
        parts.append(f"## {target.title}\n\n`--target {target.name}`")
        for column in _columns(target):
            parts += [f"### Delivery `{column.delivery}`"] if column.delivery else []
            parts.append(_changes(column))
    return "\n\n".join(parts)


def _columns(target: Target) -> list[Column]:
    return [Column(target, delivery) for delivery in target.variants or ("",)]


def _changes(column: Column) -> str:
    rows = [
        [one.title, support.level.value, support.how]
        for one in CONSTRUCTS
        if (support := column.support(one.id)).level is not Level.FULL
    ]
    return "\n".join(_table(["", "", "What becomes of it"], rows)) if rows else "Everything is held in full."


def records(targets: Sequence[Target]) -> list[dict[str, object]]:
    """The same as plain values, for programs."""
    return [
        {
            "name": target.name,
            "title": target.title,
            "suffix": target.suffix,
            "support": _record(target, ""),
            **({"deliveries": {name: _record(target, name) for name in target.variants}} if target.variants else {}),
        }
        for target in targets
    ]


def _record(target: Target, delivery: str) -> dict[str, dict[str, str]]:
    found = {one.id: support_of(target, one.id, delivery) for one in CONSTRUCTS}
    return {name: {"level": support.level.value, "how": support.how} for name, support in found.items()}


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
