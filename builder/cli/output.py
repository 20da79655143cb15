"""How diagnostics and reports are printed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.table import table
from builder.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from builder.pipeline import Order, Report

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def show_report(report: Report, order: Order, style: str) -> None:
    """Print what a build found and made; JSON is one object, for programs to read."""
    if style == "json":
        found = [as_record(one, order.root) for one in report.diagnostics]
        click.echo(json.dumps({"diagnostics": found, "packages": [asdict(one) for one in report.made]}, indent=2))
        return
    show_all(report.diagnostics, order.root, style)
    if report.made:
        echo(table(report.made))
    echo(summary(report.diagnostics), bold=True)


def show_all(diagnostics: Iterable[Diagnostic], root: str, style: str) -> None:
    """Print diagnostics found in the files below ``root``."""
    sources: dict[str, list[str]] = {}
    for one in diagnostics:
        if style == "github":
            echo(as_annotation(one, root))
        elif style == "json":
            echo(json.dumps(as_record(one, root)))
        else:
            _show(one, root, sources)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning``."""
    counts = Counter(one.code.severity for one in diagnostics)
    parts = [f"{counts[kind]} {kind.value}{'s' if counts[kind] > 1 else ''}" for kind in Severity if counts[kind]]
    return ", ".join(parts) if parts else "No errors, no warnings."


def echo(text: str, **look: object) -> None:
    """Print a line; in colour on a terminal only, and never under NO_COLOR."""
    click.secho(text, color=False if os.environ.get("NO_COLOR") else None, **look)  # type: ignore[arg-type]


def as_record(one: Diagnostic, root: str) -> dict[str, object]:
    """A diagnostic as JSON; the path is relative to where the command runs."""
    return {
        "path": _path(one, root),
        "line": one.span.line,
        "column": one.span.column,
        "width": one.span.width,
        "code": one.code.id,
        "severity": one.code.severity.value,
        "message": one.message,
        "remedy": one.remedy,
    }


def as_annotation(one: Diagnostic, root: str) -> str:
    """A diagnostic as a workflow command of GitHub Actions, which shows it beside the line."""
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[one.code.severity]
    place = f"file={_escaped(_path(one, root), ':,')}"
    if one.span.line:
        place += f",line={one.span.line},col={one.span.column},endColumn={one.span.column + one.span.width}"
    text = _escaped(f"{one.message}\n{one.remedy}")
    return f"::{kind} {place},title={one.code.id}::{text}"


def _show(one: Diagnostic, root: str, sources: dict[str, list[str]]) -> None:
    """``file:line:column: CODE message``, the source line with a caret, and the way out."""
    path = _path(one, root)
    where = ":".join(map(str, (path, one.span.line, one.span.column) if one.span.line else (path,)))
    colour = COLOURS[one.code.severity]
    code = click.style(f"{one.code.severity.value} {one.code.id}", fg=colour, bold=True)
    echo(f"{click.style(where, bold=True)}{': ' if where else ''}{code} {one.message}")
    lines = sources.setdefault(one.span.path, _lines(root, one.span.path)) if root and one.span.line else []
    if 0 < one.span.line <= len(lines):
        line = lines[one.span.line - 1]
        if line.strip() and len(line) <= 300:
            margin = f"{one.span.line:>5} | "
            before = "".join(sign if sign == "\t" else " " for sign in line[: one.span.column - 1])
            width = max(1, min(one.span.width, len(line) - one.span.column + 1))
            echo(margin + line)
            echo(f"{' ' * (len(margin) - 2)}| {before}{click.style('^' * width, fg=colour)}")
    echo(f"      = {one.remedy}")


def _lines(root: str, path: str) -> list[str]:
    try:
        return (Path(root) / path).read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return []


def _path(one: Diagnostic, root: str) -> str:
    """The file as it is called from here, so that terminals and editors open it."""
    if not root or not one.span.path:
        return one.span.path
    file = Path(root) / one.span.path
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
