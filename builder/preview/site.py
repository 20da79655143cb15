"""What the preview shows: the web edition of every course, built in memory, and the diagnostics beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from threading import Condition

from builder.archive import Entry, digest
from builder.diagnostics import Diagnostic
from builder.model.course import Programme
from builder.model.package import packages_of
from builder.pipeline import Order, check, courses_of, languages_of, read_programme, roomy
from builder.targets import web
from builder.targets.base import Context


@dataclass(frozen=True, slots=True)
class Shown:
    """One course as the preview shows it."""

    files: Mapping[str, bytes]
    """By address below the server's root: ``tg-101-en/index.html``."""
    titles: Mapping[str, str]
    """The packages' titles, by the address of their folder."""
    diagnostics: tuple[Diagnostic, ...]


class Site:
    """The courses as last built. A course that no longer builds is shown as it was when it did.

    ``update`` is called by one thread; the others read what it has put in place, and wait for the next.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.files: Mapping[str, bytes] = {}
        self.titles: Mapping[str, str] = {}
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.version = 0
        self.content = ""
        """Digest of the files: pages reload when it changes, and only then."""
        self._courses: dict[str, Shown] = {}
        self._changed = Condition()

    def update(self, paths: Iterable[Path] = ()) -> None:
        """Build again the courses in which ``paths`` lie; all of them for none, or for a file they share."""
        programme, found = read_programme(self.order)
        if programme is not None and not any(diagnostic.is_error for diagnostic in found):
            folders = courses_of(self.order, programme)
            touched = {_course_at(Path(programme.root), path) for path in paths}
            again = [one for one in folders if one in touched] if touched and touched <= {*folders} else folders
            for folder in again:
                self._courses[folder] = _show(self.order, programme, folder, self._courses.get(folder))
            self._courses = {folder: self._courses[folder] for folder in folders}
        shown = self._courses.values()
        diagnostics = dict.fromkeys((*found, *(one for course in shown for one in course.diagnostics)))
        with self._changed:
            self.files = {path: data for course in shown for path, data in course.files.items()}
            self.titles = {path: title for course in shown for path, title in course.titles.items()}
            self.diagnostics = tuple(sorted(diagnostics, key=lambda one: (one.span, one.code.id, one.message)))
            self.content = digest(Entry(path, data) for path, data in self.files.items())
            self.version += 1
            self._changed.notify_all()

    def fail(self, diagnostic: Diagnostic) -> None:
        """Show ``diagnostic`` over the pages as they were."""
        with self._changed:
            self.diagnostics = (diagnostic,)
            self.version += 1
            self._changed.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """The version after ``version``, as soon as there is one; the same after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    def start_page(self) -> bytes:
        """The page that lists what there is to see."""
        links = "".join(
            f'<li><a href="/{path}/index.html">{escape(title)}</a> <small>{escape(path)}</small>'
            for path, title in self.titles.items()
        )
        body = f"<ul>{links}</ul>" if links else "<p>No course can be shown yet. What is missing stands below."
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
            'content="width=device-width"><title>Courses</title></head><body class="cw-preview"><main><h1>Courses</h1>'
            f"{body}</main></body></html>"
        ).encode()


def _course_at(root: Path, path: Path) -> str:
    """The folder of the course in which ``path`` lies; '' for a file that courses share."""
    parts = path.relative_to(root).parts if root in path.parents else ()
    return parts[0] if len(parts) > 1 else ""


def _show(order: Order, programme: Programme, folder: str, before: Shown | None) -> Shown:
    files = dict(before.files) if before else {}
    titles = dict(before.titles) if before else {}
    diagnostics: list[Diagnostic] = []
    for checked in check(programme, folder, languages_of(order, programme, folder)):
        diagnostics += (*checked.diagnostics, *roomy(order, programme, checked)[1])
        if checked.course is None or any(one.is_error for one in checked.diagnostics):
            continue
        for package in packages_of(checked.course):
            place = f"{package.id}-{package.course.language}"
            product = web.build(package, Context(programme))
            diagnostics += product.diagnostics
            files = {path: data for path, data in files.items() if not path.startswith(f"{place}/")}
            files |= {f"{place}/{path}": data for path, data in product.entries}
            titles[place] = package.title
    return Shown(files, titles, tuple(diagnostics))
