"""The pseudo-locale ``qps``: English in accents and brackets, a third longer, to find what cannot be translated."""

from __future__ import annotations

import re

PSEUDO = "qps"

ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)

KEEP = re.compile(r"(\{\w*\}|%\(\w+\)s|<[^>]*>)")
"""What stands for something else in a message: ``{n}``, ``%(n)s``, and markup."""


def pseudo(message: str) -> str:
    """``Saved`` becomes ``[Šåṽéð ~~]``; placeholders stay as they are."""
    parts = KEEP.split(message)
    text = "".join(part if index % 2 else part.translate(ACCENTED) for index, part in enumerate(parts))
    return f"[{text} {'~' * (len(message) // 3 + 1)}]"
