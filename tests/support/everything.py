"""One course that uses every construct of ``builder.model.constructs``.

It asks the examples of docs/reference/authoring.md inside pages, in a lesson's quiz, in tests and from a bank.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from builder.model.course import Course, Programme
from builder.source.load import load_course, load_programme
from tests.support.examples import examples, write_course

COURSE = """\
id: everything
code: EV-101
title: Everything there is
description: A course that uses every construct.
objectives: {O1: Write a course, O2: Read a course}
authors: [Ada Author, "Bo Author; the younger"]
keywords: [trade, <gender> & more]
licence: CC BY 4.0
edition: November 2026
minutes: 95
pass: 60
discussions: {d-ask: {title: Questions, text: "Ask what is not clear."}}
"""

PROGRAMME = """\
id: p
title: Examples
languages: [en]
source_language: en
courses: [c]
publisher: The publisher
url: https://example.org/
targets: [all]
"""

RULES = {
    "quiz": "kind: quiz\npass: 50\nweight: 1\nshuffle_options: true",
    "test": "kind: test\npass: 60\nweight: 3\nattempts: 3\nwait: 7 days\ntime: 40 min\nshuffle: true\n"
    "confidence: true\ndraw:\n  - {objective: O1, count: 14}\n  - {objective: O2, count: 2}\n"
    "  - {bank: bank-o2, objective: O2, count: 2}",
    "before": "kind: test\nweight: 0\nextend: no\ntime: 10 min",
    "bank": "kind: bank",
}

TEXT = """\
---
id: p-text
title: "A page of text: <and> & \\"more\\""
objective: O1
minutes: 4
lead: One sentence, set larger.
---

## A heading {#down}

Words with *stress*, **weight**, `code`, H<sub>2</sub>O, x<sup>2</sup> and
<abbr title="World Trade Organization">WTO</abbr>.
See [the next page](01-citation.md), [further down](#down), [outside](https://example.org/a?b=c&d=e) and the note[^1].

1. First
2. Second
   - inner, with a [question](03-all.md#q-quiz-claim)

> Quoted.

Term
: What it means.

---

    code <block> & more

[^1]: A note with a [@WTO-01] citation.
"""

MORE = """\
## Wild {#q-NAME-wild objective=O2 points=2 see=p-text rev=2}

A stem with a picture.

![A road](media/three-traders.svg "The road")

= G*va
! Basel
> Further down the Rhine.

## Mind the capitals {#q-NAME-case objective=O2 case}

= WTO

## Choose {#q-NAME-choose objective=O2}

The WTO sits in [[=Geneva / New York]], not in [[=Rome / Geneva]].

## Percent {#q-NAME-unit objective=O2 unit="%"}

= 30..35
> Near enough.
! 24
> That is the other group.

## Shuffled by itself {#q-NAME-shuffled objective=O2 shuffle=no}

- [x] One
  > Yes.
- [ ] Two
  > See [the page of text](00-text.md) and the [formal job](glossary:formal-employment) [@WTO-01].
"""

IDS = re.compile(r"(#|of=)([qs])-")


def _questions(name: str) -> str:
    """The examples that are questions, their ids made those of one page."""
    asked = "\n".join(example.source for example in examples() if example.answer)
    return IDS.sub(rf"\1\2-{name}-", asked) + "\n" + MORE.replace("NAME", name)


def _page(name: str, kind: str, text: str) -> str:
    head = f"---\nid: p-{name}\ntitle: {name.title()}\nobjectives: [O1, O2]\n{RULES[kind]}\n---\n\n"
    return head.replace("id: p-bank", "id: bank") + "Read with care.\n\n" * (kind != "bank") + text


def write_everything(root: Path, *, package: str = "course") -> Path:
    """Write the course, and a programme that builds all targets, into the folder ``root``."""
    write_course(root)
    lesson = root / "c" / "en" / "01-examples"
    test = _questions("test").replace("{#q-test-claim", "{#q-test-claim parallel=q-before-claim")
    before = _questions("before").split("## Which of these", 1)[0]
    files = {
        root / "programme.yaml": PROGRAMME,
        root / "c" / "course.yaml": f"{COURSE}package: {package}\n",
        lesson / "00-text.md": TEXT,
        root / "c" / "en" / "02-asked" / "lesson.yaml": "id: l-asked\ntitle: Asked\nminutes: 20\n",
        root / "c" / "en" / "00-before.md": _page("before", "before", before),
        root / "c" / "en" / "02-asked" / "03-all.md": _page("quiz", "quiz", _questions("quiz")),
        root / "c" / "en" / "02-asked" / "04-test.md": _page("test", "test", test),
        root / "c" / "en" / "bank-o2.md": _page("bank-o2", "bank", MORE.replace("NAME", "bank")),
    }
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_from(file, text), encoding="utf-8", newline="\n")
    return root


def _from(file: Path, text: str) -> str:
    """``text`` with its links as they are written in ``file``."""
    lesson = file.parent.name
    if lesson == "01-examples":
        return text.replace("](03-all.md", "](../02-asked/03-all.md")
    place = "../01-examples/" if lesson == "02-asked" else "01-examples/"
    return re.sub(r"\]\((0[01]-[a-z]+\.md)", rf"]({place}\1", text)


@cache
def everything(package: str = "course") -> tuple[Programme, Course]:
    """The course and its programme, read from a folder that stays until the tests end."""
    root = write_everything(Path(_folder().name) / package, package=package)
    programme, found = load_programme(root)
    assert programme is not None, found
    course, found = load_course(programme, "c", "en")
    assert course is not None, found
    return programme, course


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()
