"""Classrooms made by hand, and the plans they make."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.model.activity import Activity, Forum, Label, Survey, Text
from builder.model.course import Course, Lesson, Page
from builder.model.form import Item
from builder.model.outline import Classroom, Entry, Group, Outline, Section
from builder.model.question import Option, Single
from builder.model.quiz import Quiz
from builder.model.text import Paragraph, QuizBlock
from builder.model.text import Text as Words
from builder.targets.mbz.plan import Plan
from builder.targets.mbz.planning import plan_of
from tests.targets.samples import PLACE, course

GROUPS = (Group("nominated", "Nominated", "", PLACE), Group("waived", "Waived & more", "", PLACE))


def words(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Words(text),), PLACE),)


def single(id: str) -> Single:
    options = tuple(Option(words(text), text == "yes", words(f"{text}, because"), PLACE) for text in ("yes", "no"))
    return Single(id=id, title=(Words(f"Is {id} right?"),), stem=(), feedback=(), span=PLACE, options=options)


def quiz(id: str, role: str = "test", **rules: object) -> Quiz:
    return Quiz(id=id, role=role, intro=(), questions=(single(f"q-{id}"),), span=PLACE, **rules)  # type: ignore[arg-type]


def tested(id: str, role: str = "test", **rules: object) -> Page:
    asked = quiz(id, role, **rules)
    return Page(id=id, path=f"{id}.md", title=id, kind=role, blocks=(), span=PLACE, quiz=asked)


def read(id: str, *practice: str) -> Page:
    blocks = (*words(f"Text of {id}."), *(QuizBlock(quiz(name, "practice"), PLACE) for name in practice))
    return Page(id=id, path=f"{id}.md", title=id, kind="page", blocks=blocks, span=PLACE)


def lesson(id: str, *pages: Page, loose: bool = False) -> Lesson:
    return Lesson(id=id, title=f"Lesson {id}", pages=pages, span=PLACE, loose=loose)


def taught(**changes: object) -> Course:
    """Two lessons, the second with a quiz, and a test that stands by itself."""
    lessons = (
        lesson("l-1", read("p-1", "c-1"), read("p-2")),
        lesson("l-2", read("p-3"), tested("p-check", "quiz", pass_mark=60)),
        lesson("p-final", tested("p-final", pass_mark=60, weight=3), loose=True),
    )
    return course(**{"id": "tg", "language": "en", "title": "Course", "lessons": lessons, **changes})


def activity(kind: type[Activity], id: str, **fields: object) -> Activity:
    page = Page(id=id, path=f"{id}.md", title=f"Title of {id}", kind=kind.kind, blocks=words(id), span=PLACE)
    return kind(page=page, **fields)  # type: ignore[call-arg, return-value]


def survey(id: str) -> Activity:
    item = Item(id="s-1", kind="number", title=(Words("How many?"),), help=(), span=PLACE, least=Decimal(0))
    return activity(Survey, id, items=(item,))


def entry(name: str, **fields: object) -> Entry:
    """A line for an activity, ``course:`` for a course, ``course:part`` for a part of one."""
    folder, colon, part = name.partition(":")
    return Entry(**({"course": folder, "part": part} if colon else {"activity": name}), span=PLACE, **fields)  # type: ignore[arg-type]


def section(id: str, *entries: Entry, **fields: object) -> Section:
    values = {"title": f"Section {id}", "summary": "", "span": PLACE, **fields}
    return Section(id=id, entries=entries, **values)  # type: ignore[arg-type]


def room(*sections: Section, courses: Iterable[Course] = (), **rules: object) -> Classroom:
    """A classroom of ``welcome``, ``note``, ``talk``, ``consent`` and the courses."""
    made = (activity(Text, "welcome"), activity(Label, "note"), activity(Forum, "talk"), survey("consent"))
    return Classroom(
        id="programme",
        title="Programme & more",
        summary="One.\n\nTwo.",
        language="en",
        outline=Outline(sections=sections, span=PLACE, groups=GROUPS, **rules),  # type: ignore[arg-type]
        activities={one.id: one for one in made},
        commons=course(language="en", folder="activities", lessons=()),
        courses={one.folder: one for one in courses},
    )


def plan(*sections: Section, courses: Iterable[Course] = (), **rules: object) -> Plan:
    return plan_of(room(*sections, courses=courses, **rules))
