"""What Moodle 4.5 does with the items of a SCORM package when learners open them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.launch import BASE
from builder.validate.manifest import Manifest, adl, is_adl, manifest_of, name_of
from builder.validate.rule import must, note, should
from builder.validate.subject import Subject
from builder.validate.values import is_true
from builder.validate.xml import line_of, text_of, value

RAN = "Moodle 4.5.6, tried"

LITERAL = must(
    "MS20",
    RAN,
    "Moodle looks for a file called `{href}`, with its % signs, and finds none.",
    "Rename the file without blanks or accents, and write its name as it is.",
    """An href is taken letter by letter and never decoded, so `my%20page.html` does not open `my page.html`.""",
)
NOT_FOUND = should(
    "MS21",
    RAN,
    "Moodle accepts the package, and learners get `File not found` when they open `{href}`.",
    "Put the file into the package.",
    """Moodle does not look whether a launch file is there.""",
)
UNLINKED = should(
    "MS22",
    RAN,
    "Moodle accepts the package and shows the {what} as an entry that cannot be opened.",
    "Let it refer to a resource that is there.",
    """A reference to a missing resource gives a notice among the messages of the upload, and no more.""",
)
BASE_IGNORED = must(
    "MS23",
    RAN,
    "Moodle ignores xml:base on <{name}>, and so finds none of the files below it.",
    "Write xml:base on each resource, or the whole path in each href.",
    """Only a resource's own xml:base is put before its href.""",
)
SHARED_API = should(
    "MS24",
    RAN,
    "Moodle's player fails from the second of {count} SCOs of SCORM 2004 on: Initialize answers false.",
    "Ship one SCO, or use SCORM 1.2.",
    """The API is made once for the player's page. After the first SCO's Terminate nothing can be saved until the whole
    page is loaded anew.""",
)
ANY_ONE = note(
    "MS25",
    RAN,
    "Moodle counts the activity as completed as soon as any one of the {count} SCOs is completed or passed.",
    "In the activity's settings require all SCOs to be completed, or ship one SCO.",
    """The setting `Require all scos to return completion status` is off by default.""",
)
MASTERY = should(
    "MS26",
    RAN,
    "Moodle sets passed or failed itself when learners leave, from any score and this mastery score.",
    "Leave adlcp:masteryscore out and set lesson_status in the content, or write no score before the end.",
    """With a score written on the way, a learner who leaves in the middle ends as failed and is offered a new
    attempt.""",
)
NOT_TRACKED = should(
    "MS27",
    RAN,
    "Moodle tracks nothing in this package: all that opens is of the type asset.",
    "Mark the resource as a SCO if it reports anything.",
    """An asset counts as completed when it is opened, with the grade 0.""",
)
PREREQUISITES = note(
    "MS28",
    RAN,
    "Moodle honours this prerequisite; the item unlocks when the table of contents is loaded anew.",
    "Nothing need be done; its own `next` button may stay disabled until then.",
    """aicc_script with &, |, ~, =, <> and n*{A,B} is read; completed and passed satisfy it.""",
)
PREREQUISITES_TYPE = should(
    "MS29",
    RAN,
    "Moodle reads prerequisites as aicc_script, and this is of the type `{type}`.",
    'Write type="aicc_script".',
    """Of SCORM 1.2 this is the only language of prerequisites.""",
)
NO_SUCCESS = note(
    "MS30",
    RAN,
    "Moodle does not derive success from the score and minNormalizedMeasure.",
    "Let the content set cmi.success_status.",
    """The content can read the measure as cmi.scaled_passing_score. Completion is derived from progress_measure and the
    completion threshold.""",
)
UNSTABLE = should(
    "MS31",
    RAN,
    "The identifier `{id}` of an item looks made anew with each export; then an update deletes learners' records.",
    "Give the item an identifier that stays the same in every version.",
    """When a package is replaced, Moodle finds items again by their identifiers alone. One that is gone is deleted with
    all that was tracked.""",
)

RANDOM = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[1-5][0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}", re.IGNORECASE)
"""A UUID, with or without hyphens."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The items and the resources they open."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    for name in ("manifest", "resources"):
        element = manifest.root if name == "manifest" else manifest.root.find("{*}resources")
        if element is not None and value(element, BASE):
            yield BASE_IGNORED.at(_place(subject, element), name=name)
    opened = [manifest.by_id.get(value(one, "identifierref")) for one in manifest.items]
    yield from _launches(subject, manifest)
    yield from _tracking(subject, [one for one in opened if one is not None])
    yield from _elements(subject, manifest)


def _place(subject: Subject, element: etree._Element) -> Span:
    return subject.at(subject.main, line_of(element))


def _launches(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    for item in manifest.items:
        ref, identifier = value(item, "identifierref"), value(item, "identifier")
        if ref and ref not in manifest.by_id:
            yield UNLINKED.at(_place(subject, item), what=name_of(item))
        if RANDOM.search(identifier):
            yield UNSTABLE.at(_place(subject, item), id=identifier)
    used = {value(one, "identifierref") for one in manifest.items}
    for resource in manifest.resources:
        href = value(resource, BASE) + value(resource, "href")
        path = re.split(r"[?#]", href)[0]
        if value(resource, "identifier") not in used or not path or path in subject.box.sizes or "//" in href:
            continue
        rule = LITERAL if unquote(path) in subject.box.sizes else NOT_FOUND
        yield rule.at(_place(subject, resource), href=href)


def _tracking(subject: Subject, opened: list[etree._Element]) -> Iterator[Diagnostic]:
    types = [adl(one, "scormtype") or adl(one, "scormType") for one in opened]
    count = types.count("sco")
    if opened and not count:
        yield NOT_TRACKED.at(subject.at(subject.main))
    if count > 1:
        rule = SHARED_API if subject.format.name == "scorm2004" else ANY_ONE
        yield rule.at(subject.at(subject.main), count=count)


def _elements(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    for element in manifest.root.iter("{*}masteryscore", "{*}prerequisites", "{*}primaryObjective"):
        place = _place(subject, element)
        if is_adl(element, "masteryscore") and text_of(element) and subject.format.name == "scorm12":
            yield MASTERY.at(place)
        elif is_adl(element, "prerequisites"):
            kind = value(element, "type")
            yield PREREQUISITES.at(place) if kind == "aicc_script" else PREREQUISITES_TYPE.at(place, type=kind)
        elif is_true(value(element, "satisfiedByMeasure")):
            yield NO_SUCCESS.at(place)
