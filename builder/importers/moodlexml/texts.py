"""Texts of Moodle XML: in any of Moodle's formats, with the files they show."""

from __future__ import annotations

import base64
import binascii
import html as html_module
import re

from lxml import etree

from builder.importers.bank.forms import as_html
from builder.importers.bank.item import Rich

_PRIVATE = re.compile("[\uf8f0\uf8f1]")


def text_in(element: etree._Element | None) -> str:
    """The characters of an element's ``text``; '' for none."""
    found = element.find("text") if element is not None else None
    return _PRIVATE.sub("", "".join(map(str, found.itertext()))).strip() if found is not None else ""


def rich_of(element: etree._Element | None, *, own: bool = False) -> Rich:
    """A text as HTML with its files; ``own`` for an element that may hold its text without ``text``."""
    if element is None:
        return Rich()
    text = text_in(element) or ((element.text or "").strip() if own else "")
    files = {}
    for file in element.iterchildren("file"):
        path = (file.get("path") or "/").lstrip("/") + (file.get("name") or "")
        try:
            files[path] = base64.b64decode("".join(map(str, file.itertext())), validate=False)
        except (binascii.Error, ValueError):
            files[path] = b""
    html = as_html(text, (element.get("format") or "html").strip())
    image, data = element.getparent(), None
    if element.tag == "questiontext" and image is not None:
        html, data = _with_old_image(image, html)
    return Rich(html, {**files, **data} if data else files)


def _with_old_image(question: etree._Element, html: str) -> tuple[str, dict[str, bytes]]:
    """The picture of a file written by Moodle 1: beside the text, which does not show it."""
    name, data = question.findtext("image"), question.findtext("image_base64")
    if not name or not data:
        return html, {}
    try:
        file = name.replace("/", "_")
        return f'{html}<p><img src="@@PLUGINFILE@@/{html_module.escape(file)}"></p>', {file: base64.b64decode(data)}
    except (binascii.Error, ValueError):
        return html, {}
