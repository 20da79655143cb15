"""SVG files: readable, and nothing in them that runs or comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import SVG_ACTIVE, SVG_BROKEN
from builder.model.span import Span

SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = {"script": "a program (`<script>`)", "foreignObject": "a piece of a web page (`<foreignObject>`)"}
_ADDRESS = re.compile(r"url\(\s*+['\"]?+\s*+(?!#|data:image/)[^)]|@import", re.IGNORECASE)
"""A reference in CSS to anything but a part of the drawing or a picture inside it."""


def check_drawing(data: bytes, path: str) -> Iterator[Diagnostic]:
    """What is wrong in the SVG file ``path``, at the lines of the file itself."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = error.position if isinstance(error, etree.XMLSyntaxError) else (0, 0)
        reason = " ".join(str(error).split()).partition(", line")[0]
        yield SVG_BROKEN.at(Span(path, int(line or 0), int(column or 1)), reason=reason or "it is empty")
        return
    if root.tag != f"{{{SVG}}}svg":
        yield SVG_BROKEN.at(_place(path, root), reason="it does not begin with `<svg>` of the SVG namespace")
        return
    if b"<!ENTITY" in data:
        yield SVG_ACTIVE.at(Span(path, data[: data.index(b"<!ENTITY")].count(b"\n") + 1), what="entity definitions")
    for element in root.iter():
        for what in _active(element):
            yield SVG_ACTIVE.at(_place(path, element), what=what)


def _place(path: str, element: etree._Element) -> Span:
    line = element.sourceline
    return Span(path, line if isinstance(line, int) else 1)


def _active(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        if isinstance(element, etree._ProcessingInstruction):
            yield "a style sheet or program from elsewhere (`<?...?>`)"
        return
    name = etree.QName(element).localname
    if name in _ELEMENTS:
        yield _ELEMENTS[name]
    if name == "style" and _ADDRESS.search(etree.tostring(element, method="text", encoding="unicode", with_tail=False)):
        yield "styles or fonts from another place"
    for key, value in element.attrib.items():
        attribute = etree.QName(key).localname
        if attribute.lower().startswith("on"):
            yield f"a program (`{attribute}`)"
        elif attribute in ("href", "src") and name != "a" and not str(value).strip().startswith(("#", "data:image/")):
            yield f"a reference to another file (`{str(value)[:60]}`)"
        elif attribute in ("href", "src") and re.match(r"\s*(javascript|data:text)", str(value), re.IGNORECASE):
            yield "a program in a link"
        elif _ADDRESS.search(str(value)):
            yield "styles or pictures from another place"
