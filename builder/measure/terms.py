"""Terms of the glossary in a text: where each is first used, and what stands where a term should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from builder.measure.course import CourseMeasure
from builder.measure.pieces import Piece
from builder.model.course import Page, Term
from builder.model.span import Span

_WORD = re.compile(r"\w+(?:[-&]\w+)*")
"""A hyphen joins: a non-tariff measure is no tariff. An apostrophe parts: the tariff's effect is that of a tariff."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_SEVERAL = re.compile(r"[/;]")
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")

Words = tuple[str, ...]


class FirstUse(NamedTuple):
    """The first page of text on which a term stands."""

    page: Page
    span: Span
    """Of the paragraph."""
    written: str
    """As it stands there; the term itself where only a link names it."""
    linked: bool
    """Whether this page leads to the glossary."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms to look for, by their first word and longest first, each with what it stands for."""

    forms: Mapping[str, tuple[tuple[Words, str, Words], ...]]
    """By the first word: the words in small letters, the name, and the words as they were given."""

    def uses_in(self, text: str) -> Iterator[tuple[str, str]]:
        """What is found in ``text``, in order: what it stands for, and how it is written.

        A long form hides those within it. With capitals of its own ("Global Gender Gap Report") it is part of a name.
        """
        places = list(_WORD.finditer(text))
        words = [place[0].lower() for place in places]
        if self.forms.keys().isdisjoint(words):
            return
        at = 0
        while at < len(words):
            for form, name, given in self.forms.get(words[at], ()):
                end = at + len(form)
                if tuple(words[at:end]) == form and _is_joined(text, places[at].end(), places[end - 1].start()):
                    if not _is_name(places[at : end + 1], given):
                        yield name, text[places[at].start() : places[end - 1].end()]
                    at = end - 1
                    break
            at += 1


def lexicon_of(forms: Iterable[tuple[str, str]]) -> Lexicon:
    """A lexicon of pairs: a form, and what it stands for. The simple plural of a form is found, too."""
    found: dict[str, dict[Words, tuple[Words, str, Words]]] = {}
    for form, name in forms:
        given = tuple(_WORD.findall(form))
        for words in _numbers(tuple(word.lower() for word in given)):
            found.setdefault(words[0], {}).setdefault(words, (words, name, given))
    return Lexicon({first: tuple(sorted(ways.values(), key=lambda way: -len(way[0]))) for first, ways in found.items()})


def forms_of(term: Term) -> tuple[str, ...]:
    """How a term stands in a text: its ``forms``, or itself without what is in brackets. A term that names several
    things ("direct / indirect discrimination") has none but those written down."""
    if term.forms:
        return term.forms
    plain = _BRACKETS.sub("", term.term)
    return () if _SEVERAL.search(plain) else (plain,)


def first_uses(course: CourseMeasure) -> Mapping[str, FirstUse]:
    """By the id of the term; terms that stand nowhere are left out. Questions and banks are no first uses."""
    terms = course.course.glossary
    lexicon = lexicon_of((form, name) for name, term in terms.items() for form in forms_of(term))
    found: dict[str, FirstUse] = {}
    for page in course.pages_of_text:
        linked = {name for piece in page.pieces for name in piece.terms}
        for piece in page.pieces:
            for name, written in _used(piece, lexicon):
                if name in terms and name not in found:
                    found[name] = FirstUse(page.page, piece.span, written or terms[name].term, name in linked)
    return found


def _used(piece: Piece, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    yield from ((name, "") for name in piece.terms)
    yield from lexicon.uses_in(piece.text)


def _numbers(words: Words) -> Iterator[Words]:
    """A form as it is written, and in the simple plural."""
    if words:
        yield words
        yield (*words[:-1], _plural(words[-1]))


def _plural(word: str) -> str:
    if _ENDS_IN_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _is_name(places: Sequence[re.Match[str]], given: Words) -> bool:
    """Whether words are part of a name: one behind the first has a capital that its form has not, or a capital
    follows. ``places`` has the words and, where there is one, the word behind them."""
    inner = zip(places[1:], given[1:], strict=False)
    if any(place[0][0].isupper() and not word[0].isupper() for place, word in inner):
        return True
    if given[0][0].isupper() or not places[0][0][0].isupper() or len(places) == len(given):
        return False
    last, following = places[-2:]
    return following[0][0].isupper() and following.start() == last.end() + 1


def _is_joined(text: str, begin: int, end: int) -> bool:
    """Whether no sentence ends between the words of a form."""
    return begin >= end or not any(sign in ".;:!?()" for sign in text[begin:end])
