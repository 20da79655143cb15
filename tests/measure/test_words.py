"""Words, averages and LIX of texts as authors write them."""

from __future__ import annotations

import pytest

from builder.measure.words import TextMeasure, measure_text, sentences_of, words_in
from tests.measure.support import measured, pieces

FIVE = "Amina waits. She sells fruit. He asks. They pay. Nobody knows."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Amina sells.", 2),
        ("a \u2013 b", 2),
        ("33 % of 4.7", 3),
        ("women-owned firm's", 2),
        ("… !", 0),
        ("(1) «non»", 2),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words_in(text) == count


def test_lix_adds_the_length_of_sentences_and_the_share_of_long_words() -> None:
    text = measured(f"{FIVE} Documentation of exporters is expensive.")
    assert (text.sentences, text.running, text.long) == (6, 16, 3)
    assert text.average == pytest.approx(16 / 6)
    assert text.lix == pytest.approx(16 / 6 + 100 * 3 / 16)


@pytest.mark.parametrize("word", ["women's", "gender-blind", "2026-11-22", "l'outil", "1,234,567"])
def test_parts_of_a_word_are_not_long_together(word: str) -> None:
    assert measured(f"See {word} here.").long == 0


def test_few_sentences_have_no_average() -> None:
    text = measured("Amina waits. She sells fruit.")
    assert (text.average, text.lix) == (None, None)
    assert text.longest is not None
    assert text.longest.text == "She sells fruit."


def test_another_script_has_sentences_and_no_reading_level() -> None:
    text = measured("امرأة واحدة. تبيع فاكهة. من يدفع؟ هو. هي.")
    assert text.sentences == 5
    assert text.lix is None


def test_headings_cells_and_fragments_are_words_and_no_sentences() -> None:
    text = measured(f"""\
## A heading of five words

{FIVE}

- a fragment
- An item that ends.

| Sector | Women |
|---|---|
| Cut flowers. | 81 |""")
    assert text.sentences == 6
    assert text.words == 5 + 11 + 2 + 4 + 2 + 3


def test_citations_notes_and_pictures_are_not_read() -> None:
    text = measured(
        "Women own one firm in three [@EV-01].[^1]\n\n![A map of the world](media/a.svg)\n\n[^1]: In 2020.\n"
    )
    assert text.words == 6


def test_links_and_emphasis_are() -> None:
    assert measured("See [the **gender** lens](glossary:gender-lens) and *this*.").words == 6


def test_cards_and_transcripts_are_not_read_through() -> None:
    text = measured(
        "::: cards\n\n| Measure | Kind |\n|---|---|\n| Lamps | Roads |\n\nFour measures.\n\n:::\n\nThe end."
    )
    assert text.words == 4


def test_a_reveal_an_example_and_a_quotation_are() -> None:
    assert measured("::: reveal Why\n\nTwo words.\n\n:::\n\n> Two more.\n\nTerm\n: A meaning.").words == 3 + 2 + 3


def test_breaks_part_words_and_code_is_read() -> None:
    assert measured("One<br>two `three`\n\n```\nfour five\n```").words == 5


def test_every_sentence_with_its_place() -> None:
    found = list(sentences_of(pieces("## Head\n\nOne. Two words.\n\n- Three.")))
    assert [(one.text, one.words, one.span.line) for one in found] == [
        ("One.", 1, 9),
        ("Two words.", 2, 9),
        ("Three.", 1, 11),
    ]


def test_texts_add_up() -> None:
    both = measured(FIVE) + measured("One more sentence here.")
    assert (both.sentences, both.running) == (6, 15)
    assert both.longest is not None
    assert both.longest.words == 4
    assert TextMeasure() + measured(FIVE) == measured(FIVE)
    assert measure_text(()).words == 0
