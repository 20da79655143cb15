"""A quiz at the end of a lesson may draw its questions from a bank, as a test does."""

from __future__ import annotations

import zipfile
from pathlib import Path

from builder.pipeline import Order, build
from tests.support.miniature import write

BANK = "---\nid: b-one\ntitle: Bank\nobjective: O1\nkind: bank\n---\n" + "".join(
    f"""
## What is traded in q-{n}? {{#q-{n} objective=O1}}

- [x] Goods
  > Yes.
- [ ] Thoughts
  > No.
"""
    for n in range(4)
)

CHECK = """---
id: p-check
title: Check
objective: O1
kind: quiz
draw:
  - {bank: b-one, objective: O1, count: 2}
---

Two questions, drawn anew each time.
"""


def test_a_lesson_quiz_draws_from_a_bank(tmp_path: Path) -> None:
    root = write(tmp_path / "courses", {"c/en/banks/one.md": BANK, "c/en/01-lesson/02-check.md": CHECK})
    report = build(Order(root=str(root), out=str(tmp_path / "out"), targets=("scorm12",)))
    assert [one.message for one in report.diagnostics if one.is_error] == []
    with zipfile.ZipFile(tmp_path / "out" / "c-en-scorm12.zip") as package:
        page = package.read("p-check.html").decode()
    assert all(f'id="q-{n}"' in page for n in range(4))
    assert 'data-role="quiz"' in page
