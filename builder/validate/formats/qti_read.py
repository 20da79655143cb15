"""The documents of a QTI 2.x or 3.0 package, and what an item declares, read once into plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from urllib.parse import unquote

from lxml import etree

from builder.validate.formats.cc_manifest import Resource, cartridge
from builder.validate.formats.qti_names import INTERACTIONS, ROOTS, direct, given, inside, name_of
from builder.validate.nodes import text
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of

_MOST = 2000
"""Resources that are followed from a document; there is no package with so many for one item."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document of a package: an item, a test, a section or something else."""

    path: str
    kind: str
    """A value of ROOTS, or '' for another root element."""
    root: etree._Element
    resource: Resource | None
    """What the manifest says of it; None for a bare document."""
    by_id: Mapping[str, Resource]
    """All resources of the manifest."""

    def listed(self) -> frozenset[str]:
        """The paths that its resource and the resources this depends on name."""
        if self.resource is None:
            return frozenset()
        paths: set[str] = set()
        waiting, seen = [self.resource], {self.resource.identifier}
        while waiting and len(seen) < _MOST:
            one = waiting.pop()
            paths |= {one.path(file.name) for file in one.files}
            for reference in one.dependencies:
                target = self.by_id.get(reference.name)
                if target is not None and target.identifier not in seen:
                    seen.add(target.identifier)
                    waiting.append(target)
        return frozenset(paths)

    def target(self, href: str) -> str:
        """The path in the package that an address in this document means."""
        plain = unquote(href.partition("?")[0].partition("#")[0])
        return normpath(f"{dirname(self.path)}/{plain}" if dirname(self.path) else plain)


@dataclass(frozen=True, slots=True)
class Declared:
    """A ``responseDeclaration``."""

    identifier: str
    cardinality: str
    type: str
    right: tuple[str, ...]
    has: frozenset[str]
    """The names of its children: ``correctResponse``, ``mapping`` ..."""
    line: int


@dataclass(frozen=True, slots=True)
class Asked:
    """An interaction of an item."""

    node: etree._Element
    name: str
    response: str
    choices: tuple[str, ...]
    line: int


def pages(subject: Subject) -> Iterator[Page | tuple[str, Damaged]]:
    """All documents of a subject that are QTI 2.x or 3.0; of one that cannot be read, its path and why."""
    if subject.format.version == "1.2":
        return
    for path, (resource, by_id) in _paths(subject).items():
        try:
            root = document(subject, path)
        except KeyError:
            continue
        except Damaged as why:
            yield path, why
            continue
        yield Page(path, ROOTS.get(name_of(root), ""), root, resource, by_id)


def responses(item: etree._Element) -> tuple[Declared, ...]:
    """What an item declares of its responses."""
    return tuple(
        Declared(
            given(one, "identifier"),
            given(one, "cardinality"),
            given(one, "baseType"),
            tuple(text(value) for right in direct(one, "correctResponse") for value in direct(right, "value")),
            frozenset(name_of(part) for part in direct(one)),
            line_of(one),
        )
        for one in direct(item, "responseDeclaration")
    )


def interactions(item: etree._Element) -> tuple[Asked, ...]:
    """What an item asks."""
    found = []
    for body in direct(item, "itemBody"):
        for one in inside(body, *INTERACTIONS):
            name = name_of(one)
            choices = INTERACTIONS[name].choices
            names = tuple(given(choice, "identifier") for choice in inside(one, *choices)) if choices else ()
            found.append(Asked(one, name, given(one, "responseIdentifier"), names, line_of(one)))
    return tuple(found)


def _paths(subject: Subject) -> dict[str, tuple[Resource | None, Mapping[str, Resource]]]:
    """Each document, its resource and all resources."""
    if not subject.main.lower().endswith("imsmanifest.xml"):
        return {subject.main: (None, {})}
    found = cartridge(subject)
    paths: dict[str, tuple[Resource | None, Mapping[str, Resource]]] = {}
    for one in found.resources if found else ():
        is_qti = one.type.startswith("imsqti_") and not one.type.startswith(("imsqti_xmlv1", "imsqti_item_xmlv1"))
        href = one.href or (one.files[0].name if one.files else "")
        if is_qti and href.lower().endswith(".xml") and found is not None:
            paths[one.path(href)] = one, found.by_id
    return paths
