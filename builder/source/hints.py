"""Proposals for what an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A sentence that proposes the known word nearest to ``word``, or lists them all."""
    words = sorted(known)
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    if not words:
        return otherwise
    listed = ", ".join(f"`{name}`" for name in words)
    return f"{otherwise} Known are {listed}.".lstrip()
