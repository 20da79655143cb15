"""Response processing in one line a rule (QTI 2.1, information model, sections 8 and 15)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.targets.qti21.names import FEEDBACK, GENERAL, RESPONSE, SCORE
from builder.targets.qti21.tree import Element, Value, make, written


def variable(name: str) -> Element:
    """The value of a variable."""
    return make("variable", identifier=name)


def base(kind: str, value: Value) -> Element:
    """A constant: ``kind`` is ``identifier``, ``float``, ``integer``, ``boolean``, ``string`` or ``directedPair``."""
    return make("baseValue", written(value), baseType=kind)


def match(name: str, kind: str, value: Value) -> Element:
    """Whether a variable is equal to a constant; not so while it is NULL."""
    return make("match", variable(name), base(kind, value))


def is_correct(name: str = RESPONSE) -> Element:
    """Whether a response is the right answer."""
    return make("match", variable(name), make("correct", identifier=name))


def either(tests: Sequence[Element]) -> Element:
    """True when one of ``tests`` is; a single one is itself."""
    return tests[0] if len(tests) == 1 else make("or", *tests)


def both(tests: Sequence[Element]) -> Element:
    """True when all ``tests`` are; a single one is itself."""
    return tests[0] if len(tests) == 1 else make("and", *tests)


def give(name: str, value: Element) -> Element:
    """Set an outcome."""
    return make("setOutcomeValue", value, identifier=name)


def add(name: str) -> Element:
    """Count one more."""
    return give(name, make("sum", variable(name), base("integer", 1)))


def when(test: Element, *then: Element) -> Element:
    """Do something where a test is true."""
    return make("responseCondition", make("responseIf", test, *then))


def choose(cases: Sequence[tuple[Element, Sequence[Element]]], otherwise: Sequence[Element] = ()) -> Element:
    """The first case whose test is true, else ``otherwise``."""
    names = ("responseIf", *("responseElseIf",) * (len(cases) - 1))
    parts = [make(name, test, *then) for name, (test, then) in zip(names, cases, strict=True)]
    if otherwise:
        parts.append(make("responseElse", *otherwise))
    return make("responseCondition", *parts)


def all_or_nothing(test: Element, points: Decimal) -> Element:
    """The rule of the template ``match_correct``, for any test and any points."""
    scored = [give(SCORE, base("float", points))]
    return choose([(test, scored)], [give(SCORE, base("float", 0))])


def mapped() -> Element:
    """The rule of the template ``map_response``."""
    empty = make("isNull", variable(RESPONSE))
    value = give(SCORE, make("mapResponse", identifier=RESPONSE))
    return choose([(empty, [give(SCORE, base("float", 0))])], [value])


def share(count: Element, whole: Element, points: Decimal) -> Element:
    """``points * count / whole``: exactly the points when all are right."""
    return give(SCORE, make("product", base("float", points), make("divide", count, whole)))


def say(*identifiers: str, also: Sequence[str] = ()) -> Element:
    """Show the feedback with these identifiers, and that of what the variables ``also`` hold."""
    parts = [*(variable(name) for name in also), *(base("identifier", one) for one in identifiers)]
    return give(FEEDBACK, make("multiple", *parts))


def say_more(identifier: str) -> Element:
    """Show this feedback beside what is shown already."""
    return say(identifier, also=(FEEDBACK,))


def say_general() -> Element:
    """Show the general feedback, too."""
    return say_more(GENERAL)
