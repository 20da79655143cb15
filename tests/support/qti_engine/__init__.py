"""A small QTI 2.1 engine for tests: it runs the response processing of items and the outcome processing of tests as the
specification has them (information model, sections 8, 10 and 15), and nothing of what writes our packages.

What it does not know it refuses with ``Unsupported``: a test never passes by something being left out.
"""

from __future__ import annotations

from tests.support.qti_engine.items import Item, Session, read_item
from tests.support.qti_engine.papers import Presented, read_test
from tests.support.qti_engine.values import Unsupported, Value

__all__ = ["Item", "Presented", "Session", "Unsupported", "Value", "read_item", "read_test"]
