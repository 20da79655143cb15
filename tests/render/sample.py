"""A course made by hand with a page that holds every construct, in English and in Arabic."""

from __future__ import annotations

from builder.model.course import Asset, Course, Lesson, Objective, Page, Source, Term
from builder.model.package import Package
from builder.model.span import Span
from builder.model.text import (
    Block,
    Blocks,
    Callout,
    Cell,
    Citation,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Element,
    Emphasis,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)

AT = Span("c/en/01-lesson/01-page.md", 1)


def inl(*parts: str | Inline) -> Inlines:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def par(*parts: str | Inline) -> Paragraph:
    return Paragraph(inl(*parts), AT)


def strong(text: str) -> Strong:
    return Strong(inl(text))


def head(text: str, id: str = "", level: int = 2) -> Heading:
    return Heading(level, inl(text), id, (), {}, AT)


def row(*cells: str | Inlines) -> tuple[Cell, ...]:
    return tuple(Cell(inl(cell) if isinstance(cell, str) else cell, AT) for cell in cells)


def table(*rows: tuple[Cell, ...], align: tuple[str, ...] = ()) -> Table:
    return Table(rows[0], rows[1:], align or ("",) * len(rows[0]), AT)


def listed(*items: Blocks, ordered: bool = False, tight: bool = True, start: int = 1) -> List:
    return List(ordered, start, tight, tuple(ListItem(item, None, AT) for item in items), AT)


def figure(kind: str, body: Table | List, caption: Inlines = (), **attributes: str) -> Figure:
    return Figure(kind, body, caption, attributes, AT)


def callout(kind: str, *blocks: Block, title: str = "") -> Callout:
    return Callout(kind, inl(title) if title else (), blocks, AT)


def link(target: str, text: str) -> Link:
    return Link(target, inl(text), "", AT)


def cite(*ids: str) -> Citation:
    return Citation(ids, AT)


SOURCES = {
    "EV-01": Source(
        "EV-01",
        "Women are 33% of the workforce of exporting firms.",
        "2020",
        "World Bank and WTO, Women and Trade",
        "https://www.wto.org/english/res_e/publications_e/women_trade_pub2807_e.htm",
        True,
        AT,
    ),
    "WTO-01": Source(
        "WTO-01",
        "118 members endorsed the declaration.",
        "2017",
        "WTO, Buenos Aires Declaration on Trade and Women's Economic Empowerment",
        "https://www.wto.org/english/tratop_e/womenandtrade_e/buenos_aires_declaration_e.htm",
        True,
        AT,
    ),
}

GLOSSARY = {
    "formal-employment": Term(
        "formal-employment", "formal job", "A job with a contract, paid leave and a pension.", AT
    ),
    "gender-lens": Term(
        "gender-lens", "gender lens", "A habit of asking who does what, who has what, who decides.", AT
    ),
}

OBJECTIVES = {
    "O1": Objective("O1", "Explain why trade policy touches women and men differently.", AT),
    "O2": Objective("O2", "Describe how women take part in trade: as workers, entrepreneurs, consumers.", AT),
}

BARS = figure(
    "bars",
    table(row("Firms", "Women"), row(inl(strong("Exporting firms")), "33"), row("Other firms", "24")),
    inl(
        "Women's share of the workforce in developing countries. World Bank and WTO, ",
        Emphasis(inl("Women and Trade")),
        ", 2020.",
    ),
    unit="%",
)

SEVERAL = figure(
    "bars",
    table(
        row("Sector", "Women", "Men"),
        row("Cut flowers", "81.5", "18.5"),
        row("Garments and textiles", "63", "37"),
        row("Mining", "9.25", "90.75"),
    ),
    inl("Employment by sector in Maravia."),
    unit="%",
    decimals="1",
    max="100",
)

GROWTH = figure(
    "bars",
    table(row("Year", "Change"), row("2019", "3.2"), row("2020", "-4.1"), row("2021", "5.8"), row("2022", "n/a")),
    inl("Exports, change on the year before."),
    unit="%",
)

TIMELINE = figure(
    "timeline",
    table(
        row("Date", "Event"),
        row("1995", "The WTO opens its doors. Its preamble speaks of raising standards of living."),
        row("December 2017", "118 members and observers endorse the Buenos Aires Declaration."),
        row("September 2020", inl("The Informal Working Group is launched ", cite("WTO-01"), ".")),
    ),
    inl("From Marrakesh to the working group."),
)

STEPS = figure(
    "steps",
    listed(
        (par(strong("Ask"), ": who works, who owns, who decides?"),),
        (par(strong("Look"), ": find the numbers, by women and men."),),
        (par(strong("Act"), ": change the measure, then look again."),),
        ordered=True,
    ),
)

LADDER = figure(
    "ladder",
    listed(
        (par(strong("Gender-blind"), ": ignores that women and men start from different places."),),
        (par(strong("Gender-aware"), ": knows the differences, does not act on them."),),
        (par(strong("Gender-responsive"), ": knows and acts."),),
        (par(strong("Gender-transformative"), ": changes the causes."),),
        ordered=True,
    ),
    inl("Four rungs."),
)

COMPARE = figure(
    "compare",
    table(
        row("", "Formal job", "Informal job"),
        row("Contract", "Written, with notice", "None, or by word of mouth"),
        row("Leave", "Paid", "Unpaid"),
        row("Old age", "A pension", "The family"),
    ),
)

