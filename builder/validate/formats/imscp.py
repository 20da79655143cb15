"""What an IMS content package needs to be of use, beyond content packaging in general (P26, P27)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.lengths import long_values
from builder.validate.manifest import manifest_of, name_of
from builder.validate.rule import should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, text_of, value

NO_STRUCTURE = should(
    "P26",
    "IMS CP 1.1.4, 4.3",
    "The package has no organization with items.",
    "Add one, with an item for each page.",
    """Files without an order are allowed, but a platform that shows a package has no table of contents to show.""",
)
UNTITLED = should(
    "P27",
    "IMS CP 1.1.4, 4.4",
    "The {what} has no title.",
    "Add a title.",
    """Platforms show the identifier or an empty line in its place.""",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The table of contents of a content package."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield from long_values(subject, manifest)
    if not manifest.items:
        yield NO_STRUCTURE.at(subject.at(subject.main))
    for item in manifest.items:
        if not text_of(item.find("{*}title")) and value(item, "isvisible") != "false":
            yield UNTITLED.at(subject.at(subject.main, line_of(item)), what=name_of(item))
