"""SCORM 1.2: the manifest against the schema, against an independent referee, and against loose importers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model.package import Package, packages_of
from builder.render.opening import minutes_of
from builder.targets import scorm12
from builder.targets.base import Context
from builder.targets.lom import duration
from builder.targets.safe import line, title
from builder.targets.scorm12.manifest import manifest
from builder.targets.scorm12.names import IMSCP, IMSMD
from tests.support import schemas
from tests.targets.referee import objections
from tests.targets.samples import PAGES, course, package, programme

PATHS = [entry.path for entry in PAGES]
NAMES = {"cp": IMSCP, "md": IMSMD}


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    entries = list(PAGES)
    monkeypatch.setattr(scorm12, "render_site", lambda package, lms, state_limit: (entries, []))
    return entries


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [found.text for found in root.findall(path, NAMES)]


def read(of: Package) -> ET.Element:
    return ET.fromstring(manifest(of, programme(), PATHS))


def test_the_schema_accepts_the_manifest() -> None:
    schema = schemas.scorm12()
    for one in (
        package(),
        package(authors=(), licence="", keywords=(), description="", code="", minutes=0, edition=""),
    ):
        document = etree.fromstring(manifest(one, programme(), PATHS))
        assert schema.validate(document), schema.error_log
    bare = manifest(package(authors=(), edition=""), programme(publisher="", url=""), PATHS)
    assert schema.validate(etree.fromstring(bare)), schema.error_log


def test_the_schema_can_refuse() -> None:
    broken = manifest(package(), programme(), PATHS).replace(b'scormtype="sco"', b'scormtype="SCO"')
    assert not schemas.scorm12().validate(etree.fromstring(broken))


def test_the_referee_has_no_objection() -> None:
    product = scorm12.build(package(), Context(programme()))
    assert not product.diagnostics
    assert objections(zip_bytes(product.entries)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b'<file href="media/a.svg"/>', b"", "Z11"),
        (b"media/a.svg", b"media/b.svg", "Z8"),
        (b">1.2<", b">2004 4th Edition<", "P4"),
        (b'identifierref="resource', b'identifierref="no-resource', "P9"),
        (b'default="organization', b'default="other', "P5"),
        (b'identifier="tg-101"', b'identifier="101"', "P7"),
        (b"adlcp:", b"adl:", "P12"),
        (b"Commerce &amp;", b"Commerce &#38;", "numeric"),
        (b'href="index.html">', b'href="start.html">', "P13"),
        (b"imsmd_rootv1p2p1.xsd", b"http://example.org/md.xsd", "P22"),
    ],
)
def test_the_referee_can_object(old: bytes, new: bytes, rule: str) -> None:
    entries = scorm12.build(package(), Context(programme())).entries
    good = entries[-1].data
    assert old in good
    text = good.replace(old, new)
    if old == b"adlcp:":
        text = text.replace(b"xmlns:adlcp", b"xmlns:adl")
    found = objections(zip_bytes([*entries[:-1], Entry("imsmanifest.xml", text)]))
    assert any(objection.startswith(rule) for objection in found), found


def test_identifiers_are_the_packages_and_stay() -> None:
    root = read(package())
    item = root.find(".//cp:item", NAMES)
    assert item is not None
    assert item.get("identifier") == "tg-101"
    assert manifest(package(title="New", edition="Next"), programme(), []).count(b'identifier="tg-101"') == 1


def test_metadata_says_what_the_author_said() -> None:
    root = read(package())
    lom = "cp:metadata/md:lom/"
    assert texts(root, f"{lom}md:general/md:title/md:langstring") == [line(course().title)]
    assert texts(root, f"{lom}md:general/md:description/md:langstring") == ["Une description sur deux lignes."]
    assert texts(root, f"{lom}md:general/md:keyword/md:langstring") == ["genre", "commerce"]
    assert texts(root, f"{lom}md:general/md:language") == ["fr"]
    assert texts(root, f"{lom}md:lifecycle/md:version/md:langstring") == ["novembre 2026"]
    assert texts(root, f"{lom}md:lifecycle/md:contribute/md:role/md:value/md:langstring") == [
        "Author",
        "Author",
        "Publisher",
    ]
    assert texts(root, f"{lom}md:lifecycle/md:contribute/md:centity/md:vcard")[:2] == [
        "BEGIN:VCARD\nVERSION:3.0\nFN:Amina Kanté\\, PhD\nEND:VCARD",
        "BEGIN:VCARD\nVERSION:3.0\nFN:B\\; C\nEND:VCARD",
    ]
    assert texts(root, f"{lom}md:educational/md:typicallearningtime/md:datetime") == ["PT1H35M"]
    assert texts(root, f"{lom}md:rights/md:description/md:langstring") == ["CC BY 4.0"]
    language = root.find(f"{lom}md:general/md:title/md:langstring", NAMES)
    assert language is not None
    assert language.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_files_are_listed_by_name_and_literally() -> None:
    root = ET.fromstring(manifest(package(), programme(), ["b c.html", "index.html", "a&b.html", "é.html"]))
    assert [one.get("href") for one in root.iter(f"{{{IMSCP}}}file")] == [
        "a&b.html",
        "b c.html",
        "index.html",
        "é.html",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(line))
def test_any_text_passes_raw(text: str) -> None:
    data = manifest(package(title=text, description=text, authors=(text,), keywords=(text,)), programme(), PATHS)
    assert not re.search(rb"&(?!amp;|lt;|gt;|quot;)", data)
    root = ET.fromstring(data)
    assert texts(root, ".//cp:item/cp:title") == [title(text)]
    assert texts(root, ".//md:general/md:description/md:langstring") == [line(text)]
    assert len(title(text)) <= 200


def test_a_long_title_is_cut_and_said() -> None:
    product = scorm12.build(package(title="word " * 60), Context(programme()))
    assert [one.code.id for one in product.diagnostics] == ["B102"]
    cut = texts(ET.fromstring(product.entries[-1].data), ".//cp:item/cp:title")[0]
    assert cut is not None
    assert cut.endswith("word…")
    assert len(cut) <= 200


@pytest.mark.parametrize("id", ["101-trade", "a b", "é", "", "-x", "x" * 300])
def test_an_id_that_is_none_is_an_error(id: str) -> None:
    found = scorm12.build(package(id=id), Context(programme())).diagnostics
    assert [one.code.id for one in found] == ["B101"]
    assert found[0].is_error


def test_a_risky_file_name_is_a_warning(pages: list[Entry]) -> None:
    pages.append(Entry("media/map of trade.svg", b"<svg/>"))
    (found,) = scorm12.build(package(), Context(programme())).diagnostics
    assert found.code.id == "B103"
    assert found.span.path == "tg/media/map of trade.svg"


@pytest.mark.parametrize("inside", ["", "scorm12"])
def test_schemas_come_to_the_root_on_request(inside: str) -> None:
    folder = schemas.schemas_folder() / inside
    product = scorm12.build(package(), Context(programme(), str(folder)))
    assert not product.diagnostics
    added = {entry.path for entry in product.entries if entry.path.endswith(".xsd")}
    assert added == {"imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd", "ims_xml.xsd"}
    assert objections(zip_bytes(product.entries)) == []
    assert b".xsd" not in product.entries[-1].data.partition(b"<resources>")[2]


def test_a_missing_schema_is_an_error(tmp_path: Path) -> None:
    found = scorm12.build(package(), Context(programme(), str(tmp_path))).diagnostics
    assert {one.code.id for one in found} == {"B104"}
    assert len(found) == 4


@pytest.mark.parametrize(("minutes", "text"), [(240, "PT4H"), (95, "PT1H35M"), (20, "PT20M"), (0, "PT0M")])
def test_duration(minutes: int, text: str) -> None:
    assert duration(minutes) == text


def test_a_lessons_minutes_are_its_own() -> None:
    one, two = packages_of(course(package="lesson"))
    assert (one.id, minutes_of(one), minutes_of(two)) == ("tg-101-l-one", 25, 5)
    assert minutes_of(package(minutes=0)) == 30
