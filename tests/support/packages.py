"""Packages for tests, built from courses in Markdown."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builder.pipeline import Order, build
from tests.support.miniature import write

TEXT = """\
---
id: {id}
title: {title}
objective: O1
---

{title}: trade is the exchange of goods and services. See [the first page](01-one.md) or [further down](#down).

## Further down {{#down}}

{filler}
"""

QUIZ = """\
---
id: {id}
title: {title}
kind: {kind}
{rules}
---

{questions}
"""

QUESTION = """\
## Question {number}? {{#{id} objective=O1}}

- [x] Right
- [ ] Wrong
- [ ] Wrong, too

> All is said.
"""


def text_page(id: str, title: str) -> str:
    """A page of text."""
    return TEXT.format(id=id, title=title, filler="\n\n".join(f"Paragraph {n}. " + "Words " * 40 for n in range(12)))


def quiz_page(id: str, title: str, kind: str, rules: str, questions: int) -> str:
    """A page with so many questions of single choice, ``<id>-1`` and so on."""
    asked = "\n".join(QUESTION.format(number=n, id=f"q-{id}-{n}") for n in range(1, questions + 1))
    return QUIZ.format(id=id, title=title, kind=kind, rules=rules, questions=asked)


def course(questions: int = 4) -> dict[str, str]:
    """A course of five pages of text in two lessons, a quiz and a final test that share ``questions``."""
    return {
        "c/en/01-lesson/lesson.yaml": "id: l-one\ntitle: First lesson\n",
        "c/en/01-lesson/01-one.md": text_page("p-one", "Page one"),
        "c/en/01-lesson/02-two.md": text_page("p-two", "Page two"),
        "c/en/01-lesson/03-three.md": text_page("p-three", "Page three"),
        "c/en/01-lesson/04-check.md": quiz_page("p-check", "Check", "quiz", "", questions - questions // 2),
        "c/en/02-lesson/lesson.yaml": "id: l-two\ntitle: Second lesson\n",
        "c/en/02-lesson/01-four.md": text_page("p-four", "Page four").replace("01-one.md", "../01-lesson/01-one.md"),
        "c/en/02-lesson/02-five.md": text_page("p-five", "Page five").replace("01-one.md", "../01-lesson/01-one.md"),
        "c/en/final-test.md": quiz_page("p-test", "Final test", "test", "pass: 60\nattempts: 3", questions // 2),
    }


@cache
def packaged(target: str = "scorm12", questions: int = 4) -> Mapping[str, bytes]:
    """The files of that course's package."""
    return built({**course(questions), "c/en/01-lesson/01-page.md": None}, target)


def built(files: Mapping[str, str | None], target: str) -> Mapping[str, bytes]:
    """The files of the package of a miniature course with ``files``; fails with its diagnostics."""
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "courses", files)
        report = build(Order(root=str(root), out=folder, targets=(target,)))
        assert report.made, "\n".join(
            f"{found.span.path}:{found.span.line} {found.message}" for found in report.diagnostics
        )
        with zipfile.ZipFile(Path(folder) / report.made[0].file) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
