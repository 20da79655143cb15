"""Synthetic courses of any length: pages of about 5.3 KB with two questions each, all types in turn."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

LEXICON = (
    "trade policy market women men firm border price rule service export import wage farm negotiation environment "
    "participation agriculture measure reason result effect evidence chapter agreement member country region worker "
    "owner buyer seller port regulation investment share growth change access finance skill law right duty standard "
    "licence permit form office training and of the to in for with from by on at as that which when where while "
    "because through under over between about"
)

WORDS = tuple(LEXICON.split())

PAGES_IN_LESSON = 20

PROGRAMME = """\
id: bench
title: Benchmark
languages: [en]
source_language: en
courses: [bench]
"""

SOURCES = """\
- {id: EV-01, statement: A fact., year: 2020, source: A survey, url: "https://example.org/", status: verified}
"""

# One package a lesson: the state of 2,000 questions fits no LMS.
COURSE = """\
id: bench
title: A course to measure
description: Pages made by a program.
package: lesson
objectives:
  O1: Explain what is measured.
"""

QUESTIONS = (
    "- [x] {a}\n  > {c}\n- [ ] {b}\n- [ ] {d}\n  > {e}\n\n> {f}\n",
    "- [x] {a}\n- [x] {b}\n- [ ] {c}\n- [ ] {d}\n\n> {f}\n",
    "{{.truefalse}}- [x] True\n- [ ] False\n\n> {f}\n",
    "= {w}\n= {v}\n\n> {f}\n",
    "= 33 +- 2\n\n> {f}\n",
    "| term | meaning |\n|---|---|\n| {w} one | {a} |\n| {v} two | {b} |\n| {w} three | {c} |\n\n> {f}\n",
    "1. {a}\n2. {b}\n3. {c}\n4. {d}\n\n> {f}\n",
    "{e} [[1995]] {c} [[={w} / other {v} / third]] {b}.\n\n> {f}\n",
    "{{.spot}}> {a}, says Maravia; {b}, says Velmora.\n\n- [x] Maravia\n- [ ] Velmora\n\n> {f}\n",
    "{{.reflection}}{e}\n\n::: model\n\n{f}\n\n:::\n",
)
"""Answers of each type; the class a type needs stands first, in double braces."""


def write_course(root: Path, pages: int) -> Path:
    """Write a programme with one course of ``pages`` pages into ``root``; the same text on every machine."""
    _write(root / "programme.yaml", PROGRAMME)
    _write(root / "sources.yaml", SOURCES)
    _write(root / "glossary" / "en.yaml", "[]\n")
    _write(root / "bench" / "course.yaml", COURSE)
    for number in range(pages):
        lesson = number // PAGES_IN_LESSON
        folder = root / "bench" / "en" / f"{lesson + 1:03d}-lesson"
        if number % PAGES_IN_LESSON == 0:
            _write(folder / "lesson.yaml", f"id: l-{lesson + 1}\ntitle: Lesson {lesson + 1}\n")
        _write(folder / f"{number % PAGES_IN_LESSON + 1:02d}-page.md", page(number))
    return root


def page(number: int) -> str:
    """The source of one page."""
    dice = random.Random(number)
    front = f'---\nid: p-{number:04d}\ntitle: "Page {number}: {_phrase(dice, 4)}"\nobjective: O1\nminutes: 4\n---\n'
    return "\n".join([front, *_sections(dice, number), *_quiz(dice, number)])


def _sections(dice: random.Random, number: int) -> Iterator[str]:
    extras = [_list, _table, _quote, _ordered]
    for section, extra in enumerate(extras):
        yield f"## {_phrase(dice, 5).capitalize()} {{#s-{number:04d}-{section}}}\n"
        yield _paragraph(dice, 66) + "\n"
        yield extra(dice) + "\n"
        yield _paragraph(dice, 66) + " [@EV-01]\n"
    if number % 5 == 0:
        yield "```python\ndef share(part, whole):\n    return 100 * part / whole\n```\n"


def _quiz(dice: random.Random, number: int) -> Iterator[str]:
    yield f":::: quiz {{#quiz-{number:04d}}}\n"
    for place in range(2):
        index = 2 * number + place
        template = QUESTIONS[index % len(QUESTIONS)]
        kind, template = ("", template) if template[0] != "{" or template[1] != "{" else template[2:].split("}}", 1)
        words = {letter: _phrase(dice, 6).capitalize() for letter in "abcdef"}
        single = dict(zip("wv", dice.sample(WORDS[:40], 2), strict=True))
        yield f"## {_phrase(dice, 7).capitalize()}? {{#q-{number:04d}-{place} objective=O1{kind and ' ' + kind}}}\n"
        yield template.format(**words, **single)
    yield "::::\n"


def _phrase(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))


def _paragraph(dice: random.Random, count: int) -> str:
    words = dice.choices(WORDS, k=count)
    words[3] = f"*{words[3]}*"
    words[11] = f"**{words[11]} {words[12]}**"
    words[20] = f"[{words[20]}](https://example.org/{words[21]})"
    lines = [" ".join(words[at : at + 13]) for at in range(0, count, 13)]
    return "\n".join(lines).capitalize() + "."


def _list(dice: random.Random) -> str:
    return "\n".join(f"- {_phrase(dice, 8)}" for _ in range(4))


def _table(dice: random.Random) -> str:
    rows = "\n".join(f"| {_phrase(dice, 2)} | {_phrase(dice, 3)} | {dice.randint(1, 99)} |" for _ in range(4))
    return f"| name | what | number |\n|---|---|---:|\n{rows}"


def _quote(dice: random.Random) -> str:
    return f"> {_phrase(dice, 12)}\n> {_phrase(dice, 12)}"


def _ordered(dice: random.Random) -> str:
    return "\n".join(f"{number}. {_phrase(dice, 8)}" for number in range(1, 5))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
