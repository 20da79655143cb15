"""Expressions (information model, section 15). An expression of something NULL is NULL, unless it says otherwise."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tests.support.qti_engine.patterns import fits
from tests.support.qti_engine.values import Unsupported, Value, boolean, container, name, parse, same, single

Result = Value | None


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping: values by key, its bounds, its default (section 4.2)."""

    values: Mapping[Any, float]
    folded: Mapping[str, float] = field(default_factory=dict)
    """Entries whose capitals do not matter, by their key in small letters."""
    low: float | None = None
    high: float | None = None
    default: float = 0.0

    def of(self, value: Result) -> float:
        """What a response is worth: each different member once."""
        worth = sum(self._one(item) for item in dict.fromkeys(value.items)) if value else 0.0
        worth = worth if self.low is None else max(worth, self.low)
        return worth if self.high is None else min(worth, self.high)

    def _one(self, item: Any) -> float:
        if item in self.values:
            return self.values[item]
        return self.folded.get(item.lower(), self.default) if isinstance(item, str) else self.default


@dataclass(frozen=True, slots=True)
class Scope:
    """What expressions look things up in."""

    variables: Mapping[str, Result]
    corrects: Mapping[str, Result] = field(default_factory=dict)
    mappings: Mapping[str, Mapped] = field(default_factory=dict)
    across: Callable[[etree._Element], Result] | None = None
    """The values of a variable in all items of a test."""


def evaluate(element: etree._Element, scope: Scope) -> Result:
    """The value of an expression."""
    kind = name(element)
    if kind in _LEAVES:
        return _LEAVES[kind](element, scope)
    operands = [evaluate(child, scope) for child in element]
    if kind in _ANY:
        return _ANY[kind](element, operands)
    if kind not in _STRICT:
        raise Unsupported(f"expression {kind}")
    known = [operand for operand in operands if operand is not None]
    return _STRICT[kind](element, known) if len(known) == len(operands) else None


def truth(element: etree._Element, scope: Scope) -> bool:
    """Whether a condition holds; NULL does not."""
    value = evaluate(element, scope)
    return value is not None and value.one is True


def _look_up(element: etree._Element, scope: Scope) -> Result:
    identifier = element.get("identifier", "")
    if identifier not in scope.variables:
        raise Unsupported(f"no variable {identifier}")
    return scope.variables[identifier]


def _correct(element: etree._Element, scope: Scope) -> Result:
    return scope.corrects[element.get("identifier", "")]


def _map_response(element: etree._Element, scope: Scope) -> Result:
    return single("float", scope.mappings[element.get("identifier", "")].of(_look_up(element, scope)))


def _base_value(element: etree._Element, scope: Scope) -> Result:
    base = element.get("baseType", "")
    return single(base, parse(base, element.text or ""))


def _across(element: etree._Element, scope: Scope) -> Result:
    if scope.across is None:
        raise Unsupported("testVariables outside a test")
    return scope.across(element)


def _and(element: etree._Element, operands: list[Result]) -> Result:
    """False as soon as one is, else NULL as soon as one is."""
    if any(value is not None and value.one is False for value in operands):
        return boolean(False)
    return None if None in operands else boolean(True)


def _or(element: etree._Element, operands: list[Result]) -> Result:
    if any(value is not None and value.one is True for value in operands):
        return boolean(True)
    return None if None in operands else boolean(False)


def _gather(cardinality: str) -> Callable[[etree._Element, list[Result]], Result]:
    """``multiple`` and ``ordered``: NULLs are left out, containers are emptied into the new one."""

    def gather(element: etree._Element, operands: list[Result]) -> Result:
        known = [value for value in operands if value is not None]
        if len({value.base for value in known}) > 1:
            raise Unsupported("a container of several base types")
        return container(cardinality, known[0].base, [one for value in known for one in value.items]) if known else None

    return gather


def _numbers(values: list[Value]) -> list[float]:
    if any(value.base not in ("integer", "float") for value in values):
        raise Unsupported("numbers are needed")
    return [one for value in values for one in value.items]


def _number(values: list[Value], result: float) -> Value:
    """An integer where all operands are."""
    whole = all(value.base == "integer" for value in values)
    return single("integer", int(result)) if whole else single("float", float(result))


