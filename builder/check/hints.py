"""Proposals for what an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str:
    """`` (did you mean `x`?)`` for the known word nearest to ``word``, or ''."""
    near = get_close_matches(word, sorted(known), 1, 0.6)
    return f" (did you mean `{near[0]}`?)" if near else ""
