"""``imsmanifest.xml`` of a QTI 2.1 package (integration guide, section 4): a resource for each item and test, and what
catalogues read of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.targets.document import xml_bytes
from builder.targets.lom import LOM, add_lom
from builder.targets.qti21.names import IMSCP, ITEM_TYPE, METADATA, TEST_TYPE
from builder.targets.safe import line

PREFIXES = cast("dict[str, str]", {None: IMSCP, "lom": LOM, "imsqti": METADATA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An item or a test as the manifest lists it."""

    id: str
    file: str
    title: str
    pictures: tuple[str, ...] = ()
    """Addresses of the pictures it shows."""
    items: tuple[str, ...] = ()
    """Ids of the items of a test."""
    keywords: tuple[str, ...] = ()
    interactions: tuple[str, ...] = ()
    """() for a test."""
    adaptive: bool = False
    feedback: bool = False
    solution: bool = False
    """It names a right answer."""

    @property
    def resource(self) -> str:
        return f"{'item' if self.file.startswith('item-') else 'test'}-{self.id}"


def manifest(package: Package, programme: Programme, listed: Sequence[Listed]) -> bytes:
    """The manifest that lists items and tests, in their order."""
    root = etree.Element(f"{{{IMSCP}}}manifest", nsmap=PREFIXES)
    root.set("identifier", f"manifest-{package.id}")
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "QTIv2.1 Package"
    _add(metadata, "schemaversion").text = "1.0.0"
    add_lom(metadata, package, programme, ())
    for form in metadata.iter(f"{{{LOM}}}format"):
        form.text = "application/xml"
    _add(root, "organizations")
    resources = _add(root, "resources")
    for one in listed:
        _add_resource(resources, one, package.course.language)
    etree.indent(root)
    return xml_bytes(root)


def _add_resource(resources: etree._Element, one: Listed, language: str) -> None:
    kind = ITEM_TYPE if one.resource.startswith("item-") else TEST_TYPE
    resource = _add(resources, "resource", identifier=one.resource, type=kind, href=one.file)
    metadata = _add(resource, "metadata")
    if kind == ITEM_TYPE:
        # Before the rest: QTI 3.0 has it in this order only.
        _add_qti(metadata, one)
    general = _lom(_lom(metadata, "lom"), "general")
    _lom(_lom(general, "identifier"), "entry").text = one.id
    _string(general, "title", one.title, language)
    _lom(general, "language").text = language
    for keyword in one.keywords:
        _string(general, "keyword", keyword, language)
    for path in (one.file, *one.pictures):
        _add(resource, "file", href=path)
    for item in one.items:
        _add(resource, "dependency", identifierref=f"item-{item}")


def _add_qti(metadata: etree._Element, one: Listed) -> None:
    """What QTI itself says of an item (meta-data and usage data, section 3)."""
    own = etree.SubElement(metadata, f"{{{METADATA}}}qtiMetadata")
    feedback = "adaptive" if one.adaptive else "nonadaptive" if one.feedback else "none"
    facts = [
        ("timeDependent", "false"),
        ("composite", "true" if len(one.interactions) > 1 else "false"),
        *(("interactionType", name) for name in dict.fromkeys(one.interactions)),
        ("feedbackType", feedback),
        ("solutionAvailable", "true" if one.solution else "false"),
        ("toolName", "coursewright"),
    ]
    for name, value in facts:
        etree.SubElement(own, f"{{{METADATA}}}{name}").text = value


def _string(parent: etree._Element, name: str, text: str, language: str) -> None:
    """An element of one language string; nothing for an empty text."""
    if text := line(text):
        string = _lom(_lom(parent, name), "string")
        string.set("language", language)
        string.text = text


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMSCP}}}{name}", attributes)


def _lom(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{LOM}}}{name}")
