"""GIFT as Moodle reads it, written from its code and independently of our writer: what each question becomes there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ESCAPED = {"\\:": "&&058;", "\\#": "&&035;", "\\=": "&&061;", "\\{": "&&123;", "\\}": "&&125;", "\\~": "&&126;"}


class RefusedError(ValueError):
    """Moodle stops at this question."""


@dataclass
class Read:
    """A question as Moodle understands it."""

    kind: str
    name: str
    text: str
    id: str
    tags: list[str]
    category: str
    general: str = ""
    answers: list[tuple[float, str, str]] = field(default_factory=list)
    """Share, text, feedback; of matching questions 1, left, right."""


def read(data: bytes) -> list[Read]:
    """All questions of a file. Raises RefusedError where Moodle would stop."""
    found, category = [], ""
    for chunk in re.split(r"\n\s*\n", data.decode("utf-8").replace("\r", "")):
        lines = [line for line in chunk.split("\n") if line.strip()]
        comments = "\n".join(line for line in lines if line.strip().startswith("//"))
        text = "\n".join(" " if line.strip().startswith("//") else line for line in lines).strip()
        if not text:
            continue
        if text.startswith("$CATEGORY:"):
            category = _pre(text)[10:].strip()
            continue
        found.append(_question(_pre(text), comments, category))
    return found


def _pre(text: str) -> str:
    text = text.replace("\\\\", "&&092;")
    for sign, place in {**_ESCAPED, "\\n": "&&010"}.items():
        text = text.replace(sign, place)
    return text.replace("&&092;", "\\")


def _post(text: str) -> str:
    for sign, place in _ESCAPED.items():
        text = text.replace(place, sign[1:])
    return text.replace("&&010", "\n").strip()


def _formatted(text: str) -> str:
    return _post(re.sub(r"^\[(html|plain|moodle|markdown)\]", "", text.strip()))


def _question(text: str, comments: str, category: str) -> Read:  # noqa: PLR0912, C901 - one step a line, as Moodle does
    name = ""
    if text.startswith("::"):
        name, _, text = text[2:].partition("::")
    start, end = text.find("{"), text.find("}")
    if (start < 0) != (end < 0):
        raise RefusedError(f"braces: {text[:60]}")
    inner = text[start + 1 : end].strip() if start >= 0 else ""
    inner, _, general = inner.rpartition("####") if "####" in inner else (inner, "", "")
    inner = inner.strip()
    marks = re.search(r"\[id:((?:\\]|[^]\x00-\x1f])+)]", comments)
    asked = _formatted(text[:start] + text[end + 1 :]) if start >= 0 else _formatted(text)
    tags = re.findall(r"\[tag:((?:\\]|[^]<>`\x00-\x1f])+)]", comments)
    found = Read("", _post(name), asked, marks[1] if marks else "", tags, category, _formatted(general))
    if start < 0:
        found.kind = "description"
    elif not inner:
        found.kind = "essay"
    elif inner[0] == "#":
        found.kind = "numerical"
        found.answers = [_numbered(*_weighed(part, 1.0)) for part in _split(inner[1:], "=")]
    elif "~" in inner:
        found.kind = "multichoice" if "=" in inner else "multichoice-several"
        for part in _split(inner.replace("=", "~="), "~"):
            share, rest = (1.0, part[1:]) if part[0] == "=" else _weighed(part, 0.0)
            found.answers.append((share, *_said(rest)))
    elif "=" in inner and "->" in inner:
        found.kind = "match"
        for part in _split(inner, "="):
            if "->" not in part:
                raise RefusedError(f"no pair: {part}")
            left, _, right = part.partition("->")
            found.answers.append((1.0, _formatted(left), _post(right)))
    elif inner.split("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        found.kind = "truefalse"
        judgement, *said = [*inner.split("#", 2), "", ""]
        is_true = judgement.strip()[0] == "T"
        true, false = (said[1], said[0]) if is_true else (said[0], said[1])
        found.answers = [
            (float(is_true), "True", _formatted(true)),
            (float(not is_true), "False", _formatted(false)),
        ]
    else:
        found.kind = "shortanswer"
        for part in _split(inner, "="):
            share, rest = _weighed(part, 1.0)
            found.answers.append((share, *_said(rest)))
    return found


def _split(text: str, sign: str) -> list[str]:
    first, *rest = [part.strip() for part in text.split(sign)]
    parts = [first, *rest] if first else rest
    if not all(parts):
        raise RefusedError(f"an empty answer: {text[:60]}")
    return parts


def _weighed(text: str, share: float) -> tuple[float, str]:
    if re.match(r"^%-*([0-9]{1,2})\.?([0-9]*)%", text):
        weight, _, text = text[1:].partition("%")
        share = float(weight) / 100
    return share, text


def _said(text: str) -> tuple[str, str]:
    body, _, said = text.partition("#")
    return _formatted(body), _formatted(said)


def _numbered(share: float, text: str) -> tuple[float, str, str]:
    body, said = _said(text)
    middle, _, spread = body.partition(":")
    float(middle), float(spread or 0)
    return share, body, said
