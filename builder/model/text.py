"""RichText: what authors write, as a frozen tree of nodes with the places they come from.

The tree is not HTML. Renderers, checks, writers and exporters each read it for their own use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from builder.model.span import Span

if TYPE_CHECKING:
    from builder.model.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text that is stressed."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that matters more than its neighbours."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be read literally."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break the author asked for."""


@dataclass(frozen=True, slots=True)
class Element:
    """One of the four HTML elements authors may use: ``abbr``, ``sub``, ``sup``, ``br`` is a LineBreak."""

    tag: str
    children: Inlines
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, with paths made relative to the language folder.

    ``target`` is one of ``01-lesson/02-page.md``, the same with ``#fragment``, ``#fragment`` (this page),
    ``glossary:term-id``, ``https://...`` or ``mailto:...``.
    """

    target: str
    children: Inlines
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; ``source`` is relative to the course folder (``media/map.svg``)."""

    source: str
    alt: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@EV-01]`` or ``[@EV-01; @EV-02]``: ids of entries in ``sources.yaml``."""

    ids: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A mark that points to ``Page.footnotes[number - 1]``."""

    number: int


@dataclass(frozen=True, slots=True)
class GapChoice:
    """One choice of a gap, or one accepted answer of a typed gap."""

    text: str
    correct: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a gap-fill question: typed (every choice is an accepted answer) or chosen from a list."""

    choices: tuple[GapChoice, ...]
    typed: bool
    span: Span


Inline: TypeAlias = Text | Emphasis | Strong | Code | LineBreak | Element | Link | Image | Citation | FootnoteRef | Gap
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: Inlines
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the attributes in braces behind it: ``## Title {#id .class key=value}``."""

    level: int
    children: Inlines
    id: str
    """'' when the author wrote none."""
    classes: tuple[str, ...]
    attributes: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    blocks: Blocks
    checked: bool | None
    """True for ``[x]``, False for ``[ ]``, None for a plain item."""
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``start`` is the first number of an ordered one."""

    ordered: bool
    start: int
    tight: bool
    items: tuple[ListItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of literal text."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    children: Inlines
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of heads."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[str, ...]
    """One of '', 'left', 'center', 'right' a column."""
    span: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Inlines
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """A list of definitions."""

    items: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A paragraph that is one image: a figure with a caption (the image's title)."""

    image: Image
    span: Span


@dataclass(frozen=True, slots=True)
class Callout:
    """``::: note``, ``example``, ``keypoint``, ``reveal`` (folded until asked for) or ``model`` (a model answer)."""

    kind: str
    title: Inlines
    blocks: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class Testimony:
    """Whose words a page of kind ``testimony`` holds, and by what right; it stands before the text."""

    voice: str
    """The person, as they wish to be named; '' in a placeholder."""
    role: str
    consent: str
    """The day or month of the written consent, ISO 8601; '' in a placeholder."""
    licence: str
    placeholder: bool
    """Nobody has spoken yet: what follows is no testimony."""
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A plain table or list shown as a drawing (``bars``, ``timeline``, ``steps``, ``ladder``, ``compare``), or a table
    as ``cards``.
    """

    kind: str
    body: Table | List
    caption: Inlines
    attributes: Mapping[str, str]
    span: Span

    @property
    def filters(self) -> tuple[str, ...]:
        """The heads of the columns that ``filter`` names: what cards can be chosen by."""
        named = (" ".join(part.split()) for part in self.attributes.get("filter", "").split(","))
        return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True, slots=True)
class Track:
    """Captions (a WebVTT file) in one language."""

    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Recording:
    """``::: video`` or ``::: audio``; all paths are relative to the course folder, like those of pictures."""

    kind: str
    source: str
    title: str
    tracks: tuple[Track, ...]
    poster: str
    """The picture shown before it plays, or ''."""
    minutes: int
    """0 when the author gave none."""
    transcript: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One ``= answer`` or ``! wrong`` line; ``text`` is raw, without the sign."""

    sign: str
    text: str
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """A run of answer lines; stands only in the source of a question, never in a finished page."""

    lines: tuple[AnswerLine, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class QuizFence:
    """``::: quiz`` as read, before its questions are understood; never in a finished page."""

    blocks: Blocks
    attributes: Mapping[str, str]
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class QuizBlock:
    """A quiz that stands inside a page of text."""

    quiz: Quiz
    span: Span


Block: TypeAlias = (
    Paragraph
    | Heading
    | List
    | Quote
    | CodeBlock
    | Table
    | DefinitionList
    | Rule
    | Picture
    | Callout
    | Testimony
    | Figure
    | Recording
    | AnswerLines
    | QuizFence
    | QuizBlock
)
Blocks: TypeAlias = tuple[Block, ...]


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text that an empty line parts, blanks collapsed."""
    return tuple(filter(None, (" ".join(part.split()) for part in text.split("\n\n"))))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page."""

    label: str
    blocks: Blocks = field(default=())
