"""The player that is shipped is made from the sources that stand beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_minified_player_is_current() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "minify_player.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
