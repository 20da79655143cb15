"""Elements of QTI 2.1, made in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias, cast

from lxml import etree

from builder.targets.document import xml_bytes
from builder.targets.qti21.names import QTI, XML
from builder.targets.safe import fit

Element: TypeAlias = etree._Element
Value: TypeAlias = str | int | Decimal | bool | None


def make(tag: str, *children: Element | str, **attributes: Value) -> Element:
    """An element of QTI. A text among ``children`` stands where it is given; an attribute that is None is left out,
    ``class_`` and ``lang`` stand for ``class`` and ``xml:lang``."""
    element = etree.Element(f"{{{QTI}}}{tag}", nsmap=cast("dict[str, str]", {None: QTI}))
    for name, value in attributes.items():
        if value is not None:
            element.set(_NAMES.get(name, name), written(value))
    return put(element, children)


def put(element: Element, children: Iterable[Element | str]) -> Element:
    """``element`` with ``children`` at its end."""
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + fit(child)
        else:
            element.text = (element.text or "") + fit(child)
    return element


def written(value: Value) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else fit(str(value))


def document(root: Element) -> bytes:
    """``root`` as the bytes of a file."""
    etree.cleanup_namespaces(root)
    return xml_bytes(root)


_NAMES = {"class_": "class", "lang": f"{{{XML}}}lang"}
