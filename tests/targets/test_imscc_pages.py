"""Pages in a Common Cartridge: whole, plain, and readable where a platform strips them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model import text as t
from builder.model.course import Asset, Page, Source, Term
from builder.model.package import Package
from builder.targets.imscc.sturdy import JOINER, sturdy_html, sturdy_title
from tests.support import question_samples as made
from tests.targets.imscc_made import AT, cartridge, files
from tests.targets.imscc_referee import objections, outline, questions


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
