"""Controlling documents: the schemas of a format, which strict importers want at the package's root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import MISSING_SCHEMA
from builder.model.span import Span


def schema_entries(
    folder: str, inner: str, names: Sequence[str], others: Sequence[str] = ()
) -> tuple[list[Entry], list[Diagnostic]]:
    """The schemas ``names``, read from ``folder`` or its folder ``inner``; nothing for ''.

    ``others`` belong to them where the first of them is there, too: sets in circulation often lack them.
    """
    if not folder:
        return [], []
    home = Path(folder)
    if (home / inner).is_dir():
        home /= inner
    wanted = [*names, *(others if others and (home / others[0]).is_file() else ())]
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for name in wanted:
        try:
            entries.append(Entry(name, (home / name).read_bytes()))
        except OSError:
            diagnostics.append(MISSING_SCHEMA.at(Span(folder, 0), name=name, names=", ".join(wanted)))
    return entries, diagnostics


def locations(places: Iterable[tuple[str, str]], folder: str, entries: Iterable[Entry]) -> str:
    """``xsi:schemaLocation`` of namespaces and their schemas; once schemas come from ``folder``, of those that came."""
    here = {entry.path for entry in entries}
    return " ".join(f"{space} {name}" for space, name in places if not folder or name in here)
