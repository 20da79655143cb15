"""An imsmanifest.xml as its parts: organizations, items, resources; found by their names in any namespace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, local, namespace, value


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts that several areas of rules ask for."""

    root: etree._Element
    organizations: tuple[etree._Element, ...]
    items: tuple[etree._Element, ...]
    resources: tuple[etree._Element, ...]
    by_id: Mapping[str, etree._Element]
    """Resources by their trimmed identifiers."""

    inner: frozenset[str]
    """The identifiers of manifests inside this one."""

    def is_leaf(self, item: etree._Element) -> bool:
        return item.find("{*}item") is None


def manifest_of(subject: Subject) -> Manifest | None:
    """The manifest of a package; None where it cannot be read, which rule Z3 reports."""
    try:
        root = document(subject, subject.main)
    except Damaged:
        return None
    resources = tuple(root.iter("{*}resource"))
    return Manifest(
        root,
        tuple(root.iterfind(".//{*}organizations/{*}organization")),
        tuple(one for one in root.iter("{*}item") if local(one.getparent()) in ("organization", "item")),  # type: ignore[arg-type]
        resources,
        {value(one, "identifier"): one for one in reversed(resources)},
        frozenset(value(one, "identifier") for one in root.iterfind(".//{*}manifest")),
    )


def adl(element: etree._Element, name: str) -> str:
    """The value of ADL's attribute ``name`` of an element, whatever the version of its namespace; '' without it."""
    for key, found in element.attrib.items():
        space, _, plain = str(key).rpartition("}")
        if plain == name and "adlcp" in space:
            return str(found).strip()
    return ""


def is_adl(element: etree._Element, *names: str) -> bool:
    """Whether an element is one of ADL's content packaging extensions called one of ``names``."""
    return "adlcp" in namespace(element) and local(element) in names


def name_of(element: etree._Element) -> str:
    """What a message calls an element: ``item `I1```."""
    identifier = value(element, "identifier")
    return f"{local(element)} `{identifier}`" if identifier else local(element)
