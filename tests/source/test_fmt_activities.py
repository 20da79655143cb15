"""What ``fmt`` writes into activities."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.source.fmt import format_course, format_page
from builder.source.fmt.names import Names
from tests.support.miniature import write

SURVEY = """\
---
title: What you think
kind: survey
---

## Not too long, please

### Deeper

## Did you use it?

- [ ] Yes
- [ ] No

---

## Why not? {.text when=s-did-you-use-it:2}
"""
WRITTEN = """\
---
id: end-of-course
title: What you think
kind: survey
---

## Not too long, please {#s-not-too-long-please}

### Deeper

## Did you use it? {#s-did-you-use-it}

- [ ] Yes
- [ ] No

---

## Why not? {#s-why-not .text when=s-did-you-use-it:2}
"""


def formatted(text: str, name: str = "03-end-of-course.md") -> str:
    """A file after ``fmt``; a second run must change nothing."""
    path = f"activities/en/{name}"
    once = format_page(path, text, Names([]))
    assert once.diagnostics == ()
    assert format_page(path, once.text, Names([once.text])).text == once.text
    return once.text


def test_ids_are_written_and_nothing_else(tmp_path: Path) -> None:
    assert formatted(SURVEY) == WRITTEN
    assert formatted(SURVEY.replace("survey", "collection")) == WRITTEN.replace("survey", "collection").replace(
        "{#s-", "{#f-"
    )


@pytest.mark.parametrize("kind", ["page", "book", "poll", "forum", "glossary"])
def test_headings_that_ask_nothing_get_no_id(kind: str) -> None:
    text = f"---\nid: a\ntitle: A\nkind: {kind}\n---\n\n## Heading\n\nText.\n"
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("name", "title", "id"),
    [
        ("welcome.md", "Hello", "welcome"),
        ("12.md", "Hello", "hello"),
        ("12.md", "12 months", "activity-12-months"),
        ("12.md", "التجارة", "activity-1"),
        ("التجارة.md", "Trade", "activity-1"),
    ],
)
def test_an_activity_is_called_like_its_file(name: str, title: str, id: str) -> None:
    assert formatted(f"---\ntitle: {title}\n---\n\nText.\n", name).startswith(f"---\nid: {id}\n")


def test_translations_take_the_ids_over(tmp_path: Path) -> None:
    french = SURVEY.replace("What you think", "Votre avis").replace("Did you use it", "L'avez-vous utilisé")
    root = write(tmp_path, {"activities/en/survey.md": SURVEY, "activities/fr/survey.md": french})
    changed, found = format_course(root, "activities", ["en", "fr"], source_language="en")
    assert found == []
    assert sorted(changed) == ["activities/en/survey.md", "activities/fr/survey.md"]
    assert "## L'avez-vous utilisé? {#s-did-you-use-it}" in changed["activities/fr/survey.md"]
    assert "id: survey\n" in changed["activities/fr/survey.md"]
