"""Cartridges to look into."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

from builder.archive import zip_bytes
from builder.model import question as q
from builder.model.package import Package
from builder.targets import imscc
from builder.targets.base import Context
from tests.support import question_samples as made
from tests.targets import samples
from tests.targets.imscc_referee import Question, questions

AT = made.AT


def cartridge(package: Package) -> bytes:
    return zip_bytes(imscc.build(package, Context(samples.programme())).entries)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def asked(*given: q.Question, **rules: object) -> list[Question]:
    """What a quiz of ``given`` becomes."""
    return questions(cartridge(made.package(made.page(made.quiz(questions=given, **rules)))))


@cache
def everything() -> Package:
    """Every type of question as practice, and a test with draws, a bank, a case and limits."""
    test = made.exam(attempts=3, minutes=40, shuffle_options=True)
    pages = (made.page(made.quiz(), "p-1"), made.page(test, "p-2"))
    return made.package(*pages, banks=(made.bank(8),))
