"""What the player may weigh; docs/architecture.md, "Budgets"."""

from __future__ import annotations

from builder.resources import templates
from tests.support.packages import packaged

KILO = 1024


def test_the_core_is_small() -> None:
    # The course's own data and the words of its language stand before the script in a package; they grow with them.
    assert (templates() / "player" / "player.scorm12.min.js").stat().st_size <= 13_900


def test_all_scripts_together_are_small() -> None:
    assert sum(len(data) for path, data in packaged().items() if path.endswith(".js")) <= 45 * KILO
