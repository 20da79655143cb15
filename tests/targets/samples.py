"""Packages made by hand, and pages made by hand for them, so that targets are tested apart from the renderer."""

from __future__ import annotations

from builder.archive import Entry
from builder.model.course import Course, Lesson, Page, Programme
from builder.model.package import Package, packages_of
from builder.model.span import Span

PLACE = Span("tg/course.yaml", 1)

PAGES = [
    Entry("p-two.html", b"<!doctype html><title>2</title>"),
    Entry("index.html", b"<!doctype html><title>1</title>"),
    Entry("cw/player.js", b"void 0"),
    Entry("media/a.svg", b"<svg/>"),
]


def page(id: str, minutes: int = 5) -> Page:
    return Page(id=id, path=f"01-a/{id}.md", title=id, kind="page", blocks=(), span=PLACE, minutes=minutes)


def course(**changes: object) -> Course:
    lessons = (
        Lesson(id="l-one", title="One", pages=(page("p-one"), page("p-two")), span=PLACE, minutes=25),
        Lesson(id="l-two", title="Two", pages=(page("p-three"),), span=PLACE),
    )
    values: dict[str, object] = {
        "id": "tg-101",
        "folder": "tg",
        "language": "fr",
        "title": 'Commerce & genre : « l\N{RIGHT SINGLE QUOTATION MARK}essentiel » <1> "a" ]]>',
        "description": "Une description\n  sur deux lignes.",
        "lessons": lessons,
        "span": PLACE,
        "code": "TG-101",
        "keywords": ("genre", "commerce"),
        "authors": ("Amina Kanté, PhD", "B; C"),
        "licence": "CC BY 4.0",
        "minutes": 95,
        "edition": "novembre 2026",
    }
    return Course(**{**values, **changes})  # type: ignore[arg-type]


def package(**changes: object) -> Package:
    return packages_of(course(**changes))[0]


def programme(**changes: object) -> Programme:
    values: dict[str, object] = {
        "root": "/nowhere",
        "id": "programme",
        "title": {"fr": "Programme"},
        "source_language": "fr",
        "languages": ("fr",),
        "courses": ("tg",),
        "span": Span("programme.yaml", 1),
        "publisher": "Organisation mondiale du commerce",
        "url": "https://example.org/",
    }
    return Programme(**{**values, **changes})  # type: ignore[arg-type]
