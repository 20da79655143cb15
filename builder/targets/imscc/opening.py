"""The first page of a cartridge, and its glossary: what stands around the pages that authors write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from builder.model.course import Term
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.model.text import paragraphs
from builder.render.dates import written
from builder.render.opening import edition_of, minutes_of, objectives_of
from builder.render.words import words
from builder.targets.imscc.pages import document

HOUR_AND_A_HALF = 90
"""Minutes from which a length is said in hours."""

UNITS = (
    (86_400, "{n} day", "{n} days"),
    (3_600, "{n} hour", "{n} hours"),
    (60, "{n} minute", "{n} minutes"),
)
"""Seconds of each unit of time, and its words."""


def opening_page(package: Package) -> bytes:
    """What the course is for, what it takes, what learners can do afterwards, and the rules of its tests."""
    return document(package.course.language, package.title, _opening(package))


def glossary_page(package: Package, terms: Iterable[Term]) -> bytes:
    """Terms with what they mean, in the order given."""
    rows = "\n".join(
        [f"<dt><strong>{_text(term.term)}</strong></dt><dd>{_text(term.definition)}</dd>" for term in terms]
    )
    gettext = words(package.course.language).gettext
    return document(package.course.language, gettext("Glossary"), [f"<dl>\n{rows}\n</dl>"])


def _opening(package: Package) -> Iterator[str]:
    course = package.course
    gettext = words(course.language).gettext
    if package.title != course.title:
        yield f"<p>{_text(course.title)}</p>"
    if course.description:
        yield f"<p>{_text(course.description)}</p>"
    yield f"<p>{_text(_facts(package))}</p>"
    if objectives := [_text(objective.text) for objective in objectives_of(package)]:
        yield _section(gettext("What you will be able to do"), objectives)
    before = [f"{gettext('The course')} {one.code} {one.title}" for one in course.prerequisites]
    if needs := [_text(" ".join(each.split())) for each in (*before, course.needs) if each]:
        yield _section(gettext("What you need"), needs)
    ruled = [(name, rules) for name, quiz in _quizzes(package) if (rules := _rules(quiz, course.language))]
    if ruled:
        yield _section(gettext("How it is assessed"), [f"{_text(name)}: {_text(rules)}" for name, rules in ruled])
    follows = [f"{gettext('The course')} {one.code} {one.title}" for one in course.followers]
    if after := [_text(" ".join(each.split())) for each in (course.next, *follows) if each]:
        yield _section(gettext("What next"), after)
    for paragraph in paragraphs(course.notice):
        yield f"<p>{_text(paragraph)}</p>"
    if changes := [f"{written(one.date, course.language)}: {_text(one.text)}" for one in course.changes]:
        yield _section(gettext("What was changed"), changes)
    edition = gettext("Content as of {date}").replace("{date}", edition_of(course)) if edition_of(course) else ""
    if told := [each for each in (", ".join(course.authors), edition, course.licence) if each]:
        yield f"<p>{_text('. '.join(told))}.</p>"


def _facts(package: Package) -> str:
    """Time and size of the whole."""
    count = words(package.course.language).ngettext
    lessons, pages = sum(not lesson.loose for lesson in package.lessons), sum(1 for _ in package.pages)
    facts = [_length(minutes_of(package), package.course.language)]
    if lessons > 1:
        facts.append(count("{n} lesson", "{n} lessons", lessons).format(n=lessons))
    facts.append(count("{n} page", "{n} pages", pages).format(n=pages))
    return " · ".join(fact for fact in facts if fact)


def _length(minutes: int, language: str) -> str:
    spoken = words(language)
    if minutes < HOUR_AND_A_HALF:
        told = spoken.ngettext("About {n} minute", "About {n} minutes", minutes).format(n=minutes)
        return told if minutes else ""
    hours, rest = divmod(minutes, 60)
    return spoken.gettext("About {hours} h {minutes} min" if rest else "About {hours} h").format(
        hours=hours, minutes=rest
    )


def _quizzes(package: Package) -> Iterator[tuple[str, Quiz]]:
    """The quizzes that are pages of their own, with their names."""
    for lesson in package.lessons:
        for page in lesson.pages:
            if page.quiz is not None:
                yield page.title if lesson.loose else f"{lesson.title}: {page.title}", page.quiz


def _rules(quiz: Quiz, language: str) -> str:
    """The rules that an author gave, in words; '' for none."""
    gettext, count = words(language).gettext, words(language).ngettext
    facts = []
    if quiz.pass_mark is not None:
        facts.append(f"{gettext('Pass mark')} {gettext('%(pass)s%%') % {'pass': quiz.pass_mark}}")
    if quiz.minutes:
        facts.append(gettext("%(minutes)s minutes") % {"minutes": quiz.minutes})
    if quiz.attempts:
        facts.append(f"{gettext('Attempts')}: {quiz.attempts}")
    if quiz.wait and quiz.attempts != 1:
        size, one, many = next((unit for unit in UNITS if quiz.wait >= unit[0]), UNITS[-1])
        length = count(one, many, n := -(-quiz.wait // size)).format(n=n)
        facts.append(f"{gettext('Between attempts')}: {length}")
    return " · ".join(facts)


def _section(name: str, items: Iterable[str]) -> str:
    """A heading and a list; the items are HTML."""
    rows = "\n".join([f"<li>{item}</li>" for item in items])
    return f"<h2>{_text(name)}</h2>\n<ul>\n{rows}\n</ul>"


def _text(text: str) -> str:
    return escape(text, quote=False)
