"""``course.lock``: what learners may hold records on, and what an edit does to them."""

from builder.release.compare import compare
from builder.release.entries import make_lock
from builder.release.lock import Entry, Lock, parse_lock, read_lock, write_lock

__all__ = ["Entry", "Lock", "compare", "make_lock", "parse_lock", "read_lock", "write_lock"]
