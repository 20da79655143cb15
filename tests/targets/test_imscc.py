"""Common Cartridge: against the schemas, an independent referee, and what was to go in."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html import escape, unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Asset, Course, Discussion, Page, Source, Term
from builder.model.package import Package, packages_of
from builder.model.quiz import Draw, Quiz
from builder.model.scoring import FULL, score
from builder.render.plain import plain
from builder.source.load import load_course, load_programme
from builder.state.reach import questions_of
from builder.targets import imscc
from builder.targets.base import Context, Level
from builder.targets.imscc.assess import banked_units, units_of, weighed
from builder.targets.imscc.items import Part
from builder.targets.imscc.qti import Essay
from builder.targets.imscc.sturdy import JOINER, sturdy_html, sturdy_title
from builder.targets.uses import type_of
from tests.support import question_samples as made
from tests.support.everything import everything as whole_course
from tests.support.random_course import random_course
from tests.support.schemas import schemas_folder
from tests.targets import samples
from tests.targets.imscc_referee import Question, objections, outline, questions

AT = made.AT
COURSES = Path(__file__).resolve().parents[2] / "courses"


@cache
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(schemas_folder() / "imscc-1.1" / "root.xsd", parser))


def cartridge(package: Package) -> bytes:
    return zip_bytes(imscc.build(package, Context(samples.programme())).entries)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def asked(*given: q.Question, **rules: object) -> list[Question]:
    """What a quiz of ``given`` becomes."""
    return questions(cartridge(made.package(made.page(made.quiz(questions=given, **rules)))))


@cache
def loaded(folder: Path, name: str, language: str) -> Course:
    programme, _ = load_programme(folder)
    assert programme is not None
    course, _ = load_course(programme, name, language)
    assert course is not None
    return course


@cache
def everything() -> Package:
    """Every type of question as practice, and a test with draws, a bank, a case and limits."""
    test = made.exam(attempts=3, minutes=40, shuffle_options=True)
    pages = (made.page(made.quiz(), "p-1"), made.page(test, "p-2"))
    return made.package(*pages, banks=(made.bank(8),))


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


def answers_of(given: q.Question) -> dict[str, Question]:
    return {each.ident: each for each in asked(given)}


def right_text(item: Question) -> str:
    """The option that is right, as plain text."""
    (right,) = item.right
    return re.sub(r"<[^>]*>", "", item.labels[right])


def text_of(blocks: t.Blocks) -> str:
    return " ".join(plain(block.children) for block in blocks if isinstance(block, t.Paragraph))


def test_what_is_right_in_the_cartridge_is_right_in_the_player() -> None:
    """The answers that the cartridge takes for right, given to the scoring table."""
    matching, ordering, gaps, branch = made.matching(), made.ordering(), made.gaps(), made.branch()
    values = [plain(value) for value in matching.values]
    rows = [values.index(right_text(item)) for item in asked(matching)]
    assert score(matching, rows) == FULL
    order: list[int | None] = [None] * len(ordering.items)
    for item in asked(ordering):
        shown = re.findall(r"<strong>(.*?)</strong>", item.prompt)[-1]
        place = next(n for n, step in enumerate(ordering.items) if text_of(step.body) == shown)
        order[int(right_text(item)) - 1] = place
    assert score(ordering, order) == FULL
    typed, chosen = asked(gaps)
    assert score(gaps, [typed.right[0], [each.text for each in gaps.gaps[1].choices].index(right_text(chosen))]) == FULL
    steps = {step.id: step for step in branch.steps}
    ways = [[text_of(option.body) for option in steps[name].options] for name in ("s-start", "s-data")]
    chosen_ways = [way.index(right_text(item)) for way, item in zip(ways, asked(branch), strict=True)]
    assert score(branch, chosen_ways) == FULL
    for many in (made.multiple(), made.spot_table(), made.spot_text()):
        (item,) = asked(many)
        assert score(many, [int(f"o{n}" in item.right) for n in range(1, len(many.options) + 1)]) == FULL
    for short in (made.short(), made.numerical()):
        (item,) = asked(short)
        assert {score(short, text.replace("*", "x")) for text in item.right} == {FULL}


def test_a_choice_of_two_gets_a_third() -> None:
    two = replace(made.single(), options=made.single().options[:2])
    (item,) = asked(two)
    assert list(item.labels.values())[-1] == "I do not know"
    assert item.right == ("o1",)


@pytest.mark.parametrize(
    ("texts", "right", "found"),
    [
        (("True", "False"), 0, ("true",)),
        (("False", "True"), 0, ("false",)),
        (("Faux.", "Vrai."), 1, ("true",)),
        (("Falso", "Verdadero"), 1, ("true",)),
        (("خطأ", "صحيح"), 1, ("true",)),
        (("Yes", "No"), 0, ("o1",)),
        (("No", "True"), 0, ("o1",)),
    ],
)
def test_platforms_that_write_true_and_false_themselves_keep_the_key(
    texts: tuple[str, str], right: int, found: tuple[str, ...]
) -> None:
    options = tuple(made.option(text, right=index == right) for index, text in enumerate(texts))
    (item,) = asked(replace(made.truefalse(), options=options))
    assert item.right == found
    assert item.profile == ("cc.true_false.v0p1" if len(item.labels) == 2 else "cc.multiple_choice.v0p1")


def number(*ranges: tuple[str, str], wrong: tuple[tuple[str, str], ...] = (), unit: str = "") -> q.Numerical:
    def made_of(pairs: tuple[tuple[str, str], ...]) -> tuple[q.Range, ...]:
        return tuple(q.Range(Decimal(low), Decimal(high), made.para(f"{low} to {high}"), AT) for low, high in pairs)

    return replace(made.numerical(), answers=made_of(ranges), wrong=made_of(wrong), unit=unit)


def test_numbers_are_written_out() -> None:
    (item,) = asked(number(("31", "33"), wrong=(("24", "24"),)))
    assert item.right == ("31", "32", "33")
    assert item.told["24"].startswith("<p>24 to 24")
    (item,) = asked(number(("1234.5", "1234.5"), unit="%"))
    assert {"1234.5", "1,234.5", "1234.5 %", "1,234.5%"} <= set(item.right)


def test_numbers_are_written_as_the_language_does() -> None:
    page = made.page(made.quiz(questions=(number(("15.1", "15.1")),)))
    (item,) = questions(cartridge(made.package(page, language="fr")))
    assert item.right == ("15.1", "15,1")


@pytest.mark.parametrize("ranges", [(("30000", "35000"),), (("-1", "1"),), (("0", "0"),)])
def test_many_numbers_become_ranges_to_choose(ranges: tuple[tuple[str, str], ...]) -> None:
    (item,) = asked(number(*ranges))
    assert item.profile == "cc.multiple_choice.v0p1"
    assert item.right == ("o2",)
    assert len(item.labels) == 3


def test_ranges_to_choose_have_what_lies_between() -> None:
    (item,) = asked(number(("100", "200"), ("300", "400"), ("350", "500")))
    below, first, between, second, third, above = item.labels.values()
    assert (below, first, between, second) == ("less than 100", "100 to 200", "200 to 300", "300 to 400")
    assert (third, above) == ("350 to 500", "more than 500")
    assert item.right == ("o2", "o4", "o5")


def test_feedback_is_told_where_it_belongs() -> None:
    single, short = asked(made.single()), asked(made.short())
    assert single[0].told["o2"] == "<p>A comparison of groups does not show a cause.</p>"
    assert single[0].general.startswith("<p>Ask of each figure")
    assert short[0].told == {
        "Geneva": "<p>On the lake.</p>",
        "Zurich": "<p>That is the largest city of Switzerland.</p>",
    }
    (first, _) = asked(made.branch())
    assert "She has the figures you did not ask for." in first.told["o2"]


def test_a_case_stands_before_each_of_its_questions() -> None:
    first, second = asked(made.scenario())
    assert (first.ident, second.ident) == ("q-case-1", "q-case-2")
    assert all("Amina sells tomatoes" in item.prompt for item in (first, second))


def test_weights_are_to_each_other_as_points_are() -> None:
    given = (
        replace(made.single(), points=Decimal("0.5")),
        replace(made.multiple(), points=Decimal(2)),
        replace(made.matching(), points=Decimal(1)),
    )
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for item in asked(*given):
        sums[item.ident.partition(".")[0]] += item.weight
    assert sums == {"q-single": 3, "q-multiple": 12, "q-matching": 6}


def test_weights_stay_between_1_and_99() -> None:
    parts = [Part(f"q{n}", "", "", Essay(), Fraction(n)) for n in (0, 1, 997)]
    assert [item.weight for item in weighed(parts)] == [1, 1, 99]
    assert weighed([]) == ()
    assert [item.weight for item in weighed(parts[:1])] == [1]


def drawing(*draws: Draw, banks: tuple[Page, ...], questions: tuple[q.Question, ...] = ()) -> tuple[Course, Quiz]:
    test = made.quiz("exam", "test", questions, draws=draws)
    return made.course(made.page(test, "p-t"), banks=banks), test


def test_draws_are_the_same_whatever_the_order_of_the_bank() -> None:
    bank = made.bank(8)
    assert bank.quiz is not None
    mixed = list(bank.quiz.questions)
    Random(1).shuffle(mixed)
    shuffled = replace(bank, quiz=replace(bank.quiz, questions=tuple(mixed)))
    chosen = [
        {unit.id for unit in units_of(*drawing(Draw(3, "O1", "bank-1", AT), banks=(one,)))} for one in (bank, shuffled)
    ]
    assert chosen[0] == chosen[1]
    assert len(chosen[0]) == 3


def test_draws_do_not_take_a_question_twice_and_keep_a_case_whole() -> None:
    course, test = drawing(
        Draw(2, "", "", AT),
        Draw(2, "O1", "bank-1", AT),
        banks=(made.bank(3),),
        questions=(made.scenario(),),
    )
    units = units_of(course, test)
    assert len({unit.id for unit in units}) == len(units)
    assert sum(2 if isinstance(unit, q.Scenario) else 1 for unit in units) in (3, 4)
    course, test = drawing(Draw(1, "", "", AT), banks=(), questions=(made.scenario(),))
    assert units_of(course, test) == ()


def test_a_test_holds_its_draws_and_the_bank_the_pool() -> None:
    held = questions(cartridge(everything()))
    test = [item.ident for item in held if item.file == "quiz-exam.xml"]
    bank = [item.ident for item in held if item.file == "bank.xml"]
    assert len(test) == 4
    assert set(test) < set(bank)
    assert len(bank) == 10
    rules = files(cartridge(everything()))["quiz-exam.xml"].decode()
    assert re.findall(r"<fieldentry>(\d+|unlimited)</fieldentry>", rules)[:2] == ["3", "40"]


def written(*blocks: t.Block, language: str = "en", **more: object) -> str:
    """A page of ``blocks`` as the cartridge has it."""
    page = Page(id="p-x", path="01-lesson/x.md", title="X & <Y>", kind="page", blocks=blocks, span=AT, **more)  # type: ignore[arg-type]
    other = made.page(made.quiz("q-only", "quiz", (made.single(),)), "p-quiz")
    next_page = Page(id="p-n", path="01-lesson/n.md", title="Next page", kind="page", blocks=(), span=AT)
    course = replace(
        made.course(page, next_page, other, language=language),
        sources={
            name: Source(name, "S", "2020", f"Survey {name}", f"https://example.org/{name}?a=1&b=2", True, AT)
            for name in ("EV-1", "EV-2")
        },
        glossary={"tariff": Term("tariff", "tariff", 'A tax on "imports"', AT)},
        assets={"media/a.svg": Asset("media/a.svg", __file__, "Own", "CC BY")},
    )
    data = cartridge(Package("c", course.title, course, course.lessons))
    assert objections(data) == []
    return files(data)["p-x.html"].decode()


def para(*nodes: t.Inline) -> t.Paragraph:
    return t.Paragraph(nodes, AT)


def test_notes_and_sources_are_lists_at_the_end() -> None:
    html = written(
        para(t.Text("A"), t.Citation(("EV-2",), AT), t.FootnoteRef(2), t.Citation(("EV-1", "EV-2"), AT)),
        footnotes=(t.Footnote("a", made.para("unused")), t.Footnote("b", (para(t.Text("Note "), t.FootnoteRef(1)),))),
    )
    assert "<p>A[1]<sup>(1)</sup>[2, 1]</p>" in html
    assert re.search(r"<h2>Notes</h2>\n<ol>\n<li><p>Note <sup>\(2\)</sup></p></li>\n<li><p>unused</p></li>", html)
    assert html.index("Notes") < html.index("<h2>Sources</h2>")
    assert re.findall(r"Survey (EV-\d)</a> \(2020\)", html) == ["EV-2", "EV-1"]


def test_links_name_their_page_and_terms_their_meaning() -> None:
    html = written(
        para(t.Link("01-lesson/n.md", made.words("here"), "", AT)),
        para(t.Link("01-lesson/n.md#part", made.words("See the next  page"), "", AT)),
        para(t.Link("01-lesson/p-quiz.md", made.words("the quiz"), "", AT)),
        para(t.Link("glossary:tariff", made.words("tariffs"), "", AT)),
    )
    assert '<p><a href="p-n.html">here</a> (Next page)</p>' in html
    assert '<a href="p-n.html#part">See the next  page</a></p>' in html
    assert "<p>the quiz (Page p-quiz)</p>" in html
    assert (
        '<abbr title="A tax on \N{LEFT DOUBLE QUOTATION MARK}imports\N{RIGHT DOUBLE QUOTATION MARK}">tariffs</abbr>'
        in html
    )


class Reader(HTMLParser):
    """The text and the attributes of HTML as browsers read it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.titles: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "abbr"
        self.titles += [value for _, value in attrs]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["<", ">", "&", '"', "'", "a", "b>", "/", "!", "lt;", "amp;", "#39;", " ", "é"])))
