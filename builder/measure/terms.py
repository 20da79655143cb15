"""Terms of the glossary in a text: where each is first used, and what stands where a term should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
    linked: bool
    """Whether this page leads to the glossary."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms to look for, by their first word and longest first, each with what it stands for."""

    forms: Mapping[str, tuple[tuple[Words, str], ...]]

    def uses_in(self, text: str) -> Iterator[tuple[str, str]]:
        """What is found in ``text``, in order: what it stands for, and how it is written. A long form hides those
        within it."""
        places = list(_WORD.finditer(text))
        words = [place[0].lower() for place in places]
        at = 0
        while at < len(words):
            for form, name in self.forms.get(words[at], ()):
                end = at + len(form)
                if tuple(words[at:end]) == form and _is_joined(text, places[at].end(), places[end - 1].start()):
                    yield name, text[places[at].start() : places[end - 1].end()]
                    at = end - 1
                    break
            at += 1


def lexicon_of(forms: Iterable[tuple[str, str]]) -> Lexicon:
    """A lexicon of pairs: a form, and what it stands for. The simple plural of a form is found, too."""
    found: dict[str, dict[Words, str]] = {}
    for form, name in forms:
        words = tuple(word.lower() for word in _WORD.findall(form))
        for one in _numbers(words):
            found.setdefault(one[0], {}).setdefault(one, name)
    return Lexicon({first: tuple(sorted(ways.items(), key=lambda way: -len(way[0]))) for first, ways in found.items()})


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
    for page in course.pages:
        if page.page.kind != "page":
            continue
        linked = {name for piece in page.pieces for name in piece.terms}
        for piece in page.pieces:
            for name in _used(piece, lexicon):
                if name in terms and name not in found:
                    found[name] = FirstUse(page.page, piece.span, name in linked)
    return found


def _used(piece: Piece, lexicon: Lexicon) -> Iterator[str]:
    yield from piece.terms
    yield from (name for name, _ in lexicon.uses_in(piece.text))


def _numbers(words: Words) -> Iterator[Words]:
    """A form as it is written, and in the simple plural."""
    if words:
        yield words
        yield (*words[:-1], _plural(words[-1]))


def _plural(word: str) -> str:
    if _ENDS_IN_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _is_joined(text: str, begin: int, end: int) -> bool:
    """Whether no sentence ends between the words of a form."""
    return begin >= end or not any(sign in ".;:!?()" for sign in text[begin:end])
