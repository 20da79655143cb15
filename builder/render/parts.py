"""The pages that authors do not write: contents, glossary."""

from __future__ import annotations

import unicodedata

from builder.model.course import Term
from builder.render.config import hex_key
from builder.render.page import Shell


def render_contents(shell: Shell, *, glossary: bool, notes: bool) -> str:
    """``contents.html``: what the course is, what it teaches, its lessons and pages."""
    lessons = [
        (lesson, [(place, hex_key(place.page.id)) for place in shell.places if place.lesson is lesson])
        for lesson in shell.package.lessons
    ]
    return shell.render(
        "contents.html",
        lessons=lessons,
        glossary=glossary,
        notes=notes,
        minutes=shell.minutes(shell.package.course.minutes),
        lesson_minutes=shell.minutes,
    )


def render_glossary(shell: Shell, terms: set[str]) -> str:
    """``glossary.html``: the terms the package's pages link to, in alphabetical order."""
    known = shell.package.course.glossary
    return shell.render("glossary.html", terms=sorted((known[term] for term in terms if term in known), key=by_letters))


def by_letters(term: Term) -> tuple[str, str]:
    """A term's place in the alphabet: by its letters without case and accents, then as it is written."""
    split = unicodedata.normalize("NFD", term.term.casefold())
    return "".join(char for char in split if not unicodedata.combining(char)), term.term
