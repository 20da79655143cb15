"""``notes.html``: what learners write and choose for themselves in a package, gathered on one page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from builder.model.question import Budget, Checklist, Question, Rank, Reflection, Vote
from builder.render.config import hex_key
from builder.render.page import Place, Shell
from builder.render.plain import plain
from builder.render.questions.attribute import attribute
from builder.render.questions.places import first_line
from builder.state.answers import CONFIDENCE_BITS
from builder.state.bits import width_of
from builder.state.keys import fingerprint_of


@dataclass(frozen=True, slots=True)
class Row:
    """A number in an answer's bits, ``width`` of them, and what it says: the word at its place."""

    label: str
    width: int
    words: tuple[str, ...]

    @property
    def json(self) -> Markup:
        """The words, for an attribute in single quotes."""
        return attribute(json.dumps(self.words, ensure_ascii=False, separators=(",", ":")))


@dataclass(frozen=True, slots=True)
class Note:
    """A question whose answer is the learner's own, and the page it stands on."""

    question: Question
    place: Place
    rows: tuple[Row, ...]
    """() for what is written."""

    @property
    def title(self) -> str:
        return plain(self.question.title)

    @property
    def key(self) -> str:
        return hex_key(self.question.id)

    @property
    def fingerprint(self) -> str:
        return f"{fingerprint_of(self.question):02x}"

    @property
    def skip(self) -> int:
        """Bits before the answer's own: how sure the learner is."""
        return CONFIDENCE_BITS if self.question.confidence else 0

    @property
    def href(self) -> str:
        return f"{self.place.file}#{self.question.id}"


def notes_of(shell: Shell) -> tuple[Note, ...]:
    """The personal questions of the package's pages, in reading order."""
    return tuple(_notes(shell))


def _notes(shell: Shell) -> Iterator[Note]:
    for place in shell.places:
        for quiz in place.page.quizzes:
            for question in quiz.asked:
                if isinstance(question, Reflection):
                    yield Note(question, place, ())
                elif rows_of := ROWS.get(question.type):
                    yield Note(question, place, tuple(rows_of(question, shell.words.gettext)))


def render_notes(shell: Shell, notes: tuple[Note, ...]) -> str:
    """``notes.html`` with ``notes``, under the titles of their lessons."""
    lessons = [(lesson, [note for note in notes if note.place.lesson is lesson]) for lesson in shell.package.lessons]
    return shell.render(
        "notes.html",
        lessons=[(lesson, found) for lesson, found in lessons if found],
        written=any(isinstance(note.question, Reflection) for note in notes),
    )


def _checklist(q: Checklist, t: Callable[[str], str]) -> Iterator[Row]:
    words = ("", *(q.scale or (t("No"), t("Partly"), t("Yes"))))
    for part in q.parts:
        for statement in part.statements:
            yield Row(plain(statement), width_of(len(words)), words)


def _vote(q: Vote, t: Callable[[str], str]) -> Iterator[Row]:
    yield Row(t("Your choice"), width_of(len(q.options)), tuple(_words(option.body) for option in q.options))


def _rank(q: Rank, t: Callable[[str], str]) -> Iterator[Row]:
    del t
    words = ("", *(_words(item.body) for item in q.items))
    for number in range(1, q.top + 1):
        yield Row(f"{number}.", width_of(len(words)), words)


def _budget(q: Budget, t: Callable[[str], str]) -> Iterator[Row]:
    for option in q.options:
        yield Row(_words(option.body), 1, ("", t("Chosen")))


def _words(body: Any) -> str:
    return plain(first_line(body)[0])


ROWS: MappingProxyType[str, Callable[[Any, Callable[[str], str]], Iterator[Row]]] = MappingProxyType(
    {"checklist": _checklist, "vote": _vote, "rank": _rank, "budget": _budget}
)
"""How the stored answers to personal questions read, by type (docs/reference/state.md)."""