def _fold(function: Callable[[list[float]], float]) -> Callable[[etree._Element, list[Value]], Result]:
    return lambda element, values: _number(values, function(_numbers(values)))


def _divide(element: etree._Element, values: list[Value]) -> Result:
    dividend, divisor = _numbers(values)
    return single("float", dividend / divisor) if divisor else None


def _compare(holds: Callable[[float, float], bool]) -> Callable[[etree._Element, list[Value]], Result]:
    return lambda element, values: boolean(holds(*_numbers(values)))


def _equal(element: etree._Element, values: list[Value]) -> Result:
    one, other = _numbers(values)
    mode = element.get("toleranceMode", "exact")
    if mode == "exact":
        return boolean(one == other)
    low, high = ([float(part) for part in element.get("tolerance", "").split()] * 2)[:2]
    if mode == "relative":
        low, high = abs(one) * low / 100, abs(one) * high / 100
    above = other >= one - low if element.get("includeLowerBound", "true") == "true" else other > one - low
    below = other <= one + high if element.get("includeUpperBound", "true") == "true" else other < one + high
    return boolean(above and below)


def _string_match(element: etree._Element, values: list[Value]) -> Result:
    one, other = (value.one for value in values)
    if element.get("caseSensitive") == "false":
        one, other = one.lower(), other.lower()
    return boolean(other in one if element.get("substring") == "true" else one == other)


def _index(element: etree._Element, values: list[Value]) -> Result:
    (value,) = values
    place = int(element.get("n", "0"))
    if value.cardinality != "ordered" or place < 1:
        raise Unsupported("index needs an ordered container and a place from 1 on")
    return single(value.base, value.items[place - 1]) if place <= len(value.items) else None


def _member(element: etree._Element, values: list[Value]) -> Result:
    one, among = values
    return boolean(one.one in among.items)


def _contains(element: etree._Element, values: list[Value]) -> Result:
    """Whether the first holds all of the second; in order and without a gap where they are ordered."""
    whole, part = values
    if whole.cardinality == "ordered":
        size = len(part.items)
        return boolean(any(whole.items[at : at + size] == part.items for at in range(len(whole.items) - size + 1)))
    rest = list(whole.items)
    for one in part.items:
        if one not in rest:
            return boolean(False)
        rest.remove(one)
    return boolean(True)


def _delete(element: etree._Element, values: list[Value]) -> Result:
    one, among = values
    return container(among.cardinality, among.base, [item for item in among.items if item != one.one])


_LEAVES: Mapping[str, Callable[[etree._Element, Scope], Result]] = {
    "baseValue": _base_value,
    "variable": _look_up,
    "correct": _correct,
    "null": lambda element, scope: None,
    "mapResponse": _map_response,
    "testVariables": _across,
}

_ANY: Mapping[str, Callable[[etree._Element, list[Result]], Result]] = {
    "isNull": lambda element, values: boolean(values[0] is None or values[0].items == ("",)),
    "and": _and,
    "or": _or,
    "multiple": _gather("multiple"),
    "ordered": _gather("ordered"),
    "containerSize": lambda element, values: single("integer", len(values[0].items) if values[0] else 0),
}

_STRICT: Mapping[str, Callable[[etree._Element, list[Value]], Result]] = {
    "not": lambda element, values: boolean(not values[0].one),
    "match": lambda element, values: boolean(same(*values)),
    "stringMatch": _string_match,
    "patternMatch": lambda element, values: boolean(fits(element.get("pattern", ""), values[0].one)),
    "equal": _equal,
    "gt": _compare(lambda one, other: one > other),
    "gte": _compare(lambda one, other: one >= other),
    "lt": _compare(lambda one, other: one < other),
    "lte": _compare(lambda one, other: one <= other),
    "sum": _fold(sum),
    "product": _fold(math.prod),
    "min": _fold(min),
    "max": _fold(max),
    "subtract": _fold(lambda numbers: numbers[0] - numbers[1]),
    "divide": _divide,
    "index": _index,
    "member": _member,
    "contains": _contains,
    "delete": _delete,
}
