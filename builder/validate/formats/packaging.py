"""Content packaging in SCORM and IMS CP: the parts of a manifest and what they refer to (P1-P3, P5-P15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.manifest import Manifest, adl, manifest_of, name_of
from builder.validate.rule import must, should
from builder.validate.schemas import Held
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace, value

ROOT = must(
    "P1",
    "ADL SCORM 2004 4th Ed., ManifestRootElementChecker; IMS CP 1.1.4, 4.1",
    "The root is <{name}> in the namespace `{space}`, and {format} needs <manifest> in `{right}`.",
    'Write xmlns="{right}" on the manifest.',
    """Platforms tell the version of a package by this namespace, and many read nothing that stands in another.""",
)
INVALID = must(
    "P2",
    "the XSDs of IMS CP 1.1.4, ADL SCORM 2004 and IEEE LOM",
    "The schema objects: {problem}.",
    "Mend the manifest at that line; the order of elements matters too.",
    """The schemas of the format say what may stand where. A platform that checks them refuses the package.""",
)
INVALID_OLD = should(
    "P2w",
    "the XSDs of SCORM 1.2 and IMS CP",
    "The schema objects: {problem}.",
    "Mend the manifest at that line; the order of elements matters too.",
    """The schemas of the format say what may stand where. Widespread authoring tools break those of SCORM 1.2 and IMS
    CP, so most platforms put up with it.""",
)
PARTS = must(
    "P3",
    "ADL SCORM 2004 4th Ed., REQ_30; IMS CP 1.1.4, 4.1",
    "The manifest has {count} <{part}> elements and needs one.",
    "Write one <{part}> directly in <manifest>.",
    """A manifest says what the package is (metadata), how it is ordered (organizations) and which files it has
    (resources), each once.""",
)
DEFAULT = must(
    "P5",
    "ADL SCORM 2004 4th Ed.; SCORM 1.2 CAM, 2.3.2.2",
    "The default organization {problem}.",
    'Write the identifier of the organization that opens first: <organizations default="{right}">.',
    """A package may hold several orders of its content. A platform opens the default one, and some open nothing when it
    cannot be found.""",
)
NO_ORGANIZATION = must(
    "P6",
    "ADL SCORM 2004 4th Ed.; SCORM 1.2 CAM, 2.3.2.2",
    "{what} has no {missing}.",
    "Add {missing}.",
    """An organization with a title and at least one item is what learners see as the course and its contents.""",
)
DUPLICATE_ID = must(
    "P7",
    "W3C XML Schema, ID; ADL SCORM 2004 4th Ed.",
    "The identifier `{id}` stands twice (the other is on line {line}).",
    "Give one of them another identifier, and mend what refers to it.",
    """What refers to it could mean either, and platforms merge the two or refuse the package. Blanks around an
    identifier do not count.""",
)
BAD_ID = should(
    "P7s",
    "W3C XML Schema, ID",
    "`{id}` cannot be an identifier.",
    "Begin it with a letter or `_`, and write letters, digits, `-`, `_` and `.` only.",
    """An identifier is an XML name. Strict platforms refuse the package; most take it.""",
)
NO_ITEM_TITLE = must(
    "P8",
    "ADL SCORM 2004 4th Ed.",
    "The {what} has no {missing}.",
    "Add {missing}.",
    """An item is a line of the table of contents; platforms keep learners' records under its identifier.""",
)
NO_ITEM_TITLE_OLD = should(
    "P8w",
    "SCORM 1.2 CAM, 2.3.2.3 (customary)",
    "The {what} has no {missing}.",
    "Add {missing}.",
    """An item is a line of the table of contents; without a title learners see an empty line or the identifier.""",
)
DANGLING = must(
    "P9",
    "ADL SCORM 2004 4th Ed., IDRefCheck; IMS CP 1.1.4, 4.4",
    "The {what} refers to `{ref}`, and there is no such resource.",
    "Write the identifier of a resource, or add the resource.",
    """There is nothing to open: the entry in the table of contents leads nowhere.""",
)
LEAF = must(
    "P10",
    "ADL SCORM 2004 4th Ed., CAM 3.4.1.5",
    "The {what} {problem}.",
    "Let items with items inside them group only, and every other item refer to a resource.",
    """In SCORM 2004 only a leaf is an activity that is opened; what has items inside it is a cluster.""",
)
LEAF_OLD = should(
    "P10w",
    "SCORM 1.2 CAM, 2.3.2.3 (customary)",
    "The {what} has items inside it and refers to a resource.",
    "Let items with items inside them group only.",
    """Some platforms open such an item, others never do, so learners may miss its content.""",
)
PARAMETERS = must(
    "P11",
    "IMS CP 1.1.4; ADL SCORM 2004 4th Ed., CAM 3.4.1.5",
    "`{text}` cannot be put behind an address.",
    "Write it as ?name=value&amp;other=value, or as #place.",
    """The platform appends it to the address of the launch page; what does not have this form makes a wrong
    address.""",
)
PARAMETERS_OLD = should(
    "P11w",
    "IMS CP 1.1.4; ADL SCORM 2004 4th Ed.",
    "The parameters `{text}` of the {what} {problem}.",
    "Write ?name=value&amp;other=value on an item that refers to a resource.",
    """The platform appends it to the address of the resource that the item refers to.""",
)
TYPE = must(
    "P12",
    "ADL SCORM 2004 4th Ed., CAM 3.4.1.18; SCORM 1.2 CAM, 2.3.2.5; XSD",
    "The {what} {problem}.",
    'Write it exactly: type="webcontent" adlcp:{name}="sco", or "asset" for what reports nothing.',
    """By this attribute a platform knows whether a resource talks to it. The name and the value are compared letter by
    letter; without it nothing is tracked, or nothing opens.""",
)
NO_HREF = must(
    "P13",
    "ADL SCORM 2004 4th Ed.; SCORM 1.2 CAM, 2.3.2.5",
    "The {what} is opened by an item and has no href.",
    'Write the page that opens: href="index.html".',
    """Without it a platform has nothing to open.""",
)
NOT_A_FILE = should(
    "P13f",
    "ADL SCORM 2004 4th Ed.",
    "The {what} opens `{href}`, and no <file> of it, or of what it depends on, lists that.",
    'Add <file href="{href}"/> to it.',
    """A resource lists all its files. Platforms that copy only those would lack the page itself; most copy all.""",
)
DEPENDENCY = must(
    "P14",
    "ADL SCORM 2004 4th Ed.; IMS CP 1.1.4, 4.6",
    "The {what} depends on `{ref}`, {problem}.",
    "Write the identifier of another resource, or take the dependency out.",
    """A dependency names a resource whose files are needed too.""",
)
SUBMANIFEST = should(
    "P15",
    "ADL SCORM 2004 4th Ed., SubmanifestChecker",
    "There is a manifest inside the manifest.",
    "Make one manifest of the two, or two packages.",
    """Manifests inside each other were never agreed upon between platforms; most ignore the inner one.""",
)

