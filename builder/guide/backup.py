"""What the guide of a backup tells, read off its plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree

from builder.archive import Entry
from builder.guide.facts import listed, rules_of
from builder.guide.rules import Teller, dates_in, groups_in
from builder.model.activity import Assignment, Survey
from builder.model.outline import Classroom
from builder.render.words import words
from builder.targets.mbz.desk import Grade
from builder.targets.mbz.grades import Gradebook
from builder.targets.mbz.plan import Module, Plan, Room, Sco, Test
from builder.targets.mbz.planning import plan_of

KINDS = {
    "scorm": "SCORM package",
    "quiz": "Quiz",
    "page": "Page",
    "label": "Text and media area",
    "book": "Book",
    "feedback": "Feedback",
    "data": "Database",
    "forum": "Forum",
    "choice": "Choice",
    "url": "URL",
    "resource": "File",
    "folder": "Folder",
    "assign": "Assignment",
    "glossary": "Glossary",
}
"""Moodle's plug-ins by the names that administrators see."""


@dataclass(frozen=True, slots=True)
class Row:
    """A module in the table of a section. ``opens`` is None for the rule of the row above."""

    title: str
    kind: str
    opens: str | None
    completes: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its modules."""

    title: str
    opens: str
    hidden: bool
    rows: tuple[Row, ...]

    @property
    def ruled(self) -> bool:
        """Whether a module of it has a rule of its own."""
        return any(row.opens != "" for row in self.rows)


@dataclass(frozen=True, slots=True)
class Dates:
    """What of a section or a line of the outline hangs on dates, each in words; '' for what does not."""

    title: str
    rule: tuple[str, ...]
    expected: str = ""
    due: str = ""


def backup_facts(classroom: Classroom, entries: Iterable[Entry], spoken: str) -> Mapping[str, object]:
    """The values that the template of backups uses; ``entries`` are the files of the backup."""
    plan = plan_of(classroom)
    tell = Teller(plan, spoken)
    outline = classroom.outline
    modules, courses = list(plan.modules), list(classroom.courses.values())
    kinds = Counter(module.kind for module in modules)
    bank = _bank(entries)
    start = date.fromisoformat(outline.start)
    return {
        "title": classroom.title,
        "code": "",
        "colour": courses[0].colour if len(courses) == 1 else classroom.commons.colour,
        "edition": " · ".join(dict.fromkeys(course.edition for course in courses if course.edition)),
        "release": min((course.release for course in courses), default=0),
        "counts": [
            ("Sections", len(plan.rooms)),
            ("Activities and resources", len(modules)),
            ("Questions in the bank", sum(bank.values())),
        ],
        "kinds": listed((KINDS.get(kind, kind), count) for kind, count in sorted(kinds.items())),
        "has": set(kinds),
        "bank": listed(sorted(bank.items())),
        "parts": [_part(room, tell, spoken) for room in plan.rooms if room.modules or room.number],
        "groups": [(one.title, one.description, _opened(one.id, plan, tell)) for one in outline.groups],
        "start": outline.start,
        "end": (start + timedelta(seconds=outline.length)).isoformat() if outline.length else "",
        "length": tell.offset(outline.length) if outline.length else "",
        "dates": _dates(plan, tell),
        "shelves": list(_shelves(plan)),
        "course_pass": outline.pass_mark,
        "completes": [plan.by_name[name].title for name in plan.completes],
        "tests": list(_tests(modules, spoken)),
        "identifiers": [(one.title, one.content.package.id) for one in modules if isinstance(one.content, Sco)],
        "anonymous": [one.title for one in modules if isinstance(one.content, Survey) and one.content.anonymous],
        "apart": [one.title for one in modules if one.entry.apart],
    }


def _tests(modules: Iterable[Module], spoken: str) -> Iterator[tuple[str, str]]:
    """The quizzes that have rules, and these in words."""
    for module in modules:
        quiz = module.content.page.quiz if isinstance(module.content, Test) else None
        if quiz is not None and (quiz.pass_mark is not None or quiz.attempts or quiz.wait or quiz.minutes):
            yield module.title, "; ".join(rules_of(quiz, spoken))


def _bank(entries: Iterable[Entry]) -> Counter[str]:
    """Moodle's types of the questions in the bank, as its list of questions counts them."""
    found: Counter[str] = Counter()
    for entry in entries:
        if entry.path == "questions.xml":
            for question in etree.fromstring(entry.data).iter("question"):
                if question.findtext("parent") == "0":
                    found[question.findtext("qtype") or ""] += 1
    return found


