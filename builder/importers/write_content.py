"""The rules for content of a course, written out as ``content:`` of course.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.model.content import Bounds, ContentRules, SentenceLength, StudyTime


def write_content(rules: ContentRules) -> list[str]:
    """The lines of ``content``: every rule, so that none of a programme's comes through; no line where none is set."""
    if rules == ContentRules():
        return []
    return ["content:", *(f"  {key}: {value}" for key, value in _written(rules))]


def _written(rules: ContentRules) -> Iterator[tuple[str, str]]:
    yield "words", _bounds(rules.words)
    yield "sentences", _sentences(rules.sentences)
    yield "reading", _or_no(rules.reading)
    yield "interactions", _bounds(rules.interactions)
    yield "levels", _mapping(rules.levels) if rules.levels else "no"
    yield "feedback", _or_no("every" if rules.feedback else None)
    yield "options", _or_no(rules.options)
    yield "objectives", _or_no("complete" if rules.objectives else None)
    yield "study_time", _study_time(rules.study_time)
    yield "terms", _or_no("fixed" if rules.terms else None)
    yield "figures", _or_no("cited" if rules.figures else None)


def _or_no(value: float | str | None) -> str:
    return "no" if value is None else str(value)


def _bounds(bounds: Bounds | None) -> str:
    return "no" if bounds is None else _mapping({"least": bounds.least, "most": bounds.most})


def _sentences(length: SentenceLength | None) -> str:
    return "no" if length is None else _mapping({"average": length.average, "longest": length.longest})


def _study_time(rule: StudyTime | None) -> str:
    return "no" if rule is None else _mapping({"words": rule.words, "within": rule.within})


def _mapping(values: Mapping[str, int | None]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in values.items() if value is not None)}}}"
