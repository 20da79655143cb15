"""The interface of an importer: a file of another tool in, a draft of a course out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builder.diagnostics import Diagnostic
from builder.model.course import Lesson, Objective, Page


@dataclass(frozen=True, slots=True)
class Draft:
    """What an importer understood of a file: all of it can be written as Markdown.

    Ids are those of the file where it has any that fit, else ''; ``builder.importers.write`` makes the missing ones.
    Links and citations are those of the model; spans name the file and, where there are lines, the line.
    """

    title: str
    lessons: tuple[Lesson, ...] = ()
    banks: tuple[Page, ...] = ()
    """Pages of ``kind: bank``: questions without a place in a lesson."""
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures by their path, ``media/map.png``."""
    language: str = ""
    """'' where the file does not say."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be read. ``read`` takes the file's name (for spans) and its bytes, and returns what it
    understood (None for nothing at all) and what it lost or doubts."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot; several importers may share one (``.xml``, ``.txt``)."""
    fits: Callable[[bytes], bool]
    """Whether the beginning of a file (64 KB) looks like this format."""
    read: Callable[[str, bytes], tuple[Draft | None, list[Diagnostic]]]
    module: str = ""
    """A module it needs that the tool does not require; '' for none."""
    extra: str = ""
    """The extra of this distribution that brings ``module``."""
