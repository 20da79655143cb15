"""The smallest valid course, and fixtures that spoil it: texts with the diagnostics they must yield.

A fixture is a text file. Its first line says what the author did; then come sections, each opened by
``=== path`` and holding that file's text; the last one, ``=== expect``, lists ``path:line:column CODE`` a line
(``path CODE`` for a whole file). After a path may follow ``absent`` (the file of the minimal course is
left out), ``size=N`` (the file is padded with blanks to N octets) or ``encoding=NAME`` (UTF-8 if none is named;
``base64`` for files that are no texts).
A line that begins with ``\\===`` is written as ``===``. Files not given are those of the minimal course.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "diagnostics"

MINIATURE: Mapping[str, str] = {
    "programme.yaml": """\
id: p
title: Programme
languages: [en]
source_language: en
courses: [c]
""",
    "sources.yaml": """\
- id: EV-01
  statement: Women own one in three small firms.
  year: 2020
  source: Survey of firms
  url: https://example.org/firms
  status: verified
- id: Z-01
  statement: Nobody has checked this yet.
  year: 2021
  source: A newspaper
  url: https://example.org/news
  status: unverified
""",
    "glossary/en.yaml": """\
- id: gender-lens
  term: Gender lens
  definition: Asking who gains and who loses.
""",
    "c/course.yaml": """\
id: c
title: Course
description: The smallest course.
objectives:
  O1: Explain what trade is.
""",
    "c/en/01-lesson/lesson.yaml": """\
id: l-lesson
title: Lesson
""",
    "c/en/01-lesson/01-page.md": """\
---
id: p-page
title: Page
objective: O1
---

Trade is the exchange of goods and services.
""",
}
"""The minimal valid course: path relative to the folder of courses -> text."""


@dataclass(frozen=True, slots=True)
class Fixture:
    """A spoiled course and what must be said about it."""

    code: str
    """The code it shows: the name of the file."""
    story: str
    """What the author did."""
    files: Mapping[str, bytes | None]
    """By path; None leaves a file of the minimal course out."""
    expect: tuple[str, ...]
    """``path:line:column CODE``, sorted."""


def write(root: Path, overrides: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the minimal course into ``root``, its files replaced, added or (None) left out by ``overrides``."""
    for path, text in {**MINIATURE, **(overrides or {})}.items():
        if text is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def fixtures(folder: Path = FOLDER) -> Iterable[Fixture]:
    """Every fixture of ``folder``, by name."""
    for file in sorted(folder.glob("*.txt")):
        yield read_fixture(file.stem, file.read_bytes().decode())


def read_fixture(code: str, text: str) -> Fixture:
    """Read a fixture; raises ValueError for one that is not written as this module says."""
    story, *sections = re.split(r"^=== ?(.*)\n", text, flags=re.MULTILINE)
    if len(story.strip().splitlines()) != 1 or len(sections) < 2 or sections[-2].strip() != "expect":
        raise ValueError(f"{code}: one line that tells the story, sections, and last '=== expect'")
    files = dict(_file(head, body) for head, body in zip(sections[:-2:2], sections[1:-2:2], strict=True))
    expect = sorted(line.strip() for line in sections[-1].splitlines() if line.strip())
    return Fixture(code, story.strip(), files, tuple(expect))


def _file(head: str, body: str) -> tuple[str, bytes | None]:
    path, *options = head.split()
    settings = dict(option.partition("=")[::2] for option in options)
    if not settings.keys() <= {"absent", "size", "encoding"}:
        raise ValueError(f"unknown option in '=== {head}'")
    if "absent" in settings:
        return path, None
    if settings.get("encoding") == "base64":
        return path, b64decode(body)
    data = re.sub(r"^\\===", "===", body, flags=re.MULTILINE).encode(settings.get("encoding", "utf-8"))
    return path, data.ljust(int(settings.get("size", 0)))
