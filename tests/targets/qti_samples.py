"""QTI packages for tests, and what is read out of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Course, Page
from builder.model.package import Package, packages_of
from builder.model.quiz import Quiz
from builder.model.walk import nodes_in
from builder.source.load import load_course, load_programme
from builder.targets import qti21
from builder.targets.base import Context
from tests.support import question_samples as samples
from tests.support.everything import everything
from tests.support.node import ROOT
from tests.support.qti_engine import read_test
from tests.support.qti_schemas import ITEMS, MANIFEST, faults
from tests.targets.samples import programme

Files = Mapping[str, bytes]


def files_of(package: Package) -> Files:
    product = qti21.build(package, Context(programme()))
    assert not [one for one in product.diagnostics if one.is_error]
    return dict(product.entries)


def zipped(files: Files) -> bytes:
    return zip_bytes(Entry(path, data) for path, data in files.items())


@cache
def essentials() -> Course:
    """The course that comes with the tool."""
    found, _ = load_programme(ROOT / "courses")
    assert found
    course, _ = load_course(found, "tg-101-essentials", "en")
    assert course
    return course


@cache
def sample(name: str) -> Package:
    if name == "types":
        every = samples.page(samples.quiz())
        return samples.package(every, samples.page(samples.exam(minutes=5), "p-2"), banks=(samples.bank(8),))
    course = essentials() if name == "tg-101" else everything("lesson" if name == "a lesson" else "course")[1]
    return packages_of(course)[-1]


def schema_faults(files: Files) -> dict[str, list[str]]:
    documents = {path: data for path, data in files.items() if path.endswith(".xml")}
    found = {path: faults(MANIFEST if path == "imsmanifest.xml" else ITEMS, data) for path, data in documents.items()}
    return {path: wrong for path, wrong in found.items() if wrong}


def texts_of(root: object) -> list[str]:
    """The texts authors wrote, each in one line; gaps part them."""
    return [text for node in nodes_in(root, (t.Text, t.Code)) if (text := " ".join(node.text.split()))]


def words_of(data: bytes) -> str:
    return " ".join("".join(map(str, etree.fromstring(data).itertext())).split())


def exam(*units: q.Question, **rules: object) -> Quiz:
    return samples.quiz("exam", "test", units, **rules)


def asking(quiz: Quiz, *banks: Page) -> Files:
    return files_of(samples.package(samples.page(quiz, "p-exam"), banks=banks))


def presented(files: Files, seed: int) -> list[str]:
    """The questions one candidate is given."""
    found = read_test(files["test-exam.xml"]).present(Random(seed))
    return [one.href.removeprefix("item-").removesuffix(".xml") for one in found]
