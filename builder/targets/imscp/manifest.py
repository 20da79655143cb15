"""``imsmanifest.xml`` of IMS Content Packaging 1.1.4 (Information Model, section 4): lessons, and in them their pages.

Moodle reads elements by their literal names, so that content packaging is unprefixed, and takes the last file of a
resource that has no page of its own for one: only resources with a page are items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.render.address import ABOUT, GLOSSARY, NOTES, OPENING, RESULT, addresses
from builder.render.words import words
from builder.targets.document import xml_bytes
from builder.targets.lom import LOM, add_lom
from builder.targets.safe import title

IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

PREFIXES = cast("dict[str, str]", {None: IMSCP, "lom": LOM, "xsi": XSI})
"""``None`` is the default namespace, which the stubs of lxml do not know."""

LOCATIONS = f"{IMSCP} imscp_v1p1.xsd {LOM} imsmd_loose_v1p3p2.xsd"

SHARED = "shared"

SIGNS = str.maketrans(
    "&<>", "+\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
"""Moodle shows an ``&`` of a title as ``&amp;`` and takes ``<b>`` for an element. These signs are read alike in every
language and are in every font (a wide ``&`` is not)."""

_MEDIA = re.compile(rb'"(media/[^"]+)"')


def manifest(package: Package, programme: Programme, files: Mapping[str, bytes]) -> bytes:
    """The manifest of the web edition's ``files``, by path."""
    root = etree.Element(f"{{{IMSCP}}}manifest", nsmap=PREFIXES)
    root.set("identifier", f"manifest-{package.id}")
    root.set("version", "1.0")
    root.set(f"{{{XSI}}}schemaLocation", LOCATIONS)
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "IMS Content"
    _add(metadata, "schemaversion").text = "1.1.4"
    # Without a scheme: the schema that IMS published for this element spells its name in another way than the standard.
    add_lom(metadata, package, programme)
    _add_organization(root, package, files)
    _add_resources(root, package, files)
    etree.indent(root)
    return xml_bytes(root)


def shown(text: str) -> str:
    """``text`` as a title that a platform's contents show as it is."""
    return title(text.translate(SIGNS))


def _add_organization(root: etree._Element, package: Package, files: Mapping[str, bytes]) -> None:
    """The opening page, the lessons as headings with their pages, and what stands around them."""
    organizations = _add(root, "organizations", default=f"organization-{package.id}")
    organization = _add(organizations, "organization", identifier=f"organization-{package.id}")
    organization.set("structure", "hierarchical")
    _add(organization, "title").text = shown(package.title)
    around = dict(_around(package, files))
    where = addresses(package).files
    _add_item(organization, OPENING, around.pop(OPENING))
    for lesson in package.lessons:
        parent = organization
        if not lesson.loose:
            parent = _add(organization, "item", identifier=f"lesson-{lesson.id}")
            _add(parent, "title").text = shown(lesson.title)
        for page in lesson.pages:
            _add_item(parent, where[page.id], page.title)
    for path, name in around.items():
        _add_item(organization, path, name)


def _around(package: Package, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The pages that the tool writes, with their names."""
    t = words(package.course.language).gettext
    yield OPENING, t("Course start") if package.title == package.course.title else t("Lesson start")
    yield RESULT, t("Your result") if package.graded else t("End of the course")
    others = ((GLOSSARY, t("Glossary")), (NOTES, t("My notes")), (ABOUT, t("About this course")))
    yield from ((path, name) for path, name in others if path in files)


def _add_item(parent: etree._Element, path: str, name: str) -> None:
    item = _add(parent, "item", identifier=f"item-{_stem(path)}", identifierref=f"resource-{_stem(path)}")
    _add(item, "title").text = shown(name)


def _add_resources(root: etree._Element, package: Package, files: Mapping[str, bytes]) -> None:
    """One for each page with the pictures it shows, and one for what they share."""
    resources = _add(root, "resources")
    pages = {*addresses(package).files.values(), *(path for path, _ in _around(package, files))}
    rest = {*files} - pages
    for path in sorted(pages):
        shows = {found.decode() for found in _MEDIA.findall(files[path])} & files.keys()
        rest -= shows
        resource = _add(resources, "resource", identifier=f"resource-{_stem(path)}", type="webcontent", href=path)
        for file in (path, *sorted(shows)):
            _add(resource, "file", href=file)
        _add(resource, "dependency", identifierref=SHARED)
    shared = _add(resources, "resource", identifier=SHARED, type="webcontent")
    for file in sorted(rest):
        _add(shared, "file", href=file)


def _stem(path: str) -> str:
    """A page's file without its ending: part of identifiers."""
    return path.removesuffix(".html")


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMSCP}}}{name}", attributes)
