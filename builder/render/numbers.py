"""Numbers and the direction of writing, as a language has them (Unicode CLDR through Babel)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

NUMBER = re.compile(r"[-+\u2212]?\d+(?:\.\d+)?")
SPACE, MINUS, LEFT_TO_RIGHT = "\u00a0", "\u2212", "\u200e"


@dataclass(frozen=True, slots=True)
class Numbers:
    """How one language writes numbers."""

    locale: Locale

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.locale.text_direction

    @property
    def decimal(self) -> str:
        """The decimal sign: ``.`` or ``,``."""
        return get_decimal_symbol(self.locale)

    @property
    def group(self) -> str:
        """What stands between thousands."""
        return get_group_symbol(self.locale)

    def write(self, value: Decimal, decimals: int, unit: str = "") -> str:
        """``value`` with so many decimals and its unit: ``15.1%`` in English, ``15,1 %`` in French."""
        rounded = abs(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        digits = format_decimal(rounded, format="#,##0" + "." * (decimals > 0) + "0" * decimals, locale=self.locale)
        sign = MINUS if value < 0 and rounded else ""
        if sign and self.direction == "rtl":
            sign = LEFT_TO_RIGHT + sign  # else the sign would stand behind the number
        if unit == "%":
            pattern = self.locale.percent_formats[None]
            return f"{sign}{pattern.prefix[0]}{digits}{pattern.suffix[0]}"
        if unit and unicodedata.category(unit[-1]) == "Sc" and self._currency_first():
            return f"{sign}{unit}{digits}"
        return f"{sign}{digits}{SPACE}{unit}" if unit else f"{sign}{digits}"

    def _currency_first(self) -> bool:
        return "¤" in self.locale.currency_formats["standard"].prefix[0]


@cache
def numbers(language: str) -> Numbers:
    """The numbers of ``language`` (BCP 47); of English where Babel does not know it."""
    try:
        return Numbers(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        name = language.partition("-")[0]
        return numbers(name if name != language else "en")


def read_number(text: str) -> Decimal | None:
    """The number at the beginning of a cell (``33``, ``-1.5``, ``33 %``), with a decimal point as sources have it."""
    found = NUMBER.match(text.strip().replace(SPACE, ""))
    return Decimal(found.group().replace("\u2212", "-")) if found else None
