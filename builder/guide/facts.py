"""What the guide of a package tells, read off the package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from builder.model.constructs import CONSTRUCTS, TYPE
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.render.words import words
from builder.state.reach import answered_in, questions_of, units_of
from builder.targets.base import Level
from builder.targets.losses import Loss
from builder.targets.uses import type_of

UNITS = ((86_400, "{n} day", "{n} days"), (3600, "{n} hour", "{n} hours"), (60, "{n} minute", "{n} minutes"))
"""What a length of time is told in, the largest first."""

_TYPES = frozenset(one.id for one in CONSTRUCTS if one.group == TYPE)


def package_facts(package: Package, losses: Iterable[Loss], spoken: str) -> Mapping[str, object]:
    """The values that the templates of packages use; ``losses`` are those of its format, ``spoken`` is the language of
    the guide. What is left out is not counted."""
    course = package.course
    lost = [loss for loss in losses if loss.level == Level.LOST.value]
    gone = {name for loss in lost if loss.construct in _TYPES for name in loss.names}
    questions = {name: one for name, one in questions_of(package).items() if name not in gone}
    pages = 0 if any(loss.construct == "page" for loss in lost) else sum(1 for _ in package.pages)
    titles = {one.id: one.title for one in CONSTRUCTS}
    kinds = Counter(sorted(type_of(question) for question in questions.values()))
    lessons = [(lesson.title or lesson.id, len(lesson.pages)) for lesson in package.lessons if lesson.pages]
    t = words(spoken).gettext
    return {
        "title": package.title,
        "code": course.code,
        "colour": course.colour,
        "edition": course.edition,
        "release": course.release,
        "counts": [(name, count) for name, count in (("Pages", pages), ("Questions", len(questions))) if count],
        "questions": len(questions),
        "kinds": listed((t(titles[kind]).lower(), count) for kind, count in kinds.most_common()),
        "lessons": listed(lessons) if pages and len(lessons) > 1 else "",
        "scored": any(quiz.weight for quiz in package.graded),
        "passes": any(quiz.pass_mark for quiz in package.graded),
        "pass_mark": package.pass_mark,
        "tests": list(_tests(package, spoken)),
        "draws": list(_draws(package)),
        "used": set(kinds),
    }


def _graded(package: Package) -> Iterator[tuple[str, Quiz]]:
    graded = {quiz.id for quiz in package.graded}
    for page in package.pages:
        if page.quiz is not None and page.quiz.id in graded:
            yield page.title, page.quiz


def listed(counts: Iterable[tuple[str, int]]) -> str:
    """``one 3, other 2``."""
    return ", ".join(f"{name} {count}" for name, count in counts)


def _tests(package: Package, spoken: str) -> Iterator[tuple[str, str, str]]:
    """The quizzes that make the score: title, how many questions are asked, and the rules."""
    t = words(spoken).gettext
    for title, quiz in _graded(package):
        pool = sum(len(answered_in(unit)) for unit in units_of(package.course, quiz))
        asked = sum(draw.count for draw in quiz.draws) or sum(1 for _ in quiz.asked)
        said = t("{asked}, drawn from {pool}").format(asked=asked, pool=pool) if quiz.draws else str(asked)
        yield title, said, "; ".join(rules_of(quiz, spoken))


def _draws(package: Package) -> Iterator[tuple[str, str, int]]:
    """Test, what it draws from, how many."""
    for title, quiz in _graded(package):
        for draw in quiz.draws:
            objective = package.course.objectives.get(draw.objective)
            name = f"{draw.objective}: {objective.text}" if objective else draw.objective
            yield title, " · ".join(part for part in (name, draw.bank) if part), draw.count


def rules_of(quiz: Quiz, language: str) -> Iterator[str]:
    """The rules that an author gave a quiz, in words."""
    t = words(language).gettext
    if quiz.pass_mark is not None:
        yield t("passed from {n}% on").format(n=quiz.pass_mark)
    if quiz.attempts:
        yield words(language).ngettext("{n} attempt", "{n} attempts", quiz.attempts).format(n=quiz.attempts)
    else:
        yield t("any number of attempts")
    if quiz.wait and quiz.attempts != 1:
        yield t("{time} between attempts").format(time=length(quiz.wait, language))
    if quiz.minutes:
        yield t("{time} for an attempt").format(time=length(60 * quiz.minutes, language))


def length(seconds: int, language: str) -> str:
    """A length of time in the largest unit that tells it wholly, else in minutes."""
    size, one, many = next((unit for unit in UNITS if seconds % unit[0] == 0), UNITS[-1])
    count = -(-seconds // size)
    return words(language).ngettext(one, many, count).format(n=count)


def octets(count: int) -> str:
    """``15.8 KB`` or ``1.20 MB``, and the octets themselves, which a download can be held to."""
    short = f"{count / 1000:,.1f} KB" if count < 1_000_000 else f"{count / 1_000_000:,.2f} MB"
    return f"{short} ({count:,} bytes)"
