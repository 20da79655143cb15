"""What Moodle 4.5 does with an IMS content package (its activity of that name)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.manifest import Manifest, manifest_of, name_of
from builder.validate.rule import must, note, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace, text_of, value

RAN = "Moodle 4.5.6, tried"
READ = "Moodle 4.5.6, read in its source"

PREFIXED = must(
    "MI1",
    RAN,
    "Moodle shows an empty activity: <{name}> is written with the prefix `{prefix}`.",
    "Write the elements of content packaging without a prefix, and xmlns on the manifest.",
    """Moodle compares names as they are written, prefix and all, and says nothing when it finds none.""",
)
EMPTY = must(
    "MI2",
    RAN,
    "Moodle shows an empty activity: the manifest has no organization with items.",
    "Add one, with an item for each page.",
    """Moodle shows the items of the default organization and nothing else.""",
)
AMPERSAND = should(
    "MI3",
    RAN,
    "Moodle shows the & in the title of the {what} as `&amp;`.",
    "Write `and`.",
    """Titles are escaped twice in the table of contents.""",
)
SECURE = should(
    "MI4",
    READ,
    "Moodle takes `{href}` for a file of the package.",
    "Put the page into the package.",
    """Only http:// is known to it as an address elsewhere.""",
)
NO_HREF = note(
    "MI5",
    READ,
    "Moodle opens the last file of the {what}, since it has no href.",
    "Write href on the resource.",
    """What was meant may be another file.""",
)
NO_GRADE = note(
    "MI6",
    RAN,
    "Moodle keeps no grade of a content package, and completes it when it is viewed.",
    "For tests and scores build SCORM.",
    """An IMS content package has no way to report anything.""",
)
ALL = note(
    "MI7",
    READ,
    "Moodle shows the default organization, or the first, and none of the other {count}.",
    "Ship one organization.",
    """What stands in the others cannot be reached.""",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The manifest as Moodle's content package activity reads it."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield NO_GRADE.at(subject.at())
    for element in manifest.root.iter("{*}*"):
        if element.prefix and ("imscp" in namespace(element) or element is manifest.root):
            place = subject.at(subject.main, line_of(element))
            yield PREFIXED.at(place, name=local(element), prefix=element.prefix)
            break
    if not manifest.items:
        yield EMPTY.at(subject.at(subject.main))
    if len(manifest.organizations) > 1:
        yield ALL.at(subject.at(subject.main), count=len(manifest.organizations) - 1)
    yield from _items(subject, manifest)


def _items(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    for item in manifest.items:
        place = subject.at(subject.main, line_of(item))
        if "&" in text_of(item.find("{*}title")):
            yield AMPERSAND.at(place, what=name_of(item))
        resource = manifest.by_id.get(value(item, "identifierref"))
        if resource is None:
            continue
        href = value(resource, "href")
        if not href:
            yield NO_HREF.at(place, what=name_of(resource))
        elif href.startswith("https://"):
            yield SECURE.at(place, href=href)
