"""A page: its text, set into the shell that all pages share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from builder.model.course import Lesson, Page
from builder.model.package import Package
from builder.render.address import RESULT, Addresses, addresses
from builder.render.bundle import PARTS
from builder.render.config import config, hex_key
from builder.render.environment import environment
from builder.render.marks import mark
from builder.render.numbers import numbers
from builder.render.profile import Profile
from builder.render.words import Words, words
from builder.render.writer import Writer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands among the others."""

    page: Page
    lesson: Lesson
    file: str
    number: int
    """In the package, from 1."""
    title: str
    """In the bar: the lesson's title, the page's own where it stands between lessons."""
    label: str
    """In the bar, under it: ``Lesson 1 of 6, page 4 of 8``."""
    first: bool
    """The first page of its lesson."""


@dataclass(frozen=True)
class Shell:
    """What all pages of a package have in common."""

    package: Package
    addresses: Addresses
    profile: Profile
    config: str
    """What the player is told, as JSON."""
    alone: bool = False
    """There is no LMS: work stays in the reader's browser."""
    hosts: str = ""
    """Sources, besides its own, that scripts of a page may read from and send to (CSP 3, ``connect-src``)."""

    @classmethod
    def of(cls, package: Package, lms: str, limit: int, hosts: str = "") -> Shell:
        """The shell of ``package`` for an LMS and its limit of saved state (``config``)."""
        where = addresses(package)
        profile = Profile(language=package.course.language, link=where.link)
        return cls(package, where, profile, config(package, lms, limit), lms == "none", hosts)

    @property
    def words(self) -> Words:
        return words(self.package.course.language)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The pages in order."""
        return tuple(self._places())

    def _places(self) -> Iterator[Place]:
        t = self.words.gettext
        lessons = sum(not lesson.loose for lesson in self.package.lessons)
        number = counted = 0
        for lesson in self.package.lessons:
            counted += not lesson.loose
            for index, page in enumerate(lesson.pages, 1):
                number += 1
                if lesson.loose:
                    label = self.package.course.title
                elif lessons == 1:
                    label = t("Page {page} of {pages}").format(page=index, pages=len(lesson.pages))
                else:
                    label = t("Lesson {lesson} of {lessons}, page {page} of {pages}").format(
                        lesson=counted, lessons=lessons, page=index, pages=len(lesson.pages)
                    )
                file = self.addresses.files[page.id]
                yield Place(page, lesson, file, number, lesson.title, label, first=index == 1 and not lesson.loose)

    @cached_property
    def common(self) -> dict[str, Any]:
        """The variables of every template."""
        course = self.package.course
        plain_numbers = numbers(course.language)
        return {
            "course": course,
            "mark": mark(course),
            "alone": self.alone,
            "hosts": self.hosts,
            "package": self.package,
            "direction": plain_numbers.direction,
            "decimal": plain_numbers.decimal,
            "total": len(self.places),
            "graded": bool(self.package.graded),
        }

    def render(self, template: str, **values: object) -> str:
        """A template of ``templates/pages`` with ``values``."""
        return environment(self.package.course.language).get_template(template).render(self.common, **values)

    def minutes(self, count: int) -> str:
        """``About 4 minutes``, ``About 1 h 30 min``; '' for none."""
        if count < 90:
            return self.words.ngettext("About {n} minute", "About {n} minutes", count).format(n=count) if count else ""
        hours, rest = divmod(count, 60)
        text = self.words.gettext("About {hours} h {minutes} min") if rest else self.words.gettext("About {hours} h")
        return text.format(hours=hours, minutes=rest)


def render_page(shell: Shell, place: Place) -> tuple[str, Writer]:
    """The HTML document of a page, and its writer with what it referred to."""
    page = place.page
    writer = Writer(shell.package.course, shell.profile, page.footnotes)
    lead = writer.inlines(page.lead)
    body = writer.blocks(page.blocks)
    if page.quiz is not None:
        body += writer.quiz(page.quiz)
    end = writer.end()
    before = shell.places[place.number - 2] if place.number > 1 else None
    after = shell.places[place.number] if place.number < len(shell.places) else None
    html = shell.render(
        "page.html",
        place=place,
        page=page,
        key=hex_key(page.id),
        lead=lead,
        body=body,
        end=end,
        minutes=shell.minutes(page.minutes),
        objectives=[name for name in page.objectives if name in shell.package.course.objectives],
        before=(before.file, before.page.title) if before else None,
        after=(after.file, after.page.title) if after else _last(shell),
        styles=sorted(writer.styles),
        parts=" ".join(name for name in PARTS if name in writer.parts),
    )
    return html, writer


def _last(shell: Shell) -> tuple[str, str]:
    """Where the last page leads on to."""
    t = shell.words.gettext
    return RESULT, t("Your result") if shell.package.graded else t("End of the course")
