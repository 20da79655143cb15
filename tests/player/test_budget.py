"""What the player may weigh; docs/architecture.md, "Budgets"."""

from __future__ import annotations

from builder.resources import templates


def test_the_core_is_small() -> None:
    # The course's own data and the words of its language stand before the script in a package; they grow with them.
    assert (templates() / "player" / "player.scorm12.min.js").stat().st_size <= 14_000
