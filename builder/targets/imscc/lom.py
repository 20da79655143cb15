"""The metadata of a cartridge: learning object metadata as the manifest of Common Cartridge 1.1 takes them."""

from __future__ import annotations

import re

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.targets.imscc.names import LOM, add
from builder.targets.imscc.sturdy import sturdy_title
from builder.targets.safe import line


def add_lom(metadata: etree._Element, package: Package, programme: Programme) -> None:
    """Append ``lomimscc:lom`` of ``package``; a field the author left empty is left out."""
    course = package.course
    lom = etree.SubElement(metadata, f"{{{LOM}}}lom")
    general = add(lom, "general")
    if line(course.code):
        identifier = add(general, "identifier")
        add(identifier, "catalog", line(programme.url) or programme.id)
        add(identifier, "entry", line(course.code))
    _add_string(general, "title", sturdy_title(package.title), course.language)
    add(general, "language", course.language)
    _add_string(general, "description", course.description, course.language)
    for keyword in course.keywords:
        _add_string(general, "keyword", keyword, course.language)
    people = [("author", name) for name in course.authors] + [("publisher", programme.publisher)]
    if any(line(name) for _, name in people):
        lifecycle = add(lom, "lifeCycle")
        for role, name in people:
            _add_contributor(lifecycle, role, name)
    add(add(lom, "technical"), "format", "text/html")
    educational = add(lom, "educational")
    add(add(educational, "learningResourceType"), "value", "IMS Common Cartridge")
    if line(course.licence):
        rights = add(lom, "rights")
        add(add(rights, "copyrightAndOtherRestrictions"), "value", "yes")
        _add_string(rights, "description", course.licence, course.language)


def _add_contributor(lifecycle: etree._Element, role: str, name: str) -> None:
    """A person or an organization, as a vCard (RFC 2426): its commas, semicolons and backslashes are escaped."""
    if not line(name):
        return
    contribute = add(lifecycle, "contribute")
    add(add(contribute, "role"), "value", role)
    escaped = re.sub(r"([\\,;])", r"\\\1", line(name))
    add(contribute, "entity", f"BEGIN:VCARD\nVERSION:3.0\nFN:{escaped}\nEND:VCARD")


def _add_string(parent: etree._Element, name: str, text: str, language: str) -> None:
    if line(text):
        add(add(parent, name), "string", line(text), language=language)
