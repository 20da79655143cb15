"""A backup of our own that uses everything a backup of ours can hold, small enough to be judged many times."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from builder.model.activity import Activity, Address, Assignment, Book, Chapter, Download, Forum, Label, Text
from builder.model.activity import Words as Glossary
from builder.model.course import Asset, Course, Page, Term
from builder.model.outline import Category, Classroom, Outline
from builder.model.question import Question
from builder.model.quiz import Draw
from builder.model.rule import Dated, Done, Every, Member, Neither, Scored, Some
from builder.model.text import Image, Link, Paragraph
from builder.model.text import Text as Written
from builder.targets.base import Context
from builder.targets.mbz.backup import backup
from tests.support import question_samples as s
from tests.targets.bank_samples import package_of, pictured
from tests.targets.mbz.form_samples import collection, poll, survey
from tests.targets.mbz.rooms import GROUPS, activity, entry, lesson, quiz, read, section, words
from tests.targets.samples import PLACE, programme

MAP = "media/map.svg"


@cache
def assets() -> dict[str, Asset]:
    """A picture and a hand-out on disk."""
    folder = Path(mkdtemp(prefix="coursewright-"))
    (folder / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    (folder / "note.pdf").write_bytes(b"%PDF-1.7 a note")
    return {path: Asset(path, str(folder / path.partition("/")[2])) for path in (MAP, "media/note.pdf")}


def pictures() -> dict[str, Asset]:
    """Those of the question ``pictured``."""
    return dict(package_of(pictured()).course.assets)


def shown(text: str, to: str = "") -> tuple[Paragraph, ...]:
    """A paragraph with a picture, and a link to a page."""
    link = (Link(to, (Written("there"),), "", PLACE),) if to else ()
    return (Paragraph((Written(text), Image(MAP, "A map", "", PLACE), *link), PLACE),)


def pool(count: int) -> tuple[Question, ...]:
    """Questions on one objective, two of which show pictures."""
    many = tuple(s.single(f"q-pool-{number}", title=f"Pool {number}") for number in range(count))
    return (*many, replace(s.scenario("q-pool-scenario"), questions=(s.single("q-pool-part"),)), pictured())


def mixed() -> tuple[Question, ...]:
    """Questions of two objectives: where others are drawn by objectives, Moodle can draw these by a tag only."""
    return s.single("q-b2", objective="O2"), s.single("q-b4", objective="O2"), s.short("q-b3")


def asking() -> Course:
    """A course in native delivery: a quiz of every type, a test that draws and has a scenario, a page that shows."""
    drawing = (Draw(2, "O1", "bank-1", s.AT), Draw(1, "O1", "", s.AT), Draw(1, "", "bank-2", s.AT))
    asked = (s.single("q-fixed"), s.scenario("q-told"), s.numerical("q-count"))
    test = s.quiz("exam", "test", asked, draws=drawing, pass_mark=60, weight=3, shuffle=True)
    every = s.quiz("every", "quiz", pass_mark=50)
    told = replace(read("p-told"), path="01-lesson/p-told.md", blocks=shown("See", "01-lesson/p-every.md"))
    banks = (
        s.page(s.quiz("bank-1-quiz", "bank", pool(4)), "bank-1"),
        s.page(s.quiz("bank-2-quiz", "bank", mixed()), "bank-2"),
    )
    made = s.course(told, s.page(every, "p-every"), s.page(test, "p-exam"), banks=banks)
    return replace(made, id="ask", folder="ask", delivery="native", assets={**assets(), **pictures()})


def packed() -> Course:
    """A course whose lessons are SCORM packages."""
    lessons = (
        lesson("l-1", read("p-1", "c-1"), read("p-2")),
        lesson("l-2", read("p-3"), s.page(replace(quiz("check", "quiz"), pass_mark=60), "p-check")),
    )
    return replace(s.course(), id="tg", folder="tg", lessons=lessons, delivery="mixed", title="Packed")


def activities() -> dict[str, Activity]:
    """One of each kind, with pictures and links between them."""
    chapters = (
        Chapter((Written("One"),), shown("In a book."), sub=False),
        Chapter((Written("Two"),), words("Below."), sub=True),
    )
    welcome = activity(Text, "welcome").page
    assert isinstance(welcome, Page)
    made = (
        Text(page=replace(welcome, path="welcome.md", blocks=shown("Hello", "book.md"))),
        activity(Label, "note"),
        activity(Book, "book", chapters=chapters),
        activity(Forum, "talk"),
        survey(),
        collection(),
        poll("Monday", "Tuesday"),
        activity(Address, "site", url="https://example.org/"),
        activity(Download, "sheet", files=("media/note.pdf",)),
        activity(Download, "sheets", files=("media/note.pdf", MAP), folder=True),
        activity(Assignment, "work"),
        activity(Glossary, "terms"),
    )
    return {one.id: one for one in made}


def classroom() -> Classroom:
    """All of it, under every kind of rule."""
    done = Every((Done("survey", "done", PLACE), Some((Member("waived", PLACE), Done("ask/p-exam", "passed", PLACE)))))
    graded = Every((Scored("ask/p-exam", 60, None, PLACE), Dated(86400, None, PLACE), Member("nominated", PLACE)))
    sections = (
        section("first", *(entry(name) for name in ("welcome", "note", "survey", "terms", "sheet", "sheets"))),
        section("second", entry("ask:", category="tests"), summary="About."),
        section("third", entry("tg:", opens=done), entry("book", opens=graded), opens=Done("survey", "done", PLACE)),
        section(
            "fourth",
            entry("talk", completes="posts", apart=True, opens=Neither((Dated(None, 86400, PLACE),))),
            *(entry(name) for name in ("collection", "poll", "site")),
            entry("work", completes="pass", category="tests", expected=86400),
            opens=Some((Member("waived", PLACE), Done("tg/l-1", "done", PLACE))),
        ),
    )
    outline = Outline(
        sections=sections,
        span=PLACE,
        groups=GROUPS,
        categories=(Category("tests", "Tests", 3, 60, PLACE),),
        pass_mark=60,
    )
    common = replace(
        s.course(),
        id="activities",
        folder="activities",
        lessons=(),
        assets=assets(),
        glossary={"tariff": Term("tariff", "Tariff", "A tax.", PLACE)},
    )
    return Classroom(
        id="everything",
        title="Everything",
        summary="All that a backup can hold.",
        language="en",
        outline=outline,
        activities=activities(),
        commons=common,
        courses={one.folder: one for one in (asking(), packed())},
    )


@cache
def files() -> dict[str, bytes]:
    """The files of the backup, by their paths."""
    product = backup(classroom(), Context(programme(languages=("en",), source_language="en")), "everything-en.mbz")
    assert [one for one in product.diagnostics if one.is_error] == []
    return {one.path: one.data for one in product.entries}
