"""The scale of a figure: how long its bars are and how its numbers are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from builder.render.numbers import Numbers, read_number

MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` (0 or less) to ``high``; ``longest`` is the length of its longest number as written."""

    low: Decimal
    high: Decimal
    decimals: int
    unit: str
    numbers: Numbers
    longest: int = 0

    def share(self, value: Decimal) -> Decimal:
        """``value`` on the way from ``low`` to ``high``, 0..100 with at most one decimal."""
        part = (value - self.low) / (self.high - self.low) * 100
        tenths = min(max(part, Decimal(0)), Decimal(100)).quantize(Decimal("0.1"))
        return tenths.quantize(Decimal(1)) if tenths == tenths.to_integral_value() else tenths

    def write(self, value: Decimal) -> str:
        """``value`` with its decimals and its unit, in the page's language."""
        return self.numbers.write(value, self.decimals, self.unit)


def scale_of(cells: Sequence[str], attributes: Mapping[str, str], numbers: Numbers) -> Scale:
    """The scale that holds the numbers in ``cells``, 0, and the figure's ``max`` where it has one."""
    values = [value for text in cells if (value := read_number(text)) is not None]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    given = _number(attributes.get("max", ""))
    if given is not None:
        high = max(high, given)
    if high == low:
        high = low + 1
    asked = attributes.get("decimals", "")
    decimals = int(asked) if asked.isascii() and asked.isdigit() else max(map(_decimals, values), default=0)
    decimals = min(decimals, MOST_DECIMALS)
    unit = attributes.get("unit", "")
    longest = max((len(numbers.write(value, decimals, unit)) for value in values), default=0)
    return Scale(low, high, decimals, unit, numbers, longest)


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
