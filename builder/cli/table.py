"""The table that closes a build."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.packing import Made

LINE = 128_000 / 8
"""Octets a second on the slow line that pages are made for."""

HEADS = ("package", "size", "pages", "questions", "state", "first page", "at 128 kbit/s")


def table(made: Sequence[Made]) -> str:
    """One line a package, and under it its content digest."""
    rows = [_row(one) for one in made]
    widths = [max(len(row[column]) for row in (HEADS, *rows)) for column in range(len(HEADS))]
    lines = [_line(HEADS, widths)]
    for one, row in zip(made, rows, strict=True):
        lines += [_line(row, widths), f"  sha256 {one.digest}"]
    return "\n".join(lines)


def loss_table(made: Sequence[Made]) -> str:
    """What the format of each package changes or leaves out, and where it is used."""
    lines: list[str] = []
    for one in made:
        lines.append(f"{one.file}: {'' if one.losses else 'holds everything.'}".rstrip())
        for loss in one.losses:
            lines += [f"  {loss.level:<8} {loss.title}: {loss.how}", f"           in {', '.join(loss.names)}"]
    return "\n".join(lines)


def _row(one: Made) -> tuple[str, ...]:
    return (
        one.file,
        octets(one.size),
        f"{one.pages:,}",
        f"{one.questions:,}",
        f"{one.state:,} of {one.state_limit:,}" if one.state_limit else "-",
        octets(one.first_page) if one.first_page else "-",
        f"{one.first_page / LINE:.1f} s" if one.first_page else "-",
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in others)])


def octets(count: int) -> str:
    """``15.8 KB`` or ``1.20 MB``."""
    return f"{count / 1000:,.1f} KB" if count < 1_000_000 else f"{count / 1_000_000:,.2f} MB"
