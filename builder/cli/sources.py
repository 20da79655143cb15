"""The files of a programme as commands read and write them: found in words, never overwritten, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from builder.archive import write_file
from builder.cli.scaffold import value_in


def text_of(file: Path) -> str:
    """The text of a source; a usage error where it cannot be read."""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(f"{short(file)} cannot be read as a text in UTF-8; nothing was changed.") from None


def write(fresh: Mapping[Path, str], changed: Mapping[Path, str] | None = None) -> None:
    """Write ``fresh`` files, of which none may exist, then the ``changed`` ones; each is named."""
    there = [path for path in fresh if path.exists()]
    if there:
        raise click.UsageError(f"{short(there[0])} is there already; nothing was changed.")
    again = {path: text for path, text in (changed or {}).items() if not path.exists() or text_of(path) != text}
    for path, text in {**fresh, **again}.items():
        write_file(path, text.encode("utf-8", "replace"))
        click.echo(short(path))


def short(path: Path) -> str:
    """A path as it is called from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def source_language(home: Path) -> str:
    """The language the courses of a programme are written in; a usage error where none is named."""
    language = value_in(text_of(home / "programme.yaml"), "source_language")
    if not language:
        raise click.UsageError(
            "programme.yaml names no `source_language`; nothing was changed. See: coursewright check"
        )
    return language
