"""Namespaces and resource types of Common Cartridge 1.1, and small helpers to write its XML."""

from __future__ import annotations

from typing import cast

from lxml import etree

from builder.targets.document import xml_bytes

IMSCP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
WEB_LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
TOPIC = "http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"

TYPE_PAGE = "webcontent"
TYPE_ASSESSMENT = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
TYPE_BANK = "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"
TYPE_WEB_LINK = "imswl_xmlv1p1"
TYPE_TOPIC = "imsdt_xmlv1p1"


def root(name: str, space: str, **prefixes: str) -> etree._Element:
    """A root element whose namespace is the default one: some importers look for names without a prefix."""
    spaces = cast("dict[str, str]", {None: space, **prefixes})  # None is what the stubs of lxml do not know
    return etree.Element(f"{{{space}}}{name}", nsmap=spaces)


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """A child in the namespace of ``parent``."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    child.text = text or None
    return child


def document(element: etree._Element) -> bytes:
    """The file of a root element: UTF-8, indented."""
    etree.indent(element)
    return xml_bytes(element)
