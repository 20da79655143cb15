"""Questions out of what other tools keep in cells and lines: a text, options, what is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.importers.asking_right import find_right, read_value, texts_of
from builder.model import question as q
from builder.model.span import Span
from builder.model.text import Blocks, Gap, GapChoice, Inline, Inlines, List, Paragraph, Text
from builder.source.quiz.matching import MOST_ROWS
from builder.source.quiz.options import LIMIT
from builder.source.quiz.ordering import MOST
from builder.source.quiz.typed import TEXT_MAX, units
from builder.source.quiz.words import gaps_of, key, plain, plain_blocks

TYPES = {
    **dict.fromkeys(("choice", "multiple choice", "mcq", "mc", "choices"), "choice"),
    **dict.fromkeys(("single", "single choice", "single answer", "sc", "radio"), "single"),
    **dict.fromkeys(("multiple", "multiple response", "multiple answer", "multiple answers", "mr"), "multiple"),
    **dict.fromkeys(("truefalse", "true false", "true or false", "tf", "yes no"), "truefalse"),
    **dict.fromkeys(("short", "short answer", "shortanswer", "text", "fill in"), "short"),
    **dict.fromkeys(("numerical", "numeric", "number", "calculated"), "numerical"),
    **dict.fromkeys(("matching", "match", "pairs"), "matching"),
    **dict.fromkeys(("ordering", "order", "sequence", "ranking", "sorting"), "ordering"),
    **dict.fromkeys(("gaps", "gap", "gap fill", "gapfill", "cloze", "fill in the blank", "fill in the blanks"), "gaps"),
    **dict.fromkeys(("reflection", "open", "open question", "essay", "free text"), "reflection"),
}
"""What people call the types, in small letters without signs."""

_GAP = re.compile(r"\[\[(.{1,500}?)\]\]")
_PAIR = re.compile(r"\s*(?:->|=>|→|⇒|=)\s*|\s+[-\u2013\u2014]\s+")
_TRUE = frozenset(("true", "t", "yes", "y", "right", "correct", "1", "vrai", "verdadero", "wahr"))
_FALSE = frozenset(("false", "f", "no", "n", "wrong", "incorrect", "0", "faux", "falso", "falsch"))


class UnreadableError(ValueError):
    """A question cannot be made; ``column`` says which part is at fault, the message why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """What is known of a question."""

    title: Inlines
    stem: Blocks
    at: Span
    id: str = ""
    kind: str = ""
    """A value of TYPES, or '' to be told by the answer."""
    options: Sequence[Blocks] = ()
    marked: Sequence[int] = ()
    """The options that are marked as right where they stand."""
    right: str = ""
    """What is right, in words: letters, numbers or texts of options, or the answer to be typed."""
    said: Sequence[Blocks] = ()
    """Feedback of each option; shorter lists are filled up."""
    feedback: Blocks = ()
    objective: str = ""
    points: Decimal = Decimal(1)
    unit: str = ""


def kind_of(text: str) -> str | None:
    """The type that a word names; '' for none given, None for one that is not known."""
    words = re.sub(r"[^a-z]+", " ", text.lower()).strip()
    return TYPES.get(words) or TYPES.get(words.removesuffix(" question")) if words else ""


def ask(raw: Raw) -> q.Question:
    """The question that ``raw`` describes. Raises UnreadableError."""
    if not plain(raw.title).strip():
        raise UnreadableError("stem", "there is no question")
    kind = raw.kind or _kind(raw)
    return _MAKERS[kind](raw)


def _kind(raw: Raw) -> str:
    """The type, by the answer."""
    if raw.options:
        if all(len(_halves(body)) == 2 for body in raw.options) and not raw.right and not raw.marked:
            return "matching"
        words = {key(plain_blocks(body)).lower() for body in raw.options}
        return "truefalse" if len(words) == 2 and words & _TRUE and words & _FALSE else "choice"
    if any(_GAP.search(text) for text in (plain(raw.title), plain_blocks(raw.stem))):
        return "gaps"
    if raw.right.strip().lower() in (_TRUE | _FALSE) - {"1", "0", "t", "f", "y", "n"}:
        return "truefalse"
    if not raw.right.strip():
        raise UnreadableError("right", "nothing says what is right")
    return "numerical" if all(read_value(text) for text in texts_of(raw.right)) else "short"


