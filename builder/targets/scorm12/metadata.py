"""What catalogues read: the learning object metadata in a manifest (IMS Learning Resource Meta-data 1.2.1)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.render.opening import minutes_of
from builder.targets.lom import duration, vcard, version_of
from builder.targets.safe import line
from builder.targets.scorm12.names import IMSMD, XML

VOCABULARY = "LOMv1.0"


def add_lom(parent: etree._Element, package: Package, programme: Programme) -> None:
    """Append ``imsmd:lom`` of ``package``; a field the author left empty is left out."""
    course = package.course
    lom = _add(parent, "lom")
    _add_general(lom, package, programme)
    version = version_of(course)
    if version or course.authors or programme.publisher:
        lifecycle = _add(lom, "lifecycle")
        _add_strings(lifecycle, "version", [version], course.language)
        for author in course.authors:
            _add_contributor(lifecycle, "Author", author)
        if line(programme.publisher):
            _add_contributor(lifecycle, "Publisher", programme.publisher)
    _add(_add(lom, "metametadata"), "metadatascheme").text = "ADL SCORM 1.2"
    _add(_add(lom, "technical"), "format").text = "text/html"
    if minutes := minutes_of(package):
        time = _add(_add(lom, "educational"), "typicallearningtime")
        _add(time, "datetime").text = duration(minutes)
    if line(course.licence):
        rights = _add(lom, "rights")
        _add_term(rights, "copyrightandotherrestrictions", "yes")
        _add_strings(rights, "description", [course.licence], course.language)


def _add_general(lom: etree._Element, package: Package, programme: Programme) -> None:
    course = package.course
    general = _add(lom, "general")
    _add_strings(general, "title", [package.title], course.language)
    if line(course.code):
        entry = _add(general, "catalogentry")
        _add(entry, "catalog").text = line(programme.url) or programme.id
        _add_strings(entry, "entry", [course.code], "x-none")
    _add(general, "language").text = course.language
    _add_strings(general, "description", [course.description], course.language)
    for keyword in course.keywords:
        _add_strings(general, "keyword", [keyword], course.language)


def _add_contributor(lifecycle: etree._Element, role: str, name: str) -> None:
    contribute = _add(lifecycle, "contribute")
    _add_term(contribute, "role", role)
    _add(_add(contribute, "centity"), "vcard").text = vcard(name)


def _add_term(parent: etree._Element, name: str, value: str) -> None:
    """A word of the standard's vocabulary."""
    term = _add(parent, name)
    _add_strings(term, "source", [VOCABULARY], "x-none")
    _add_strings(term, "value", [value], "x-none")


def _add_strings(parent: etree._Element, name: str, texts: Iterable[str], language: str) -> None:
    """An element of language strings; nothing for texts that are all empty."""
    strings = [text for text in map(line, texts) if text]
    if strings:
        element = _add(parent, name)
        for text in strings:
            string = _add(element, "langstring")
            string.set(f"{{{XML}}}lang", language)
            string.text = text


def _add(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMSMD}}}{name}")
