"""Values: single or in containers, of a base type. NULL is None, and so is an empty container (section 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

FLOAT = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class Unsupported(Exception):  # noqa: N818 - it reads better where it is raised
    """Something this engine does not know."""


@dataclass(frozen=True, slots=True)
class Value:
    """One or several values of a base type; ``cardinality`` is single, multiple or ordered."""

    cardinality: str
    base: str
    items: tuple[Any, ...]

    @property
    def one(self) -> Any:
        """The value of a single one."""
        if self.cardinality != "single":
            raise Unsupported(f"a {self.cardinality} value where a single one is needed")
        return self.items[0]


def single(base: str, data: Any) -> Value:
    return Value("single", base, (data,))


def boolean(truth: bool) -> Value:  # noqa: FBT001 - the one thing it is about
    return single("boolean", truth)


def container(cardinality: str, base: str, items: Iterable[Any]) -> Value | None:
    """A container; NULL when there is nothing in it."""
    kept = tuple(items)
    return Value(cardinality, base, kept) if kept else None


def parse(base: str, text: str) -> Any:  # noqa: PLR0911 - one line a type
    """The datum a text stands for. Raises ValueError for one that is none of the type."""
    match base:
        case "string":
            return text
        case "identifier":
            return text.strip()
        case "integer":
            return int(text)
        case "float":
            if not FLOAT.fullmatch(text.strip()):
                raise ValueError(f"{text!r} is no float")
            return float(text)
        case "boolean":
            return {"true": True, "1": True, "false": False, "0": False}[text.strip()]
        case "directedPair":
            first, second = text.split()
            return (first, second)
        case "pair":
            return tuple(sorted(text.split()))
    raise Unsupported(f"base type {base}")


def same(one: Value, other: Value) -> bool:
    """Whether two values are equal, members of ``multiple`` in any order (15.2, match)."""
    if (one.cardinality, one.base) != (other.cardinality, other.base):
        raise Unsupported(f"{one.cardinality} {one.base} matched with {other.cardinality} {other.base}")
    if one.cardinality == "multiple":
        return sorted(one.items) == sorted(other.items)
    return one.items == other.items


def name(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname
