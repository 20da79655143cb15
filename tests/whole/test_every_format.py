"""All targets over two courses: packages are valid, the same every time, and hold what the matrix says they hold."""

from __future__ import annotations

import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest

from builder.diagnostics import Severity
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Course, Programme
from builder.model.package import Package, packages_of
from builder.source.load import load_course, load_programme
from builder.state.reach import questions_of
from builder.targets.base import Context, Level, Target
from builder.targets.losses import support_of
from builder.targets.registry import OWN
from builder.targets.uses import type_of
from builder.validate.run import Verdict, validate
from builder.validate.schemas import Schemas
from tests.support.everything import everything
from tests.support.node import ROOT
from tests.support.schemas import schemas_folder

pytestmark = pytest.mark.usefixtures("unmeasured")

TARGETS = {
    "-".join(filter(None, (target.name, delivery))): (target, delivery)
    for target in OWN
    for delivery in target.variants or ("",)
    if target.name != "pdf"
}
"""Each format, once for each delivery where it knows several. Print is read back in tests/targets/test_pdf.py."""

UNJUDGED = ("pdf", "web")
"""What is no package for a learning platform."""

LEAST = 14
"""Letters from which on a text is looked for; shorter ones may stand anywhere."""


@cache
def courses() -> dict[str, tuple[Programme, Course]]:
    programme, _ = load_programme(ROOT / "courses")
    assert programme is not None
    course, found = load_course(programme, "tg-101-essentials", "en")
    assert course is not None, found
    return {"everything": everything(), "lessons": everything("lesson"), "tg-101": (programme, course)}


@cache
def packages(name: str, target: str) -> tuple[Programme, tuple[Package, ...]]:
    """A course as the packages of a target."""
    own, delivery = TARGETS[target]
    programme, course = courses()[name]
    return programme, packages_of(replace(course, delivery=delivery or course.delivery), whole=own.whole)


@cache
def built(name: str, target: str) -> tuple[tuple[str, bytes], ...]:
    """The packages of a course for a target: file name and bytes."""
    own, _ = TARGETS[target]
    programme, found = packages(name, target)
    made = []
    for package in found:
        product = own.build(package, Context(programme))
        assert not [one for one in product.diagnostics if one.is_error]
        data = product.entries[0].data if own.single else own.archive(product.entries)
        made.append((f"{package.id}{own.suffix}", data))
    return tuple(made)


EACH = pytest.mark.parametrize("target", TARGETS)
BOTH = pytest.mark.parametrize(
    ("name", "target"),
    [
        (name, target)
        for name in ("everything", "lessons", "tg-101")
        for target, (own, _) in TARGETS.items()
        if name != "lessons" or not own.whole
    ],
)
"""Each course for each format; how a course is packed does not matter where it is one package anyway."""


@BOTH
def test_packages_are_valid(name: str, target: str, tmp_path: Path) -> None:
    if target in UNJUDGED:
        pytest.skip("no package for a learning platform")
    schemas = Schemas(schemas_folder())
    for file, data in built(name, target):
        path = tmp_path / file
        path.write_bytes(data)
        assert problems(validate(path, "", schemas), Severity.ERROR, Severity.WARNING) == []
        assert problems(validate(path, "moodle"), Severity.ERROR) == []


def problems(verdict: Verdict, *severities: Severity) -> list[str]:
    assert verdict.format is not None
    return [f"{one.code.id} {one.message}" for one in verdict.diagnostics if one.code.severity in severities]


@EACH
def test_second_build_has_the_same_bytes(target: str) -> None:
    once = built("everything", target)
    built.cache_clear()
    assert built("everything", target) == once


@BOTH
def test_nothing_is_lost_that_is_not_declared(name: str, target: str) -> None:
    _, found = packages(name, target)
    held = "".join(letters(text) for _, data in built(name, target) for text in texts(data))
    missing = [
        f"{where}: {text}"
        for package in found
        for where, text in written(package, *TARGETS[target])
        if len(letters(text)) >= LEAST and letters(text) not in held
    ]
    assert missing == []


def texts(data: bytes) -> Iterator[str]:
    """What stands in a package, as people read it: markup gone, also where it is escaped inside of markup."""
    if data[:2] == b"\x1f\x8b":
        with tarfile.open(fileobj=BytesIO(data)) as tar:
            files = {one.name: file.read() for one in tar if (file := tar.extractfile(one))}
    elif data[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    else:
        files = {".txt": data}
    for name, content in files.items():
        if name.endswith((".html", ".xml", ".txt")):
            yield readable(content.decode())
        elif content[:2] == b"PK":
            yield from texts(content)


def readable(text: str) -> str:
    bare = re.sub(r"<!\[CDATA\[|\]\]>", "", text)
    return re.sub(r"<[^>]*>", "", unescape(re.sub(r"<(?![!a-zA-Z/?])[^>]*", "", unescape(bare))))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def written(package: Package, target: Target, delivery: str) -> Iterator[tuple[str, str]]:
    """The texts of a package that a target must hold by what it declares, with the page or question they stand in."""

    def holds(construct: str) -> bool:
        return support_of(target, construct, delivery).level is not Level.LOST

    if holds("page"):
        for page in package.pages:
            yield from ((page.id, text) for text in below((page.lead, page.blocks, page.footnotes), holds))
    linked = in_scenarios(package)
    for question in questions_of(package).values():
        if holds(type_of(question)) and (question.id not in linked or holds("scenario")):
            yield question.id, " ".join(below(question.title, holds))
            yield from ((question.id, text) for text in below(answers(question), holds))
            if holds("general-feedback"):
                yield from ((question.id, text) for text in below(question.feedback, holds))


def in_scenarios(package: Package) -> set[str]:
    """The ids of questions that belong to a scenario."""
    pages = (*package.pages, *package.course.banks)
    units = (unit for page in pages for quiz in page.quizzes for unit in quiz.questions)
    return {one.id for unit in units if isinstance(unit, q.Scenario) for one in unit.questions}


def answers(question: q.Question) -> object:
    """What there is to choose from, and what is said of it."""
    return tuple(getattr(question, field.name) for field in fields(question) if field.name in ASKED)


ASKED = ("stem", "options", "reasons", "because", "rows", "values", "items", "answers", "quoted", "steps")
"""The fields of questions that are shown or told; titles and general feedback are looked for apart."""

CONTAINERS = {t.Figure: "figure", t.Recording: "recording", t.Callout: "callout", t.Footnote: "footnote"}


def below(root: object, holds: object) -> Iterator[str]:
    """The texts below a value that the target holds; feedback of options only where it holds that."""
    assert callable(holds)
    kind = type(root)
    if isinstance(root, t.Text):
        yield root.text
    elif isinstance(root, tuple):
        for part in root:
            yield from below(part, holds)
    elif isinstance(root, t.QuizBlock) or (kind in CONTAINERS and not holds(construct_of(root))):
        return
    elif is_dataclass(root):
        for field in fields(root):
            if not (field.name == "feedback" and not holds("option-feedback")):
                yield from below(getattr(root, field.name), holds)


def construct_of(node: object) -> str:
    if isinstance(node, t.Figure) and node.kind == "cards":
        return "cards"
    if isinstance(node, t.Callout) and node.kind in ("reveal", "model"):
        return "reveal"
    return CONTAINERS[type(node)]
