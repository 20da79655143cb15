"""An order that gives nothing away: choices stand in the source with the right one where an author puts it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256


def mixed_order(id: str, count: int) -> tuple[int, ...]:
    """The indexes 0..count-1 in an order that depends on ``id`` alone: every place is as likely for each of them."""
    return tuple(sorted(range(count), key=_rank(id)))


def shown_order(id: str, count: int) -> tuple[int, ...]:
    """The same, but never the order of the source, where that would be the answer."""
    order = mixed_order(id, count)
    return (*order[1:], order[0]) if count > 1 and order == tuple(range(count)) else order


def _rank(id: str) -> Callable[[int], bytes]:
    return lambda index: sha256(f"{id} {index}".encode()).digest()
