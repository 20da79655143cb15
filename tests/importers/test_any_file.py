"""Documents and tables of any content become courses without a mistake: what is not clear is left out and named."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import pytest

from builder.cli.importing import Import, Job, import_file
from tests.importers.test_write_hostile import SIGNS
from tests.support.word import docx, h, li, link, note, p, picture, r, table

pytestmark = pytest.mark.usefixtures("unmeasured")

pytest.importorskip("mammoth")

NAMES = (
    *("id", "objective", "type", "options", "option 1", "option 2", "option 3", "feedback", "feedback 1", "points"),
    *("unit", "option feedback"),
)
TYPES = ("", "", "single", "multiple", "tf", "short", "numeric", "matching", "ordering", "gaps", "essay", "riddle")
KEYS = ("A", "B", "A, C", "1", "3")
MORE = ("trade ", "border ", "Who? ", "\n", " = ", " -> ", ";", "|", "33", "1,5", "TRUE", "A", " B", "[[1995]]")


def words(rng: Random, least: int = 1, most: int = 6) -> str:
    return "".join(rng.choice((*SIGNS, *MORE)) for _ in range(rng.randint(least, most)))


def heading(level: int, text: str) -> str:
    return p(r(text), f"Heading{level}")


def runs(rng: Random) -> str:
    marks = ("b", "i", "strike", 'u w:val="single"')
    return "".join(r(words(rng), *rng.sample(marks, rng.choice((0, 0, 1, 2)))) for _ in range(rng.randint(1, 3)))


def block(rng: Random) -> str:
    """Anything a document holds: half of it questions, right or not."""
    makers = (
        lambda: p(runs(rng)),
        lambda: heading(rng.randint(1, 6), words(rng)),
        lambda: heading(3, words(rng)) + items(rng, marked=True),
        lambda: heading(3, words(rng)) + p(r("Answer: " + words(rng))),
        lambda: heading(3, words(rng)) + p(r("A) " + words(rng))) + p(r("B) " + words(rng))) + p("Answer: B"),
        lambda: heading(3, words(rng)) + p(r("Type: " + rng.choice(TYPES))) + items(rng, marked=False),
        lambda: heading(3, words(rng)) + p("Type: matching") + table([[f"c {words(rng)}"] * 2 for _ in range(3)]),
        lambda: items(rng, marked=False),
        lambda: table([[f"c {words(rng)}" for _ in range(3)] for _ in range(rng.randint(1, 4))]),
        lambda: p(picture(description=rng.choice(("", words(rng))))),
        lambda: p(r(words(rng)), rng.choice(("Title", "Caption", "Quote", "Subtitle", "Odd", "TOC1"))),
        lambda: p(link(words(rng)) + note(rng.randint(1, 3))),
    )
    return rng.choice(makers)()


def items(rng: Random, *, marked: bool) -> str:
    return "".join(
        li(runs(rng) + (r(" *") if marked and rng.random() < 0.4 else ""), level=rng.randint(0, 1))
        for _ in range(rng.randint(1, 5))
    )


def printable(text: str) -> str:
    return "".join(sign for sign in text if sign in "\t\n" or sign.isprintable())


def imported(root: Path, name: str, data: bytes) -> Import:
    root.mkdir()
    (root / name).write_bytes(data)
    made = import_file(Job(root / name, root / "courses"))
    assert [f"{one.span} {one.message}" for one in made.checked if one.is_error] == []
    return made


def test_any_document(tmp_path: Path) -> None:
    counts = [0, 0]
    for seed in range(30):
        rng = Random(seed)
        body = h(1, "A") + p("x") + "".join(block(rng) for _ in range(rng.randint(3, 25)))
        made = imported(tmp_path / str(seed), "x.docx", docx(printable(body), notes=["a", "b", "c"]))
        assert made.written
        counts = [counts[0] + made.counts["pages"], counts[1] + made.counts.get("questions", 0)]
    assert min(counts) > 30


def test_any_table(tmp_path: Path) -> None:
    count = 0
    for seed in range(40):
        rng = Random(seed)
        names = ["stem", "right", *rng.sample(NAMES, rng.randint(1, len(NAMES)))]
        rng.shuffle(names)
        rows = [names, *([cell(rng, name) for name in names] for _ in range(rng.randint(1, 20)))]
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        made = imported(tmp_path / str(seed), "x.csv", out.getvalue().encode())
        assert made.written or any(one.code.id == "J107" for one in made.found)
        count += made.counts.get("questions", 0)
    assert count > 100


def cell(rng: Random, name: str) -> str:
    match name:
        case "type":
            return rng.choice(TYPES)
        case "right":
            return rng.choice((*KEYS, words(rng), ""))
        case "options" if rng.random() < 0.7:
            return "\n".join(words(rng) for _ in range(rng.randint(2, 5)))
        case "points":
            return rng.choice(("1", "2,5", "0", "-1", "x", "1e9", ""))
    return words(rng, 0, 8)
