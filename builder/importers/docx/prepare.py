"""The parts of a Word document, made ready: what mammoth would drop in silence is kept as words, and named."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from builder.importers.html_tags import STYLES, UNDERLINED

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_NAMES = {"w": W, "m": _M, "r": _R, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

_FOUND: Mapping[str, str] = {
    "//w:ins | //w:del | //w:moveFrom | //w:moveTo": "tracked changes (the text reads as if all were accepted)",
    "//w:commentReference": "comments",
    "//m:oMath": "equations (their characters are left, without their form)",
    "//w:txbxContent": "text boxes (their text stands where they were anchored)",
    "//*[local-name()='relIds']": "SmartArt and diagrams",
    "//*[local-name()='chart' and namespace-uri()!='']": "charts",
    "//w:object": "embedded objects",
    "//w:r/w:rPr/w:u[not(@w:val='none')]": UNDERLINED,
    "//w:r/w:rPr/w:color[not(@w:val='auto')] | //w:r/w:rPr/w:highlight | //w:r/w:rPr/w:sz": STYLES,
    "//w:sectPr/w:cols[number(@w:num) > 1]": "columns side by side (the text runs in one)",
}
"""Where something is lost, and what."""

LINKED = "pictures that are linked and not in the document"
CONTENTS = "the table of contents (the course has its own)"
MARGINS = "headers and footers"


def prepare(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]] | None:
    """The parts for mammoth and what they lose; None where there is no document that can be read."""
    name = _main(parts)
    root = _parsed(parts.get(name, b""))
    if root is None:
        return None
    lost = [what for path, what in _FOUND.items() if root.xpath(path, namespaces=_NAMES)]
    for contents in root.xpath("//w:sdt[w:sdtPr//w:docPartGallery[@w:val='Table of Contents']]", namespaces=_NAMES):
        _remove(contents)
        lost.append(CONTENTS)
    for gone in root.xpath("//w:del | //w:moveFrom", namespaces=_NAMES):
        _remove(gone)
    for formula in root.xpath("//m:oMath", namespaces=_NAMES):
        _as_words(formula)
    if _without_strangers(root, _related(parts, name)):
        lost.append(LINKED)
    margins = (part for path, part in parts.items() if re.fullmatch(r"word/(?:header|footer)\d*\.xml", path))
    if any(_has_words(part) for part in margins):
        lost.append(MARGINS)
    return {**parts, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8")}, list(dict.fromkeys(lost))


def title_of(parts: Mapping[str, bytes]) -> str:
    """The title in the document's properties; '' for none."""
    root = _parsed(parts.get("docProps/core.xml", b""))
    title = root.find("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    return " ".join((title.text or "").split()) if title is not None else ""


def language_of(parts: Mapping[str, bytes]) -> str:
    """The language of the document's text as a code (``fr``); '' where it does not say."""
    root = _parsed(parts.get("word/styles.xml", b""))
    found = root.xpath("//w:docDefaults//w:lang/@w:val", namespaces=_NAMES) if root is not None else []
    match = re.match(r"([a-z]{2,3})(?:-|$)", str(found[0])) if found else None
    return match[1] if match else ""


def _main(parts: Mapping[str, bytes]) -> str:
    """The name of the main part, as the package's relationships tell (ECMA-376, part 2, section 9.3)."""
    root = _parsed(parts.get("_rels/.rels", b""))
    for relationship in root if root is not None else ():
        if str(relationship.get("Type", "")).endswith("/officeDocument"):
            return str(relationship.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _related(parts: Mapping[str, bytes], name: str) -> set[str]:
    """The relationships of a part that lead to a part of the document, or to a web page."""
    folder, _, file = name.rpartition("/")
    root = _parsed(parts.get(f"{folder}/_rels/{file}.rels", b""))
    known = set()
    for relationship in root if root is not None else ():
        target = str(relationship.get("Target", ""))
        inside = target.lstrip("/") in parts or posixpath.normpath(f"{folder}/{target}") in parts
        if inside or str(relationship.get("Type", "")).endswith("/hyperlink"):
            known.add(str(relationship.get("Id", "")))
    return known


def _without_strangers(root: Any, known: set[str]) -> bool:
    """Take out what leads to no part of the document, so that nothing is asked for; whether a picture was among it."""
    found = False
    for element in root.xpath("//@r:id/.. | //@r:embed/.. | //@r:link/..", namespaces=_NAMES):
        is_picture = etree.QName(element).localname in ("blip", "imagedata")
        for name in ("id", "embed", "link"):
            value = element.get(f"{{{_R}}}{name}")
            if value is not None and (value not in known or name == "link"):
                del element.attrib[f"{{{_R}}}{name}"]
                found = found or is_picture
        if is_picture and not any(element.get(f"{{{_R}}}{name}") for name in ("id", "embed")):
            _remove(element)
    return found


def _parsed(part: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(part, parser) if part else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _as_words(formula: Any) -> None:
    """Put the characters of a formula into a run in its place."""
    words = "".join(formula.xpath(".//m:t/text() | .//w:t/text()", namespaces=_NAMES))
    run = etree.Element(f"{{{W}}}r")
    text = etree.SubElement(run, f"{{{W}}}t")
    text.text = words
    parent = formula.getparent()
    while parent is not None and parent.tag == f"{{{_M}}}oMathPara":
        formula, parent = parent, parent.getparent()
    if parent is not None:
        parent.replace(formula, run)


def _has_words(part: bytes) -> bool:
    root = _parsed(part)
    return root is not None and any(text.strip() for text in root.xpath("//w:t/text()", namespaces=_NAMES))