def test_text_reads_the_same_with_its_references_decoded_once_too_often(parts: list[str]) -> None:
    """So Moodle does with all HTML of a cartridge."""
    text = "".join(parts)
    html = sturdy_html(f'{escape(text, quote=False)}<abbr title="{escape(text)}">.</abbr>')
    for read in (Reader(html), Reader(unescape(html))):
        assert read.text.replace(JOINER, "") == f"{text}."
        (title,) = read.titles
        assert title is not None
        assert (
            re.sub("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]", '"', title).replace(JOINER, "")
            == text
        )


def test_titles_do_not_look_like_tags() -> None:
    found = ["".join(re.findall("<(?=[^ ])", sturdy_title(text))) for text in ("a<b", "<b>", "1 < 2", "<", "p<0.05")]
    assert found == [""] * 5
    assert sturdy_title("1 < 2") == "1 < 2"
    page = Page(id="p-x", path="01-lesson/x.md", title="x<y", kind="page", blocks=(), span=AT)
    assert ("x\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}y", "p-x.html") in outline(cartridge(made.package(page)))[1][
        1
    ]


def test_what_folds_stands_open_and_what_is_drawn_is_a_table() -> None:
    table = t.Table((t.Cell(made.words("A"), AT),), ((t.Cell(made.words("1"), AT),),), ("",), AT)
    html = written(
        t.Callout("reveal", made.words("Look"), made.para("inside"), AT),
        t.Callout("note", (), made.para("noted"), AT),
        t.Figure("bars", table, made.words("Shares"), {}, AT),
        t.Picture(t.Image("media/a.svg", "A map", "Map", AT), AT),
    )
    assert "<blockquote><p><strong>Look</strong></p>\n<p>inside</p></blockquote>" in html
    assert "<blockquote><p><strong>Note</strong></p>\n<p>noted</p></blockquote>" in html
    assert '<p><em>Shares</em></p>\n<table class="table table-bordered">' in html
    assert 'src="media/a.svg" alt="A map"' in html


