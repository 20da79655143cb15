"""An XML document as octets."""

from __future__ import annotations

from lxml import etree


def xml_bytes(root: etree._Element) -> bytes:
    """The document of ``root`` in UTF-8, with its declaration and a closing line end."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="UTF-8") + b"\n"
