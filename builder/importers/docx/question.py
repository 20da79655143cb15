"""A heading of level 3 with what stands below it, to a question: if there is an answer to be seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from builder.importers.asking import Raw, UnreadableError, ask, kind_of
from builder.importers.docx.keys import cut, is_option, key_of_line, letter_of, split_lines
from builder.importers.html_runs import tidy, words
from builder.importers.table.cells import part_mark
from builder.model import question as q
from builder.model.span import Span
from builder.model.text import Block, Blocks, Heading, Inlines, List, ListItem, Paragraph, Strong, Table, Text
from builder.model.typed import plain_number
from builder.source.quiz.words import key_of

_LETTER = re.compile(r"\s*\(?[A-Za-z][.)]\s+")


@dataclass(slots=True)
class _Found:
    """What stands below a heading, by what it is."""

    stem: list[Block] = field(default_factory=list)
    options: list[Blocks] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    said: list[Blocks] = field(default_factory=list)
    feedback: list[Block] = field(default_factory=list)
    table: Table | None = None
    keys: dict[str, Inlines] = field(default_factory=dict)

    @property
    def has_answer(self) -> bool:
        return bool(self.marked) or "right" in self.keys or "type" in self.keys


def question_of(heading: Heading, blocks: Sequence[Block], at: Span) -> q.Question | None:
    """The question, or None where nothing looks like an answer. Raises UnreadableError for one that does not fit."""
    found = _Found()
    parts = [line for block in blocks for line in split_lines(_plain(block))]
    rest = [part for part in parts if not _take_key(part, found)]
    _take_options(rest, found)
    if not found.has_answer:
        return None
    kind = kind_of(words(found.keys.get("type", ())))
    if kind is None:
        raise UnreadableError("type", f"\u201c{words(found.keys['type'])}\u201d is no type of question")
    raw = Raw(
        title=heading.children,
        stem=tuple(found.stem),
        at=at,
        kind=kind,
        options=found.options,
        marked=found.marked,
        right=words(found.keys.get("right", ())),
        said=found.said,
        feedback=tuple(found.feedback),
        objective=words(found.keys.get("objective", ())).strip(),
        points=_points(words(found.keys.get("points", ()))),
        unit=words(found.keys.get("unit", ())).replace('"', "").strip(),
    )
    if kind == "matching" and found.table is not None:
        return _matching(raw, found.table)
    return ask(raw)


def _plain(block: Block) -> Block:
    """Deeper headings as bold paragraphs: in a quiz, a heading opens a question."""
    return Paragraph((Strong(block.children),), block.span) if isinstance(block, Heading) else block


def _take_key(block: Block, found: _Found) -> bool:
    """Take a key line out of the text; of two alike the second stays in it."""
    line = key_of_line(block.children) if isinstance(block, Paragraph) else None
    if line is None or not isinstance(block, Paragraph):
        return False
    name, said = line
    if name == "feedback":
        found.feedback.append(Paragraph(said, block.span))
    elif name in found.keys:
        return False
    else:
        found.keys[name] = said
    return True


def _take_options(blocks: Sequence[Block], found: _Found) -> None:
    """Part what is left: the last list, or the last lines with letters or boxes, are options; a table may be one, too.

    What stands above them is the question's text, what stands below is feedback.
    """
    place = next((at for at in range(len(blocks) - 1, -1, -1) if isinstance(blocks[at], List | Table)), -1)
    first, last = _lines_of_options(blocks)
    if last > place:
        items = [ListItem((block,), None, block.span) for block in blocks[first : last + 1]]
    else:
        first, last = place, place
        block = blocks[place] if place >= 0 else None
        items = list(block.items) if isinstance(block, List) else []
        found.table = block if isinstance(block, Table) else None
    _take_items(items, found)
    is_answer = bool(items) and (found.has_answer or last + 1 == len(blocks))
    if found.table is not None and "type" in found.keys and len(found.table.head) == 2:
        is_answer = True
    if is_answer:
        found.stem += blocks[:first]
        found.feedback = [*blocks[last + 1 :], *found.feedback]
    else:
        found.stem += blocks
        found.table = None


def _lines_of_options(blocks: Sequence[Block]) -> tuple[int, int]:
    """The last run of two or more lines that look like options: A, B, C or boxes; (-1, -1) for none."""
    end = -1
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        fits = isinstance(block, Paragraph) and is_option(words(block.children))
        if fits and end < 0:
            end = at
        if (not fits or at == 0) and end >= 0:
            first = at if fits else at + 1
            letters = [letter_of(words(getattr(each, "children", ()))) for each in blocks[first : end + 1]]
            in_order = all(letter in ("", chr(65 + number)) for number, letter in enumerate(letters))
            if end > first and in_order:
                return first, end
            end = -1
    return -1, -1


def _take_items(items: Sequence[ListItem], found: _Found) -> None:
    """Options with their marks and feedback; one is marked by a sign, or by being the only kind in bold."""
    bold = [_is_bold(item) for item in items]
    for place, item in enumerate(items):
        first, *rest = item.blocks or (None,)
        if not isinstance(first, Paragraph):
            found.options.append(item.blocks)
            found.said.append(())
            continue
        run = first.children
        if bold[place] and not all(bold):
            found.marked.append(place)
            run = run[0].children if isinstance(run[0], Strong) else run
        run, is_right = _unmarked(run)
        if is_right:
            found.marked.append(place)
        found.options.append((Paragraph(run, first.span),))
        found.said.append(_said(rest))
    found.marked = list(dict.fromkeys(found.marked))


def _unmarked(run: Inlines) -> tuple[Inlines, bool]:
    """An option without its letter and its sign, and whether that says it is right."""
    if match := _LETTER.match(words(run)):
        run = tidy(cut(run, match.end()))
    text = words(run)
    is_right, plain = part_mark(text)
    if plain == text:
        return run, is_right
    start = text.rfind(plain) if plain else len(text)
    run = tidy(cut(run, start))
    over = len(words(run)) - len(plain)
    return (tidy(_shorter(run, over)) if over > 0 else run), is_right


def _shorter(run: Inlines, count: int) -> Inlines:
    """``run`` without its last ``count`` characters."""
    last = run[-1] if run else None
    if isinstance(last, Text):
        return (*run[:-1], Text(last.text[:-count]))
    return run


def _is_bold(item: ListItem) -> bool:
    first = item.blocks[0] if item.blocks else None
    return isinstance(first, Paragraph) and len(first.children) == 1 and isinstance(first.children[0], Strong)


def _said(blocks: Sequence[Block]) -> Blocks:
    """What stands below an option: its feedback, lists as paragraphs, the word `Feedback:` left out."""
    out: list[Block] = []
    for block in blocks:
        inner = [each for item in block.items for each in item.blocks] if isinstance(block, List) else [block]
        for each in inner:
            line = key_of_line(each.children) if isinstance(each, Paragraph) else None
            out.append(Paragraph(line[1], each.span) if line and line[0] == "feedback" else each)
    return tuple(out)


def _points(text: str) -> Decimal:
    number = plain_number(text.strip().replace(",", ".")) if text else None
    return number if number is not None and 0 < number <= 1000 and number == round(number, 2) else Decimal(1)


def _matching(raw: Raw, table: Table) -> q.Question:
    """A table of two columns: the first row names them."""
    values = {key_of(right): right.children for _, right in table.rows if key_of(right)}
    rows = [(left, right) for left, right in table.rows if key_of(left) and key_of(right)]
    if len(rows) < 2 or len(values) < 2 or len({key_of(left) for left, _ in rows}) < len(rows):
        raise UnreadableError("options", "its left sides differ, and there are two right sides at least")
    places = list(values)
    used = {places.index(key_of(right)) for _, right in rows}
    return q.Matching(
        id="",
        title=raw.title,
        stem=raw.stem,
        feedback=raw.feedback,
        span=raw.at,
        objective=raw.objective,
        points=raw.points,
        rows=tuple(q.Row(left.children, places.index(key_of(right)), raw.at) for left, right in rows),
        values=tuple(values.values()),
        heads=(table.head[0].children, table.head[1].children),
        classify=len(used) < len(rows),
    )
