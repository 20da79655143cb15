"""The files a manifest names, in every format that has an imsmanifest.xml (Z8-Z13)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.detect import MANIFEST
from builder.validate.launch import BASE, base_of, local_path
from builder.validate.rule import Rule, must, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local, text_of, value

MISSING = must(
    "Z8",
    "ADL SCORM 2004 4th Ed., ResourceHrefChecker; IMS CP 1.1.4, 4.3",
    "The manifest names `{path}`, and the package holds no such file.",
    "Put the file into the package, or take it out of the manifest.",
    """Learners get an error in the place of the file. Platforms rarely look for it when a package is imported, so
    nobody hears of it before they do.""",
)
MISSING_PART = should(
    "Z8f",
    "ADL SCORM 2004 4th Ed., ResourceHrefChecker",
    "The manifest lists the file `{path}`, and the package does not hold it.",
    "Put the file into the package, or take it out of the manifest.",
    """A page may need this file. Exports of known tools list files that they leave out, so it is no error unless the
    file is opened itself.""",
)
CAPITALS = must(
    "Z9",
    "ADL SCORM 2004 4th Ed., ResourceHrefChecker.15",
    "The manifest names `{path}`, and the file is called `{other}`.",
    "Write the name in both places with the same capitals.",
    """On a server names that differ in capitals are different files, though on the machine of the author it worked.""",
)
LEAVES = must(
    "Z10",
    "ADL SCORM 2004 4th Ed., ResourceHrefChecker",
    "`{path}` leads out of the package.",
    "Put the file into the package and name it from the package's root.",
    """Nothing outside a package comes with it, and a platform does not follow such a path.""",
)
UNLISTED = should(
    "Z11",
    "ADL SCORM 2004 4th Ed., ExcessBaggageChecker",
    "`{path}` is in the package, and the manifest does not list it.",
    'List it in its resource: <file href="{path}"/>, or take it out of the package.',
    """Some platforms take only the files that are listed, and then a page lacks it. Most take them all.""",
)
BAD_HREF = must(
    "Z12",
    "ADL SCORM 2004 4th Ed., IMS CP 1.1.4",
    "The address `{path}` {problem}.",
    "Write it from the package's root with forward slashes, and let xml:base end with one.",
    """An address in a manifest is a relative URL. What stands in it otherwise is read differently by each platform.""",
)
SPACE = should(
    "Z12s",
    "RFC 3986, 2",
    "The address `{path}` has a blank in it.",
    "Rename the file without blanks, and the places that use it.",
    """In a URL a blank is written %20; some platforms take the name literally, others decode it, so no way of writing
    it works everywhere.""",
)
REMOTE = should(
    "Z13",
    "ADL SCORM 2004 4th Ed., ResourceHrefChecker.18",
    "This resource is not in the package but at {path}.",
    "Put the file into the package.",
    """It is missing without a connection, and a page of another host cannot reach the platform to report anything.""",
)

RULES = (MISSING, MISSING_PART, CAPITALS, LEAVES, UNLISTED, BAD_HREF, SPACE, REMOTE)
CONTROL = (".xsd", ".dtd")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


@dataclass(slots=True)
class _Files:
    """The files of a package, and those that were named."""

    paths: frozenset[str]
    folded: dict[str, str]
    folders: frozenset[str]
    named: set[str] = field(default_factory=set)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Every address in the manifest, and every file that has none."""
    if subject.main.lower() != MANIFEST:
        return
    try:
        root = document(subject, subject.main)
    except Damaged:
        return
    paths = frozenset(subject.box.sizes)
    folders = frozenset(path[:place] for path in paths for place, sign in enumerate(path) if sign == "/")
    files = _Files(paths, {path.casefold(): path for path in paths}, folders)
    for element in root.iter("{*}*"):
        if BASE in element.attrib:
            yield from _base(subject, element)
    used = _used(root)
    for resource in root.iterfind(".//{*}resource"):
        yield from _resource(subject, files, resource, used)
    files.named |= {local_path(text_of(one)) for one in root.iterfind(".//{*}metadata/{*}location")}
    for path in sorted(files.paths - files.named - {subject.main}):
        if not path.lower().endswith(CONTROL):
            yield UNLISTED.at(subject.at(), path=path)


def _resource(subject: Subject, files: _Files, resource: etree._Element, used: set[str]) -> Iterator[Diagnostic]:
    base = base_of(resource)
    href = value(resource, "href")
    is_opened = value(resource, "identifier") in used
    if href:
        rule = MISSING if is_opened else MISSING_PART
        yield from _address(subject, files, resource, base + href, rule)
    for file in resource.iterfind("{*}file"):
        if (address := value(file, "href")) and address != href:
            rule = MISSING if is_opened and not href else MISSING_PART
            yield from _address(subject, files, file, base + address, rule)


def _used(root: etree._Element) -> set[str]:
    """The identifiers of the resources that are opened: those items refer to, or all where there are no items."""
    used = {value(one, "identifierref") for one in root.iter("{*}item")} - {""}
    return used or {value(one, "identifier") for one in root.iter("{*}resource")}


def _address(
    subject: Subject, files: _Files, element: etree._Element, whole: str, missing: Rule
) -> Iterator[Diagnostic]:
    place = subject.at(subject.main, line_of(element))
    if SCHEME.match(whole):
        if local(element) == "resource":
            yield REMOTE.at(place, path=whole)
        return
    if problem := _problem(whole):
        yield BAD_HREF.at(place, path=whole, problem=problem)
        whole = whole.replace("\\", "/").lstrip("/")
    elif " " in whole:
        yield SPACE.at(place, path=whole)
    literal, decoded = posixpath.normpath(whole), posixpath.normpath(local_path(whole) or ".")
    if decoded.startswith("../") or decoded == "..":
        yield LEAVES.at(place, path=whole)
        return
    for path in (decoded, literal):
        if path in files.paths:
            files.named.add(path)
            return
    if other := files.folded.get(decoded.casefold()):
        files.named.add(other)
        yield CAPITALS.at(place, path=decoded, other=other)
    elif decoded not in files.folders:
        yield missing.at(place, path=decoded)


def _problem(address: str) -> str:
    if "\\" in address:
        return "has a backslash in it"
    return "begins with a slash" if address.startswith("/") else ""


def _base(subject: Subject, element: etree._Element) -> Iterator[Diagnostic]:
    base = value(element, BASE)
    problem = _problem(base) or ("does not end with a slash" if not base.endswith("/") else "")
    if problem and not SCHEME.match(base):
        yield BAD_HREF.at(subject.at(subject.main, line_of(element)), path=base, problem=problem)