def test_pages_keep_their_direction_when_a_platform_takes_the_body_only() -> None:
    html = written(para(t.Text("a < b & c")), language="ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<body><div lang="ar" dir="rtl">' in html
    assert "<title>X &amp; &lt;Y&gt;</title>" in html
    assert "a &lt; b &amp; c" in html


def test_what_cannot_be_asked_is_printed() -> None:
    given = (made.vote(), made.rank(), made.budget(), made.checklist(), made.numerical(estimate=True))
    data = cartridge(made.package(made.page(made.quiz(questions=given))))
    assert questions(data) == []
    html = files(data)["p-1.html"].decode()
    for text in ("Who gains most", "Traders with a few baskets", "They pay it at every crossing.", "Procurement"):
        assert text in html
    assert "50.50\N{NO-BREAK SPACE}points" in html or "50.5\N{NO-BREAK SPACE}points" in html
    assert "No / Partly / Yes" in html
    assert "32.5 to 33.5\N{NO-BREAK SPACE}%" in html
    assert "Model answer" in html


def test_sources_are_links_once_each() -> None:
    page = Page(
        id="p-x",
        path="01-lesson/x.md",
        title="X",
        kind="page",
        blocks=(para(t.Citation(("EV-1", "EV-2", "EV-3"), AT)),),
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
    given = replace(made.single(), stem=(para(picture),))
    course = replace(
        made.course(made.page(made.quiz(questions=(given,)))),
        assets={"media/a.svg": Asset("media/a.svg", __file__)},
    )
    data = cartridge(Package("c", "A course", course, course.lessons))
    assert objections(data) == []
    assert "$IMS-CC-FILEBASE$media/a.svg" in questions(data)[0].prompt
    assert "media/a.svg" in files(data)


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
