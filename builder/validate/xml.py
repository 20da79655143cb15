"""Parses XML that cannot be trusted: no entity is expanded, nothing is fetched, size and depth are limited."""

from __future__ import annotations

from lxml import etree

from builder.validate.subject import Damaged, Subject

LARGEST = 32_000_000
"""Octets of a document."""
DEEPEST = 200
"""Elements inside each other."""


def document(subject: Subject, path: str) -> etree._Element:
    """The root of the document at ``path``, parsed once. Raises KeyError for a path that is not there, and Damaged."""
    found = subject.documents.get(path)
    if found is None:
        try:
            found = parse(subject.box.read(path))
        except Damaged as why:
            found = why
        subject.documents[path] = found
    if isinstance(found, Damaged):
        raise found
    return found


def parse(data: bytes, *, recover: bool = False) -> etree._Element:
    """The root of a document; ``recover`` makes the best of one that is not well-formed. Raises Damaged."""
    if len(data) > LARGEST:
        raise Damaged(f"it has {len(data):,} octets, too many for a document")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = (error.msg or "it is no XML").partition(", line ")[0]
        raise Damaged(message, error.lineno or 0) from None
    except (ValueError, LookupError):
        root = None
    if root is None:
        raise Damaged("it is no XML")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and list(declared.iterentities()):  # type: ignore[union-attr] # the stubs do not know it
        raise Damaged("it declares entities, which are refused because they can be made to grow without end")
    _hold(root)
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; '' for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """The namespace of an element; '' for none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def line_of(element: etree._Element) -> int:
    """The line an element begins on; 0 where that is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: etree._Element | None) -> str:
    """The text of an element up to its first child, without blanks around it."""
    return (element.text or "").strip() if element is not None else ""


def value(element: etree._Element, name: str) -> str:
    """An attribute without blanks around it, as IDs are compared; '' where it is missing."""
    return str(element.get(name, "")).strip()


def _hold(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Damaged(f"more than {DEEPEST} elements stand inside each other")
