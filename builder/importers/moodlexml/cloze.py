"""The fields of a Cloze text (``question/type/multianswer/questiontype.php``)."""

from __future__ import annotations

import html as html_module
import re
from decimal import Decimal

from builder.importers.bank.forms import number_of
from builder.importers.bank.item import FULL, GAP, Answer, Field, Rich

_KINDS = {
    "number": ("NUMERICAL", "NM"),
    "typed": ("SHORTANSWER_C", "SAC", "MWC", "SHORTANSWER", "SA", "MW"),
    "choices": ("MULTIRESPONSE_HS", "MULTIRESPONSE_H", "MULTIRESPONSE_S", "MULTIRESPONSE", "MRHS", "MRH", "MRS", "MR"),
    "choice": (
        *("MULTICHOICE_VS", "MULTICHOICE_HS", "MULTICHOICE_V", "MULTICHOICE_H", "MULTICHOICE_S", "MULTICHOICE"),
        *("MCVS", "MCHS", "MCV", "MCH", "MCS", "MC"),
    ),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}
_START = re.compile(r"\{([0-9]{0,9}):(" + "|".join(sorted(_KIND_OF, key=len, reverse=True)) + "):")
_SHARE = re.compile(r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%")
_TOLERANCE = re.compile(r"(-?[0-9.,]+(?:[eE][-+]?[0-9]+)?):(-?[0-9.,]+(?:[eE][-+]?[0-9]+)?)")


def cloze_of(text: Rich) -> tuple[Rich, tuple[Field, ...]]:
    """The text with a mark for each field, and the fields. A field that is never closed stays text."""
    html, place = text.html, 0
    parts: list[str] = []
    fields: list[Field] = []
    while match := _START.search(html, place):
        end = _end(html, match.end())
        if end < 0:
            break
        parts += [html[place : match.start()], GAP.format(len(fields))]
        fields.append(_field(match[2], int(match[1] or 1), html[match.end() : end]))
        place = end + 1
    return Rich("".join((*parts, html[place:])), text.files), tuple(fields)


def _end(html: str, start: int) -> int:
    """The place of the brace that closes a field, or -1; behind a backslash it is text."""
    found = re.compile(r"(?<!\\)\}").search(html, start)
    return found.start() if found else -1


def _field(name: str, weight: int, inner: str) -> Field:
    kind = _KIND_OF[name]
    answers = tuple(_answer(part, kind) for part in re.split(r"(?<!\\)~", inner) if part.strip())
    if kind == "choices" and not any("%" in part for part in re.split(r"(?<!\\)~", inner)):
        right = sum(answer.share > 0 for answer in answers) or 1
        part = FULL / right
        answers = tuple(
            Answer(each.body, part if each.share > 0 else -part, each.feedback, each.tolerance) for each in answers
        )
    return Field(kind, answers, weight, case=name in ("SHORTANSWER_C", "SAC", "MWC"))


def _answer(text: str, kind: str) -> Answer:
    text = text.strip()
    share = Decimal(0)
    if match := _SHARE.match(text):
        share = FULL if match[0] == "=" else number_of(match[1]) or Decimal(0)
        text = text[match.end() :]
    # A cross behind an ampersand belongs to a reference.
    pieces = re.split(r"(?<![\\&])#", text, maxsplit=1)
    body, said = pieces[0], pieces[1] if len(pieces) > 1 else ""
    tolerance = None
    if kind == "number" and (found := _TOLERANCE.fullmatch(body.strip())):
        body, tolerance = found[1], number_of(found[2])
    return Answer(Rich(_decoded(body)), share, Rich(_decoded(said)), tolerance)


def _decoded(text: str) -> str:
    """References decoded once, and signs behind backslashes."""
    decoded = html_module.unescape(text.replace("\\~", "~"))
    return decoded.replace("\\}", "}").replace("\\#", "#").strip()
