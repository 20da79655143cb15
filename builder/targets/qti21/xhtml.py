"""HTML of a course as the XHTML of QTI 2.1 (information model, section 6.2): fewer elements, hardly any attributes.

What is not among them is unwrapped or becomes a ``div``; nothing that can be read is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from builder.targets.qti21.tree import Element, make
from builder.targets.safe import fit


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE = _names("a abbr acronym b big br cite code dfn em i img kbd q samp small span strong sub sup tt var")
BLOCKS = _names("address blockquote div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
PARTS = _names("caption dd dt li tbody td tfoot th thead tr")
"""What stands only inside lists and tables."""

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {"a": ("href",), "img": ("src", "alt", "width", "height"), "th": ("scope",)}
"""Beside ``class``, which all take."""

Special = Callable[[Mapping[str, str], "list[Element | str]"], Element]
"""Makes the element for one of our own tags, out of its attributes and its children."""


def flow(html: str, special: Mapping[str, Special] | None = None) -> list[Element | str]:
    """``html``, well-formed, as text and elements; elements named in ``special`` are made by its functions."""
    root = etree.fromstring(f"<div>{fit(html)}</div>", _PARSER)
    return list(_children(root, special or {}))


def blocks(html: str, special: Mapping[str, Special] | None = None) -> list[Element]:
    """The same where only blocks may stand: text and inline elements between blocks become paragraphs."""
    return _blocks(flow(html, special))


def _blocks(nodes: list[Element | str]) -> list[Element]:
    found: list[Element] = []
    run: list[Element | str] = []
    for node in [*nodes, None]:
        if node is not None and (isinstance(node, str) or etree.QName(node).localname not in BLOCKS):
            run.append(node)
            continue
        if any(not isinstance(one, str) or one.strip() for one in run):
            found.append(make("p", *run))
        run = []
        if node is not None:
            found.append(node)
    return found


def _children(element: Element, special: Mapping[str, Special]) -> Iterator[Element | str]:
    if element.text:
        yield element.text
    for child in element:
        yield from _node(child, special)
        if child.tail:
            yield child.tail


def _node(element: Element, special: Mapping[str, Special]) -> Iterator[Element | str]:
    tag = str(element.tag)
    inner = list(_children(element, special))
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    if tag in special:
        yield special[tag](attributes, inner)
    elif tag in INLINE | BLOCKS | PARTS:
        if tag == "blockquote":
            inner = [*_blocks(inner)]
        kept = {name: attributes[name] for name in ("class", *ATTRIBUTES.get(tag, ())) if name in attributes}
        yield make(tag, *inner, **kept)
    elif any(not isinstance(node, str) and etree.QName(node).localname in BLOCKS for node in inner):
        yield make("div", *inner)
    else:
        yield from inner


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
