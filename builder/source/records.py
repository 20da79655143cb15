"""YAML files of a known shape: one mapping, or a list of mappings with ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import DUPLICATE_ID, WRONG_TYPE
from builder.model.span import Span
from builder.source.fields import Field
from builder.source.files import is_missing, read_text
from builder.source.values import Values, describe
from builder.source.yaml import read_yaml


def read_mapping(root: Path, name: str, found: list[Diagnostic]) -> Values | None:
    """The mapping that the YAML file ``name`` holds, or None; what is wrong goes to ``found``."""
    text = read_text(root, name, found)
    if text is None:
        return None
    field, problems = read_yaml(text, name)
    found.extend(problems)
    if field is None:
        return None if problems else Values({}, Span(name, 0), found)
    if not isinstance(field.value, dict):
        report_type(field, "The file", "a mapping", "key: value", found)
        return None
    return Values(field.value, Span(name, 0), found)


def read_list(root: Path, name: str, key: str, found: list[Diagnostic]) -> Iterator[tuple[str, Values]]:
    """The mappings that the YAML file ``name`` lists, each with its ``key``, which must be unlike all others.

    A file that is not there lists nothing.
    """
    if is_missing(root / name):
        return
    text = read_text(root, name, found)
    if text is None:
        return
    field, problems = read_yaml(text, name)
    found.extend(problems)
    if field is None:
        return
    if not isinstance(field.value, list):
        report_type(field, "The file", "a list of entries", f"- {key}: …", found)
        return
    known: dict[str, int] = {}
    for item in field.value:
        if not isinstance(item.value, dict):
            report_type(item, "An entry", "a mapping", f"- {key}: …", found)
            continue
        values = Values(item.value, item.span, found)
        if not values.require(key, f"{key}: …"):
            continue
        name = values.text(key)
        if name in known:
            found.append(DUPLICATE_ID.at(item.value[key].span, value=name, line=known[name]))
        elif name:
            known[name] = item.value[key].span.line
            yield name, values


def report_type(field: Field, key: str, expected: str, example: str, found: list[Diagnostic]) -> None:
    """Report a value of a wrong type."""
    found.append(WRONG_TYPE.at(field.span, key=key, expected=expected, found=describe(field), example=example))
