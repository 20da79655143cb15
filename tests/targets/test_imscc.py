"""Common Cartridge: against the schemas, an independent referee, and what was to go in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path

import pytest
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Asset, Course, Discussion, Page, Source
from builder.model.package import Package, packages_of
from builder.render.plain import plain
from builder.source.load import load_course, load_programme
from builder.state.reach import questions_of
from builder.targets import imscc
from builder.targets.base import Context, Level
from builder.targets.imscc.assess import banked_units
from builder.targets.uses import type_of
from tests.support import question_samples as made
from tests.support.everything import everything as whole_course
from tests.support.random_course import random_course
from tests.support.schemas import schemas_folder
from tests.targets import samples
from tests.targets.imscc_made import AT, cartridge, everything, files
from tests.targets.imscc_referee import objections, outline, questions

COURSES = Path(__file__).resolve().parents[2] / "courses"


@cache
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(schemas_folder() / "imscc-1.1" / "root.xsd", parser))


@cache
def loaded(folder: Path, name: str, language: str) -> Course:
    programme, _ = load_programme(folder)
    assert programme is not None
    course, _ = load_course(programme, name, language)
    assert course is not None
    return course


def random_packages(tmp_path: Path, seed: int) -> Iterable[Package]:
    for name, text in random_course(seed, ids=1).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    course = loaded(tmp_path, "c", "en")
    return (*packages_of(replace(course, package="course")), *packages_of(replace(course, package="lesson")))


def programme_packages() -> tuple[Package, ...]:
    course = loaded(COURSES, "tg-101-essentials", "en")
    return (*packages_of(course), *packages_of(replace(course, package="lesson")))


def valid(data: bytes) -> None:
    for name, content in files(data).items():
        if name.endswith(".xml"):
            assert schema().validate(etree.fromstring(content)), (name, schema().error_log)


def nothing_lost(package: Package, data: bytes) -> None:
    """Every question is in a test or the bank, or declared lost and then on a page."""
    held = {each.ident.partition(".")[0] for each in questions(data)}
    text = " ".join(content.decode() for name, content in files(data).items() if name.endswith(".html"))
    words = " ".join(re.sub(r"<[^>]*>", " ", text).split())
    pools = {unit.id for _, unit in banked_units(package)}
    for name, question in questions_of(package).items():
        lost = imscc.TARGET.support[type_of(question)].level is Level.LOST
        assert (name in held) is not lost, name
        if lost and name not in pools:
            assert " ".join(escape(plain(question.title), quote=False).split()) in words, name


def test_every_type_is_valid_and_without_objection() -> None:
    data = cartridge(everything())
    valid(data)
    assert objections(data) == []
    nothing_lost(everything(), data)


def test_a_course_with_every_construct() -> None:
    programme, course = whole_course()
    for package in (*packages_of(course), *packages_of(replace(course, package="lesson"))):
        product = imscc.build(package, Context(programme))
        assert [one for one in product.diagnostics if one.is_error] == []
        data = zip_bytes(product.entries)
        valid(data)
        assert objections(data) == []
        nothing_lost(package, data)


@pytest.mark.parametrize("package", programme_packages(), ids=lambda package: package.id)
def test_the_programme(package: Package) -> None:
    product = imscc.build(package, Context(samples.programme()))
    data = zip_bytes(product.entries)
    assert [one for one in product.diagnostics if one.is_error] == []
    valid(data)
    assert objections(data) == []
    nothing_lost(package, data)


@pytest.mark.parametrize("seed", range(6))
def test_random_courses(tmp_path: Path, seed: int) -> None:
    for package in random_packages(tmp_path, seed):
        data = cartridge(package)
        valid(data)
        assert objections(data) == []
        nothing_lost(package, data)


def test_the_schema_can_refuse() -> None:
    manifest = files(cartridge(everything()))["imsmanifest.xml"]
    broken = manifest.replace(b' structure="rooted-hierarchy"', b"")
    assert not schema().validate(etree.fromstring(broken))


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("imsmanifest.xml", b"1.1.0", b"1.2.0", "C1"),
        ("imsmanifest.xml", b"rooted-hierarchy", b"flat", "C2"),
        ("imsmanifest.xml", b'identifierref="r-quiz-exam"', b'identifierref="r-bank"', "8a"),
        ("imsmanifest.xml", b'href="p-1.html"', b'href="p-9.html"', "Z8"),
        ("imsmanifest.xml", b"/assessment", b"/question-bank", "4a"),
        ("imsmanifest.xml", b"<title>A lesson</title>", b"<title/>", "C2"),
        ("imsmanifest.xml", b'identifier="f-l-1"', b'identifier="f-l-1" isvisible="true"', "C13"),
        ("quiz-exam.xml", b"cc.exam.v0p1", b"cc.test", "1"),
        ("quiz-exam.xml", b"<fieldentry>3<", b"<fieldentry>6<", "1"),
        ("quiz-quiz-1.xml", b"<fieldentry>12<", b"<fieldentry>100<", "2"),
        ("quiz-quiz-1.xml", b'ident="q-single"', b'ident="q-multiple"', "13a"),
        ("quiz-quiz-1.xml", b"cc.true_false", b"cc.multiple_choice", "3d"),
        ("quiz-quiz-1.xml", b'ident="true"', b'ident="o1"', "Moodle wants true"),
        ("quiz-quiz-1.xml", b' case="Yes"', b"", "Moodle wants case"),
        ("quiz-quiz-1.xml", b'linkrefid="o1_fb"', b'linkrefid="other"', "12c"),
        ("quiz-quiz-1.xml", b">100<", b">1<", "0 conditions"),
        ("quiz-quiz-1.read.xml", b">No<", b">Yes<", "8c"),
        ("p-1.html", b"<body>", b"<body><h1>A</h1>", "p-1.html has"),
        ("p-1.html", b"<body>", b'<body><a href="p-9.html">A</a>', "p-1.html: p-9.html leads"),
    ],
)
def test_the_referee_can_object(file: str, old: bytes, new: bytes, rule: str) -> None:
    held = files(cartridge(everything()))
    assert old in held[file]
    broken = {**held, file: held[file].replace(old, new)}
    found = objections(zip_bytes(Entry(name, data) for name, data in broken.items()))
    assert any(objection.startswith(rule) for objection in found), found


def test_two_builds_are_the_same() -> None:
    assert cartridge(everything()) == cartridge(everything())


def test_the_outline_has_a_folder_a_lesson_and_quizzes_behind_their_pages() -> None:
    assert outline(cartridge(everything())) == [
        ("Course start", [("A course", "index.html")]),
        (
            "A lesson",
            [
                ("Page p-1", "p-1.html"),
                ("Questions: Page p-1", "quiz-quiz-1.xml"),
                ("Pause and reflect: Questions: Page p-1", "quiz-quiz-1.read.xml"),
                ("Page p-2", "quiz-exam.xml"),
            ],
        ),
    ]


def test_sources_are_links_once_each() -> None:
    page = Page(
        id="p-x",
        path="01-lesson/x.md",
        title="X",
        kind="page",
        blocks=(t.Paragraph((t.Citation(("EV-1", "EV-2", "EV-3"), AT),), AT),),
        span=AT,
    )
    urls = {"EV-1": "https://example.org/?a=1&b=2", "EV-2": "https://example.org/?a=1&b=2", "EV-3": ""}
    sources = {name: Source(name, "S", "2020", f"Survey of {name}", url, True, AT) for name, url in urls.items()}
    course = replace(made.course(page), sources=sources)
    data = cartridge(Package("c", "A course", course, course.lessons))
    assert objections(data) == []
    assert outline(data)[-1] == ("Sources", [("Survey of EV-1 (2020)", "link-1.xml")])
    link = etree.fromstring(files(data)["link-1.xml"])
    assert link[1].get("href") == "https://example.org/?a=1&b=2"


def test_discussions_are_topics_of_the_last_folder_once() -> None:
    topic = Discussion("d-ask", "Ask & <tell>", "What is\nnot clear?\n\n\nAnswer a < b.", AT)
    course = replace(samples.course(), discussions=(topic,), language="en")
    data = [cartridge(package) for package in packages_of(replace(course, package="lesson"))]
    whole = cartridge(packages_of(course)[0])
    for each in (data[-1], whole):
        valid(each)
        assert objections(each) == []
        title = "Ask & \N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}tell>"
        assert outline(each)[-1] == ("Discussions", [(title, "topic-d-ask.xml")])
        document = etree.fromstring(files(each)["topic-d-ask.xml"])
        assert document[1].text == "<p>What is not clear?</p>\n<p>Answer a &lt; b.</p>"
    assert "topic-d-ask.xml" not in files(data[0])


def test_pictures_of_questions_are_in_the_cartridge() -> None:
    picture = t.Image("media/a.svg", "A map", "", AT)
    given = replace(made.single(), stem=(t.Paragraph((picture,), AT),))
    course = replace(
        made.course(made.page(made.quiz(questions=(given,)))),
        assets={"media/a.svg": Asset("media/a.svg", __file__)},
    )
    data = cartridge(Package("c", "A course", course, course.lessons))
    assert objections(data) == []
    assert "$IMS-CC-FILEBASE$media/a.svg" in questions(data)[0].prompt
    assert "media/a.svg" in files(data)


def test_pictures_of_options_stand_in_the_text() -> None:
    def pictured(name: str, *, right: bool) -> q.Option:
        return q.Option((t.Paragraph((t.Image(f"media/{name}.svg", f"Map {name}", "", AT),), AT),), right, (), AT)

    given = replace(made.single(), options=tuple(pictured(name, right=name == "b") for name in "abc"), shuffle=True)
    course = replace(
        made.course(made.page(made.quiz(questions=(given,)))),
        assets={f"media/{name}.svg": Asset(f"media/{name}.svg", __file__) for name in "abc"},
    )
    data = cartridge(Package("c", "A course", course, course.lessons))
    assert objections(data) == []
    (item,) = questions(data)
    assert list(item.labels.values()) == ["1", "2", "3"]
    shown = re.findall(r"<li><img[^>]*media/(\w)\.svg", item.prompt)
    assert sorted(shown) == ["a", "b", "c"]
    (right,) = item.right
    assert shown[int(item.labels[right]) - 1] == "b"


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    given = replace(made.single(), title=made.words("x\x0by"), stem=made.para("a\x01b\ufffe"), id="q-odd")
    typed = replace(made.short(), answers=(q.Accepted("a\x01", made.para("\x02"), AT),))
    odd = Page(id="p-x", path="01-lesson/x.md", title="\x01", kind="page", blocks=made.para("\x03"), span=AT)
    data = cartridge(made.package(made.page(made.quiz(questions=(given, typed))), odd))
    valid(data)
    assert questions(data)[0].prompt == "<p>xy</p>\n<p>ab</p>"


def test_a_picture_that_is_missing_is_said_once() -> None:
    blocks = (t.Picture(t.Image("media/no.svg", "", "", AT), AT),) * 2
    page = Page(id="p-x", path="01-lesson/x.md", title="X", kind="page", blocks=blocks, span=AT)
    product = imscc.build(made.package(page), Context(samples.programme()))
    assert len(product.diagnostics) == 1
    valid(zip_bytes(product.entries))


def test_metadata_says_what_the_author_said() -> None:
    data = cartridge(samples.package())
    valid(data)
    manifest = files(data)["imsmanifest.xml"].decode()
    for text in ("Amina Kanté\\, PhD", "Organisation mondiale du commerce", "TG-101", "CC BY 4.0"):
        assert text in manifest
    bare = samples.package(authors=(), licence="", keywords=(), description="", code="", edition="", minutes=0)
    product = imscc.build(bare, Context(samples.programme(publisher="", url="")))
    valid(zip_bytes(product.entries))


def test_titles_and_ids_that_do_not_fit_are_said() -> None:
    product = imscc.build(samples.package(title="word " * 60, id="1 a"), Context(samples.programme()))
    assert [one.code.id for one in product.diagnostics] == ["B101", "B102"]
