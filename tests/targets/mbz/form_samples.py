"""Forms made by hand, with items of every kind, and the desks they are written at."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builder.model.activity import Activity, Collection, Poll, Survey
from builder.model.course import Asset, Course, Page
from builder.model.form import Choice, Item, When
from builder.model.text import Blocks, Emphasis, Image, Inlines, Link, Paragraph, Text
from builder.targets.base import Context
from builder.targets.mbz.desk import Desk
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.questions.bank import Bank
from tests.targets.mbz.rooms import entry, room, section, words
from tests.targets.samples import PLACE, programme

NASTY = (
    "yes|no", "a>>>>>b", "c<<<<<1", "1####x", "#####", "5 < 6 & 7 > 3", "<b>bold</b>", "&amp; &#124; &nbsp", "R&D",
    "[[Title]]", "##more##", "r>>>>>", "C#", "0", "a\\b \"q\" 'r'", "Êtes-vous prêt\u00a0?", "“quoted”", "$@NULL",
)  # fmt: skip
"""Texts that are signs to some plug-in."""

SCALE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def line(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def options(*texts: str, values: bool = False) -> tuple[Choice, ...]:
    return tuple(Choice(line(text), PLACE, Decimal(place) if values else None) for place, text in enumerate(texts, 1))


def item(kind: str, id: str = "", title: str | Inlines = "", help: str | Blocks = "", **fields: object) -> Item:
    asked = line(title or f"Question of {kind}") if isinstance(title, str) else title
    told = help if isinstance(help, tuple) else words(help) if help else ()
    return Item(id=id or f"s-{kind}", kind=kind, title=asked, help=told, span=PLACE, **fields)  # type: ignore[arg-type]


def every_item(*, pages: bool) -> tuple[Item, ...]:
    """An item of each kind; with ``pages`` on three pages, the last depending on the first."""
    last = 3 if pages else 1
    when = When("s-one", 2, PLACE) if pages else None
    linked = Paragraph((Text("See "), Link("https://example.org/", line("the list"), "", PLACE), Text(".")), PLACE)
    return (
        item("note", title="About you", help="It takes five minutes."),
        item("one", title="Does your ministry use gender data?", options=options("Yes", "No", "Not yet | planned")),
        item("several", title="Which sources?", options=options("Census", "Firm & farm surveys", "Customs <2020>")),
        item("menu", title="Your region", options=options("Africa", "Asia", "Pacific"), required=True),
        item("rating", title="Trade policy affects women and men differently.", options=options(*SCALE, values=True),
             required=True, help="Think of your own country."),
        item("rank", title="What should come first?", options=options("Data", "Training", "Law", "Budget"), top=3,
             required=True, page=min(last, 2)),
        item("number", title="How many negotiations have you taken part in?", least=Decimal(0), most=Decimal(50),
             page=min(last, 2)),
        item("line", title="Your post", max=80, page=min(last, 2)),
        item("date", title="When did you begin?", page=min(last, 2)),
        item("link", title="Where can it be read?", help=(linked,), page=min(last, 2)),
        item("text", title="Why not?", help="A few words are enough.", lines=4, when=when, page=last),
        item("note", id="s-end", title="Thank you for your time", page=last),
    )  # fmt: skip


def survey(*items: Item, **fields: object) -> Survey:
    return Survey(page=_page("survey", "Entry questionnaire"), items=items or every_item(pages=True), **fields)  # type: ignore[arg-type]


def collection(*items: Item, **fields: object) -> Collection:
    more = (
        item("file", title="The document"),
        item("link", id="s-web", title="Its page on the web", required=True),
        item("date", id="s-day", title="In force since", required=True),
        item("rating", id="s-use", title="How useful is it?", options=options("Little", "Much", values=True)),
    )
    made = items or (*(one for one in every_item(pages=False) if one.id != "s-end"), *more)
    return Collection(page=_page("collection", "Measures"), items=made, **fields)  # type: ignore[arg-type]


def poll(*texts: str, **fields: object) -> Poll:
    return Poll(page=_page("poll", "Which day suits you?"), options=tuple(line(one) for one in texts), **fields)  # type: ignore[arg-type]


def desk_for(activity: Activity, completion: Completion | None = None, **commons: object) -> Desk:
    """The desk of an activity that stands alone in its classroom; ``commons`` change the course of its texts."""
    made = room(section("s", entry(activity.id)))
    shared: Course = replace(made.commons, **commons)  # type: ignore[arg-type]
    made = replace(made, activities={activity.id: activity}, commons=shared, language=shared.language)
    ledger = Ledger(plan_of(made), Context(programme()))
    module = ledger.plan.by_name[activity.id]
    return Desk(ledger, Bank(ledger), module if completion is None else replace(module, completion=completion))


def picture(file: str) -> tuple[dict[str, Asset], tuple[Paragraph, ...]]:
    """The assets of a course with one picture, and a text that shows it."""
    shown = Paragraph((Image("media/map.svg", "A map", "", PLACE), Emphasis(line("of trade"))), PLACE)
    return {"media/map.svg": Asset("media/map.svg", file)}, (shown,)


def _page(id: str, title: str) -> Page:
    text = words("The text of the introduction.")
    return Page(id=id, path=f"{id}.md", title=title, kind="page", blocks=text, lead=line("In short."), span=PLACE)
