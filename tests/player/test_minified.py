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


def test_all_scripts_stay_within_their_budget() -> None:
    scripts = sorted((ROOT / "templates" / "player").glob("*.min.js"))
    made = {script.name.removesuffix(".min.js"): script.stat().st_size for script in scripts}
    assert made.keys() >= {"panel", "player", "player.scorm12", "quiz"}
    # 45 KB for a course, of which words in another language and the course itself take their part.
    assert made["player.scorm12"] + made["panel"] + made["quiz"] <= 40_000
