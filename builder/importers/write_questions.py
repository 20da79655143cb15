"""Questions and quizzes as Markdown (docs/reference/authoring.md, "Questions")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from builder.importers.write_answers import (
    write_checklist,
    write_options,
    write_rows,
    write_steps,
    write_texts,
    write_values,
)
from builder.importers.write_blocks import Lines, joined, quoted, write_attributes, write_blocks, write_fence
from builder.importers.write_inline import Kind, Sheet, write_run
from builder.model import question as q
from builder.model.quiz import Quiz
from builder.model.text import Block, Blocks, Heading, List, ListItem, Paragraph, Quote, Strong, Table
from builder.source.quiz.typed import NUMBER_MAX, TEXT_MAX


def write_quiz(quiz: Quiz, sheet: Sheet, level: int = 2) -> Lines:
    """The introduction of a quiz and its questions, each opened by a heading of ``level``."""
    intro = write_blocks(unheaded(quiz.intro), sheet)
    return joined([intro, *(write_question(question, sheet, level) for question in quiz.questions)])


def write_question(question: q.Question, sheet: Sheet, level: int = 2, outer: q.Scenario | None = None) -> Lines:
    """A question; ``outer`` is the scenario it belongs to, whose objective and rules it takes over."""
    classes, own, body = _WRITERS[type(question)](question, sheet, level)
    pairs = {**_common(question, outer), **own}
    head = _heading(level, question, classes, pairs, sheet)
    return joined([head, *body])


def _heading(level: int, asked: q.Asked, classes: Sequence[str], pairs: Mapping[str, str], sheet: Sheet) -> Lines:
    title = write_run(asked.title, sheet, Kind.TITLE)
    return [" ".join(filter(None, ("#" * level, title, write_attributes(asked.id, classes, pairs))))]


def _common(question: q.Asked, outer: q.Scenario | None) -> dict[str, str]:
    """The attributes that all questions may have, those left out that say what holds anyway."""
    pairs: dict[str, str] = {}
    if question.objective and question.objective != (outer.objective if outer else ""):
        pairs["objective"] = question.objective
    if question.points != 1 and not isinstance(question, q.Scenario):
        pairs["points"] = plain_decimal(question.points)
    if question.rev != 1:
        pairs["rev"] = str(question.rev)
    pairs |= {name: value for name in ("parallel", "see") if (value := getattr(question, name))}
    if question.level and question.level != (outer.level if outer else ""):
        pairs["level"] = question.level
    if question.confidence != (outer.confidence if outer else False):
        pairs["confidence"] = "" if question.confidence else "no"
    if question.shuffle is not None and question.shuffle != (outer.shuffle if outer else None):
        pairs["shuffle"] = "yes" if question.shuffle else "no"
    return pairs


def plain_decimal(number: Decimal) -> str:
    """A number as sources write it, without exponent or zeros that say nothing."""
    return format(number.normalize(), "f")


def unheaded(blocks: Blocks) -> Blocks:
    """``blocks`` with headings as bold paragraphs: in a quiz, a heading opens a question."""
    return tuple(
        Paragraph((Strong(block.children),), block.span) if isinstance(block, Heading) else block for block in blocks
    )


_Written = tuple[tuple[str, ...], dict[str, str], list[Lines]]
"""Classes and attributes of the heading, and the parts below it."""


def _stem(question: q.Asked, sheet: Sheet) -> Lines:
    return write_blocks(unheaded(question.stem), sheet)


def _general(feedback: Blocks, sheet: Sheet) -> Lines:
    return quoted(write_blocks(feedback, sheet)) if feedback else []


def _turn(above: Sequence[Block], *, ordered: bool = False) -> int:
    """The sign of a list that stands directly below the blocks ``above``."""
    last = above[-1] if above else None
    if not isinstance(last, List) or last.ordered != ordered:
        return 0
    run = 0
    for block in reversed(above):
        if not isinstance(block, List) or block.ordered != ordered:
            break
        run += 1
    return run % 2


def _rivals(question: q.Asked) -> bool:
    """Whether the stem holds something that could be the answer itself."""
    return any(
        (isinstance(block, List) and block.ordered) or (isinstance(block, Table) and len(block.head) == 2)
        for block in question.stem
    )


def _choice(question: q.Single | q.Multiple, sheet: Sheet, _level: int) -> _Written:
    right = sum(option.correct for option in question.options)
    classes = ("multiple",) if isinstance(question, q.Multiple) and right == 1 else ()
    options = write_options(question.options, sheet, _turn(question.stem))
    return classes, {}, [_stem(question, sheet), options, _general(question.feedback, sheet)]


def _truefalse(question: q.TrueFalse, sheet: Sheet, _level: int) -> _Written:
    turn = _turn(question.stem)
    parts = [_stem(question, sheet), write_options(question.options, sheet, turn)]
    if question.reasons:
        parts.append(write_blocks(unheaded(question.because), sheet))
        turn = _turn(question.because) if question.because else 1 - turn
        parts.append(write_options(question.reasons, sheet, turn))
    return ("truefalse",), {}, [*parts, _general(question.feedback, sheet)]


def _limit(value: int, default: int) -> dict[str, str]:
    return {} if value == default else {"max": str(value)}


def _short(question: q.Short, sheet: Sheet, _level: int) -> _Written:
    pairs = ({"case": ""} if question.case else {}) | _limit(question.max, TEXT_MAX)
    lines = write_texts(question.answers, question.wrong, sheet)
    return (), pairs, [_stem(question, sheet), lines, _general(question.feedback, sheet)]


def _numerical(question: q.Numerical, sheet: Sheet, _level: int) -> _Written:
    pairs = ({"unit": question.unit} if question.unit else {}) | _limit(question.max, NUMBER_MAX)
    lines = write_values(question.answers, question.wrong, sheet)
    classes = ("estimate",) if question.estimate else ()
    return classes, pairs, [_stem(question, sheet), lines, _general(question.feedback, sheet)]


def _matching(question: q.Matching, sheet: Sheet, _level: int) -> _Written:
    repeats = len({row.value for row in question.rows}) < len(question.rows)
    kind = "classify" if question.classify and not repeats else "matching" if _rivals(question) else ""
    table = write_rows(question, sheet)
    return (kind,) if kind else (), {}, [_stem(question, sheet), table, _general(question.feedback, sheet)]


def _ordering(question: q.Ordering, sheet: Sheet, _level: int) -> _Written:
    steps = write_steps(question.items, sheet, _turn(question.stem, ordered=True), ordered=True)
    classes = ("ordering",) if _rivals(question) else ()
    return classes, {}, [_stem(question, sheet), steps, _general(question.feedback, sheet)]


def _gaps(question: q.GapFill, sheet: Sheet, _level: int) -> _Written:
    pairs = ({"case": ""} if question.case else {}) | _limit(question.max, TEXT_MAX)
    body = unheaded(question.body)
    first = body[0] if body else None
    classes: tuple[str, ...] = ()
    if question.explained and isinstance(first, List):
        classes = ("completion",)
        items = zip(first.items, question.explained, strict=True)
        body = (replace(first, items=tuple(_explained(item, said) for item, said in items)), *body[1:])
    text = write_blocks((*unheaded(question.stem), *body), sheet)
    return classes, pairs, [text, _general(question.feedback, sheet)]


def _explained(item: ListItem, said: Blocks) -> ListItem:
    return replace(item, blocks=(*item.blocks, Quote(said, item.span))) if said else item


def _spot(question: q.Spot, sheet: Sheet, _level: int) -> _Written:
    quote = quoted(write_blocks(question.quoted, sheet))
    options = write_options(question.options, sheet)
    return ("spot",), {}, [_stem(question, sheet), quote, options, _general(question.feedback, sheet)]


def _reflection(question: q.Reflection, sheet: Sheet, _level: int) -> _Written:
    """Feedback can stand below a model answer only; where there is none, it is the model answer."""
    model, feedback = (question.model, question.feedback) if question.model else (question.feedback, ())
    fence = write_fence("model", write_blocks(model, sheet)) if model else []
    return ("reflection",), {}, [_stem(question, sheet), fence, _general(feedback, sheet)]


def _scenario(question: q.Scenario, sheet: Sheet, level: int) -> _Written:
    inner = (write_question(each, sheet, level + 1, question) for each in question.questions)
    return (), {}, [_stem(question, sheet), *inner]


def _branch(question: q.Branch, sheet: Sheet, level: int) -> _Written:
    return ("branch",), {}, [_stem(question, sheet), *_steps(question.steps, sheet, level + 1)]


def _steps(steps: Iterable[q.BranchStep], sheet: Sheet, level: int) -> Iterable[Lines]:
    for step in steps:
        title = write_run(step.title, sheet, Kind.TITLE)
        yield [" ".join(filter(None, ("#" * level, title, write_attributes(step.id, (), {}))))]
        yield write_blocks(unheaded(step.body), sheet)
        if step.options:
            yield write_options(step.options, sheet, _turn(step.body))


def _checklist(question: q.Checklist, sheet: Sheet, _level: int) -> _Written:
    pairs = {"scale": " / ".join(question.scale)} if question.scale else {}
    table = write_checklist(question.parts, sheet)
    return ("checklist",), pairs, [_stem(question, sheet), table, _general(question.feedback, sheet)]


def _vote(question: q.Vote, sheet: Sheet, _level: int) -> _Written:
    pairs = {"of": question.of} if question.of else {}
    options = write_options(question.options, sheet, _turn(question.stem)) if question.options else []
    return ("vote",), pairs, [_stem(question, sheet), options, _general(question.feedback, sheet)]


def _rank(question: q.Rank, sheet: Sheet, _level: int) -> _Written:
    items = write_steps(question.items, sheet, _turn(question.stem), ordered=False)
    return ("rank",), {"top": str(question.top)}, [_stem(question, sheet), items, _general(question.feedback, sheet)]


def _budget(question: q.Budget, sheet: Sheet, _level: int) -> _Written:
    pairs: dict[str, str] = {}
    if question.limit is not None:
        pairs["limit"] = plain_decimal(question.limit)
    if question.choose is not None:
        least, most = question.choose
        pairs["choose"] = str(least) if least == most else f"{least}..{most}"
    if question.unit:
        pairs["unit"] = question.unit
    ends = [_brackets(question, place) for place in range(len(question.options))]
    options = write_options(question.options, sheet, _turn(question.stem), ends)
    model = write_fence("model", write_blocks(question.model, sheet)) if question.model else []
    return ("budget",), pairs, [_stem(question, sheet), options, _general(question.feedback, sheet), model]


def _brackets(question: q.Budget, place: int) -> str:
    cost = [plain_decimal(question.costs[place])] if question.costs else []
    kind = [question.kinds[place]] if question.kinds else []
    return f" ({', '.join(cost + kind)})" if cost or kind else ""


_WRITERS: Mapping[type, Callable[[Any, Sheet, int], _Written]] = {
    q.Single: _choice,
    q.Multiple: _choice,
    q.TrueFalse: _truefalse,
    q.Short: _short,
    q.Numerical: _numerical,
    q.Matching: _matching,
    q.Ordering: _ordering,
    q.GapFill: _gaps,
    q.Spot: _spot,
    q.Reflection: _reflection,
    q.Scenario: _scenario,
    q.Branch: _branch,
    q.Checklist: _checklist,
    q.Vote: _vote,
    q.Rank: _rank,
    q.Budget: _budget,
}
