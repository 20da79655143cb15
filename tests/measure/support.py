"""Pages written to be measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.measure import CourseMeasure, TextMeasure, measure_course
from builder.measure.pieces import Piece
from builder.model.course import Course
from tests.support.examine import load
from tests.support.miniature import write
from tests.support.pages import PAGE, page


def read(files: Mapping[str, str | bytes | None]) -> Course:
    """The course of the miniature with ``files``."""
    with TemporaryDirectory() as root:
        return load(write(Path(root) / "courses", files))[1][0]


def measure(files: Mapping[str, str | bytes | None]) -> CourseMeasure:
    """The same, measured."""
    return measure_course(read(files))


def pieces(body: str) -> tuple[Piece, ...]:
    """The pieces of a page with this text."""
    return measure({PAGE: page(body)}).pages[0].pieces


def measured(body: str) -> TextMeasure:
    """What a page with this text measures."""
    return measure({PAGE: page(body)}).pages[0].text
