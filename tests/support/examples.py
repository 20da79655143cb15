"""The examples of docs/reference/authoring.md: its own fenced blocks, made into a course that can be built.

A block is marked in its info string: ``file=sources.yaml`` is that file of the courses, ``picture=NAME`` is shown as
``docs/images/NAME.png``; with ``answer=right`` or ``answer=wrong`` it holds a question, shown untouched
and so answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.support.node import ROOT

PAGE = ROOT / "docs" / "reference" / "authoring.md"
IMAGES = ROOT / "docs" / "images"
PICTURES = ROOT / "courses" / "tg-101-essentials" / "media"
"""Where the pictures that the examples show are kept."""

RECORDINGS = {"intro.mp4": 4_200_000, "voice.mp3": 480_000}
"""The recordings that the examples name, with the octets they weigh: silent and dark."""

DOWNLOADS = ("note.pdf", "slides.pptx")
"""The files to take away that the examples name."""

HEADS = {"mp4": b"\0\0\0\x18ftypmp42", "mp3": b"ID3\4"}
"""What files of these types begin with."""

BLOCK = re.compile(r"^```\w+ (?P<marks>\w+=[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)

COURSE = {
    "programme.yaml": "id: p\ntitle: Examples\nlanguages: [en]\nsource_language: en\ncourses: [c]\n",
    "c/course.yaml": "id: examples\ntitle: Examples\ndescription: Examples\nobjectives: {O1: Write a course}\n",
    "c/en/01-examples/lesson.yaml": "id: l-examples\ntitle: Examples\n",
}

OUTLINE = """\
id: examples-whole
title: Examples
sections:
  - id: start
    title: Start
    entries: [{{course: c}}{entries}]
"""
"""The course and all activities, in the order of the reference."""


@dataclass(frozen=True, slots=True)
class Example:
    """A construct of the reference, as source and as picture."""

    name: str
    source: str
    answer: str
    """``right``, ``wrong``, or '' where nothing is asked."""

    @property
    def page(self) -> str:
        """The id of the page that holds it."""
        return f"p-{self.name}"

    @property
    def image(self) -> Path:
        """Its picture."""
        return IMAGES / f"{self.name}.png"

    def text(self) -> str:
        """A page that holds nothing else."""
        body = f":::::: quiz {{#quiz-{self.name}}}\n\n{self.source}\n::::::\n" if self.answer else self.source
        return f"---\nid: {self.page}\ntitle: {self.name.replace('-', ' ').title()}\nobjective: O1\n---\n\n{body}"


def marked(text: str) -> list[tuple[dict[str, str], str]]:
    """The marks and the body of every marked block."""
    return [(dict(re.findall(r"(\w+)=(\S+)", found["marks"])), found["body"]) for found in BLOCK.finditer(text)]


def examples() -> list[Example]:
    """The examples with pictures, in their order."""
    blocks = marked(PAGE.read_text("utf-8"))
    return [Example(marks["picture"], body, marks.get("answer", "")) for marks, body in blocks if "picture" in marks]


def write_course(root: Path) -> Path:
    """Write all examples as one course into the folder ``root``."""
    files = dict(COURSE)
    for marks, body in marked(PAGE.read_text("utf-8")):
        if "file" in marks:
            files[marks["file"]] = body
    entries = "".join(f", {Path(path).stem}" for path in files if path.startswith("activities/"))
    files["outline.yaml"] = OUTLINE.format(entries=entries)
    for number, example in enumerate(examples(), 1):
        files[f"c/en/01-examples/{number:02}-{example.name}.md"] = example.text()
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    for name, size in RECORDINGS.items():
        (root / "c" / "media" / name).write_bytes(HEADS[name.partition(".")[2]].ljust(size, b"\0"))
    for name in DOWNLOADS:
        (root / "activities" / "media").mkdir(exist_ok=True)
        (root / "activities" / "media" / name).write_bytes(b"%PDF-1.7\n")
    for picture in PICTURES.glob("*.svg"):
        (root / "c" / "media" / picture.name).write_bytes(picture.read_bytes())
    return root
