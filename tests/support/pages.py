"""Texts of pages and questions, for tests that read them."""

from __future__ import annotations

from collections.abc import Sequence

PAGE = "c/en/01-lesson/01-page.md"
CHECK = "c/en/01-lesson/02-check.md"
TEST = "c/en/final-test.md"
BANK = "c/en/banks/b1.md"


def page(body: str, id: str = "p-page", front: str = "objective: O1\n") -> str:
    return f"---\nid: {id}\ntitle: Page\n{front}---\n\n{body}\n"


def quiz(*questions: str, id: str = "p-check", kind: str = "quiz", front: str = "objective: O1\n") -> str:
    return f"---\nid: {id}\ntitle: Check\nkind: {kind}\n{front}---\n\n" + "\n".join(questions)


def single(id: str, *, right: str = "Goods", wrong: Sequence[str] = ("Clouds",), more: str = "") -> str:
    """A single choice; every wrong option has feedback."""
    options = "".join(f"- [ ] {option}\n  > {option}: no.\n" for option in wrong)
    return f"## What is {id}? {{#{id}{' ' + more if more else ''}}}\n\n- [x] {right}\n{options}"
