"""The questions of a GIFT text as items (``question/format/gift/format.php``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import NOT_GIFT
from builder.importers.bank.forms import number_of, path_of
from builder.importers.bank.item import FULL, GAP, Answer, Field, Item, Rich
from builder.importers.gift.marks import named_of, parted, plain_of, rich_of, sealed
from builder.model.span import Span

_CATEGORY = "$CATEGORY:"
_ID = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`\x00-\x1f])+)\]")
_SHARE = re.compile(r"%(-*[0-9]{1,3}\.?[0-9]*)%")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")


class _Block(NamedTuple):
    """Lines between empty ones: what is said in comments, and the rest."""

    line: int
    comments: str
    text: str


def items_of(text: str, name: str) -> tuple[list[Item], list[Diagnostic]]:
    """The items of a file in its order, and what could not be read."""
    items: list[Item] = []
    unread: list[Diagnostic] = []
    category: tuple[str, ...] = ()
    for block in _blocks(text):
        if block.text.startswith(_CATEGORY):
            first, _, rest = block.text.partition("\n")
            category = path_of(first.removeprefix(_CATEGORY).strip())
            block = block._replace(text=rest.strip(), line=block.line + 1)  # noqa: PLW2901 - what is left of it
        if not block.text:
            continue
        try:
            items.append(_item(block, category, name))
        except ValueError as error:
            unread.append(NOT_GIFT.at(Span(name, block.line), reason=str(error)))
    return items, unread


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    comments: list[str] = []
    start = 1
    for number, line in enumerate([*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""], 1):
        if line.strip():
            start = start if lines or comments else number
            (comments if line.strip().startswith("//") else lines).append(line)
        else:
            if lines:
                yield _Block(start, "\n".join(comments)[:10_000], "\n".join(lines).strip())
            lines, comments = [], []


def _item(block: _Block, category: tuple[str, ...], name: str) -> Item:
    """One question. Raises ValueError for what is none; the message says why."""
    text = sealed(block.text)
    title = ""
    if text.startswith("::") and (end := text.find("::", 2)) >= 0:
        title, text = named_of(text[2:end]), text[end + 2 :].strip()
    opening, closing = text.find("{"), text.find("}")
    if (opening < 0) != (closing < 0) or closing < opening:
        raise ValueError("a brace is missing around its answers")
    before, after = (text[:opening], text[closing + 1 :].rstrip()) if opening >= 0 else (text, "")
    answers, _, general = text[opening + 1 : closing].rpartition("####") if opening >= 0 else ("", "", "")
    if opening >= 0 and "####" not in text[opening + 1 : closing]:
        answers, general = general, ""
    asked, form = rich_of(f"{before}_____{after}" if after else before)
    found_id = _ID.search(block.comments)
    item = Item(
        kind="description",
        name=title or " ".join(re.sub("<[^>]*>", " ", asked.html[:2000]).split())[:80],
        text=asked,
        span=Span(name, block.line),
        category=category,
        general=rich_of(general, form)[0],
        id=found_id[1].replace("\\]", "]").strip() if found_id else "",
        tags=tuple(tag.replace("\\]", "]").strip() for tag in _TAG.findall(block.comments)),
    )
    if opening < 0:
        return item
    return _answered(item, answers.strip(), form, (before, after))


def _answered(item: Item, answers: str, form: str, around: tuple[str, str]) -> Item:
    """The kind follows from the signs in the answers, in Moodle's order."""
    if not answers:
        return replace(item, kind="essay")
    if answers.startswith("#"):
        return replace(item, kind="number", answers=tuple(_numbers(answers[1:], form)))
    if "~" in answers:
        item = replace(item, kind="choice", single="=" in answers, answers=tuple(_choices(answers, form)))
        return _missing_word(item, form, around) if around[1] and item.single else item
    if "=" in answers and "->" in answers:
        return replace(item, kind="match", pairs=tuple(_pairs(answers, form)))
    judgement, *said = answers.split("#", 2)
    if judgement.strip().upper() in (*_TRUE, *_FALSE) and "=" not in answers:
        wrong, right = (*(rich_of(each, form)[0] for each in said), Rich(), Rich())[:2]
        is_true = judgement.strip().upper() in _TRUE
        true, false = (right, wrong) if is_true else (wrong, right)
        both = (
            Answer(Rich(), FULL if is_true else Decimal(0), true),
            Answer(Rich(), Decimal(0) if is_true else FULL, false),
        )
        return replace(item, kind="truefalse", answers=both)
    return replace(item, kind="typed", answers=tuple(_texts(answers, form)), case=item.tag("case") == "yes")


def _missing_word(item: Item, form: str, around: tuple[str, str]) -> Item:
    """Answers within a sentence: a gap to choose for."""
    text, _ = rich_of(f"{around[0]}{GAP.format(0)}{around[1]}", "" if form == "html" else form)
    return replace(item, kind="fields", text=text, fields=(Field("choice", item.answers),))


def _choices(answers: str, form: str) -> Iterator[Answer]:
    """Each begins with its sign: ``=`` is right, ``~`` wrong or worth a share."""
    for sign, text in re.findall(r"([~=])([^~=]*)", answers):
        share, rest = (FULL, text) if sign == "=" else _share(text.strip())
        body, said = parted(rest, form)
        yield Answer(body, share or Decimal(0), said)


def _texts(answers: str, form: str) -> Iterator[Answer]:
    for text in re.split("=", answers):
        if text.strip():
            share, rest = _share(text.strip())
            body, _, said = rest.partition("#")
            plain = re.sub(r"^\[(?:html|moodle|plain|markdown)\]", "", body.strip())
            yield Answer(Rich(plain_of(plain)), FULL if share is None else share, rich_of(said, form)[0])


def _numbers(answers: str, form: str) -> Iterator[Answer]:
    right, tilde, others = answers.partition("~")
    for text in right.split("="):
        if text.strip():
            share, rest = _share(text.strip())
            value, _, said = rest.partition("#")
            yield _number(value.strip(), FULL if share is None else share, rich_of(said, form)[0])
    if tilde:
        yield Answer(Rich("*"), Decimal(0), parted(others, form)[1])


def _number(value: str, share: Decimal, said: Rich) -> Answer:
    """``33``, ``33:2`` or ``31..35``."""
    low, dots, high = value.partition("..")
    if dots and (ends := [number_of(low), number_of(high)]) and None not in ends:
        first, last = sorted(end for end in ends if end is not None)
        return Answer(Rich(f"{(first + last) / 2:f}"), share, said, (last - first) / 2)
    middle, _, spread = value.partition(":")
    return Answer(Rich(middle.strip()), share, said, number_of(spread))


def _pairs(answers: str, form: str) -> Iterator[tuple[Rich, str]]:
    for text in answers.split("="):
        if text.strip():
            left, arrow, right = text.partition("->")
            if not arrow:
                raise ValueError("a pair has no `->`")
            yield rich_of(left, form)[0], named_of(right)


def _share(text: str) -> tuple[Decimal | None, str]:
    match = _SHARE.match(text)
    return (number_of(match[1]), text[match.end() :]) if match else (None, text)
