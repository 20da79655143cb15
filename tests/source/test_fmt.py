"""What ``fmt`` writes, case by case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.source.fmt import format_course, format_lesson, format_page
from builder.source.fmt.insert import insert_id
from builder.source.fmt.names import LENGTH, Names, slug
from tests.support.miniature import write

PATH = "c/en/01-lesson/02-check.md"


def page(body: str, front: str = "id: p-x\ntitle: X\nkind: quiz\n") -> str:
    return f"---\n{front}---\n\n{body}"


def formatted(body: str, front: str = "id: p-x\ntitle: X\nkind: quiz\n") -> str:
    """The body of a page after ``fmt``; a second run must change nothing."""
    once = format_page(PATH, page(body, front), Names([])).text
    assert format_page(PATH, once, Names([once])).text == once
    return once.split("---\n", 2)[2].removeprefix("\n")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Which aim stands in the preamble?", "which-aim-stands-in-the-preamble"),
        ("L\u2019œuvre d'été : coûts", "l-oeuvre-d-ete-couts"),
        ("Women's don't", "womens-dont"),
        ("Straße 33 %", "strasse-33"),
        ("Ł. Đuro & Æ", "l-duro-ae"),
        ("التجارة", ""),
        ("WTO 贸易市场关税", ""),
        ("Market 贸", "market"),
        ("1995", "1995"),
        ("", ""),
        ("A" * 99, "a" * LENGTH),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


@settings(deadline=None)
@given(st.text())
def test_any_slug_can_end_an_id(text: str) -> None:
    made = slug(text)
    assert len(made) <= LENGTH
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", made)


def test_names_are_unique_and_keep_to_what_is_written() -> None:
    names = Names(["## A {#q-a}\n", "## B {.single #q-b points=2}\nid: p-c\n", 'id: "p-d"\n'])
    made = [
        names.make("q-", "a"),
        names.make("q-", "a"),
        names.make("q-", "b"),
        names.make("p-", "c"),
        names.make("p-", "d"),
    ]
    assert made == ["q-a-2", "q-a-3", "q-b-2", "p-c-2", "p-d-2"]
    assert names.make("bank-", "", "bank-o1") == "bank-o1"
    assert names.make("q-") == "q-1"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## What?", "## What? {#q}"),
        ("## What? ##", "## What? {#q} ##"),
        ("## What? {.single}", "## What? {#q .single}"),
        ("## What? {.single} ##", "## What? {#q .single} ##"),
        ("## What? {unit=\"%\"}", "## What? {#q unit=\"%\"}"),
        ("## In {1995}", "## In {1995} {#q}"),
        ("## C#", "## C# {#q}"),
        ("::: quiz", "::: quiz {#q}"),
        ("What?", "What? {#q}"),
    ],
)  # fmt: skip
def test_insert_id(line: str, expected: str) -> None:
    assert insert_id(line, "q") == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## A\n\n- [X] b\n- [ ] c\n", "## A {#q-a}\n\n- [x] b\n- [ ] c\n"),
        ("## A {#q}\n\n= 33 ± 2\n", "## A {#q}\n\n= 33 +- 2\n"),
        ('## A {#q}\n\n= "3 ± 2"\n', '## A {#q}\n\n= "3 ± 2"\n'),
        ("## A {#q}\n\nx ± 2\n\n= a ± b\n", "## A {#q}\n\nx ± 2\n\n= a ± b\n"),
        ("## A {#q}\n\na  \nb   \n\n= 3\n\n\n", "## A {#q}\n\na\\\nb\n\n= 3\n"),
        ("## A {#q}\n\n`a  \nb`\n\n= 3 \n", "## A {#q}\n\n`a  \nb`\n\n= 3 \n"),
        ("## A {#q}\n\na\\  \nb\n\n= 3", "## A {#q}\n\na\\  \nb\n\n= 3"),
        ("## A {#q}\n\n```\n- [X] x  \n::: note\n```\n\n= 3", "## A {#q}\n\n```\n- [X] x  \n::: note\n```\n\n= 3\n"),
        ("## A {#q .reflection}\n\n::: model\nx\n:::\n", "## A {#q .reflection}\n\n::: model\n\nx\n\n:::\n"),
        (
            "## A {#q}\n\n:::: note\n::: example T\nx\n:::\n::::\n\n= 3\n",
            "## A {#q}\n\n:::: note\n\n::: example T\n\nx\n\n:::\n\n::::\n\n= 3\n",
        ),
        (
            "## A {.branch}\n\n### B\n\n- [x] c [→](#s-d)\n\n### D {#s-d}\n\nE.\n",
            "## A {#q-a .branch}\n\n### B {#s-b}\n\n- [x] c [→](#s-d)\n\n### D {#s-d}\n\nE.\n",
        ),
        ("## 贸易\n\n= 3\n\n## Trade\n\n= 4\n", "## 贸易 {#q-x-1}\n\n= 3\n\n## Trade {#q-trade}\n\n= 4\n"),
    ],
)
def test_quiz_page(before: str, after: str) -> None:
    assert formatted(before) == after


def test_page_with_a_quiz_and_headings() -> None:
    body = "## Part\n\n::: quiz\n## What?\n\n= 3\n:::\n"
    front = "title: Début\n"
    assert formatted(body, front) == "## Part\n\n::: quiz {#quiz-debut}\n\n## What? {#q-what}\n\n= 3\n\n:::\n"
    assert format_page(PATH, page(body, front), Names([])).text.startswith("---\nid: p-debut\ntitle: Début\n---\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: The start", "id: l-the-start\ntitle: The start\n"),
        ("---\ntitle: 贸易\n", "---\nid: l-start\ntitle: 贸易\n"),
        ("id:\ntitle: A\n", "id: l-a\ntitle: A\n"),
        ("id: l-kept\ntitle: A\n\n", "id: l-kept\ntitle: A\n"),
        ("{title: A}\n", "{title: A}\n"),
        ("title: [\n", "title: [\n"),
    ],
)
def test_lesson(text: str, expected: str) -> None:
    done = format_lesson("c/en/01-start/lesson.yaml", text, Names([]))
    assert done.text == expected
    assert [each.code.id for each in done.diagnostics] == ([] if "id: " in expected else ["B142"])


def test_a_translation_takes_over_the_ids(tmp_path: Path) -> None:
    quiz = "---\ntitle: {}\nkind: quiz\n---\n\n## {}\n\n- [x] a\n- [ ] b\n\n## {} {{#q-two}}\n\n= 3\n"
    files = {
        "programme.yaml": "id: p\ntitle: P\nlanguages: [en, fr]\nsource_language: en\ncourses: [c]\n",
        "c/en/01-lesson/02-check.md": quiz.format("Check", "One", "Two"),
        "c/fr/01-lesson/lesson.yaml": "title: Leçon\n",
        "c/fr/01-lesson/02-check.md": quiz.format("Contrôle", "Un", "Deux").replace(" {#q-two}", ""),
        "c/fr/01-lesson/03-extra.md": "---\ntitle: En plus\n---\n\nTexte.\n",
    }
    write(tmp_path, files)
    changed, found = format_course(tmp_path, "c", ["fr", "en"], source_language="en")
    assert found == []
    french = changed["c/fr/01-lesson/02-check.md"]
    assert french.startswith("---\nid: p-check\ntitle: Contrôle\n")
    assert "## Un {#q-one}\n" in french
    assert "## Deux {#q-two}\n" in french
    assert changed["c/fr/01-lesson/lesson.yaml"] == "id: l-lesson\ntitle: Leçon\n"
    assert changed["c/fr/01-lesson/03-extra.md"].startswith("---\nid: p-en-plus\n")
    assert "c/en/01-lesson/01-page.md" not in changed


def test_line_ends_and_marks_are_changed(tmp_path: Path) -> None:
    write(tmp_path, {"c/en/01-lesson/01-page.md": b"\xef\xbb\xbf---\r\nid: p-a\r\ntitle: A\r\n---\r\n\r\nText."})
    changed, _ = format_course(tmp_path, "c", ["en"], source_language="en")
    assert changed == {"c/en/01-lesson/01-page.md": "---\nid: p-a\ntitle: A\n---\n\nText.\n"}


def test_what_cannot_be_read_is_left(tmp_path: Path) -> None:
    write(tmp_path, {"c/en/01-lesson/01-page.md": b"\xff\xfe", "c/en/01-lesson/02-b.md": "No front matter.  "})
    changed, found = format_course(tmp_path, "c", ["en", "fr"], source_language="en")
    assert changed == {}
    assert [each.code.id for each in found] == ["B142"]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            (
                "## A",
                "### B",
                "{#q}",
                " ",
                "  \n",
                "\n",
                "\n\n",
                "- [X] ",
                "= 3 ± 1",
                ":::",
                "::: quiz",
                "```",
                "> ",
                "`",
                "\\",
                "x",
                "\t",
                "{.branch}",
                "[[a]]",
                "| a | b |\n|---|---|\n",
                "1. ",
            )
        ),
        max_size=25,
    )
)
def test_any_text_is_formatted_once(pieces: list[str]) -> None:
    formatted("".join(pieces))
    formatted("".join(pieces), "title: X\n")
