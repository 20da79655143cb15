"""IMS Common Cartridge 1.1: pages as web content, quizzes as QTI 1.2.1, sources as web links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import LONG_TITLE, NOT_AN_ID, RISKY_FILE_NAME
from builder.model.package import Package
from builder.model.span import Span
from builder.targets.base import Context, Product, Target
from builder.targets.imscc.cartridge import Cartridge
from builder.targets.imscc.manifest import manifest
from builder.targets.imscc.support import SUPPORT
from builder.targets.safe import IDENTIFIER, SAFE_PATH, TITLE_LENGTH, line


def build(package: Package, context: Context) -> Product:
    """The files of the cartridge and the manifest that lists them."""
    cartridge = Cartridge(package)
    cartridge.fill()
    description = manifest(package, context.programme, cartridge.items, cartridge.resources)
    entries = (*cartridge.entries, Entry("imsmanifest.xml", description))
    return Product(entries, (*cartridge.diagnostics, *_doubts(package, entries)))


def _doubts(package: Package, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What the format, or an importer that reads it loosely, would not take as it is."""
    course = package.course
    if not IDENTIFIER.fullmatch(package.id):
        yield NOT_AN_ID.at(course.span, id=package.id)
    if len(line(package.title)) > TITLE_LENGTH:
        yield LONG_TITLE.at(course.span, length=len(line(package.title)), limit=TITLE_LENGTH)
    for path in sorted(entry.path for entry in entries):
        if not SAFE_PATH.fullmatch(path):
            yield RISKY_FILE_NAME.at(Span(f"{course.folder}/{path}", 0), path=path)


TARGET = Target("imscc", "IMS Common Cartridge 1.1", build, suffix=".imscc", support=SUPPORT)
