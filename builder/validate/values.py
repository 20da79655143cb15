"""Values as XML Schema writes them."""

from __future__ import annotations

import math
import re


def is_boolean(text: str) -> bool:
    """xs:boolean."""
    return text.strip() in ("true", "false", "1", "0")


def is_true(text: str) -> bool:
    """Whether ``text`` is an xs:boolean that holds."""
    return text.strip() in ("true", "1")


def number(text: str, otherwise: float = math.nan) -> float:
    """xs:decimal; ``otherwise`` for what is none."""
    return float(text) if re.fullmatch(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*", text) and len(text) < 60 else otherwise
