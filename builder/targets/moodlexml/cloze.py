"""Cloze questions (``question/type/multianswer``): fields inside a text, each worth the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from builder.model.question import GapFill, Option
from builder.model.text import Gap
from builder.targets.banks import Unit, decimal, percent, spellings
from builder.targets.moodlexml.common import begin, shuffled
from builder.targets.moodlexml.gaps import text_with_gaps
from builder.targets.moodlexml.sheet import Sheet
from builder.targets.prompts import Prompts
from builder.targets.safe import line

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_ESCAPES = {ord(sign): f"&#{ord(sign)};" for sign in "&~#{}\\"}
"""What ends a part of a field. Moodle decodes references once; its own backslashes do not work everywhere."""


def write_cloze(unit: Unit, prompts: Prompts, question: GapFill) -> Sheet:
    """A text with gaps to type in or to choose for. The question is worth the sum of its fields."""
    weight = weight_of(question.points, len(question.gaps))
    text = text_with_gaps(
        unit,
        prompts,
        protect="{}",
        field=lambda place: f"{{{weight}:{_field(question.gaps[place], case=question.case)}}}",
    )
    return begin(unit, prompts, "cloze", text)


def write_responses(unit: Unit, prompts: Prompts, options: Sequence[Option]) -> Sheet:
    """A multiple response whose shares are not in Moodle's list: as a field, where any share may stand.

    Moodle keeps shares with seven decimals; the first right option makes up for what is lost in them, or all right ones
    together would not be worth all.
    """
    right = sum(option.correct for option in options)
    share = Decimal(percent(1, right))
    first = next(option for option in options if option.correct)
    parts = []
    for option in options:
        worth = 100 - share * (right - 1) if option is first else share if option.correct else -share
        said = prompts.blocks(option.feedback)
        body = escaped(prompts.tight(option.body))
        parts.append(f"%{decimal(worth)}%{body}{'#' + escaped(said) if said else ''}")
    kind = "MULTIRESPONSE_S" if shuffled(unit) else "MULTIRESPONSE"
    field = f"{{{weight_of(unit.question.points, 1)}:{kind}:{'~'.join(parts)}}}"
    text = prompts.question(unit).translate({ord(sign): f"&#{ord(sign)};" for sign in "{}"})
    return begin(unit, prompts, "cloze", f"{text}\n<div>{field}</div>")


def weight_of(points: Decimal, fields: int) -> int:
    """What each field is worth, a whole number: its part of the points, or 1 where that is none."""
    part = points / fields
    return int(part) if part == part.to_integral_value() and part >= 1 else 1


def _field(gap: Gap, *, case: bool) -> str:
    if not gap.typed:
        choices = (f"{'=' if choice.correct else ''}{_choice(choice.text)}" for choice in gap.choices)
        return f"MULTICHOICE_S:{'~'.join(choices)}"
    texts = [choice.text for choice in gap.choices]
    if all(map(_NUMBER.fullmatch, texts)):
        return "NUMERICAL:" + "~".join(f"={text}:0" for text in texts)
    spelt = dict.fromkeys(escaped(line(one).replace("*", "\\*")) for text in texts for one in spellings(text))
    return f"SHORTANSWER{'_C' if case else ''}:" + "~".join(f"={text}" for text in spelt)


def _choice(text: str) -> str:
    """A choice as HTML inside a field."""
    return escaped(escape(line(text), quote=False) or "…")


def escaped(text: str) -> str:
    """Text for a part of a field; a sign of right or of a share at its start is none.

    Moodle decodes references, and then takes the backslash from before a brace or a cross: it gets one more.
    """
    safe = text.replace("\\}", "\\\\}").replace("\\#", "\\\\#").translate(_ESCAPES)
    safe = safe.replace("]]>", "]]&#62;")  # Moodle writes fields into CDATA sections as they are
    return f"&#{ord(safe[0])};{safe[1:]}" if safe[:1] in ("=", "%") else safe
