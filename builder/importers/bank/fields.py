"""Texts with fields: gaps to type in or to choose for, or one field that is a question by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from builder.importers.bank.asking import Asking, LostError
from builder.importers.bank.choices import read_choice
from builder.importers.bank.item import GAP, Answer, Field, Item, Rich
from builder.importers.bank.parts import items_of
from builder.importers.html_runs import clean, words
from builder.model import question as q
from builder.model.span import Span
from builder.model.text import Blocks, Gap, GapChoice, Inlines, List, Text
from builder.model.typed import normal
from builder.source.quiz.head import MAX_LENGTH
from builder.source.quiz.typed import TEXT_MAX, units
from builder.source.quiz.words import gaps_of

_MARK = re.compile(GAP.format("([0-9]+)"))
MOST_GAPS = 100
"""More than one answer can save."""

_WILD = re.compile(r"(?<!\\)\*")


def read_fields(asking: Asking) -> q.Question:
    """Gaps in a text; a field with several right options is a multiple response if it is the only one."""
    item = asking.item
    if any(field.kind == "choices" for field in item.fields):
        return _responses(asking)
    if len(item.fields) > MOST_GAPS:
        raise LostError(f"it has {len(item.fields)} gaps, and a question takes {MOST_GAPS}")
    gaps = [_gap(asking, field) for field in item.fields]
    common, body = asking.common(body=True)
    filled = _filled(body, gaps)
    if not gaps or gaps_of(filled) != tuple(gaps):
        raise LostError("a field stands where a gap cannot: in a heading, in code or in a caption")
    longest = max((units(choice.text) for gap in gaps if gap.typed for choice in gap.choices), default=0)
    if longest > MAX_LENGTH:
        raise LostError(f"an answer has more than {MAX_LENGTH} characters")
    case = any(field.case for field in item.fields) or bool(item.tag("case"))
    if any(field.case != case for field in item.fields if field.kind == "typed"):
        asking.reader.change(item, "capitals matter in all of its gaps or in none")
    return q.GapFill(
        **common,
        body=filled,
        gaps=tuple(gaps),
        case=case,
        max=max(asking.limit(TEXT_MAX), longest),
        explained=_explained(asking, filled),
    )


def _gap(asking: Asking, field: Field) -> Gap:
    item = asking.item
    if any(answer.feedback.html.strip() for answer in field.answers):
        asking.reader.extras["feedback of single gaps"] += 1
    right = [answer for answer in field.answers if answer.is_right]
    if any(answer.share > 0 and not answer.is_right for answer in field.answers):
        asking.reader.change(item, "an answer worth a part of the points is wrong here")
    if not right:
        raise LostError("a gap has no answer that is wholly right")
    return _chosen(asking, field, right) if field.kind == "choice" else _accepted(asking, field, right)


def _chosen(asking: Asking, field: Field, right: list[Answer]) -> Gap:
    """A gap to choose for: its right choice first."""
    if len(right) > 1:
        asking.reader.change(asking.item, "one of several right choices of a gap is kept")
    others = [answer for answer in field.answers if not answer.is_right]
    texts = list(dict.fromkeys(_words(asking, answer) for answer in (right[0], *others)))
    if len(texts) < 2 or not all(texts):
        raise LostError("a gap has a choice without text, or only one")
    return Gap(tuple(GapChoice(text, text == texts[0]) for text in texts), False, asking.item.span)


def _accepted(asking: Asking, field: Field, right: list[Answer]) -> Gap:
    """A gap to type in; the first of several spellings is kept."""
    item = asking.item
    accepted: dict[str, str] = {}
    for answer in right:
        text = clean(answer.body.html).strip()
        if field.kind == "number" and answer.tolerance:
            asking.reader.change(item, f"the gap takes {text} itself, and no numbers around it")
        if field.kind == "typed" and _WILD.search(text):
            asking.reader.change(item, f"`*` in the answer `{text[:40]}` of a gap is a plain star here")
        accepted.setdefault(normal(text, case=field.case), text.replace("\\*", "*"))
    if "" in accepted:
        raise LostError("a gap accepts an empty answer")
    return Gap(tuple(GapChoice(text, True) for text in accepted.values()), True, item.span)


def _words(asking: Asking, answer: Answer) -> str:
    return clean(words(asking.reader.inline(answer.body, asking.item))).strip()


def _responses(asking: Asking) -> q.Question:
    item = asking.item
    if len(item.fields) > 1:
        raise LostError("one of its fields has several right choices")
    text = Rich(_MARK.sub("", item.text.html), item.text.files)
    alone: Item = replace(item, kind="choice", text=text, answers=item.fields[0].answers, single=False)
    return read_choice(Asking.of(alone, asking.reader))


def _explained(asking: Asking, body: Blocks) -> tuple[Blocks, ...]:
    """What is said of each item of a worked example."""
    said = items_of(asking.general.first("items"))
    if asking.item.tag("type") != "worked-example" or len(body) != 1 or not isinstance(body[0], List):
        return ()
    return tuple(asking.blocks(said.get(place, Rich())) for place in range(1, len(body[0].items) + 1))


def _filled(node: Any, gaps: list[Gap]) -> Any:
    """``node`` with a gap for each mark in its texts."""
    if isinstance(node, tuple) and not isinstance(node, Span):
        return tuple(part for each in node for part in _parts(each, gaps))
    if is_dataclass(node) and not isinstance(node, type):
        changes = {
            each.name: _filled(value, gaps)
            for each in fields(node)
            if isinstance(value := getattr(node, each.name), tuple) and not isinstance(value, Span)
        }
        return replace(node, **changes) if changes else node
    return node


def _parts(node: Any, gaps: list[Gap]) -> Iterator[Any]:
    if not isinstance(node, Text):
        yield _filled(node, gaps)
        return
    yield from _split(node, gaps)


def _split(node: Text, gaps: list[Gap]) -> Inlines:
    parts = _MARK.split(node.text)
    run: list[Any] = [Text(parts[0])]
    for number, text in zip(parts[1::2], parts[2::2], strict=True):
        run += [gaps[int(number)], Text(text)] if int(number) < len(gaps) else [Text(text)]
    return tuple(part for part in run if not isinstance(part, Text) or part.text)
