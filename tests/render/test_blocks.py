"""RichText as HTML: against the golden files, and whatever its characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model.text import Blocks, Gap, GapChoice, Inlines, Paragraph, Picture, Table
from builder.render.profile import Profile
from builder.render.writer import Writer
from tests.render.golden import FOLDER, PLAIN, goldens
from tests.render.sample import (
    AT,
    FOOTNOTES,
    TEXT,
    Cell,
    Code,
    Emphasis,
    Image,
    Link,
    Text,
    callout,
    cite,
    figure,
    inl,
    link,
    listed,
    par,
    row,
    sample,
    strong,
    table,
)

CHARACTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'{}%"), min_size=1, max_size=12
)


@pytest.mark.parametrize(("name", "text"), list(goldens()), ids=lambda value: value if value.endswith(".html") else "")
def test_golden(name: str, text: str) -> None:
    assert text == (FOLDER / name).read_text("utf-8")


def writer(profile: Profile = Profile(link=str)) -> Writer:  # noqa: B008 - frozen
    return Writer(sample().course, profile, FOOTNOTES)


def parse(html: str) -> etree._Element:
    return etree.fromstring(f"<div>{html}</div>")


@given(CHARACTERS, CHARACTERS)
def test_characters_stay_characters(one: str, two: str) -> None:
    blocks: Blocks = (
        Paragraph((Text(one), Code(two), Link("https://example.org/?" + two, inl(one), two, AT)), AT),
        Picture(Image("media/" + one, two, one, AT), AT),
        callout("note", par(Emphasis(inl(one))), title=two),
        figure(
            "bars", Table((Cell(inl(one), AT), Cell(inl(two), AT), Cell(inl(one), AT)), (row(one, "1", two),), (), AT)
        ),
        figure("compare", table(row("", one, two), row(two, one, two))),
    )
    for profile in (Profile(link=str), PLAIN):
        root = parse(writer(profile).blocks(blocks))
        assert "".join(root[0].find("code").itertext()) == two
        assert root[0].find("a").get("title") == two
        assert root.find(".//img").get("alt") == two


def test_plain_profile_writes_plain_elements() -> None:
    html = writer(PLAIN).blocks(TEXT)
    names = {element.tag for element in parse(html).iter()}
    assert names.isdisjoint({"figure", "figcaption", "details", "summary", "svg", "section", "abbr"})
    assert "elsewhere (World Bank and WTO, Women and Trade, 2020)." in html
    assert 'href="#' not in html


def test_citations_are_numbered_in_order_of_appearance() -> None:
    w = writer()
    html = w.blocks((par(cite("WTO-01")), par(cite("EV-01", "WTO-01"))))
    assert [a.text for a in parse(html).iter("a")] == ["1", "2", "1"]
    assert [a.get("id") for a in parse(html).iter("a")] == ["c-1", "c-2", None]
    items = parse(w.end()).findall(".//li")
    assert [item.get("id") for item in items] == ["s-1", "s-2"]
    assert "Buenos Aires" in "".join(items[0].itertext())
    assert items[0].find("span/a").get("rel") == "noopener"
    assert "opens in a new window" in "".join(items[0].itertext())


def test_link_that_leads_nowhere_is_its_text_and_is_reported() -> None:
    w = writer(Profile())
    assert w.blocks((par(link("02-x/01-y.md", "there")),)) == "<p>there</p>"
    assert [(d.code.id, d.span) for d in w.diagnostics] == [("W101", AT)]


def test_gap_is_a_line_until_a_question_says_otherwise() -> None:
    gap = Gap((GapChoice("1995", True),), True, AT)
    w = writer()
    assert w.inlines((Text("In "), gap)) == "In _____"
    w.gap = lambda found: f"<input value='{found.choices[0].text}'/>"
    assert w.inlines((gap,)) == "<input value='1995'/>"


def svg(html: str) -> list[tuple[str, str]]:
    return [(part.get("class"), part.get("width")) for part in parse(html).iter("svg")]


def bars(*rows: tuple[str | Inlines, ...], head: tuple[str, ...] = ("Firms", "Women"), **attributes: str) -> str:
    return str(writer().blocks((figure("bars", table(row(*head), *(row(*cells) for cells in rows)), **attributes),)))


def test_bars_are_as_long_as_their_numbers() -> None:
    assert svg(bars(("A", "50"), ("B", "12.5"), ("C", "0"))) == [("b1", "100%"), ("b1", "25%"), ("b1", "0%")]
    assert svg(bars(("A", "50"), max="100")) == [("b1", "50%")]
    assert svg(bars(("A", "150"), ("B", "75"), max="100")) == [("b1", "100%"), ("b1", "50%")]
    assert svg(bars(("A", "0"))) == [("b1", "0%")]


def test_strong_labels_alone_have_the_first_colour() -> None:
    assert [colour for colour, _ in svg(bars(("A", "1"), (inl(strong("B")), "2")))] == ["b2", "b1"]


def test_columns_have_colours_and_names() -> None:
    html = bars(("A", "1", "2"), head=("Firms", "Women", "Men"))
    assert [colour for colour, _ in svg(html)] == ["b1", "b2"]
    assert [small.text for small in parse(html).iter("small")] == ["Women", "Men"]
    assert [head.text for head in parse(html).findall(".//thead//th")] == ["Firms", "Women", "Men"]


def test_bars_below_zero_end_at_zero() -> None:
    below, above = parse(bars(("A", "-4"), ("B", "12"))).iter("svg")
    assert [(part.get("x"), part.get("width")) for part in below] == [("0%", "25%"), ("25%", "1.5")]
    assert [(part.get("x"), part.get("width")) for part in above] == [("25%", "75%"), ("25%", "1.5")]


def test_cell_without_number_has_no_bar() -> None:
    html = bars(("A", "5"), ("B", "not known"))
    assert len(svg(html)) == 1
    assert "not known" in html


@pytest.mark.parametrize("name", ["**Ask**: who", "**Ask:** who", "**Ask** who"])
def test_names_of_steps(name: str) -> None:
    inside, after = name.split("**")[1:]
    html = writer().blocks((figure("steps", listed((par(strong(inside), after),), ordered=True)),))
    assert "<b>Ask</b> <span>who</span>" in html


def test_timeline_of_a_list() -> None:
    html = writer().blocks((figure("timeline", listed((par("1995: the WTO opens: at last"),), (par("later"),))),))
    assert "<b>1995</b> <span>the WTO opens: at last</span>" in html
    assert "<li><span>later</span></li>" in html
