"""SVG files: readable, and nothing in them that runs or comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import SVG_ACTIVE, SVG_BROKEN
from builder.model.span import Span

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
_ELEMENTS = {
    "script": "a program (`<script>`)",
    "handler": "a program (`<handler>`)",
    "foreignObject": "a piece of a web page (`<foreignObject>`)",
}
_ADDRESS = re.compile(r"url\(\s*+['\"]?+\s*+(?!#|data:image/(?!svg))[^)]|@import|image-set\(", re.IGNORECASE)
"""A reference in CSS to anything but a part of the drawing or a picture inside it."""
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_BLANK = re.compile(r"[\x00-\x20]+")
_HERE = re.compile(r"#|data:image/(?!svg)", re.IGNORECASE)
_SCHEME = re.compile(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""The beginning of an address that is no link to a page or a person."""


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
    plain = data.replace(b"\0", b"")  # UTF-16 or UTF-32, as far as it is ASCII
    if b"<!ENTITY" in plain:
        yield SVG_ACTIVE.at(Span(path, plain[: plain.index(b"<!ENTITY")].count(b"\n") + 1), what="entity definitions")
    for element in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
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
    qualified = etree.QName(element)
    name = qualified.localname
    if name in _ELEMENTS:
        yield _ELEMENTS[name]
    elif qualified.namespace == XHTML:
        yield f"a piece of a web page (`<{name}>`)"
    if name == "style" and _leads_away(etree.tostring(element, method="text", encoding="unicode", with_tail=False)):
        yield "styles or fonts from another place"
    for key, value in element.attrib.items():
        yield from _active_attribute(name, etree.QName(key).localname, _BLANK.sub("", str(value)))


def _active_attribute(element: str, name: str, value: str) -> Iterator[str]:
    """What an attribute does beyond drawing; ``value`` without blanks, which browsers skip in addresses."""
    if name.lower().startswith("on"):
        yield f"a program (`{name}`)"
    elif name in ("href", "src") and element != "a" and not _HERE.match(value):
        yield f"a reference to another file (`{value[:60]}`)"
    elif name in ("href", "src") and element == "a" and _SCHEME.match(value):
        yield "a program in a link"
    elif name == "attributeName" and re.match(r"on|(.*:)?(href|src)$", value, re.IGNORECASE):
        yield f"an animation of an address or a program (`{value[:60]}`)"
    elif name not in ("href", "src") and _leads_away(value):
        yield "styles or pictures from another place"


def _leads_away(css: str) -> bool:
    """Whether CSS names something outside the drawing, escapes read as browsers do."""
    return _ADDRESS.search(_ESCAPE.sub(_unescaped, css)) is not None


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1], 16) if escape[1] else ord(escape[2])
    return chr(number) if number <= 0x10FFFF else "\ufffd"
