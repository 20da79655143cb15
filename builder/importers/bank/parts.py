"""The parts of a text that our targets write (``builder.targets.prompts``), found by their class names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from lxml import etree
from lxml import html as lxml_html

from builder.importers.bank.item import Rich
from builder.importers.bank.reader import unturned

_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """A text without its named parts, and those, in order."""

    rest: Rich
    named: dict[str, list[Rich]] = field(default_factory=dict)

    def first(self, name: str) -> Rich:
        """The first part of a name, empty for none."""
        return (self.named.get(name) or [Rich()])[0]


def parts_of(rich: Rich, names: Sequence[str]) -> Parts:
    """``rich`` parted into its elements of a class among ``names``, as what stands in them, and all else."""
    html = unturned(rich.html)
    if not any(f'class="{name}"' in html for name in names) or len(html) > _LARGEST:
        return Parts(Rich(html, rich.files))
    rest: list[str] = []
    named: dict[str, list[Rich]] = {}
    for node in _nodes(html):
        name = "" if isinstance(node, str) else node.get("class", "")
        if isinstance(node, str):
            rest.append(escape(node, quote=False))
        elif name in names:
            named.setdefault(name, []).append(Rich(inner_html(node), rich.files))
            rest.append(escape(node.tail or "", quote=False))
        else:
            rest.append(lxml_html.tostring(node, encoding="unicode"))
    return Parts(Rich("".join(rest), rich.files), named)


def items_of(rich: Rich) -> dict[int, Rich]:
    """What a list written by ``Prompts`` says of each item, by its place."""
    found: dict[int, Rich] = {}
    for node in _nodes(f"<ol>{rich.html}</ol>"):
        for item in node if not isinstance(node, str) else ():
            if item.tag == "li" and item.get("value", "").isascii() and item.get("value", "").isdigit():
                found[int(item.get("value"))] = Rich(inner_html(item), rich.files)
    return found


def spans_of(rich: Rich) -> list[Rich]:
    """What stands in the ``span`` elements of a text."""
    nodes = (node for node in _nodes(rich.html) if not isinstance(node, str) and node.tag == "span")
    return [Rich(inner_html(node), rich.files) for node in nodes]


def inner_html(element: lxml_html.HtmlElement) -> str:
    """What stands in an element."""
    inner = (lxml_html.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "", quote=False) + "".join(inner)


def _nodes(html: str) -> list[lxml_html.HtmlElement | str]:
    try:
        return list(lxml_html.fragments_fromstring(html))
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return [html]
