"""Folders of activities for tests: written, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.check import check_activities
from builder.diagnostics import Diagnostic
from builder.model.activity import Activity
from builder.model.course import Course, Programme
from builder.model.form import Item
from builder.source.activity import read_activities
from builder.source.load import load_programme
from tests.support.miniature import write


class Read(NamedTuple):
    """What a folder of activities holds in one language, and all that is wrong in it."""

    programme: Programme
    commons: Course
    activities: Mapping[str, Activity]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of what is wrong, each with its line."""
        return [f"{one.code.id}:{one.span.line}" for one in self.diagnostics]


def activity(kind: str, body: str = "Text.\n", front: str = "", id: str = "a") -> str:
    """The file of an activity; the first line of its text is line 7 where ``front`` is ''."""
    return f"---\nid: {id}\ntitle: Activity\nkind: {kind}\n{front}---\n\n{body}"


def read(root: Path, files: Mapping[str, str | bytes | None], language: str = "en") -> Read:
    """The activities in ``files``, by path below ``activities``, beside the smallest course; or ``programme.yaml``."""
    placed = {name if name == "programme.yaml" else f"activities/{name}": text for name, text in files.items()}
    programme, _ = load_programme(write(root, placed))
    assert programme is not None
    found: list[Diagnostic] = []
    commons, activities = read_activities(programme, language, found)
    return Read(programme, commons, activities, (*found, *check_activities(commons, activities, programme)))


def read_one(root: Path, kind: str, body: str = "Text.\n", front: str = "") -> tuple[Activity, list[str]]:
    """One activity, and the codes of what is wrong with it."""
    result = read(root, {"en/a.md": activity(kind, body, front)})
    return result.activities["a"], result.codes


def items(root: Path, body: str, front: str = "", kind: str = "survey") -> tuple[tuple[Item, ...], list[str]]:
    """The items of a form, and the codes of what is wrong with it."""
    form, codes = read_one(root, kind, body, front)
    return getattr(form, "items", ()), codes


def shown(asked: tuple[Item, ...]) -> Iterator[tuple[str, str, int]]:
    """Each item in short: its id, kind and page."""
    for item in asked:
        yield item.id, item.kind, item.page
