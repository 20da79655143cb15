"""How diagnostics and reports are printed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.table import table
from builder.diagnostics import Diagnostic, Severity
from builder.diagnostics.show import Lines, as_github, as_json, as_record, as_text
from builder.guide import SUFFIX

if TYPE_CHECKING:
    from builder.pipeline import Order, Report

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def show_report(report: Report, order: Order, style: str) -> None:
    """Print what a build found and made; JSON is one object, for programs to read."""
    if style == "json":
        found = [as_record(_from_here(one, order.root)) for one in report.diagnostics]
        click.echo(json.dumps({"diagnostics": found, "packages": [asdict(one) for one in report.made]}, indent=2))
        return
    show_all(report.diagnostics, order.root, style)
    if report.made:
        echo(table(report.made))
        echo(f"How to import each of them stands beside it, in the file that ends in {SUFFIX}.")
    echo(summary(report.diagnostics), bold=True)


def show_all(diagnostics: Iterable[Diagnostic], root: str, style: str) -> None:
    """Print diagnostics found in the files below ``root``."""

    @cache
    def lines(path: str) -> list[str]:
        return _lines(Path(path)) if root else []

    for one in diagnostics:
        here = _from_here(one, root)
        if style == "text":
            echo(_coloured(here, lines))
        else:
            echo(as_github(here) if style == "github" else as_json(here))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning``."""
    counts = Counter(one.code.severity for one in diagnostics)
    parts = [f"{counts[kind]} {kind.value}{'s' if counts[kind] > 1 else ''}" for kind in Severity if counts[kind]]
    return ", ".join(parts) if parts else "No errors, no warnings."


def echo(text: str, **look: object) -> None:
    """Print a line; in colour on a terminal only, and never under NO_COLOR."""
    click.secho(text, color=False if os.environ.get("NO_COLOR") else None, **look)  # type: ignore[arg-type]


def _coloured(one: Diagnostic, lines: Lines) -> str:
    """``as_text`` with the place in bold, the severity and the carets in its colour."""
    head, *rest = as_text(one, lines).split("\n")
    colour = COLOURS[one.code.severity]
    sign = f"{one.code.severity.value} {one.code.id}"
    where, _, message = head.partition(sign)
    parts = [click.style(where, bold=True) + click.style(sign, fg=colour, bold=True) + message]
    if len(rest) > 1:
        source, carets = rest[:2]
        margin = len(carets) - len(carets.lstrip(" |"))
        parts += [source, carets[:margin] + click.style(carets[margin:], fg=colour)]
    return "\n".join((*parts, rest[-1]))


def _lines(file: Path) -> list[str]:
    """The lines of a source file as its readers count them."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline=None) as stream:
            return stream.read().split("\n")
    except OSError:
        return []


def _from_here(one: Diagnostic, root: str) -> Diagnostic:
    """``one`` with its file as it is called from here, so that terminals and editors open it."""
    if not root or not one.span.path:
        return one
    file = Path(root) / one.span.path
    try:
        path = file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        path = str(file)
    return replace(one, span=one.span._replace(path=path))
