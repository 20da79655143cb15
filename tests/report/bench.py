"""A small programme with something of everything that a report counts."""

from __future__ import annotations

from pathlib import Path

from tests.support.miniature import MINIATURE, write
from tests.support.pages import BANK, CHECK, PAGE, TEST, page, quiz

TEXT = """\
Women own one in three small firms. [@EV-01] Ask with a [gender lens](glossary:gender-lens) who gains.

::: quiz {#quiz-one}

### Who trades? {#q-who level=understand}

- [ ] Clouds
  > Clouds do not.
- [x] Women and men
  > They do.

:::
"""
QUIZ = quiz(
    "## What is traded? {#q-what level=remember}\n\n- [x] Goods\n  > Yes.\n- [ ] Clouds\n",
    "## How many? {#q-many objective=O1 level=apply}\n\n= 3\n\n> Three.\n",
)
BANKED = quiz(
    "## Why? {#q-why level=analyse}\n\n- [ ] Rain\n  > No.\n- [x] Barriers\n  > Yes.\n- [ ] Luck\n  > No.\n",
    "## True? {#q-true .truefalse}\n\n- [x] True\n- [ ] False\n\n> So it is.\n",
    id="bank-o1",
    kind="bank",
)
FILES = {
    "programme.yaml": MINIATURE["programme.yaml"] + "content:\n  words: {least: 40}\n  levels: {analyse: 60}\n",
    "c/course.yaml": MINIATURE["c/course.yaml"] + "as_of: 2026-11-22\nreview_by: 2027-11\nminutes: 9\n",
    PAGE: page(TEXT, front="objective: O1\nminutes: 2\n"),
    CHECK: QUIZ,
    BANK: BANKED,
    TEST: quiz(id="p-test", kind="test", front="objective: O1\nminutes: 5\ndraw:\n  - {bank: bank-o1, count: 2}\n"),
}


def programme_in(root: Path, files: dict[str, str] | None = None) -> Path:
    """The folder of the programme, ``files`` in place of its own."""
    return write(root / "courses", {**FILES, **(files or {})})
