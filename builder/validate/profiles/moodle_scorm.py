"""What Moodle 4.5 reads from the manifest of a SCORM package, and how (its own parser, not a schema's)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.manifest import Manifest, adl, manifest_of, name_of
from builder.validate.rule import must, note, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import line_of, local, namespace, value

RAN = "Moodle 4.5.6, tried"
READ = "Moodle 4.5.6, read in its source"

STOPS = must(
    "MS1",
    RAN,
    "Moodle stops in the middle of the upload, because the manifest is no well-formed XML.",
    "Mend the manifest.",
    """Whoever uploads it sees `XML error` on an empty page and no form any more.""",
)
PREFIXED = must(
    "MS2",
    RAN,
    "Moodle finds nothing to open: <{name}> is written with the prefix `{prefix}`.",
    "Write the elements of content packaging without a prefix, and xmlns on the manifest.",
    """Moodle compares names as they are written, prefix and all.""",
)
OTHER_PREFIX = must(
    "MS3",
    RAN,
    "Moodle takes every resource for one that reports nothing: ADL's names have the prefix `{prefix}`.",
    "Write xmlns:adlcp and adlcp:scormtype (2004: adlcp:scormType).",
    """Only the prefix `adlcp` is known to it. With another nothing is tracked, and what is opened counts as
    completed.""",
)
IGNORED_PREFIX = should(
    "MS4",
    RAN,
    "Moodle does not see <{name}>, because its prefix is `{prefix}` and not `{right}`.",
    "Write it with the prefix `{right}`.",
    """Moodle compares names as they are written, prefix and all.""",
)
AS_12 = must(
    "MS5",
    RAN,
    "Moodle plays this SCORM 2004 package as SCORM 1.2, because of the version `{version}`.",
    "Write <schemaversion>2004 4th Edition</schemaversion>, 2004 3rd Edition or CAM 1.3, without blanks.",
    """Any version that Moodle does not know, a missing one too, is SCORM 1.2 to it. Then only that version's API is
    there, and content of SCORM 2004 finds none: nothing is saved.""",
)
AS_2004 = must(
    "MS16",
    RAN,
    "Moodle plays this SCORM 1.2 package as SCORM 2004, because of the version `{version}`.",
    "Write <schemaversion>1.2</schemaversion>.",
    """Then only the API of SCORM 2004 is there, and content of SCORM 1.2 finds none: nothing is saved.""",
)
ESCAPED = should(
    "MS6",
    RAN,
    "Moodle shows `{text}` as it is written here and not what it stands for.",
    "Write the sign itself in UTF-8, and only &amp; &lt; &gt; &quot; as references.",
    """Moodle escapes each & anew that is no short named reference, so a title reads `Caf&#233;`; & in CDATA becomes
    &amp;.""",
)
TOO_LONG = must(
    "MS7",
    RAN,
    "Moodle cannot store the {part} of the {what}: {length} characters, and its table holds 255.",
    "Shorten it.",
    """The upload ends in `Error writing to database`.""",
)
UNTRIMMED = note(
    "MS8",
    RAN,
    "Moodle keeps the line breaks around the title of the {what}.",
    "Write the title in one line.",
    """They show in exports and reports.""",
)
FATAL_MAP = must(
    "MS9",
    RAN,
    "Moodle cannot add a package with <imsss:mapInfo> in an objective: it fails with an error.",
    "Take global objectives out; one SCO needs none.",
    """A mistake in Moodle's reader (PHP 8) ends the upload: `Attempt to assign property on null`.""",
)
DROPPED = note(
    "MS10",
    READ,
    "Moodle ignores <{name}>.",
    "Do not rely on it: report completion and success from the content.",
    """Moodle's player knows little of sequencing: conditions of rollup are dropped, and a sequencingCollection is not
    read.""",
)
UNLOCKED = should(
    "MS11",
    RAN,
    "Moodle does not lock items by sequencing rules: this item is open from the beginning.",
    "Lock inside the content, or make several activities with Moodle's own restrictions.",
    """In SCORM 2004 Moodle takes every precondition for fulfilled.""",
)
SEVERAL = should(
    "MS12",
    RAN,
    "Moodle imports all {count} organizations and shows learners a selector.",
    "Ship one organization.",
    """The default one is opened first; what learners do in the others counts as well.""",
)
FLAT = should(
    "MS13",
    RAN,
    "Moodle makes one entry of each resource, titled by its identifier, since there is no organization.",
    "Add an organization with items and titles.",
    """Learners see `RES-1` and the like as the table of contents.""",
)
MERGED = should(
    "MS14",
    RAN,
    "Moodle merges the {count} items called `{id}` into one; the last wins.",
    "Give each item an identifier of its own.",
    """Items are rows of a table, found again by their identifier, and no message says that one is missing.""",
)
NO_DATA_STORE = should(
    "MS15",
    RAN,
    "Moodle has no shared data (adl.data): every call for it fails with 401.",
    "Keep what is to be shared in cmi.suspend_data of one SCO.",
    """The 4th Edition's stores of data are not implemented.""",
)

