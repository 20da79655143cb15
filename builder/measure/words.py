"""Words, sentences and the reading level of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.measure.pieces import Kind, Piece
from builder.measure.sentences import is_ended, sentences_in
from builder.model.span import Span

LONG = 6
"""Letters that a word may have and still be short; parts of a word with a hyphen or an apostrophe are words of their
own here."""
FEWEST = 5
"""Sentences from which an average says something."""

_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG + 1},}}")
_WORD = re.compile(r"[^\s\w]*\w\S*")
_LAST_LATIN = "\u024f"
_SAMPLE = 400
"""Characters that tell the script of a text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and where the paragraph stands that holds it."""

    text: str
    words: int
    span: Span


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """What a text measures."""

    words: int = 0
    """All of them: those of headings, tables and captions too."""
    sentences: int = 0
    """Running ones: those of paragraphs, and items of lists that end like sentences."""
    running: int = 0
    """Words in these sentences."""
    long: int = 0
    """Those of them with more than LONG letters."""
    longest: Sentence | None = None
    latin: bool = True
    """Whether it is written in Latin letters, of which LIX knows what is long."""

    @property
    def average(self) -> float | None:
        """Words of a sentence; None where there are fewer than FEWEST."""
        return self.running / self.sentences if self.sentences >= FEWEST else None

    @property
    def lix(self) -> float | None:
        """Words of a sentence and per cent of long words, added (Björnsson's *läsbarhetsindex*); None where there are
        too few sentences, or no Latin letters."""
        if self.average is None or not self.latin:
            return None
        return self.average + 100 * self.long / self.running

    def __add__(self, other: TextMeasure) -> TextMeasure:
        """Both texts as one."""
        ends = [one.longest for one in (self, other) if one.longest is not None]
        return TextMeasure(
            self.words + other.words,
            self.sentences + other.sentences,
            self.running + other.running,
            self.long + other.long,
            max(ends, key=lambda sentence: sentence.words, default=None),
            (self if self.words >= other.words else other).latin,
        )


def words_in(text: str) -> int:
    """What stands between blanks and holds a letter or a digit."""
    return len(_WORD.findall(text))


def measure_text(pieces: Iterable[Piece]) -> TextMeasure:
    """Measure a text in pieces (``builder.measure.pieces``)."""
    words = sentences = running = long = 0
    longest: tuple[int, str, Span] | None = None
    sample: list[str] = []
    for text, kind, span, _, _ in pieces:
        if kind is Kind.LABEL:
            words += words_in(text)
            continue
        sample.append(text[:_SAMPLE])
        for sentence in sentences_in(text):
            count = words_in(sentence)
            words += count
            if longest is None or count > longest[0]:
                longest = count, sentence, span
            if kind is Kind.PROSE or is_ended(sentence):
                sentences += 1
                running += count
                long += len(_LONG_WORD.findall(sentence))
    place = None if longest is None else Sentence(longest[1], longest[0], longest[2])
    return TextMeasure(words, sentences, running, long, place, _is_latin("".join(sample)[:_SAMPLE]))


def sentences_of(pieces: Iterable[Piece]) -> Iterator[Sentence]:
    """The sentences of a text, one by one; headings and cells have none."""
    for piece in pieces:
        if piece.kind is not Kind.LABEL:
            for sentence in sentences_in(piece.text):
                yield Sentence(sentence, words_in(sentence), piece.span)


def _is_latin(text: str) -> bool:
    if text.isascii():
        return True
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(1 for sign in letters if sign <= _LAST_LATIN) >= len(letters)
