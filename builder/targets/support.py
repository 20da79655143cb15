"""What targets declare, put together from what they have in common."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.constructs import CONSTRUCTS
from builder.targets.base import FULL, Support, lost

EVERYTHING: Mapping[str, Support] = {
    **{one.id: FULL for one in CONSTRUCTS},
    "discussion": lost("Set them up in the platform; a package has no place for them."),
}
"""A format that holds the pages and the player: nothing is lost that a package can hold."""

NOTHING: Mapping[str, Support] = {one.id: lost() for one in CONSTRUCTS}
"""Where a format begins that holds little: what it does hold is declared over it."""

UNREPORTED: Mapping[str, Support] = {
    "score": lost("The reader sees it; nobody else does."),
    "completion": lost("The reader sees the progress; nobody else does."),
    "interactions": lost("Answers stay in the reader's browser."),
}
"""Of pages with the player but without a platform that records."""
