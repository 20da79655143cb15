"""QTI 2.0 to 3.0: the package, its manifest and the files that its documents use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.cc_manifest import cartridge
from builder.validate.formats.qti_names import SPACES, given, inside, name_of
from builder.validate.formats.qti_read import Page, pages
from builder.validate.nodes import child, value
from builder.validate.rule import must, should
from builder.validate.schemas import Held
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace

VOCABULARY = should(
    "Q1",
    "IMS QTI 2.2 and 3.0, packaging; broken by 1EdTech's own examples",
    "<{name}> is “{found}”; a package of QTI {version} has “{expected}”.",
    "Write <{name}>{expected}</{name}>.",
    "Some platforms tell by it which reader to use. Many packages, 1EdTech's own examples among them, have another.",
)
INVALID = must(
    "Q2",
    "IMS QTI, schema of items and tests",
    "The document is not valid: {problem}.",
    "Mend what the schema objects to.",
    "What a reader does with an invalid document is left to it; many refuse the whole package.",
)
INVALID_MANIFEST = should(
    "Q36",
    "IMS QTI, schema of the manifest; broken by 1EdTech's own examples",
    "The manifest is not valid: {problem}.",
    "Mend what the schema objects to.",
    "Most readers take what they know of a manifest; a strict one refuses the package.",
)
OTHER_VERSION = should(
    "Q8",
    "IMS QTI, packaging: resource types",
    "Resource {name} is of type “{type}” in a package of QTI {version}.",
    "Write the type of its version: imsqti_item_xmlv2p1, imsqti_test_xmlv2p2, imsqti_item_xmlv3p0 ….",
    "A reader that goes by the type looks for another version than it finds.",
)
NOT_READABLE = must(
    "Q17",
    "IMS QTI 2.x and 3.0",
    "The document {problem}.",
    "Write an assessmentItem or an assessmentTest in the namespace of its version.",
    "A reader finds no question and no test in it.",
)
OTHER_SPACE = should(
    "Q18",
    "IMS QTI 2.x and 3.0",
    "The document is in the namespace “{found}”; QTI {version} has “{expected}”.",
    "Write xmlns=“{expected}”, or say the version that it is.",
    "A reader that goes by the namespace takes it for another version.",
)
MISSING_FILE = must(
    "Q12",
    "IMS QTI, packaging",
    "<{element}> shows the file {href}, which is not in the package.",
    "Add the file, or mend the address: it is relative to the document.",
    "Learners see an empty frame in place of the picture.",
)
UNLISTED = should(
    "Q13",
    "IMS QTI, packaging: every file is listed",
    "The file {path} is used here, but the resource of this document does not list it.",
    "Add <file href=“{path}”/> to the resource.",
    "A platform that copies only what is listed leaves the file behind.",
)

RULES = (
    VOCABULARY,
    INVALID,
    INVALID_MANIFEST,
    OTHER_VERSION,
    NOT_READABLE,
    OTHER_SPACE,
    MISSING_FILE,
    UNLISTED,
)

_MEDIA = {
    "img": "src",
    "object": "data",
    "audio": "src",
    "video": "src",
    "source": "src",
    "track": "src",
    "stylesheet": "href",
    "assessmentStimulusRef": "href",
    "gapImg": "src",
}
_ITEM_SCHEMAS = {
    "2.1": "qti/qtiv2p1p1/imsqti_v2p1p1.xsd",
    "2.2": "qti/qtiv2p2p4/imsqti_v2p2p4.xsd",
    "3.0": "qti/qtiv3p0/imsqti_asiv3p0p1_v1p0.xsd",
}
_MANIFEST_SCHEMAS = {
    "2.1": "imscp-1.1.4/root.xsd",
    "2.2": "qti/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd",
    "3.0": "qti/qtiv3p0/imsqtiv3p0_imscpv1p2_v1p0.xsd",
}
_ABROAD = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the package."""
    if subject.format.version == "1.2":
        return
    yield from _manifest(subject)
    for one in pages(subject):
        if isinstance(one, Page):
            yield from _page(subject, one)
        elif one[0] != subject.main:
            path, why = one
            yield NOT_READABLE.at(subject.at(path, why.line), problem=f"cannot be read: {why}")


def held(subject: Subject) -> Iterator[Held]:
    """The documents to validate against schemas."""
    version = subject.format.version
    if subject.main.lower().endswith("imsmanifest.xml") and version in _MANIFEST_SCHEMAS:
        yield Held(subject.main, _MANIFEST_SCHEMAS[version], INVALID_MANIFEST)
    for one in pages(subject):
        if isinstance(one, Page) and one.kind:
            known = next((key for key, space in SPACES.items() if space == namespace(one.root)), "")
            if known in _ITEM_SCHEMAS:
                yield Held(one.path, _ITEM_SCHEMAS[known], INVALID)


def _manifest(subject: Subject) -> Iterator[Diagnostic]:
    version = subject.format.version
    found = cartridge(subject) if subject.main.lower().endswith("imsmanifest.xml") else None
    if found is None:
        return
    metadata = child(found.root, "metadata")
    expected = ("QTI Package", "3.0.0") if version == "3.0" else (f"QTIv{version} Package", "1.0.0")
    for name, right in zip(("schema", "schemaversion"), expected, strict=True):
        told = value(metadata, name)
        if told and told.casefold() != right.casefold():
            at = subject.at(subject.main, line_of(found.root if metadata is None else metadata))
            yield VOCABULARY.at(at, name=name, found=told, version=version, expected=right)
    for one in found.resources:
        typed = re.match(r"imsqti_\w*?xmlv(\d)p(\d)", one.type)
        if typed and f"{typed[1]}.{typed[2]}" != version:
            at = subject.at(subject.main, one.line)
            yield OTHER_VERSION.at(at, name=one.identifier, type=one.type, version=version)


def _page(subject: Subject, page: Page) -> Iterator[Diagnostic]:
    version = subject.format.version
    if not page.kind:
        problem = f"begins with <{local(page.root)}>"
        yield NOT_READABLE.at(subject.at(page.path, line_of(page.root)), problem=problem)
        return
    expected = SPACES.get(version, "")
    if expected and namespace(page.root) != expected:
        at = subject.at(page.path, line_of(page.root))
        yield OTHER_SPACE.at(at, found=namespace(page.root), version=version, expected=expected)
    if page.resource is None:
        return
    listed: frozenset[str] | None = None
    for node in inside(page.root, *_MEDIA):
        name = name_of(node)
        href = given(node, _MEDIA[name])
        if not href or _ABROAD.match(href) or href.startswith(("#", "/")):
            continue
        path, at = page.target(href), subject.at(page.path, line_of(node))
        if path not in subject.box.sizes:
            yield MISSING_FILE.at(at, element=local(node), href=href)
            continue
        listed = page.listed() if listed is None else listed
        if path not in listed:
            yield UNLISTED.at(at, path=path)
