"""What a package with a manifest, or an importer that reads it loosely, would not take as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import LONG_TITLE, NOT_AN_ID, RISKY_FILE_NAME
from builder.model.package import Package
from builder.model.span import Span
from builder.targets.safe import IDENTIFIER, SAFE_PATH, TITLE_LENGTH, line


def doubts(package: Package, files: Iterable[Entry]) -> Iterator[Diagnostic]:
    """An id that XML does not take, a title that is cut, a name among ``files`` that is not found everywhere."""
    course = package.course
    if not IDENTIFIER.fullmatch(package.id):
        yield NOT_AN_ID.at(course.span, id=package.id)
    yield from long_title(package.title, course.span)
    for path in sorted(entry.path for entry in files):
        if not SAFE_PATH.fullmatch(path):
            yield RISKY_FILE_NAME.at(Span(f"{course.folder}/{path}", 0), path=path)


def long_title(title: str, span: Span) -> Iterator[Diagnostic]:
    """A title whose end a manifest does not hold."""
    if len(line(title)) > TITLE_LENGTH:
        yield LONG_TITLE.at(span, length=len(line(title)), limit=TITLE_LENGTH)
