"""YAML to Fields, with the C reader and with the one in Python."""

from __future__ import annotations

import pytest
import yaml

import builder.source.yaml as module
from builder.model.span import Span
from builder.source.fields import Field
from builder.source.yaml import read_yaml

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=LOADERS, ids=["python", "c"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOADER", request.param)


def plain(field: Field | None) -> object:
    """The value without places."""
    value = None if field is None else field.value
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def codes(text: str) -> list[str]:
    return [f"{d.span.line}:{d.span.column} {d.code.id}" for d in read_yaml(text, "a.yaml")[1]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: [x, {y: z}]", {"a": 1, "b": ["x", {"y": "z"}]}),
        ("a: yes\nb: No\nc: TRUE\nd: off", {"a": True, "b": False, "c": True, "d": False}),
        ("a: ~\nb:", {"a": None, "b": None}),
        ("a: 'yes'\nb: \"1\"", {"a": "yes", "b": "1"}),
        ("no: x\n1: y", {"no": "x", "1": "y"}),
        ("[007, 1:30, 2026-11-01, 0x1f, 1_000]", ["007", "1:30", "2026-11-01", "0x1f", "1_000"]),
        ("a: -3\nb: 1.5\nc: 1.\nd: .5\ne: 1e5", {"a": -3, "b": 1.5, "c": "1.", "d": ".5", "e": "1e5"}),
        ("a: |\n  one\n  two\nb: >\n  one\n  two", {"a": "one\ntwo\n", "b": "one two"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("- a\n- b", ["a", "b"]),
        ("", None),
        ("# nothing", None),
        ("9999999999999999999", "9999999999999999999"),
    ],
)
def test_values(text: str, value: object) -> None:
    field, found = read_yaml(text, "a.yaml")
    assert plain(field) == value
    assert found == []


def test_places() -> None:
    field, _ = read_yaml('id: x\nlist:\n  - "two words"\n', "p.md", 2)
    assert field is not None
    assert isinstance(field.value, dict)
    assert field.value["id"] == Field("x", Span("p.md", 2, 5, 1), Span("p.md", 2, 1, 2))
    items = field.value["list"].value
    assert isinstance(items, list)
    assert items[0].span == Span("p.md", 4, 5, 11)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_lines_are_those_of_editors(sign: str) -> None:
    field, found = read_yaml(f"a: one{sign}two\nb: 'x{sign}y'\nc: |\n  u{sign}v\nd: &x z\n", "a.yaml")
    assert [(one.span.line, one.span.column) for one in found] == [(5, 4)]
    field, found = read_yaml(f"a: one{sign}two\nb: 'x{sign}y'\nc: |\n  u{sign}v\n", "a.yaml")
    assert (plain(field), found) == ({"a": "one two", "b": "x y", "c": "u v\n"}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", ["1:5 Y203"]),
        ("a: Trade\n  b: c", ["2:4 Y203"]),
        ("a:\n\t- b", ["2:1 Y202"]),
        ("a: 'x\nb: c", ["1:4 Y204"]),
        ('a: "x', ["1:4 Y204"]),
        ('a: "\\q"', ["1:5 Y201"]),
        ("a: 1\nb: 2\na: 3", ["3:1 Y205"]),
        ("a: &x 1", ["1:4 Y206"]),
        ("a: *x", ["1:4 Y206"]),
        ("a: !!python/object:os.system x", ["1:4 Y207"]),
        ("a: " + "[" * 30, ["1:24 Y208"]),
        ("a: 1\n---\nb: 2", ["2:1 Y209"]),
        ("? [a]\n: b", ["1:3 Y210"]),
        ("a: @x", ["1:4 Y201"]),
        ("a: \x7f", ["1:4 Y106"]),
        ('a: "\\x01b"', ["1:4 Y106"]),
        ("a: [b\nc: d", ["2:2 Y201"]),
    ],
)
def test_mistakes(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_small_bomb_stays_small() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{m}, *{m}]\n" for m, n in zip("abcdef", "bcdefg", strict=True))
    assert codes(bomb) == ["1:4 Y206"]


def test_depth_is_bounded() -> None:
    assert codes("[" * 100_000) == ["1:22 Y208"]
    assert codes("- " * 100_000 + "a") == ["1:43 Y208"]