def _options(raw: Raw) -> tuple[q.Option, ...]:
    if not raw.options:
        raise UnreadableError("options", "there are no options")
    if not 2 <= len(raw.options) <= LIMIT:
        raise UnreadableError("options", f"there is one option only, or more than {LIMIT}")
    seen = [key(plain_blocks(body)) for body in raw.options]
    if not all(seen):
        raise UnreadableError("options", "an option has no text")
    if len(set(seen)) < len(seen):
        raise UnreadableError("options", "two options say the same")
    right = set(raw.marked) or find_right(raw.right, seen)
    if not right:
        known = "A" if len(seen) == 1 else f"A to {chr(64 + len(seen))}"
        said = f"`{raw.right.strip()}` names none of the options {known}" if raw.right.strip() else ""
        raise UnreadableError("right", said or "nothing says which option is right")
    said_of = [*raw.said, *([()] * len(seen))]
    return tuple(q.Option(body, place in right, said_of[place], raw.at) for place, body in enumerate(raw.options))


def _common(raw: Raw) -> dict[str, object]:
    return {
        "id": raw.id,
        "title": raw.title,
        "stem": raw.stem,
        "feedback": raw.feedback,
        "span": raw.at,
        "objective": raw.objective,
        "points": raw.points,
    }


def _choice(raw: Raw) -> q.Question:
    options = _options(raw)
    several = sum(option.correct for option in options) > 1
    if raw.kind == "single" and several:
        raise UnreadableError("right", "a single choice has one right option")
    if several or raw.kind == "multiple":
        return q.Multiple(**_common(raw), options=options)  # type: ignore[arg-type]
    return q.Single(**_common(raw), options=options)  # type: ignore[arg-type]


def _truefalse(raw: Raw) -> q.Question:
    if raw.options:
        options = _options(raw)
    else:
        word = raw.right.strip().lower()
        if word not in _TRUE | _FALSE:
            raise UnreadableError("right", f"`{raw.right.strip()}` is neither true nor false")
        words = (("True", word in _TRUE), ("False", word in _FALSE))
        said = [*raw.said, (), ()]
        options = tuple(
            q.Option((Paragraph((Text(name),), raw.at),), correct, said[place], raw.at)
            for place, (name, correct) in enumerate(words)
        )
    if len(options) != 2 or sum(option.correct for option in options) != 1:
        raise UnreadableError("options", "a true-false question has two options, one of them right")
    return q.TrueFalse(**_common(raw), options=options)  # type: ignore[arg-type]


def _texts(raw: Raw) -> list[str]:
    texts = [plain_blocks(body) for body in raw.options] if raw.options and not raw.right else texts_of(raw.right)
    if not texts:
        raise UnreadableError("right", "there is no answer")
    return texts[:MOST_ROWS]


def _short(raw: Raw) -> q.Question:
    answers = tuple(q.Accepted(text, (), raw.at) for text in dict.fromkeys(_texts(raw)))
    longest = max(units(each.pattern) for each in answers)
    if longest > 127:
        raise UnreadableError("right", "an answer of more than 127 characters cannot be typed; make options of it")
    limit = TEXT_MAX if longest <= TEXT_MAX else 127
    return q.Short(**_common(raw), answers=answers, max=limit)  # type: ignore[arg-type]


def _numerical(raw: Raw) -> q.Question:
    ranges = []
    for text in _texts(raw):
        value = read_value(text)
        if value is None:
            raise UnreadableError("right", f"`{text}` is no number")
        ranges.append(q.Range(*value, (), raw.at))
    return q.Numerical(**_common(raw), answers=tuple(dict.fromkeys(ranges)), unit=raw.unit)  # type: ignore[arg-type]


def _halves(body: Blocks) -> list[str]:
    return [part for part in _PAIR.split(plain_blocks(body).strip(), maxsplit=1) if part]


