"""Elements of a backup: trees of small elements with text, written by lxml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from lxml import etree

from builder.targets.document import xml_bytes
from builder.targets.safe import fit

NULL = "$@NULL@$"
"""Stands for a null of the database (``backup/util/xml/xml_writer.class.php``)."""

Value: TypeAlias = str | int | Decimal | None
Element: TypeAlias = etree._Element


def leaf(name: str, value: Value) -> Element:
    """An element with characters: None is Moodle's null."""
    element = etree.Element(name)
    element.text = NULL if value is None else fit(str(value))
    return element


def leaves(fields: Mapping[str, Value]) -> list[Element]:
    """An element a field, in their order."""
    return [leaf(name, value) for name, value in fields.items()]


def branch(name: str, children: Iterable[Element] = (), **attributes: str | int) -> Element:
    """An element with elements. An empty one would be read as a text by some of Moodle's steps: leave it out where it
    may be left out."""
    element = etree.Element(name, {key: str(value) for key, value in attributes.items()})
    element.extend(children)
    return element


def record(name: str, number: int, fields: Mapping[str, Value], children: Iterable[Element] = ()) -> Element:
    """A row of a table: its old id as an attribute, then its fields and what belongs to it."""
    return branch(name, [*leaves(fields), *children], id=number)


def document(root: Element) -> bytes:
    """A file of a backup."""
    etree.indent(root)
    return xml_bytes(root)
