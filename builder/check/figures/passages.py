"""A page as passages: what is read together, with the sources that answer for its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from builder.check.figures.labels import is_label_head
from builder.check.figures.texts import Said, said_in
from builder.check.figures.words import words_of
from builder.model.course import Page
from builder.model.span import Span
from builder.model.text import (
    Block,
    Callout,
    Cell,
    Citation,
    DefinitionList,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Recording,
    Table,
)
from builder.model.walk import nodes_in

_NOTHING = Said("")
HERE, IN_FENCE, ON_PAGE = "here", "in this box", "on this page"


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that is judged as a whole."""

    text: str
    span: Span
    cited: tuple[str, ...]
    """Ids of the sources that answer for its figures."""
    where: str
    """Where these are cited, in the words of a message."""
    fictional: bool = False
    """Says of itself that it is invented, or stands in what does and cites nothing."""
    near: tuple[str, ...] = ()
    """Ids of sources that are cited on the page."""
    given: tuple[str, ...] = ()
    """Text beside it whose figures it may repeat: they are judged there."""
    reckons: bool = False
    """Explains a calculation: what follows from its figures needs no sign of it."""
    within: tuple[Decimal, Decimal] | None = None
    """Bounds of a typed answer, in place of a text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a passage."""

    page: Page
    language: str
    cited: tuple[str, ...]
    """On the page, or wherever sources are looked for that the passage does not cite."""
    where: str = ON_PAGE
    fence: tuple[str, ...] = ()
    """Cited in the box around it."""
    fictional: bool = False
    given: tuple[str, ...] = ()
    """Text around whose figures may be repeated."""
    alone: bool = True
    """Paragraphs answer for themselves and take no sources from the page."""

    def passage(self, root: Any, span: Span, *, alone: bool = False, given: tuple[str, ...] = ()) -> Passage:
        """What stands below ``root`` as a passage; ``alone`` takes no sources from the page."""
        said = said_in(root, self.page)
        places = ((said.cited, HERE), (self.fence, IN_FENCE), (() if alone else self.cited, self.where))
        cited, where = next(((ids, place) for ids, place in places if ids), ((), HERE))
        fictional = self.is_fictional(said) or (self.fictional and not said.cited)
        return Passage(said.text, span, cited, where, fictional, self.cited, self.given + given)

    def is_fictional(self, said: Said) -> bool:
        """Whether a text says that it is invented."""
        return bool(words_of(self.language).fictional.search(said.text))


def cited_on(root: object) -> tuple[str, ...]:
    """The ids of all sources cited below ``root``, in order."""
    return tuple(dict.fromkeys(name for found in nodes_in(root, (Citation,)) for name in found.ids))


def setting_of(page: Page, language: str, cited: tuple[str, ...]) -> Setting:
    """The setting of a page's own text; ``cited`` are the sources of the whole page.

    All on it that cites nothing is fictional where its lead says so, a paragraph before its first heading, or one that
    speaks of the whole page.
    """
    setting = Setting(page, language, cited)
    opens = next((place for place, block in enumerate(page.blocks) if isinstance(block, Heading)), len(page.blocks))
    said = [said_in(page.lead, page)]
    for place, block in enumerate(page.blocks):
        if isinstance(block, Paragraph):
            one = said_in(block.children, page)
            said += [one] if place < opens or words_of(language).page.search(one.text) else []
    return replace(setting, fictional=any(map(setting.is_fictional, said)))


def passages_of(blocks: Iterable[Block], setting: Setting) -> Iterator[Passage]:
    """What ``blocks`` say, quizzes left out. A heading that calls its part fictional does so up to the next one."""
    around = setting
    for block in blocks:
        if isinstance(block, Heading):
            said = said_in(block.children, setting.page)
            around = replace(setting, fictional=setting.fictional or setting.is_fictional(said))
        yield from _passages(block, around)


def _passages(block: Block, setting: Setting) -> Iterator[Passage]:  # noqa: C901 - one case a block
    match block:
        case Paragraph():
            yield setting.passage(block.children, block.span, alone=setting.alone)
        case Heading():
            yield setting.passage(block.children, block.span)
        case List():
            for item in block.items:
                yield from _item(item, setting)
        case Quote():
            yield from passages_of(block.blocks, setting)
        case Table():
            yield from _rows(block, setting)
        case DefinitionList():
            for definition in block.items:
                yield setting.passage((definition.term, definition.blocks), block.span)
        case Picture():
            yield setting.passage(block.image, block.span)
        case Figure():
            yield from _figure(block, setting)
        case Callout():
            yield from _callout(block, setting)
        case Recording():
            yield from passages_of(block.transcript, replace(setting, fence=cited_on(block.transcript)))


def _item(item: ListItem, setting: Setting) -> Iterator[Passage]:
    """An item without the lists in it, then these."""
    inner = tuple(block for block in item.blocks if isinstance(block, List))
    yield setting.passage(tuple(block for block in item.blocks if block not in inner), item.span)
    yield from passages_of(inner, setting)


def _rows(table: Table, setting: Setting, caption: Said = _NOTHING) -> Iterator[Passage]:
    """Each row, the figures of heads and caption given; one without sources of its own has those of the table."""
    head = said_in(table.head, setting.page)
    shared = caption.cited or head.cited or cited_on(table) or setting.fence
    around = replace(setting, fence=shared, fictional=setting.fictional or setting.is_fictional(head))
    yield around.passage(table.head, table.span)
    heads = [said_in(cell, setting.page).text for cell in table.head]
    labels = [is_label_head(text, setting.language) for text in heads]
    for row in table.rows:
        telling = tuple(
            cell
            for cell, text, is_label in zip(row, heads, labels, strict=False)
            if not (is_label or (not text.strip() and _numbers_row(cell, setting.page)))
        )
        passage = around.passage(telling, row[0].span if row else table.span, given=(head.text, caption.text))
        if passage.where == HERE and (more := (*caption.cited, *head.cited)):
            passage = replace(passage, cited=(*passage.cited, *more))
        yield passage


def _numbers_row(cell: Cell, page: Page) -> bool:
    """Whether a cell below no head holds but a number."""
    return said_in(cell, page).text.strip().rstrip(".").isdigit()


def _figure(figure: Figure, setting: Setting) -> Iterator[Passage]:
    inside = cited_on(figure)
    said = said_in(figure.caption, setting.page)
    fictional = setting.is_fictional(said) or (setting.fictional and not inside)
    around = replace(setting, fence=inside or setting.fence, fictional=fictional)
    if isinstance(figure.body, Table):
        yield from _rows(figure.body, around, said)
    else:
        yield from _passages(figure.body, around)
    yield around.passage(figure.caption, figure.span)


def _callout(callout: Callout, setting: Setting) -> Iterator[Passage]:
    said = said_in((callout.title, callout.blocks), setting.page)
    inside = said.cited or setting.fence
    around = replace(setting, fence=inside, fictional=setting.fictional or setting.is_fictional(said))
    yield around.passage(callout.title, callout.span)
    yield from passages_of(callout.blocks, around)