def _part(room: Room, tell: Teller, spoken: str) -> Part:
    rows: list[Row] = []
    before: object = None
    for module in room.modules:
        rule = module.entry.opens if module.opens is not None else None
        said = tell.say(rule) if rule is not None else ""
        again = rule is not None and module.entry is before
        rows.append(
            Row(module.title, KINDS.get(module.kind, module.kind), None if again else said, _done(module, spoken))
        )
        before = module.entry
    opens = tell.say(room.section.opens) if room.opens is not None and room.section.opens is not None else ""
    return Part(room.section.title, opens, room.section.hidden, tuple(rows))


def _done(module: Module, spoken: str) -> str:
    """What completes a module."""
    t, n = words(spoken).gettext, words(spoken).ngettext
    asked, content = module.completion, module.content
    said: list[str] = []
    if asked.manual:
        said.append(t("the learner's own tick"))
    if asked.view:
        said.append(t("viewing"))
    if asked.send:
        said.append(t("a finished attempt") if module.kind == "quiz" else t("sending"))
    if asked.grade:
        said.append(t("a grade"))
    if asked.passed and isinstance(content, Sco):
        passes = any(quiz.pass_mark for quiz in content.package.graded)
        said.append(t("status passed") if passes else t("status completed"))
    elif asked.passed:
        mark = content.page.quiz.pass_mark if isinstance(content, Test) and content.page.quiz else 0
        said.append(t("a grade of {n}% or more").format(n=mark) if mark else t("a passing grade"))
    if asked.entries:
        said.append(n("{n} entry", "{n} entries", asked.entries).format(n=asked.entries))
    if asked.posts:
        said.append(n("{n} post", "{n} posts", asked.posts).format(n=asked.posts))
    return ", ".join(said)


def _opened(group: str, plan: Plan, tell: Teller) -> list[str]:
    """The sections and lines of the outline whose rules ask for a group, each once."""
    rooms = [room.section.title for room in plan.rooms if group in groups_in(room.section.opens)]
    own = (tell.title(module.entry.name) for module in plan.modules if group in groups_in(module.entry.opens))
    return list(dict.fromkeys((*rooms, *own)))


def _dates(plan: Plan, tell: Teller) -> list[Dates]:
    """What hangs on dates, in the order of the course; what stands in one line of the outline once."""
    found: dict[str, Dates] = {}
    for room in plan.rooms:
        if times := dates_in(room.section.opens):
            found[f"section {room.number}"] = Dates(room.section.title, tuple(map(tell.offset, times)))
        for module in room.modules:
            expected, content = module.entry.expected, module.content
            due = content.due if isinstance(content, Assignment) else None
            rule = tuple(map(tell.offset, dates_in(module.entry.opens)))
            if rule or expected is not None or due is not None:
                times_of = ("" if time is None else tell.offset(time) for time in (expected, due))
                found.setdefault(module.entry.name, Dates(tell.title(module.entry.name), rule, *times_of))
    return list(found.values())


def _shelves(plan: Plan) -> Iterator[tuple[str, int, int, list[str]]]:
    """The categories of the gradebook: title, weight, pass mark in per cent, what counts in them. The course's own
    total comes last, under ''."""
    graded = {one.name: Grade() for one in plan.modules if _is_graded(one)}
    book = Gradebook(plan, graded)
    counted = [one for one in plan.modules if one.name in graded and one.weight]
    known = {shelf.number for shelf in book.shelves}
    for shelf in book.shelves:
        inner = [one.title for one in counted if book.category_of(one) == shelf.number]
        yield shelf.title, shelf.weight, shelf.pass_mark, inner
    yield "", 1, plan.classroom.outline.pass_mark, [one.title for one in counted if book.category_of(one) not in known]


def _is_graded(module: Module) -> bool:
    content = module.content
    if isinstance(content, Sco):
        return any(quiz.weight for quiz in content.package.graded)
    return isinstance(content, Test) or (isinstance(content, Assignment) and content.points > 0)
