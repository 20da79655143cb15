"""A course formatted: every page and lesson of all its languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.source.files import list_folder, read_text, stays_inside
from builder.source.fmt.names import Names
from builder.source.fmt.page import Formatted, format_lesson, format_page


def format_course(
    root: Path, folder: str, languages: Sequence[str], *, source_language: str
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The files of the course in ``root / folder`` that ``fmt`` changes: path relative to ``root`` -> new text.

    The source language comes first; translations take its ids over, file by file. Nothing is written. A file that
    cannot be read, or a folder that leads elsewhere, is left alone: ``check`` says why.
    """
    found: list[Diagnostic] = []
    if not stays_inside(root, root / folder):
        return {}, found
    order = [source_language, *(each for each in languages if each != source_language)]
    texts = {language: _texts(root, f"{folder}/{language}") for language in order}
    names = Names(text for files in texts.values() for text in files.values())
    masters: dict[str, Formatted] = {}
    changed: dict[str, str] = {}
    for language in order:
        for name, text in texts[language].items():
            path = f"{folder}/{language}/{name}"
            formatter = format_page if name.endswith(".md") else format_lesson
            formatted = formatter(path, text, names, masters.get(name))
            found.extend(formatted.diagnostics)
            if language == source_language:
                masters[name] = formatted
            if formatted.text.encode() != (root / path).read_bytes():
                changed[path] = formatted.text
    return changed, found


def _texts(root: Path, top: str) -> dict[str, str]:
    """The lessons and pages of a language folder, as text with ``\\n``; path relative to it -> text."""
    unread: list[Diagnostic] = []
    listing = list_folder(root, top, unread)
    if listing is None:
        return {}
    names = list(_formatted(listing.files))
    for folder in listing.folders:
        inner = list_folder(root, f"{top}/{folder}", unread)
        names += (f"{folder}/{name}" for name in _formatted(inner.files if inner else ()))
    texts = ((name, read_text(root, f"{top}/{name}", unread)) for name in sorted(names))
    return {name: text for name, text in texts if text is not None}


def _formatted(files: Iterable[str]) -> Iterable[str]:
    return (name for name in files if name.endswith(".md") or name == "lesson.yaml")
