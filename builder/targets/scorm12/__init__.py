"""SCORM 1.2: one SCO, one item, whose identifier is the package's id and so keeps learners' records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import LONG_TITLE, NOT_AN_ID, RISKY_FILE_NAME
from builder.model.package import Package
from builder.model.span import Span
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target
from builder.targets.safe import IDENTIFIER, SAFE_PATH, TITLE_LENGTH, line
from builder.targets.scorm12.manifest import manifest
from builder.targets.scorm12.schemas import schema_entries
from builder.targets.support import EVERYTHING

STATE_LIMIT = 4096
"""Characters of ``cmi.suspend_data`` that an LMS must hold (Run-Time Environment 1.2, section 3.4.4)."""


def build(package: Package, context: Context) -> Product:
    """The pages, the manifest that lists them, and on request the schemas beside it."""
    pages, found = render_site(package, lms="scorm12", state_limit=STATE_LIMIT)
    schemas, missing = schema_entries(context.schemas)
    description = manifest(package, context.programme, [entry.path for entry in pages])
    return Product(
        (*pages, *schemas, Entry("imsmanifest.xml", description)), (*found, *missing, *_doubts(package, pages))
    )


def _doubts(package: Package, pages: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What the format, or an importer that reads it loosely, would not take as it is."""
    course = package.course
    if not IDENTIFIER.fullmatch(package.id):
        yield NOT_AN_ID.at(course.span, id=package.id)
    if len(line(package.title)) > TITLE_LENGTH:
        yield LONG_TITLE.at(course.span, length=len(line(package.title)), limit=TITLE_LENGTH)
    for path in sorted(entry.path for entry in pages):
        if not SAFE_PATH.fullmatch(path):
            yield RISKY_FILE_NAME.at(Span(f"{course.folder}/{path}", 0), path=path)


TARGET = Target("scorm12", "SCORM 1.2 package", build, state_limit=STATE_LIMIT, support=EVERYTHING)
