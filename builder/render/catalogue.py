"""Bring the catalogues in ``templates/locale`` up to date: ``python -m builder.render.catalogue``.

The words are collected from the page templates, from the Python that renders and makes packages, and from the player;
new ones come into every ``.po`` file empty, those no longer used leave it. It is a tool for those who work on
coursewright, not a stage.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from builder.render import environment
from builder.resources import templates

KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "t": None, "gettext": None, "ngettext": (1, 2)}

OPTIONS = {"trimmed": "true", "encoding": "utf-8", "trim_blocks": "true", "lstrip_blocks": "true"}

ENGLISH = "guide"
"""The folder of templates whose words stay English: the guide, which only administrators read."""


@cache
def collect() -> Catalog:
    """Every word of the interface, in order of file and line."""
    catalog = Catalog(project="coursewright", charset="utf-8", fuzzy=False)
    root = templates()
    for file in sorted(file for file in root.rglob("*.html") if file.parent.name != ENGLISH):
        with file.open("rb") as stream:
            for _, _, message, _ in babel_extract(stream, list(KEYWORDS), [], OPTIONS):
                _add(catalog, file, message or ())
    builder = Path(environment.__file__).parent.parent
    parts = ("render", "schedule", "targets")
    for file in sorted(file for part in parts for file in builder.glob(f"{part}/**/*.py")):
        for words in _called(file):
            _add(catalog, file, words)
    for file in sorted((root / "player").glob("*/*.js")):
        for found in extract_from_file("javascript", file, KEYWORDS):
            _add(catalog, file, cast("str | tuple[str | None, ...]", found[1]))
    return catalog


def _called(file: Path) -> Iterator[tuple[str, ...]]:
    """The literal words in calls of a Python file, in the order of its lines.

    Babel's own reader sees calls inside of f-strings from Python 3.12 on only.
    """
    calls = [node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = [argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)]
        words = tuple(value for value in given if isinstance(value, str))
        if name in KEYWORDS and words:
            yield words if name == "ngettext" else words[:1]


def _add(catalog: Catalog, file: Path, message: str | tuple[str | None, ...]) -> None:
    parts = (message,) if isinstance(message, str) else tuple(part for part in message if part)
    if parts:
        catalog.add(parts if len(parts) > 1 else parts[0], locations=[(file.name, 0)])


def missing(data: bytes) -> list[str]:
    """The words a catalogue leaves without translation, and those it lacks."""
    catalog = read_po(BytesIO(data))
    found: list[str] = []
    for message in collect():
        own = catalog.get(message.id) if message.id else None
        if message.id and (own is None or own.fuzzy or not own.string or not all(own.string)):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def update(file: Path) -> bytes:
    """The catalogue ``file`` with the words of today; its translations are kept."""
    language = file.stem
    old = read_po(BytesIO(file.read_bytes()), locale=language) if file.stat().st_size else Catalog(locale=language)
    fresh = Catalog(locale=language, project="coursewright", charset="utf-8", fuzzy=False, header_comment="")
    for message in collect():
        if message.id:
            own = old.get(message.id)
            fresh.add(message.id, own.string if own and own.string else None, locations=message.locations)
    buffer = BytesIO()
    write_po(buffer, fresh, omit_header=True, sort_output=True, include_lineno=False, width=120)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {fresh.plural_forms}\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def main() -> None:
    """Update every catalogue in place."""
    for file in sorted((templates() / "locale").glob("*.po")):
        file.write_bytes(update(file))


if __name__ == "__main__":
    main()
