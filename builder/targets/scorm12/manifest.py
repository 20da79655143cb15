"""``imsmanifest.xml`` of SCORM 1.2 (Content Aggregation Model 1.2, sections 2.2 and 2.3).

Importers read it with tools of every quality, some by literal prefixes and regular expressions: content packaging
is unprefixed, ``adlcp`` is that prefix exactly, text is raw UTF-8 with the named entities and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.targets.document import xml_bytes
from builder.targets.safe import title
from builder.targets.scorm12.metadata import add_lom
from builder.targets.scorm12.names import ADLCP, IMSCP, IMSMD, LOCATIONS, XSI

PREFIXES = cast("dict[str, str]", {None: IMSCP, "adlcp": ADLCP, "imsmd": IMSMD, "xsi": XSI})
"""``None`` is the default namespace, which the stubs of lxml do not know."""

START = "index.html"
"""The page the LMS launches."""


def manifest(package: Package, programme: Programme, paths: Iterable[str]) -> bytes:
    """The manifest of one SCO that begins at ``index.html`` and consists of the files at ``paths``."""
    root = etree.Element(f"{{{IMSCP}}}manifest", nsmap=PREFIXES)
    root.set("identifier", f"manifest-{package.id}")
    root.set("version", "1.0")
    root.set(f"{{{XSI}}}schemaLocation", LOCATIONS)
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "ADL SCORM"
    _add(metadata, "schemaversion").text = "1.2"
    add_lom(metadata, package, programme)
    _add_organization(root, package)
    _add_resource(root, package, paths)
    etree.indent(root)
    return xml_bytes(root)


def _add_organization(root: etree._Element, package: Package) -> None:
    """One item: the learner's record hangs on its identifier and is deleted by some LMSs when it changes."""
    organization_id = f"organization-{package.id}"
    organizations = _add(root, "organizations", default=organization_id)
    organization = _add(organizations, "organization", identifier=organization_id)
    _add(organization, "title").text = title(package.title)
    item = _add(organization, "item", identifier=package.id, identifierref=f"resource-{package.id}")
    _add(item, "title").text = title(package.title)


def _add_resource(root: etree._Element, package: Package, paths: Iterable[str]) -> None:
    resource = _add(_add(root, "resources"), "resource", identifier=f"resource-{package.id}", type="webcontent")
    resource.set(f"{{{ADLCP}}}scormtype", "sco")
    resource.set("href", START)
    for path in sorted(paths):
        _add(resource, "file", href=path)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMSCP}}}{name}", attributes)
