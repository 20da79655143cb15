"""Questions as fixtures: source, and what was read with its diagnostics."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

import pytest

from builder.model.span import Span
from builder.source.markdown.document import Origin, read_document
from builder.source.quiz import Settings, read_quiz
from tests.support.dump_quiz import dump_quiz
from tests.support.random_course import mutate, random_course

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures" / "quiz"
PATH = "c/en/01-lesson/01-page.md"
_CASE = re.compile(r"^([^\n]+)\n\.\n(.*?)\n\.\n(.*?)\n?^\.$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    title: str
    source: str
    expected: str


def cases() -> list[Case]:
    """Every case: a title, then source and result between lines of one dot."""
    files = sorted(FOLDER.glob("*.txt"))
    return [Case(*match.groups()) for file in files for match in _CASE.finditer(file.read_bytes().decode())]


def result(source: str, *, role: str = "quiz") -> str:
    document = read_document(source.split("\n"), 0, Origin(path=PATH, page=PATH[5:], language="fr", quiz=True))
    settings = Settings(confidence="confident" in source)
    span = Span(PATH, 0)
    quiz, found = read_quiz(document.blocks, id="p", role=role, span=span, settings=settings, language="fr")
    found = sorted([*document.diagnostics, *found], key=lambda diagnostic: diagnostic.span)
    return "\n".join([*dump_quiz(quiz), *(f"! {d.span.line}:{d.span.column} {d.code.id} {d.remedy}" for d in found)])


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_question(case: Case) -> None:
    assert result(case.source) == case.expected


def test_every_type_has_a_case() -> None:
    types = "single multiple truefalse short numerical matching ordering gaps spot reflection scenario branch checklist"
    types += " vote rank budget"
    found = {line.split(" ")[0] for case in cases() for line in case.expected.split("\n")}
    assert set(types.split()) <= found


def test_any_heading_opens_a_question_in_a_fence() -> None:
    source = "#### What? {#q-x}\n\n- [x] a\n- [ ] b\n\n## Why? {#q-y .reflection}"
    assert "Q108" not in result(source, role="practice")
    assert result(source, role="practice").count("\nreflection") == 1


@pytest.mark.parametrize("group", range(4))
def test_hostile_changes_never_raise(group: int) -> None:
    """2,000 spoiled sources, 500 a group."""
    rng = Random(group)
    texts = [text for seed in range(12) for name, text in random_course(seed).items() if name.endswith(".md")]
    for _ in range(500):
        result(mutate(rng.choice(texts), rng), role=rng.choice(("quiz", "practice", "test", "bank")))


@pytest.mark.parametrize(
    "source",
    [
        "## A\n\n" * 5_000,
        "## A {#q .branch}\n\n" + "### B {#s}\n\n- [x] c [→](#s)\n\n" * 2_000,
        "## A {#q .branch}\n\n" + "".join(f"### B {{#s-{n}}}\n\n- [x] c [→](#s-{n + 1})\n\n" for n in range(1_500)),
        "## A\n\n" + "= 1\n" * 8_000,
        "## A\n\n= 1" + " " * 100_000 + "x",
        "## A\n\n| a | b |\n|---|---|\n" + "".join(f"| {n} | {n} |\n" for n in range(3_000)),
        "## A {.spot}\n\n> " + "a b " * 8_000 + "\n\n- [x] " + "a c " * 8_000 + "\n- [ ] d",
        "## A {" + "." + "x" * 900 + "}",
    ],
    ids=lambda source: repr(source[:24]),
)
def test_large_sources_take_linear_time(source: str) -> None:
    document = read_document(source.split("\n"), 0, Origin(path=PATH, page=PATH[5:], language="en", quiz=True))
    begin = process_time()
    read_quiz(document.blocks, id="p", role="quiz", span=Span(PATH, 0), settings=Settings(), language="en")
    assert process_time() - begin < 1