SPACES = {
    "scorm12": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2",),
    "scorm2004": ("http://www.imsglobal.org/xsd/imscp_v1p1",),
    "imscp": ("http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
}
MOST_DEPENDENCIES = 500
"""Resources that are followed from one to find its launch file."""
NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
PARAMETER = re.compile(r"#\S*|[?&]?[^=&#\s]+=[^&#\s]*(?:&[^=&#\s]+=[^&#\s]*)*(?:#\S*)?")


def held(subject: Subject) -> Iterator[Held]:
    """The manifest against the schemas of its family; the 2nd Edition has none of its own here."""
    version = subject.format.version
    if subject.format.name == "scorm12":
        yield Held(subject.main, "scorm12/root.xsd", INVALID_OLD)
    elif subject.format.name == "imscp":
        yield Held(subject.main, "imscp-1.1.4/root.xsd", INVALID_OLD)
    elif "4th" in version or "3rd" in version:
        yield Held(subject.main, f"scorm2004-{version.split()[1]}/root.xsd", INVALID)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The manifest of a package of SCORM or IMS CP."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield from _root(subject, manifest)
    yield from _identifiers(subject, manifest)
    yield from _organizations(subject, manifest)
    for item in manifest.items:
        yield from _item(subject, manifest, item)
    yield from _resources(subject, manifest)


def _root(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    root = manifest.root
    spaces = SPACES[subject.format.name]
    if local(root) != "manifest" or namespace(root) not in spaces:
        place = subject.at(subject.main, line_of(root))
        title = subject.format.title
        yield ROOT.at(place, name=local(root), space=namespace(root), format=title, right=spaces[0])
    for part in ("metadata", "organizations", "resources"):
        count = sum(1 for _ in root.iterfind(f"{{*}}{part}"))
        if count != 1 and not (part == "metadata" and not count and subject.format.name != "scorm2004"):
            yield PARTS.at(subject.at(subject.main, line_of(root)), part=part, count=count)
    for inner in root.iterfind(".//{*}manifest"):
        yield SUBMANIFEST.at(subject.at(subject.main, line_of(inner)))


def _identifiers(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for element in (manifest.root, *manifest.organizations, *manifest.items, *manifest.resources):
        identifier = value(element, "identifier")
        place = subject.at(subject.main, line_of(element))
        if not identifier:
            continue
        if identifier in seen:
            yield DUPLICATE_ID.at(place, id=identifier, line=seen[identifier])
        elif not NCNAME.fullmatch(identifier):
            yield BAD_ID.at(place, id=identifier)
        seen.setdefault(identifier, line_of(element))


def _organizations(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    container = manifest.root.find("{*}organizations")
    if container is None:
        return
    place = subject.at(subject.main, line_of(container))
    names = [value(one, "identifier") for one in manifest.organizations]
    is_scorm = subject.format.name != "imscp"
    if not names:
        if is_scorm and not (subject.format.name == "scorm2004" and len(container) == 0):
            yield NO_ORGANIZATION.at(place, what="The package", missing="organization")
        return
    default = value(container, "default")
    if default and default not in names:
        yield DEFAULT.at(place, problem=f"`{default}` does not exist", right=names[0])
    elif not default and is_scorm:
        yield DEFAULT.at(place, problem="is not named", right=names[0])
    for one in manifest.organizations:
        here = subject.at(subject.main, line_of(one))
        missing = _missing(one, ("title",) if is_scorm else ())
        if one.find("{*}item") is None:
            missing.append("item")
        for part in missing:
            yield NO_ORGANIZATION.at(here, what=f"The {name_of(one)}", missing=part)


def _missing(element: etree._Element, parts: tuple[str, ...]) -> list[str]:
    missing = [] if value(element, "identifier") else ["identifier"]
    for part in parts:
        found = element.findall(f"{{*}}{part}")
        if not found or not "".join(found[0].itertext()).strip():  # type: ignore[arg-type]
            missing.append(part)
        elif len(found) > 1:
            missing.append(f"single {part}")
    return missing


def _item(subject: Subject, manifest: Manifest, item: etree._Element) -> Iterator[Diagnostic]:
    place, what = subject.at(subject.main, line_of(item)), name_of(item)
    is_2004 = subject.format.name == "scorm2004"
    for part in _missing(item, ("title",) if subject.format.name != "imscp" else ()):
        rule = NO_ITEM_TITLE if is_2004 or part == "identifier" else NO_ITEM_TITLE_OLD
        yield rule.at(place, what=what, missing=part)
    ref = value(item, "identifierref")
    if ref and ref not in manifest.by_id and ref not in manifest.inner:
        yield DANGLING.at(place, what=what, ref=ref)
    if is_2004:
        if ref and not manifest.is_leaf(item):
            yield LEAF.at(place, what=what, problem="has items inside it and refers to a resource")
        elif not ref and manifest.is_leaf(item):
            yield LEAF.at(place, what=what, problem="has no items inside it and refers to no resource")
    elif ref and not manifest.is_leaf(item) and subject.format.name == "scorm12":
        yield LEAF_OLD.at(place, what=what)
    yield from _parameters(subject, item, is_2004)


def _parameters(subject: Subject, item: etree._Element, is_2004: bool) -> Iterator[Diagnostic]:  # noqa: FBT001
    text, place = value(item, "parameters"), subject.at(subject.main, line_of(item))
    if not text:
        return
    if not value(item, "identifierref"):
        yield PARAMETERS_OLD.at(place, text=text, what=name_of(item), problem="belong to no resource")
    if not PARAMETER.fullmatch(text):
        if is_2004:
            yield PARAMETERS.at(place, text=text)
        else:
            yield PARAMETERS_OLD.at(place, text=text, what=name_of(item), problem="have another form")


def _resources(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    used = {value(one, "identifierref") for one in manifest.items}
    for resource in manifest.resources:
        place, what = subject.at(subject.main, line_of(resource)), name_of(resource)
        for missing in _missing(resource, ()):
            yield NO_ORGANIZATION.at(place, what="A resource", missing=missing)
        if subject.format.name != "imscp":
            yield from _type(subject, resource)
        if value(resource, "identifier") in used:
            href = value(resource, "href")
            if not href and subject.format.name != "imscp":
                yield NO_HREF.at(place, what=what)
            elif href and not _lists(resource, href) and href not in _files(manifest, resource):
                yield NOT_A_FILE.at(place, what=what, href=href)
        yield from _dependencies(subject, manifest, resource)


def _type(subject: Subject, resource: etree._Element) -> Iterator[Diagnostic]:
    name, wrong = ("scormtype", "scormType") if subject.format.name == "scorm12" else ("scormType", "scormtype")
    found = adl(resource, name)
    if adl(resource, wrong) and not found:
        problem = f"has adlcp:{wrong}, and this version calls it adlcp:{name}"
    elif not found:
        problem = f"has no adlcp:{name}"
    elif found not in ("sco", "asset"):
        problem = f'has adlcp:{name}="{found}"'
    elif value(resource, "type") != "webcontent":
        problem = f'has type="{value(resource, "type")}"'
    else:
        return
    yield TYPE.at(subject.at(subject.main, line_of(resource)), what=name_of(resource), problem=problem, name=name)


def _lists(resource: etree._Element, href: str) -> bool:
    return any(value(file, "href") == href for file in resource.iterfind("{*}file"))


def _files(manifest: Manifest, resource: etree._Element) -> set[str]:
    """The files of a resource and of all it depends on."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [resource]
    while waiting and len(seen) < MOST_DEPENDENCIES:
        one = waiting.pop()
        found |= {value(file, "href") for file in one.iterfind("{*}file")}
        for dependency in one.iterfind("{*}dependency"):
            ref = value(dependency, "identifierref")
            if ref in manifest.by_id and ref not in seen:
                seen.add(ref)
                waiting.append(manifest.by_id[ref])
    return found


def _dependencies(subject: Subject, manifest: Manifest, resource: etree._Element) -> Iterator[Diagnostic]:
    for dependency in resource.iterfind("{*}dependency"):
        ref = value(dependency, "identifierref")
        problem = "which does not exist" if ref not in manifest.by_id else ""
        if ref and ref == value(resource, "identifier"):
            problem = "which is itself"
        if problem:
            place = subject.at(subject.main, line_of(dependency))
            yield DEPENDENCY.at(place, what=name_of(resource), ref=ref, problem=problem)
