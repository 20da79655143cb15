"""The YAML between two lines of three hyphens at the top of a page."""

from __future__ import annotations

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import NO_FRONT_MATTER, OPEN_FRONT_MATTER
from builder.model.span import Span
from builder.source.records import report_type
from builder.source.values import Values
from builder.source.yaml import read_yaml


def read_front_matter(lines: list[str], path: str, found: list[Diagnostic]) -> tuple[Values | None, int]:
    """The front matter's values, and the number of lines before the text.

    The values are None when they cannot be read; the reason is in ``found``.
    """
    if lines[0].rstrip() != "---":
        found.append(NO_FRONT_MATTER.at(Span(path, 1)))
        return None, 0
    for end in range(1, len(lines)):
        if lines[end].rstrip() == "---":
            break
    else:
        found.append(OPEN_FRONT_MATTER.at(Span(path, 1, 1, 3)))
        return None, 0
    field, problems = read_yaml("\n".join(lines[1:end]), path, 2)
    found.extend(problems)
    if field is None:
        return (None if problems else Values({}, Span(path, 1, 1, 3), found)), end + 1
    if not isinstance(field.value, dict):
        report_type(field, "The front matter", "a mapping", "title: …", found)
        return None, end + 1
    return Values(field.value, Span(path, 1, 1, 3), found), end + 1