def _matching(raw: Raw) -> q.Question:
    lines = raw.options or [(Paragraph((Text(line),), raw.at),) for line in raw.right.splitlines() if line.strip()]
    pairs = [_halves(body) for body in lines]
    if len(pairs) < 2 or any(len(pair) != 2 for pair in pairs) or len(pairs) > MOST_ROWS:
        raise UnreadableError("options", "each line of a matching question is a pair: `Apple = Fruit`")
    values = list(dict.fromkeys(key(right) for _, right in pairs))
    lefts = [key(left) for left, _ in pairs]
    if len(values) < 2 or len(set(lefts)) < len(lefts):
        raise UnreadableError("options", "its left sides differ, and there are two right sides at least")
    rows = tuple(q.Row((Text(left),), values.index(key(right)), raw.at) for left, right in pairs)
    heads: tuple[Inlines, Inlines] = ((Text("…"),), (Text("…"),))
    texts = tuple((Text(value),) for value in values)
    classify = len(values) < len(rows)
    return q.Matching(**_common(raw), rows=rows, values=texts, heads=heads, classify=classify)  # type: ignore[arg-type]


def _ordering(raw: Raw) -> q.Question:
    bodies = raw.options or [(Paragraph((Text(text),), raw.at),) for text in texts_of(raw.right)]
    if not 2 <= len(bodies) <= MOST:
        raise UnreadableError("options", f"there are 2 to {MOST} things to order, in their right order")
    words = [key(plain_blocks(body)) for body in bodies]
    if not all(words) or len(set(words)) < len(words):
        raise UnreadableError("options", "of the things to order one has no text, or two are the same")
    said = [*raw.said, *([()] * len(bodies))]
    items = tuple(q.Step(body, said[place], raw.at) for place, body in enumerate(bodies))
    return q.Ordering(**_common(raw), items=items)  # type: ignore[arg-type]


def _gaps(raw: Raw) -> q.Question:
    """Gaps as authors of courses write them, ``[[1995]]``; a heading holds none, so its text moves below it."""
    stem = raw.stem
    title = raw.title
    if _GAP.search(plain(title)):
        stem, title = (Paragraph(title, raw.at), *stem), (Text("Fill in what is missing."),)
    first = next((place for place, block in enumerate(stem) if _GAP.search(plain_blocks((block,)))), len(stem))
    body = tuple(_with_gaps(block, raw.at) for block in stem[first:])
    gaps = gaps_of(body)
    if not gaps:
        raise UnreadableError("stem", "there is no gap; write what is missing as `[[answer]]`")
    common = {**_common(raw), "title": title, "stem": stem[:first]}
    return q.GapFill(**common, body=body, gaps=gaps)  # type: ignore[arg-type]


def _with_gaps(block: object, at: Span) -> Paragraph | List:
    if not isinstance(block, Paragraph):
        raise UnreadableError("stem", "gaps stand in plain paragraphs only")
    children: list[Inline] = []
    for node in block.children:
        if not isinstance(node, Text):
            children.append(node)
            continue
        parts = _GAP.split(node.text)
        for place, part in enumerate(parts):
            if place % 2:
                children.append(_gap(part, at))
            elif part:
                children.append(Text(part))
    return Paragraph(tuple(children), block.span)


def _gap(text: str, at: Span) -> Gap:
    typed = not text.lstrip().startswith("=")
    choices = list(dict.fromkeys(part.strip() for part in text.lstrip(" =").split("/") if part.strip()))
    if not choices or (not typed and len(choices) < 2):
        raise UnreadableError("stem", f"the gap `[[{text}]]` offers nothing to choose or to type")
    return Gap(tuple(GapChoice(choice, typed or place == 0) for place, choice in enumerate(choices)), typed, at)


def _reflection(raw: Raw) -> q.Question:
    model: Blocks = raw.feedback
    if raw.right.strip():
        model = (*(Paragraph((Text(line.strip()),), raw.at) for line in raw.right.splitlines() if line.strip()), *model)
    common = {**_common(raw), "feedback": (), "points": Decimal(1)}
    return q.Reflection(**common, model=model)  # type: ignore[arg-type]


_MAKERS = {
    "choice": _choice,
    "single": _choice,
    "multiple": _choice,
    "truefalse": _truefalse,
    "short": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "gaps": _gaps,
    "reflection": _reflection,
}
