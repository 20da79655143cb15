"""What a manifest of SCORM or IMS CP says of itself, and the schemas it names (P4, P17, P21, P22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.launch import local_path
from builder.validate.manifest import Manifest, is_adl, manifest_of
from builder.validate.rule import must, note, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace, text_of

VERSION = must(
    "P4",
    "ADL SCORM 2004 4th Ed., REQ_30.5",
    "The metadata {problem}.",
    "Begin <metadata> with <schema>ADL SCORM</schema><schemaversion>{right}</schemaversion>.",
    """A platform tells the edition by these words, compared letter by letter. With others it plays the package as
    another version of SCORM, or not at all.""",
)
VERSION_OLD = should(
    "P4w",
    "SCORM 1.2 CAM, 2.3.2.1; IMS CP 1.1.4 (customary)",
    "The metadata {problem}.",
    "Begin <metadata> with <schema>{schema}</schema><schemaversion>{right}</schemaversion>.",
    """Platforms tell the version by these words where they are there. Known tools leave them out, so most platforms
    guess.""",
)
LOCATION = must(
    "P17",
    "ADL SCORM 2004 4th Ed.; SCORM 1.2 CAM, 2.2.4",
    "adlcp:location `{path}` {problem}.",
    "Put it into <metadata>, with the path of a file in the package.",
    """It names a file of the package that holds metadata; one that is not there cannot be read.""",
)
CONTROL = note(
    "P21",
    "ADL SCORM 2004 4th Ed. test suite, RequiredFilesChecker",
    "The schema files of the format ({names}) are not at the root of the package.",
    "For a platform that wants them, add them: `coursewright build --xsd` does so for own packages.",
    """ADL's conformance test wants the schemas in the package. Platforms hardly ever do, and known ones never read
    them.""",
)
UNMAPPED = should(
    "P22",
    "ADL SCORM 2004 4th Ed. test suite, SchemaHandler.6",
    "The namespace `{space}` is used and has no place in xsi:schemaLocation.",
    "Add the namespace and the file of its schema to xsi:schemaLocation of the manifest.",
    """A platform that checks a manifest against schemas finds them by this attribute.""",
)
REMOTE = should(
    "P22r",
    "ADL SCORM 2004 4th Ed. test suite, SchemaHandler.7",
    "The schema of `{space}` is at {address}, and not in the package.",
    "Write the name of a file at the root of the package.",
    """Reading it takes a connection to another host, which a platform may not have, and which may answer with something
    else one day.""",
)

XSI = "http://www.w3.org/2001/XMLSchema-instance"
VOCABULARY = {
    "1.2": ("1.2",),
    "2004 2nd Edition": ("CAM 1.3",),
    "2004 3rd Edition": ("2004 3rd Edition",),
    "2004 4th Edition": ("2004 4th Edition",),
}
CONTROLS = {
    "scorm12": ("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd"),
    "scorm2004": ("imscp_v1p1.xsd", "adlcp_v1p3.xsd", "adlseq_v1p3.xsd", "adlnav_v1p3.xsd"),
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The manifest's own metadata."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield from _version(subject, manifest.root)
    yield from _locations(subject, manifest.root)
    names = [name for name in CONTROLS.get(subject.format.name, ()) if name not in subject.box.sizes]
    if names:
        yield CONTROL.at(subject.at(), names=", ".join(names))
    if subject.format.name != "imscp":
        yield from _schema_locations(subject, manifest)


def _version(subject: Subject, root: etree._Element) -> Iterator[Diagnostic]:
    metadata = root.find("{*}metadata")
    place = subject.at(subject.main, line_of(root if metadata is None else metadata))
    is_2004 = subject.format.name == "scorm2004"
    right = VOCABULARY.get(subject.format.version, (subject.format.version,))[0]
    schema = "IMS Content" if subject.format.name == "imscp" else "ADL SCORM"
    problem = _problem(metadata, schema, right, is_2004)
    if not problem:
        return
    if is_2004:
        yield VERSION.at(place, problem=problem, right=right)
    elif subject.format.name == "scorm12" or metadata is not None:
        yield VERSION_OLD.at(place, problem=problem, schema=schema, right=right)


def _problem(metadata: etree._Element | None, schema: str, right: str, is_2004: bool) -> str:  # noqa: FBT001
    """What is wrong with the first two elements of the metadata; '' when nothing is."""
    children = [] if metadata is None else list(metadata)
    names = [local(one) for one in children]
    for name in ("schema", "schemaversion"):
        if name not in names:
            return f"has no <{name}>"
        if names.count(name) > 1:
            return f"has more than one <{name}>"
    if is_2004 and names[:2] != ["schema", "schemaversion"]:
        return "does not begin with <schema> and <schemaversion>"
    found = {name: text_of(one) for name, one in zip(names, children, strict=True)}
    if schema == "ADL SCORM" and found["schema"] != schema:
        return f"names the schema `{found['schema']}`"
    if schema == "ADL SCORM" and found["schemaversion"] != right:
        return f"names the version `{found['schemaversion']}`"
    return ""


def _locations(subject: Subject, root: etree._Element) -> Iterator[Diagnostic]:
    for element in root.iter("{*}location"):
        if not is_adl(element, "location"):
            continue
        path, parent = text_of(element), element.getparent()
        problem = "" if local_path(path) in subject.box.sizes else "is not in the package"
        if parent is None or local(parent) != "metadata":
            problem = "stands outside <metadata>"
        if problem:
            yield LOCATION.at(subject.at(subject.main, line_of(element)), path=path, problem=problem)


def _schema_locations(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    mapped: dict[str, str] = {}
    for element in manifest.root.iter("{*}*"):
        words = str(element.get(f"{{{XSI}}}schemaLocation") or "").split()
        mapped |= dict(zip(words[::2], words[1::2], strict=False))
    used = {namespace(one) for one in manifest.root.iter("{*}*")}
    names = [str(key) for one in manifest.root.iter("{*}*") for key in one.attrib]
    used |= {name[1:].partition("}")[0] for name in names if name.startswith("{")}
    place = subject.at(subject.main, line_of(manifest.root))
    for space in sorted(used - set(mapped) - {"", XSI, "http://www.w3.org/XML/1998/namespace"}):
        yield UNMAPPED.at(place, space=space)
    for space, address in sorted(mapped.items()):
        if re.match(r"(?:https?:)?//", address):
            yield REMOTE.at(place, space=space, address=address)
