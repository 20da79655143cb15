"""IMS Content Package: the manifest against the schema, and read as Moodle reads it, by the literal names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.dom.minidom import Element, parseString
from zipfile import ZipFile

import pytest
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model.package import Package, packages_of
from builder.targets import imscp, web
from builder.targets.base import Context
from builder.targets.imscp.manifest import shown
from tests.support import question_samples as samples
from tests.support import schemas
from tests.support.answering import course_files
from tests.support.everything import everything
from tests.targets.referee import file_rules, zip_rules
from tests.targets.samples import package as plain
from tests.targets.samples import programme

WHOLE = everything()[1]


def kinds() -> Iterator[Package]:
    """A course that uses every construct, its lessons, one in another language, a bare one."""
    yield from packages_of(WHOLE)
    yield from packages_of(replace(WHOLE, package="lesson"))
    yield samples.package(samples.page(samples.quiz()), language="ar")
    yield plain(authors=(), licence="", keywords=(), description="", code="", minutes=0, edition="")


def entries_of(package: Package) -> tuple[Entry, ...]:
    product = imscp.build(package, Context(programme()))
    assert not [one for one in product.diagnostics if one.is_error]
    return product.entries


def children(parent: Element, name: str) -> list[Element]:
    """Those whose name is written so, without a prefix."""
    return [one for one in parent.childNodes if isinstance(one, Element) and one.tagName == name]


def outline(data: bytes) -> list[tuple[int, str, str]]:
    """Level, title and file of each item of the default organization, as a platform's contents list them."""
    root = parseString(data).documentElement
    assert root
    (organizations,) = children(root, "organizations")
    (resources,) = children(root, "resources")
    files = {one.getAttribute("identifier"): one.getAttribute("href") for one in children(resources, "resource")}
    named = {one.getAttribute("identifier"): one for one in children(organizations, "organization")}

    def walk(parent: Element, level: int) -> Iterator[tuple[int, str, str]]:
        for item in children(parent, "item"):
            (title,) = children(item, "title")
            text = "".join(node.data for node in title.childNodes)  # type: ignore[attr-defined]
            refers = item.getAttribute("identifierref")
            yield level, text, files[refers] if refers else ""
            yield from walk(item, level + 1)

    return list(walk(named[organizations.getAttribute("default")], 0))


@pytest.mark.parametrize("package", list(kinds()), ids=lambda package: f"{package.id}-{package.course.language}")
def test_packages_of_all_kinds(package: Package) -> None:
    entries = entries_of(package)
    data = zip_bytes(entries)
    assert data == zip_bytes(entries_of(package))
    document = etree.fromstring(entries[-1].data)
    schema = schemas.compiled("imscp-1.1.4/root.xsd")
    assert schema.validate(document), schema.error_log
    names = [entry.path for entry in entries]
    hrefs = [one.get("href", "") for one in document.iter("{*}file")]
    with ZipFile(BytesIO(data)) as archive:
        assert zip_rules(archive, archive.namelist()) == []
    # A picture may be shown by several pages.
    assert file_rules(names, [*dict.fromkeys(hrefs)]) == []
    assert b"&#" not in entries[-1].data
    assert "xmlns:ns" not in entries[-1].data.decode()


def test_the_outline_is_that_of_the_course() -> None:
    package = packages_of(WHOLE)[0]
    listed = outline(entries_of(package)[-1].data)
    titles = {page.title: page for page in package.pages}
    heads = {lesson.title for lesson in package.lessons if not lesson.loose}
    assert listed[0] == (0, "Course start", "index.html")
    assert {title for level, title, file in listed if not file} == {shown(title) for title in heads}
    assert all(level == 0 for level, _, file in listed if not file)
    pages = [(title, file) for _, title, file in listed if file.startswith("p-")]
    assert [title for title, _ in pages] == [shown(page.title) for page in package.pages]
    assert [file for _, file in pages] == [f"{page.id}.html" for page in package.pages]
    assert [file for _, _, file in listed[-4:]] == [
        "result.html", "glossary.html", "notes.html", "about.html"
    ]  # fmt: skip
    assert len(titles) == len(pages)


def test_no_title_has_a_sign_that_moodle_shows_otherwise() -> None:
    """It shows entities, and takes what stands in angle brackets for an element."""
    listed = outline(entries_of(packages_of(WHOLE)[0])[-1].data)
    assert not [title for _, title, _ in listed if {*"&<>"} & {*title}]
    assert 'A page of text: \u2039and\u203a + "more"' in [title for _, title, _ in listed]
    assert shown(" R&D \n in trade ") == "R+D in trade"


def test_every_page_names_its_pictures_and_what_all_share() -> None:
    document = etree.fromstring(entries_of(packages_of(WHOLE)[0])[-1].data)
    resources = {one.get("identifier"): one for one in document.iter("{*}resource")}
    shared = resources.pop("shared")
    assert "href" not in shared.attrib
    common = {one.get("href", "") for one in shared}
    assert {"cw/player.js", "cw/theme.css", "contents.html", "keep.js"} <= common
    pictures = set()
    for resource in resources.values():
        files = [one.get("href", "") for one in resource.findall("{*}file")]
        assert files[0] == resource.get("href")
        assert [one.get("identifierref") for one in resource.findall("{*}dependency")] == ["shared"]
        assert all(file.startswith("media/") for file in files[1:])
        pictures.update(files[1:])
    assert pictures
    assert not pictures & common


def test_identifiers_are_told_apart_whatever_the_pages_are_called() -> None:
    quiz = samples.quiz()
    package = samples.package(*(samples.page(quiz, name) for name in ("shared", "index", "result", "lesson-l-1")))
    document = etree.fromstring(entries_of(package)[-1].data)
    ids = [one.get("identifier") for one in document.iter() if one.get("identifier")]
    assert len(ids) == len({*ids})
    assert schemas.compiled("imscp-1.1.4/root.xsd").validate(document)


def test_the_pages_are_those_of_the_web_edition() -> None:
    package = packages_of(WHOLE)[0]
    assert list(entries_of(package)[:-1]) == list(web.build(package, Context(programme())).entries)


def test_a_long_title_of_a_page_is_said() -> None:
    long = replace(samples.page(samples.quiz()), title="word " * 60)
    found = imscp.build(samples.package(long), Context(programme())).diagnostics
    assert [one.code.id for one in found] == ["B102"]


def test_our_own_course() -> None:
    files = course_files("imscp")
    listed = outline(files["imsmanifest.xml"])
    assert {file for _, _, file in listed if file} <= files.keys()
    assert len([file for _, _, file in listed if not file]) == 6, "lessons"
    schema = schemas.compiled("imscp-1.1.4/root.xsd")
    assert schema.validate(etree.fromstring(files["imsmanifest.xml"])), schema.error_log
