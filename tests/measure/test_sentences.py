"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from builder.measure.sentences import is_ended, sentences_in


@pytest.mark.parametrize(
    "sentences",
    [
        ("Amina waits.", "Why?", "Nobody asks her!"),
        ("It grew by USD 4.7 billion, e.g. in Geneva.", "Then it fell."),
        ("See No. 5 and fig. 3.", "It counts."),
        ("She said no.", "Then she left."),
        ("That is the state of the art.", "It will change."),
        ("Mr. Diallo met Mrs. Perez vs. Dr. Abebe.", "They agreed."),
        ("He left at 5 p.m.", "She stayed."),
        ("Fees, papers, etc. cost time.", "Roads, too."),
        ('"Why gender?" asks the minister.', '"Because it counts."'),
        ("\u201cYes.\u201d", "\u00abNon.\u00bb", "(So it is.)", "Good."),
        ("Wait … and see.", "Done…", "Good."),
        ("Without an end",),
        ("Cela dépend, p. ex. des femmes.", "M. Diop le sait."),
        ("Por ejemplo, p. ej. las normas.", "¿Quién decide?", "Los EE. UU. deciden."),
        ("في عام 2020.", "من يدفع؟", "الأسرة"),
        ("関税は税です。", "誰が払いますか"),
    ],
)
def test_sentences(sentences: tuple[str, ...]) -> None:
    assert tuple(sentences_in(" ".join(sentences))) == sentences


def test_a_sentence_without_a_blank_behind_it() -> None:
    assert list(sentences_in("税です。誰が。")) == ["税です。", "誰が。"]


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing(text: str) -> None:
    assert list(sentences_in(text)) == []


def test_is_ended() -> None:
    assert is_ended("A rule.")
    assert is_ended('"A rule?"  ')
    assert not is_ended("A rule")
    assert not is_ended("Of 3:")
