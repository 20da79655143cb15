"""The manifest of a cartridge, read once into plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import normpath
from urllib.parse import unquote

from lxml import etree

from builder.validate.formats.cc_names import Version, kind_of, version_of
from builder.validate.nodes import XML, attribute, child, children, text
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A name written somewhere, and the line it is written in."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Resource:
    """A ``resource`` with what it says of itself."""

    identifier: str
    type: str
    kind: str
    href: str | None
    use: str
    files: tuple[Reference, ...]
    dependencies: tuple[Reference, ...]
    base: str
    """What xml:base of the manifest, the resources and the resource add up to; '' or ending with ``/``."""
    node: etree._Element

    @property
    def line(self) -> int:
        return line_of(self.node)

    def path(self, href: str) -> str:
        """Where a file of this resource lies in the package."""
        return normpath(self.base + unquote(href.partition("?")[0].partition("#")[0]))


@dataclass(frozen=True, slots=True)
class Item:
    """An ``item`` of the organization; depth 0 is the root item that holds all others."""

    node: etree._Element
    depth: int
    identifier: str
    reference: str
    """The resource it shows; '' for a heading."""
    title: str | None

    @property
    def line(self) -> int:
        return line_of(self.node)


@dataclass(frozen=True, slots=True)
class Cartridge:
    """A manifest and its version."""

    subject: Subject
    version: Version
    root: etree._Element
    resources: tuple[Resource, ...]
    items: tuple[Item, ...]
    """In document order."""
    by_id: dict[str, Resource] = field(default_factory=dict)

    def file_of(self, resource: Resource) -> str | None:
        """The path of the only file of a topic, link, assessment ...; None when it names none that is there."""
        path = resource.path(resource.files[0].name) if resource.files else None
        return path if path in self.subject.box.sizes else None


def cartridge(subject: Subject) -> Cartridge | None:
    """The manifest; None when it cannot be read, which another rule says."""
    try:
        root = document(subject, subject.main)
    except (KeyError, Damaged):
        return None
    resources = tuple(_resources(root))
    found = Cartridge(subject, version_of(subject.format.version), root, resources, tuple(_items(root)))
    for one in resources:
        found.by_id.setdefault(one.identifier, one)
    return found


def _resources(root: etree._Element) -> list[Resource]:
    """All resources of the manifest itself, not those of manifests inside it."""
    found = []
    outer = _based("", root)
    for group in children(root, "resources"):
        middle = _based(outer, group)
        for node in children(group, "resource"):
            type_ = attribute(node, "type")
            found.append(
                Resource(
                    attribute(node, "identifier"),
                    type_,
                    kind_of(type_),
                    attribute(node, "href") if node.get("href") is not None else None,
                    attribute(node, "intendeduse"),
                    _references(node, "file", "href"),
                    _references(node, "dependency", "identifierref"),
                    _based(middle, node),
                    node,
                )
            )
    return found


def _references(node: etree._Element, name: str, key: str) -> tuple[Reference, ...]:
    return tuple(Reference(attribute(one, key), line_of(one)) for one in children(node, name))


def _based(outer: str, node: etree._Element) -> str:
    return outer + str(node.get(f"{XML}base") or "").strip()


def _items(root: etree._Element) -> list[Item]:
    """All items, without recursion: a hostile manifest nests them thousands deep."""
    found = []
    organization = child(root, "organizations", "organization")
    waiting = [(one, 0) for one in reversed(list(children(organization, "item")))]
    while waiting:
        node, depth = waiting.pop()
        title = child(node, "title")
        words = None if title is None else text(title)
        found.append(Item(node, depth, attribute(node, "identifier"), attribute(node, "identifierref"), words))
        waiting += [(one, depth + 1) for one in reversed(list(children(node, "item")))]
    return found
