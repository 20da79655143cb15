"""An order that gives nothing away: choices stand in the source with the right one where an author puts it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256


def shown_order(id: str, count: int) -> tuple[int, ...]:
    """The indexes 0..count-1 in an order that depends on ``id`` alone and is never the one of the source."""
    order = sorted(range(count), key=_rank(id))
    if count > 1 and order == sorted(order):
        order = [*order[1:], order[0]]
    return tuple(order)


def _rank(id: str) -> Callable[[int], bytes]:
    return lambda index: sha256(f"{id} {index}".encode()).digest()
