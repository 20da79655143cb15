"""The Markdown of a page to RichText."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.diagnostics.text_codes import FOOTNOTE_UNKNOWN, FOOTNOTE_UNUSED
from builder.model.span import Span
from builder.model.text import Blocks, Footnote, Inlines
from builder.source.markdown.context import Context
from builder.source.markdown.inlines import read_inlines
from builder.source.markdown.parser import parser
from builder.source.markdown.place import Lines
from builder.source.markdown.tree import Tree


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a page; ``images`` are the paths of its pictures and other media, relative to the course folder, in
    order of first use.
    """

    lead: Inlines
    blocks: Blocks
    footnotes: tuple[Footnote, ...]
    images: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a page's text comes from."""

    path: str
    """The file, relative to the folder of courses."""
    page: str
    """The file, relative to the language folder."""
    language: str
    """The language folder's name."""
    quiz: bool = False
    """The page is a quiz, a test or a bank, so that its headings are questions."""
    form: bool = False
    """The page is a survey or a collection, so that its headings are items."""


def read_document(lines: list[str], base: int, origin: Origin, lead: tuple[str, Span] | None = None) -> Document:
    """Read the Markdown in ``lines[base:]``, and the page's lead with its place in the front matter.

    ``lines`` are all lines of the file without their ends. Mistakes become diagnostics; none raises.
    """
    places = Lines(origin.path, lines, base, [])
    environment: dict[str, Any] = {"problems": [], "excused": set(), "fence": 0}
    context = Context(
        places, origin.page, origin.language, environment, quiz=origin.quiz, asking=origin.quiz, form=origin.form
    )
    opening = _read_lead(lead, context) if lead else ()
    tokens = parser().parse("\n".join(lines[base:]), environment)
    tokens.append(Token("end", "", 0))
    tree = Tree(tokens, context)
    blocks = tree.read()
    for problem in environment["problems"]:
        span = places.span(problem.line, problem.column, problem.width)
        places.report(problem.code, span, **problem.values)
    footnotes = _footnotes(tree, context)
    found = sorted(places.found, key=lambda diagnostic: diagnostic.span[1:3])
    return Document(opening, blocks, footnotes, tuple(context.images), tuple(found))


def _read_lead(lead: tuple[str, Span], context: Context) -> Inlines:
    text, span = lead
    token = Token("inline", "", 0, content=text)
    line = span.line - 1 - context.lines.base
    token.map = [line, line + 1]
    token.meta["column"] = max(context.lines.source(line).find(text, span.column - 1), span.column - 1)
    context.heading = True
    children = read_inlines(token, context)
    context.heading = False
    return children


def _footnotes(tree: Tree, context: Context) -> tuple[Footnote, ...]:
    """The footnotes in the order of their marks; marks and notes without counterpart are reported."""
    for label in context.numbers.keys() - tree.notes.keys():
        context.lines.report(FOOTNOTE_UNKNOWN, context.marks[label], label=label)
    for label in tree.notes.keys() - context.numbers.keys():
        context.lines.report(FOOTNOTE_UNUSED, tree.notes[label][1], label=label)
    return tuple(Footnote(label, tree.notes[label][0] if label in tree.notes else ()) for label in context.numbers)
