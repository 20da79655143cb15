"""``about.html``: what a course is and is not, how old it is, what was changed, and all it draws on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.course import Course, Source
from builder.model.text import paragraphs
from builder.render.dates import written
from builder.render.opening import edition_of, minutes_of, objectives_of
from builder.render.page import Place, Shell


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the course, and the pages that cite it."""

    source: Source
    places: tuple[Place, ...]

    @property
    def link(self) -> str:
        """Its address on the web, '' where it has none."""
        return self.source.url if self.source.url.startswith("http") else ""

    @property
    def year(self) -> str:
        """Its year, '' where its name says it."""
        return "" if self.source.year in self.source.source else self.source.year


def render_about(shell: Shell, cited: Mapping[str, Sequence[Place]]) -> str:
    """The page about the package; ``cited`` holds the places of each source by its id."""
    course = shell.package.course
    return shell.render(
        "about.html",
        notice=paragraphs(course.notice),
        facts=tuple(_facts(shell)),
        objectives=tuple(objectives_of(shell.package)),
        changes=tuple((written(change.date, course.language), change.text) for change in course.changes),
        references=references(course, cited),
    )


def references(course: Course, cited: Mapping[str, Sequence[Place]]) -> tuple[Reference, ...]:
    """The sources that were cited, by their names; what is cited for several statements stands there once."""
    found: dict[tuple[str, str, str], tuple[Source, dict[int, Place]]] = {}
    for name, places in cited.items():
        if source := course.sources.get(name):
            key = (source.source.casefold(), source.year, source.url)
            _, met = found.setdefault(key, (source, {}))
            met |= {place.number: place for place in places}
    return tuple(Reference(found[key][0], _in_order(found[key][1])) for key in sorted(found))


def _in_order(places: Mapping[int, Place]) -> tuple[Place, ...]:
    return tuple(places[number] for number in sorted(places))


def _facts(shell: Shell) -> Iterator[tuple[str, str]]:
    """What a librarian would ask, each with its name."""
    t, course = shell.words.gettext, shell.package.course
    facts = (
        (t("Content as of"), edition_of(course)),
        (t("To be reviewed by"), written(course.review_by, course.language)),
        (t("Study time"), shell.minutes(minutes_of(shell.package))),
        (t("Authors"), ", ".join(course.authors)),
        (t("Licence"), course.licence),
    )
    return ((name, value) for name, value in facts if value)
