"""Every file of a package: its pages, those that the tool writes, the theme, the player, the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import PICTURE_MISSING
from builder.model.package import Package
from builder.model.span import Span
from builder.render.about import render_about
from builder.render.bundle import shared_files, telling
from builder.render.closing import parts_of, render_result
from builder.render.keep import keep_files
from builder.render.marks import icon
from builder.render.notes import notes_of, render_notes
from builder.render.opening import render_opening
from builder.render.page import Place, Shell, render_page
from builder.render.parts import render_contents, render_glossary
from builder.render.search import search_index


def render_site(
    package: Package, *, lms: str, state_limit: int, more: Mapping[str, object] | None = None, hosts: str = ""
) -> tuple[list[Entry], list[Diagnostic]]:
    """All files of ``package`` (docs/reference/player.md).

    ``lms`` is how the player talks to it (``scorm12``, ``none``), ``state_limit`` the characters of saved state
    the format holds (0: no limit), ``more`` what the format's own part of the player is told besides, by name,
    ``hosts`` the sources besides its own that pages may talk to (``https:``).
    """
    shell = Shell.of(package, lms, state_limit, hosts)
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    assets: set[str] = set()
    terms: set[str] = set()
    cited: dict[str, list[Place]] = {}
    parts = {"opening", *parts_of(package)}
    styles = {"opening", "closing"}
    for place in shell.places:
        html, writer = render_page(shell, place)
        entries.append(Entry(place.file, html.encode()))
        diagnostics += writer.diagnostics
        assets |= writer.assets
        terms |= writer.terms
        for source in writer.cited:
            cited.setdefault(source, []).append(place)
        parts |= writer.parts
        styles |= writer.styles
    entries.append(Entry("index.html", render_opening(shell).encode()))
    if terms:
        entries.append(Entry("glossary.html", render_glossary(shell, terms).encode()))
    if notes := notes_of(shell):
        entries.append(Entry("notes.html", render_notes(shell, notes).encode()))
        parts.add("notes")
        styles.add("notes")
    entries.append(Entry("about.html", render_about(shell, cited).encode()))
    entries.append(Entry("contents.html", render_contents(shell, glossary=bool(terms), notes=bool(notes)).encode()))
    entries.append(search_index(shell, terms))
    entries.append(Entry("result.html", render_result(shell).encode()))
    shared = shared_files(package.course, shell.config, lms, parts, styles)
    entries += telling(shared, lms, more) if more else shared
    if shell.alone:
        entries.append(Entry("cw/mark.svg", icon(package.course)))
    for item in _media(package, assets):
        if isinstance(item, Entry):
            entries.append(item)
        else:
            diagnostics.append(item)
    entries += keep_files(shell, entries)
    return entries, diagnostics


def _media(package: Package, paths: Iterable[str]) -> Iterator[Entry | Diagnostic]:
    course = package.course
    for path in sorted(paths):
        asset = course.assets.get(path)
        try:
            if asset is None:
                raise FileNotFoundError(path)
            yield Entry(path, Path(asset.file).read_bytes())
        except OSError:
            yield PICTURE_MISSING.at(Span(f"{course.folder}/{path}", 0), source=path, hint="")
