"""Characters, names and lengths that pass through every importer."""

from __future__ import annotations

import re

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,180}")
"""What we let be an item identifier: an xs:ID in ASCII, short enough for the databases of LMSs (255 with a prefix)."""

SAFE_PATH = re.compile(r"[A-Za-z0-9._/-]+")
"""A path that is the same literally and percent-encoded, so that every importer finds the file."""

TITLE_LENGTH = 200
"""Characters of a title (the schema's ``titleType``); some LMSs fail above 255."""

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


def fit(text: str) -> str:
    """``text`` without characters XML cannot hold."""
    return _UNFIT.sub("", text)


def line(text: str) -> str:
    """``text`` on one line, without characters XML cannot hold: nothing in it needs a numeric reference."""
    return " ".join(fit(text).split())


def title(text: str) -> str:
    """``text`` as a title of at most ``TITLE_LENGTH`` characters, cut with an ellipsis."""
    whole = line(text)
    return whole if len(whole) <= TITLE_LENGTH else whole[: TITLE_LENGTH - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
