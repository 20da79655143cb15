"""The index that the search within a course reads: ``cw/index.js`` (docs/reference/player.md, "The index").

It lists every page with its headings, and every word of their texts with the pages it stands on. Excerpts are taken
from the pages themselves, so that the text need not be shipped twice.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from builder.archive import Entry
from builder.model.course import Page
from builder.model.question import Scenario
from builder.model.quiz import Quiz
from builder.model.text import Code, CodeBlock, Heading, Image, Inline, QuizBlock, Text
from builder.render.address import GLOSSARY
from builder.render.page import Shell
from builder.render.plain import plain

WORD = re.compile(r"[^\W_]+")
PARTED = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What parts words where all is ASCII."""
FINAL_SIGMA, SIGMA = "\u03c2", "\u03c3"
TATWEEL = "\u0640"
"""Stretches an Arabic word and means nothing."""

INLINE = frozenset(get_args(Inline))
LEAVES = frozenset({str, int, bool, type(None)})

A = ord("A")
HALF = 13
"""Letters that end a number; the other thirteen of the alphabet begin one."""


def search_index(shell: Shell, terms: Iterable[str]) -> Entry:
    """The index of the package's pages and of the glossary's ``terms``.

    It holds the questions of practice and of lesson quizzes, never an answer or what is said of it, and nothing of
    what tests and banks ask.
    """
    glossary = shell.package.course.glossary
    rows: list[list[object]] = []
    postings: dict[str, list[int]] = {}
    for place in shell.places:
        headings = [heading for heading in _headings(place.page.blocks) if heading[0]]
        rows.append([place.file, place.page.title, *headings])
        _note(postings, len(rows), _text(place.page), [place.page.title, *(heading[0] for heading in headings)])
    for term in sorted((glossary[term] for term in terms if term in glossary), key=lambda term: term.id):
        rows.append([f"{GLOSSARY}#{term.id}", term.term])
        _note(postings, len(rows), term.definition, [term.term])
    index = json.dumps([rows, packed(postings)], ensure_ascii=False, separators=(",", ":"))
    return Entry("cw/index.js", f"cw.index={index};\n".encode())


def folded(text: str) -> str:
    """``text`` as it is compared: without case, marks and tatweel. The player's ``fold`` does the same."""
    # Upper case first: it makes one of what lower case keeps apart (sharp s and ss).
    text = text.upper().lower().replace(FINAL_SIGMA, SIGMA)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFD", text)
    # Of the text's few different characters, not of each.
    return text.translate(
        {ord(char): None for char in set(text) if char == TATWEEL or unicodedata.category(char)[0] == "M"}
    )


def packed(postings: dict[str, list[int]]) -> str:
    """Words in order, each as: how many UTF-16 units it shares with the word before (a digit of base 36), the rest, and
    the numbers of its pages, ascending, as differences in capital letters, which no folded word contains.
    """
    parts, before = [], ""
    for word, pages in sorted(postings.items()):
        shared = _shared(before, word)
        units = len(shared) if shared.isascii() else len(shared.encode("utf-16-le")) // 2
        steps = "".join(_number(page - last) for last, page in zip([0, *pages], pages, strict=False))
        parts.append("0123456789abcdefghijklmnopqrstuvwxyz"[units] + word[len(shared) :] + steps)
        before = word
    return "".join(parts)


def _shared(one: str, other: str) -> str:
    """What two words begin with; no more of it than one digit can count in UTF-16 units."""
    size, most = 0, min(len(one), len(other), 17)
    while size < most and one[size] == other[size]:
        size += 1
    return other[:size]


@cache
def _number(value: int) -> str:
    """A number in base 13: N..Z for the digits that others follow, A..M for the last one."""
    high, low = divmod(value, HALF)
    return (_number(high).translate(_LEADING) if high else "") + chr(A + low)


_LEADING = {A + digit: A + digit + HALF for digit in range(HALF)}


def _note(postings: dict[str, list[int]], number: int, text: str, shown: list[str]) -> None:
    """Words of titles and headings are found in these themselves."""
    for word in {*_words(folded(text))} - {*_words(folded(" ".join(shown)))}:
        postings.setdefault(word, []).append(number)


def _words(text: str) -> list[str]:
    """What ``WORD`` finds in it."""
    return text.translate(PARTED).split() if text.isascii() else WORD.findall(text)


def _headings(blocks: Iterable[object]) -> Iterator[list[str]]:
    """``[text]`` or ``[text, id]`` of each heading at the top of the page."""
    for block in blocks:
        if isinstance(block, Heading):
            yield [plain(block.children), *([block.id] if block.id else [])]


def _text(page: Page) -> str:
    found = [plain(page.lead), *texts(page.blocks)]
    if page.quiz is not None:
        found += _questions(page.quiz)
    return " ".join(found)


def texts(node: Any) -> Iterator[str]:
    """The text of RichText of any kind, in pieces that no word runs across."""
    match node:
        case Text() | Code() | CodeBlock():
            yield node.text
        case Image():
            yield f"{node.alt} {node.title}"
        case QuizBlock():
            yield from _questions(node.quiz)
        case (first, *_) if type(first) in INLINE:
            # Emphasis may begin within a word.
            yield plain(node)
            yield from (each.title for each in node if type(each) is Image)
        case tuple():
            for each in node:
                if type(each) not in LEAVES:
                    yield from texts(each)
        case _:
            # A node of the tree is a dataclass with slots.
            for name in getattr(type(node), "__slots__", ()):
                if name != "span" and type(value := getattr(node, name)) not in LEAVES:
                    yield from texts(value)


def _questions(quiz: Quiz) -> Iterator[str]:
    """What is asked, but for tests."""
    yield from texts(quiz.intro)
    if quiz.role != "test":
        for question in quiz.questions:
            inner = question.questions if isinstance(question, Scenario) else ()
            for each in (question, *inner):
                yield plain(each.title)
                yield from texts(each.stem)
