"""Cards: articles that read without scripts, and what the player filters them by."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model.text import Blocks, Inlines
from builder.render.figures.cards import split_values
from builder.render.plain import plain
from builder.render.profile import Profile
from builder.render.writer import Writer
from tests.render.golden import PLAIN
from tests.render.sample import CARDS, cite, figure, head, inl, row, sample, strong, table


def written(*blocks: object, profile: Profile = Profile(link=str)) -> tuple[etree._Element, Writer]:  # noqa: B008
    writer = Writer(sample().course, profile)
    found: Blocks = blocks  # type: ignore[assignment]
    return etree.fromstring(f"<div>{writer.blocks(found)}</div>"), writer


def test_a_page_with_cards_asks_for_their_part_and_style_alone() -> None:
    _, writer = written(CARDS)
    assert (writer.parts, writer.styles) == ({"cards"}, {"cards"})


def test_every_card_is_an_article_with_a_heading_below_that_of_its_section() -> None:
    root, _ = written(head("Measures", level=3), CARDS)
    titles = [each.text for each in root.iterfind(".//article/h4")]
    assert titles == ["A help desk run by traders", "Lamps", "A new hall"]
    assert [len(card.findall("dl/div")) for card in root.iter("article")] == [2, 2, 0]


def test_values_are_named_once_whatever_their_capitals() -> None:
    root, _ = written(CARDS)
    [box] = root.iterfind(".//div[@class='cards']")
    kinds, people = json.loads(box.get("data-filters"))
    assert kinds == ["Kind", ["Services", "Roads"]]
    assert people == ["Who gains", ["Traders at the border", "transporters", "All who wait", "guards"]]
    assert [each.get("data-v") for each in box.iter("dd")] == ["0.0", "1.0", "1.1", "0.1", "0.0", "1.2", "1.3"]


def test_without_a_filter_nothing_is_parted() -> None:
    root, _ = written(figure("cards", table(row("A", "B"), row("one", "two; three"))))
    assert [each.text for each in root.iter("dd")] == ["two; three"]
    assert root.find(".//div[@class='cards']").get("data-filters") == "[]"


def test_readers_without_the_theme_get_the_table() -> None:
    root, writer = written(CARDS, profile=PLAIN)
    assert len(root.findall(".//tbody/tr")) == 3
    assert not writer.parts


CELLS = st.lists(
    st.text(st.sampled_from("a; é,")).map(inl) | st.just((strong("x; y"),)) | st.just((cite("EV-01"),)), max_size=4
)


@given(CELLS)
def test_parting_a_cell_loses_nothing_but_semicolons(runs: list[Inlines]) -> None:
    cell = tuple(node for run in runs for node in run)
    parts = split_values(cell)
    blank = str.maketrans("", "", "; ")
    assert "".join(map(plain, parts)).translate(blank) == plain(cell).translate(blank)
    assert all(parts)