CARDS = figure(
    "cards",
    table(
        row("Measure", "Kind", "Who gains"),
        row("A help desk run by traders", "Services", inl(strong("Traders"), " at the border; transporters")),
        row("Lamps", "Roads; services", inl("All who wait ", cite("EV-01"), "; guards")),
        row("A new hall", "", ""),
    ),
    inl("Invented for ", Emphasis(inl("Maravia")), "."),
    filter="Kind, Who gains",
)

FIGURES = (BARS, SEVERAL, GROWTH, TIMELINE, STEPS, LADDER, COMPARE, CARDS)

FOOTNOTES = (Footnote("1", (par("Maravia is a fictional member; its figures are invented."),)),)

TEXT: Blocks = (
    par(
        "In developing countries, firms that export employ a larger share of women than firms that do not. In a "
        "World Bank and WTO study of 2020, women were ",
        strong("33 per cent"),
        " of the workforce in exporting firms, against ",
        strong("24 per cent"),
        " elsewhere ",
        cite("EV-01"),
        ". A ",
        link("glossary:formal-employment", "formal job"),
        " often comes with it: a contract, paid leave, a pension.",
    ),
    BARS,
    callout(
        "example",
        par(
            "In Maravia, a fictional member",
            FootnoteRef(1),
            ", eight in ten jobs in cut-flower exports are held by women. Most supervisors are men.",
        ),
    ),
    head("What the numbers do not say", "limits"),
    par(
        "A share is not a cause. See ",
        link("01-lesson/02-evidence.md", "Reading evidence with care"),
        " or the ",
        link("https://www.wto.org/", "WTO's own pages"),
        " ",
        cite("EV-01", "WTO-01"),
        ". Water is H",
        Element("sub", inl("2")),
        "O; write ",
        Code("share < 50"),
        " and ",
        Element("abbr", inl("MSME"), "micro, small and medium enterprise"),
        ".",
        LineBreak(),
        "A new line.",
    ),
    listed(
        (par("Who ", Emphasis(inl("works")), " in the firm?"),),
        (par("Who owns it?"), listed((par("alone"),), (par("with others"),))),
        (par("Who decides?"),),
    ),
    listed((par("First, count."),), (par("Then, compare."),), ordered=True, start=3),
    SEVERAL,
    GROWTH,
    head("How it came about", level=2),
    TIMELINE,
    STEPS,
    LADDER,
    COMPARE,
    callout("note", par("Figures are rounded."), title="On rounding"),
    callout(
        "keypoint",
        par(
            "Exporters employ relatively more women, often in formal jobs. Whether trade is the cause is "
            "another question."
        ),
    ),
    callout("reveal", par("Because flowers are cut, sorted and packed by hand."), title="Why cut flowers?"),
    Quote((par("Raising standards of living, ensuring full employment."),), AT),
    head("Small print", level=3),
    table(
        row("", "Women", "Men", "All workers in the sector"),
        row("Cut flowers", "8,150", "1,850", "10,000"),
        row("Mining", "925", "9,075", "10,000"),
        align=("", "right", "right", "right"),
    ),
    CodeBlock("share = women / all\n", "", AT),
    DefinitionList((Definition(inl("Share"), (par("A part of a whole, in per cent."),)),), AT),
    Rule(AT),
    Picture(Image("media/map.svg", "Maravia lies between two seas", "Maravia and its neighbours", AT), AT),
)


def sample(
    language: str = "en", assets: dict[str, Asset] | None = None, text: Blocks = TEXT, **fields: object
) -> Package:
    """A package of two lessons and a page between them; its second page is ``TEXT``."""
    pages = (
        Page(
            id="p-welcome",
            path="01-lesson/01-welcome.md",
            title="Four roles",
            kind="page",
            blocks=(par("Welcome."),),
            span=AT,
        ),
        Page(
            id="p-workers",
            path="01-lesson/01-page.md",
            title="Women as workers in trade",
            kind="page",
            blocks=text,
            span=AT,
            lead=inl(
                "Ask who works in the firms that sell abroad, and the answer differs from the rest of the economy."
            ),
            minutes=4,
            objectives=("O2",),
            footnotes=FOOTNOTES,
        ),
        Page(
            id="p-evidence",
            path="01-lesson/02-evidence.md",
            title="Reading evidence with care",
            kind="page",
            blocks=(par("Look twice."),),
            span=AT,
            minutes=1,
        ),
    )
    last = Page(id="p-end", path="03-end.md", title="Farewell", kind="page", blocks=(par("Goodbye."),), span=AT)
    course = Course(
        id="tg-101",
        folder="c",
        language=language,
        title="Trade and Gender: the Essentials",
        description="Why trade is not the same for all, and what to do.",
        lessons=(
            Lesson(id="l1", title="Setting the scene", pages=pages, span=AT, minutes=40),
            Lesson(
                id="l2",
                title="Concepts",
                pages=(
                    Page(
                        id="contents",
                        path="02-concepts/01-memo.md",
                        title="Contents of a memo",
                        kind="page",
                        blocks=(),
                        span=AT,
                    ),
                ),
                span=AT,
            ),
            Lesson(id="l3", title="Farewell", pages=(last,), span=AT, loose=True),
        ),
        span=AT,
        objectives=OBJECTIVES,
        code="TG-101",
        edition="November 2026",
        licence="CC BY 4.0",
        minutes=240,
        sources=SOURCES,
        glossary=GLOSSARY,
        assets=assets or {},
        **fields,
    )
    return Package(course.id, course.title, course, course.lessons)
