"""``imsmanifest.xml`` of Common Cartridge 1.1.

Importers look for the default namespace in the first 1,024 bytes, read names without prefixes, and take the second
level of the outline for the sections of a course.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.targets.imscc.lom import add_lom
from builder.targets.imscc.names import IMSCP, LOM, TYPE_PAGE, add, document, root
from builder.targets.imscc.resource import Item, Resource
from builder.targets.imscc.sturdy import sturdy_title


def manifest(package: Package, programme: Programme, items: Sequence[Item], resources: Sequence[Resource]) -> bytes:
    """The manifest whose outline is ``items``, below the one untitled item that the format asks for."""
    top = root("manifest", IMSCP, lomimscc=LOM)
    top.set("identifier", f"manifest-{package.id}")
    metadata = add(top, "metadata")
    add(metadata, "schema", "IMS Common Cartridge")
    add(metadata, "schemaversion", "1.1.0")
    add_lom(metadata, package, programme)
    organization = add(
        add(top, "organizations"),
        "organization",
        identifier=f"organization-{package.id}",
        structure="rooted-hierarchy",
    )
    _add_items(add(organization, "item", identifier=f"outline-{package.id}"), items)
    listed = add(top, "resources")
    for resource in resources:
        _add_resource(listed, resource)
    return document(top)


def _add_items(parent: etree._Element, items: Sequence[Item]) -> None:
    for item in items:
        attributes = {"identifierref": item.resource} if item.resource else {}
        element = add(parent, "item", identifier=item.identifier, **attributes)
        add(element, "title", sturdy_title(item.title))
        _add_items(element, item.items)


def _add_resource(parent: etree._Element, resource: Resource) -> None:
    """Web content is launched by its ``href``; the other types have a file and no ``href``."""
    element = add(parent, "resource", identifier=resource.identifier, type=resource.type)
    if resource.type == TYPE_PAGE:
        element.set("href", resource.file)
    add(element, "file", href=resource.file)
    for needed in resource.needs:
        add(element, "dependency", identifierref=needed)
