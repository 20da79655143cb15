"""What a programme asks of its content (``content:``, programme.yaml and course.yaml). What is not set is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bounds:
    """The fewest and the most of something; None for no bound."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class SentenceLength:
    """In words: what the sentences of a page may have on average, and the longest of them; None for any length."""

    average: int | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class StudyTime:
    """How study time is counted, and how near to it what is stated must be."""

    words: int
    """Read in a minute."""
    within: int
    """Per cent of the stated minutes by which the counted ones may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRules:
    """The rules that content is held to; the default asks for nothing."""

    words: Bounds | None = None
    """Of a page of text, its questions not counted."""
    sentences: SentenceLength | None = None
    reading: int | None = None
    """The highest LIX of a page (``builder.measure.words``)."""
    interactions: Bounds | None = None
    """Questions on a page of text; a scenario is one."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """By cognitive level, the least share in per cent of the questions that tests can ask; from ``analyse`` on a level
    takes those above it in."""
    feedback: bool = False
    """Every option is explained."""
    options: float | None = None
    """How many times as long as all wrong options a right one may be, or as short."""
    objectives: bool = False
    """Every objective is taught, practised and tested; every question says what it serves."""
    study_time: StudyTime | None = None
    terms: bool = False
    """Terms are written as the glossary has them and are linked where they are first used."""
    figures: bool = False
    """Figures agree with the sources cited beside them."""
