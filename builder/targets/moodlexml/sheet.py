"""Elements of a Moodle XML file: texts, the files they show, answers."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

from lxml import etree

from builder.model.text import Blocks
from builder.targets.prompts import Prompts
from builder.targets.safe import fit

FILES = "@@PLUGINFILE@@/"
"""Stands in an address for the folder of the files beside a text."""


def address(path: str) -> str:
    """The address of a picture in a text: ``media/maps/a b.svg`` is ``@@PLUGINFILE@@/maps/a%20b.svg``."""
    return FILES + quote(path.removeprefix("media/"))


class Sheet:
    """One ``question`` element being written; the pictures of a text go into its own element, or they are not shown."""

    __slots__ = ("prompts", "root")

    def __init__(self, prompts: Prompts, kind: str) -> None:
        self.prompts = prompts
        self.root = etree.Element("question", type=kind)

    def value(self, name: str, text: str, parent: etree._Element | None = None) -> etree._Element:
        """An element with characters of its own."""
        element = etree.SubElement(self.root if parent is None else parent, name)
        element.text = fit(text)
        return element

    def flag(self, name: str, parent: etree._Element | None = None) -> None:
        """An empty element, whose being there says yes."""
        etree.SubElement(self.root if parent is None else parent, name)

    def plain(self, name: str, text: str, parent: etree._Element | None = None) -> etree._Element:
        """An element with plain text."""
        element = etree.SubElement(self.root if parent is None else parent, name)
        self.value("text", text, element)
        return element

    def html(
        self, name: str, html: str, parent: etree._Element | None = None, *, always: bool = False, **attributes: str
    ) -> etree._Element | None:
        """An element with HTML and the files it shows; nothing for '' unless ``always``.

        The HTML must have been made just before: the files that were used since the last element took its own are
        taken for its files.
        """
        if not html and not always:
            return None
        element = etree.SubElement(self.root if parent is None else parent, name, {**attributes, "format": "html"})
        text = etree.SubElement(element, "text")
        if html:
            text.text = etree.CDATA(html) if "]]>" not in html else html
        self.files(element)
        return element

    def files(self, element: etree._Element) -> None:
        """Put the files that were used since the last call into ``element``."""
        for entry in self.prompts.fragments.take_files():
            folder, _, name = entry.path.removeprefix("media/").rpartition("/")
            file = etree.SubElement(
                element, "file", name=name, path=f"/{folder}/" if folder else "/", encoding="base64"
            )
            file.text = b64encode(entry.data).decode("ascii")

    def choice(self, body: Blocks, share: str, feedback: Blocks) -> None:
        """A choice worth ``share`` per cent, with what is said to who takes it."""
        answer = self.html("answer", self.prompts.tight(body), always=True, fraction=share)
        self.html("feedback", self.prompts.blocks(feedback), answer)

    def typed(self, text: str, share: str, feedback: Blocks) -> etree._Element:
        """An answer to type, worth ``share`` per cent."""
        answer = etree.SubElement(self.root, "answer", fraction=share, format="plain_text")
        self.value("text", text, answer)
        self.html("feedback", self.prompts.blocks(feedback), answer)
        return answer
