"""Learning object metadata (IEEE 1484.12.1, its XML binding 1484.12.3), as catalogues read it in manifests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from builder.model.course import Course, Programme
from builder.model.package import Package
from builder.render.opening import minutes_of
from builder.targets.safe import line

LOM = "http://ltsc.ieee.org/xsd/LOM"
VOCABULARY = "LOMv1.0"


def add_lom(parent: etree._Element, package: Package, programme: Programme, schemes: Sequence[str] = ()) -> None:
    """Append ``lom`` of ``package``, which follows the metadata ``schemes``; what the author left empty is left out."""
    course = package.course
    lom = _add(parent, "lom")
    _add_general(lom, package, programme)
    version = version_of(course)
    if version or course.authors or programme.publisher:
        lifecycle = _add(lom, "lifeCycle")
        _add_strings(lifecycle, "version", version, course.language)
        for author in course.authors:
            _add_contributor(lifecycle, "author", author)
        if line(programme.publisher):
            _add_contributor(lifecycle, "publisher", programme.publisher)
    if schemes:
        meta = _add(lom, "metaMetadata")
        for scheme in schemes:
            _add(meta, "metadataSchema").text = scheme
    _add(_add(lom, "technical"), "format").text = "text/html"
    if minutes := minutes_of(package):
        time = _add(_add(lom, "educational"), "typicalLearningTime")
        _add(time, "duration").text = duration(minutes)
    if line(course.licence):
        rights = _add(lom, "rights")
        _add_term(rights, "copyrightAndOtherRestrictions", "yes")
        _add_strings(rights, "description", course.licence, course.language)


def duration(minutes: int) -> str:
    """Minutes in the format of ISO 8601: 240 is ``PT4H``, 95 is ``PT1H35M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def version_of(course: Course) -> str:
    """The edition learners see, else the number of the release; '' before the first."""
    return course.edition or (str(course.release) if course.release else "")


def vcard(name: str) -> str:
    """A person or an organization as a vCard (RFC 2426): its commas, semicolons and backslashes are escaped."""
    escaped = re.sub(r"([\\,;])", r"\\\1", line(name))
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{escaped}\nEND:VCARD"


def _add_general(lom: etree._Element, package: Package, programme: Programme) -> None:
    course = package.course
    general = _add(lom, "general")
    if line(course.code):
        identifier = _add(general, "identifier")
        _add(identifier, "catalog").text = line(programme.url) or programme.id
        _add(identifier, "entry").text = line(course.code)
    _add_strings(general, "title", package.title, course.language)
    _add(general, "language").text = course.language
    _add_strings(general, "description", course.description, course.language)
    for keyword in course.keywords:
        _add_strings(general, "keyword", keyword, course.language)


def _add_contributor(lifecycle: etree._Element, role: str, name: str) -> None:
    contribute = _add(lifecycle, "contribute")
    _add_term(contribute, "role", role)
    _add(contribute, "entity").text = vcard(name)


def _add_term(parent: etree._Element, name: str, value: str) -> None:
    """A word of the standard's vocabulary."""
    term = _add(parent, name)
    _add(term, "source").text = VOCABULARY
    _add(term, "value").text = value


def _add_strings(parent: etree._Element, name: str, text: str, language: str) -> None:
    """An element of one language string; nothing for an empty text."""
    if text := line(text):
        string = _add(_add(parent, name), "string")
        string.set("language", language)
        string.text = text


def _add(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{LOM}}}{name}")