PACKAGING = {"manifest", "metadata", "organizations", "organization", "item", "title", "resources", "resource", "file"}
RIGHT = {"adlcp": "adlcp", "imsss": "imsss", "adlseq": "adlseq", "adlnav": "adlnav"}
KNOWN_2004 = {"1.3", "CAM 1.3", "2004 3rd Edition", "2004 4th Edition"}
MOST_LITERALS = 1000
REFERENCE = re.compile(rb"&#\w{1,10};?|<!\[CDATA\[[^\]]{0,200}&")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The manifest as Moodle's reader takes it."""
    manifest = manifest_of(subject)
    if manifest is None:
        yield STOPS.at(subject.at(subject.main))
        return
    yield from _prefixes(subject, manifest)
    yield from _version(subject, manifest)
    yield from _literals(subject)
    yield from _lengths(subject, manifest)
    yield from _structure(subject, manifest)
    yield from _sequencing(subject, manifest)


def _place(subject: Subject, element: etree._Element) -> Span:
    return subject.at(subject.main, line_of(element))


def _prefixes(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    for element in manifest.root.iter("{*}*"):
        space, name = namespace(element), local(element)
        if name in PACKAGING and element.prefix and ("imscp" in space or element is manifest.root):
            yield PREFIXED.at(_place(subject, element), name=name, prefix=element.prefix)
            return
        right = next((prefix for sign, prefix in RIGHT.items() if sign in space), "")
        if right and element.prefix != right:
            prefix = element.prefix or ""
            yield IGNORED_PREFIX.at(_place(subject, element), name=name, prefix=prefix, right=right)
    for resource in manifest.resources:
        if adl(resource, "scormtype") or adl(resource, "scormType"):
            known = {prefix for prefix, space in resource.nsmap.items() if "adlcp" in space}
            if "adlcp" not in known:
                prefix = ", ".join(sorted(one or "" for one in known))
                yield OTHER_PREFIX.at(_place(subject, resource), prefix=prefix)
                return


def _version(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    found = manifest.root.find("{*}metadata/{*}schemaversion")
    text = (found.text or "") if found is not None else ""
    if subject.format.name == "scorm2004" and text not in KNOWN_2004:
        yield AS_12.at(_place(subject, manifest.root if found is None else found), version=text)
    elif subject.format.name == "scorm12" and text in KNOWN_2004 and found is not None:
        yield AS_2004.at(_place(subject, found), version=text)


def _literals(subject: Subject) -> Iterator[Diagnostic]:
    """What stands in the text of the manifest before it is parsed."""
    try:
        data = subject.box.read(subject.main)
    except Damaged:
        return
    line, place = 1, 0
    for match in islice(REFERENCE.finditer(data), MOST_LITERALS):
        line += data.count(b"\n", place, match.start())
        place = match.start()
        yield ESCAPED.at(subject.at(subject.main, line), text=match[0][:40].decode("utf-8", "replace"))


def _lengths(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    for element in (*manifest.organizations, *manifest.items):
        found = element.find("{*}title")
        title = (found.text or "") if found is not None else ""
        what, place = name_of(element)[:60], _place(subject, element)
        for part, text in (("title", title), ("identifier", value(element, "identifier"))):
            if len(text) > 255:
                yield TOO_LONG.at(place, part=part, what=what, length=len(text))
        if title != title.strip() and "\n" in title:
            yield UNTRIMMED.at(place, what=what)


def _structure(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    place = subject.at(subject.main)
    if len(manifest.organizations) > 1:
        yield SEVERAL.at(place, count=len(manifest.organizations))
    if not manifest.organizations and manifest.resources:
        yield FLAT.at(place)
    for identifier, count in Counter(value(one, "identifier") for one in manifest.items).items():
        if count > 1 and identifier:
            yield MERGED.at(place, id=identifier, count=count)


def _sequencing(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    maps = (one for one in manifest.root.iter("{*}mapInfo") if "imsss" in namespace(one))
    if (first := next(maps, None)) is not None:
        yield FATAL_MAP.at(_place(subject, first))
    for name in ("rollupConditions", "sequencingCollection"):
        if (found := next(manifest.root.iter(f"{{*}}{name}"), None)) is not None:
            yield DROPPED.at(_place(subject, found), name=name)
    for rule in manifest.root.iter("{*}preConditionRule"):
        if any(value(one, "action") == "disabled" for one in rule.iterfind("{*}ruleAction")):
            yield UNLOCKED.at(_place(subject, rule))
    for one in manifest.root.iter("{*}data"):
        if "adlcp" in namespace(one):
            yield NO_DATA_STORE.at(_place(subject, one))
            return
