"""Short words for reading a parsed document by local names, whatever the prefix or namespace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from builder.validate.xml import local

XML = "{http://www.w3.org/XML/1998/namespace}"


def children(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The child elements, those of the given local names only when any are given, in document order."""
    if node is None:
        return
    for one in node:
        name = local(one)
        if name and (not names or name in names):
            yield one


def child(node: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at the end of a path of local names."""
    for name in path:
        node = next(children(node, name), None)
    return node


def below(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The descendants of the given local names, in document order; all elements when none are given."""
    if node is None:
        return
    for one in node.iterdescendants():
        name = local(one)
        if name and (not names or name in names):
            yield one


def text(node: etree._Element | None) -> str:
    """All text of an element and what is in it, trimmed; '' for no element."""
    return "".join(pieces(node)).strip() if node is not None else ""


def pieces(node: etree._Element) -> Iterator[str]:
    """The character data of an element, without that of comments."""
    for one in node.itertext(tag=etree.Element):
        yield str(one)


def value(node: etree._Element | None, *path: str) -> str:
    """The text at the end of a path of local names; '' where it does not lead anywhere."""
    return text(child(node, *path))


def attribute(node: etree._Element, name: str) -> str:
    """An attribute, trimmed, by its local name; '' when it is missing."""
    plain = node.get(name)
    if plain is not None:
        return plain.strip()
    return next((str(given).strip() for key, given in node.attrib.items() if str(key).endswith(f"}}{name}")), "")


def listed(values: Iterable[object], most: int = 6) -> str:
    """A list for a sentence, cut short: ``a, b, c and 4 more``."""
    every = [str(one) for one in values]
    shown = ", ".join(every[:most])
    return f"{shown} and {len(every) - most} more" if len(every) > most else shown


def number(given: str) -> float | None:
    """A finite decimal number with a point; None for anything else."""
    try:
        found = float(given)
    except ValueError:
        return None
    plain = given.strip().lower().lstrip("+-")
    return found if plain[:1].isdigit() or plain.startswith(".") else None


def whole(given: str) -> int | None:
    """A whole number without a sign; None for anything else."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None
