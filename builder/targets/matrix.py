"""The matrix of losses: what each format does with each construct, from what the targets declare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model.constructs import CONSTRUCTS
from builder.targets.base import Level, Target
from builder.targets.losses import support_of

SIGNS = {Level.FULL: "●", Level.CHANGED: "◐", Level.LOST: "○"}
"""One a level: all of it, in another way, nothing."""


def matrix(targets: Sequence[Target]) -> str:
    """The matrix as Markdown: a table of signs a group of constructs, then by target what is changed or lost."""
    parts = ["● held in full, ◐ held in another way, ○ left out."]
    for group in dict.fromkeys(one.group for one in CONSTRUCTS):
        rows = [[one.title, *_signs(targets, one.id)] for one in CONSTRUCTS if one.group == group]
        parts.append("\n".join(_table([group, *(f"`{target.name}`" for target in targets)], rows)))
    for target in targets:
        rows = [
            [one.title, support.level.value, support.how]
            for one in CONSTRUCTS
            if (support := support_of(target, one.id)).level is not Level.FULL
        ]
        body = "\n".join(_table(["", "", "What becomes of it"], rows)) if rows else "Everything is held in full."
        parts.append(f"## {target.title}\n\n`--target {target.name}`\n\n{body}")
    return "\n\n".join(parts)


def records(targets: Sequence[Target]) -> list[dict[str, object]]:
    """The same as plain values, for programs."""
    return [
        {
            "name": target.name,
            "title": target.title,
            "suffix": target.suffix,
            "support": {
                one.id: {"level": (support := support_of(target, one.id)).level.value, "how": support.how}
                for one in CONSTRUCTS
            },
        }
        for target in targets
    ]


def _signs(targets: Sequence[Target], construct: str) -> list[str]:
    return [SIGNS[support_of(target, construct).level] for target in targets]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
