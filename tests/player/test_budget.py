"""What the player may weigh; docs/architecture.md, "Budgets"."""

from __future__ import annotations

from builder.resources import templates


def test_the_core_is_small() -> None:
    # The course's own data and the words of its language stand before the script in a package; they grow with them.
    assert (templates() / "player" / "player.scorm12.min.js").stat().st_size <= 14_000
    # What SCORM 2004 is told of questions is a part.
    assert (templates() / "player" / "player.scorm2004.min.js").stat().st_size <= 14_100
    # That of cmi5 needs no object of a platform, but a part that makes and sends statements.
    assert (templates() / "player" / "player.cmi5.min.js").stat().st_size <= 15_000
    assert (templates() / "player" / "cmi5.min.js").stat().st_size <= 5_200
