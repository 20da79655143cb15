"""The lengths that platforms must take at least (P18)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.launch import BASE
from builder.validate.manifest import Manifest, name_of
from builder.validate.rule import should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, text_of, value

LONG = should(
    "P18",
    "SCORM CAM, smallest permitted maximum (customary)",
    "The {part} of the {what} has {length:,} characters, and platforms need hold {limit:,}.",
    "Shorten it.",
    """A platform may cut what is longer, or fail when it stores it.""",
)

LIMITS = {"identifier": 2000, "href": 2000, "version": 20, BASE: 2000, "identifierref": 2000}
OLD_LIMITS = {**LIMITS, "identifier": 200, "href": 200, "identifierref": 200}
TITLE = 200


def long_values(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    """Everything in a manifest that is longer than a platform must take."""
    limits = OLD_LIMITS if subject.format.name == "scorm12" else LIMITS
    for element in (manifest.root, *manifest.organizations, *manifest.items, *manifest.resources):
        place, what = subject.at(subject.main, line_of(element)), name_of(element)[:60]
        for name, limit in limits.items():
            if len(value(element, name)) > limit:
                part = name.rpartition("}")[2]
                yield LONG.at(place, part=part, what=what, length=len(value(element, name)), limit=limit)
        title = text_of(element.find("{*}title"))
        if len(title) > TITLE:
            yield LONG.at(place, part="title", what=what, length=len(title), limit=TITLE)
