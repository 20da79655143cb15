"""What the player may weigh; docs/architecture.md, "Budgets"."""

from __future__ import annotations

from tests.support.packages import packaged

KILO = 1024


def test_the_core_is_small() -> None:
    script = packaged()["cw/player.js"]
    # The course's own data stand before the script; they grow with the course.
    assert len(script[script.index(b"!function") :]) <= 13 * KILO


def test_all_scripts_together_are_small() -> None:
    assert sum(len(data) for path, data in packaged().items() if path.endswith(".js")) <= 45 * KILO
