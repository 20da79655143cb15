"""A Moodle to try backups in: the environment variable ``MOODLE_DIR`` names the folder of one that is installed and
served. It must be one that may be thrown away: the tests leave courses and users behind."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PHP = Path(__file__).parent / "php"
FOLDER = os.environ.get("MOODLE_DIR", "")

needs_moodle = pytest.mark.skipif(not FOLDER, reason="not run: MOODLE_DIR names no Moodle")


def ask(script: str, **asked: object) -> dict[str, Any]:
    """The answer of a script in ``php``. Fails where it cannot answer, or PHP complains."""
    run = subprocess.run(
        ["php", str(PHP / f"{script}.php")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    answer: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    assert "error" not in answer, answer["error"]
    assert not answer["warnings"], answer["warnings"]
    return answer


def restore(file: Path) -> int:
    """Restore a backup as a new course, without a word of complaint; the course's id."""
    answer = ask("restore", file=str(file))
    assert not answer["precheck"], answer["precheck"]
    assert not answer["logs"], answer["logs"]
    assert not answer["printed"], answer["printed"]
    return int(answer["course"])


TRIES = 5
"""Moodle sends its form before it has saved the session that the form belongs to: a browser that is quicker is told
"Invalid login, please try again"."""


def sign_in(page: Page, address: str, name: str, password: str) -> None:
    """Sign in on the page where people do, and try again as they would."""
    for _ in range(TRIES):
        page.goto(f"{address}/login/index.php", wait_until="networkidle")
        page.fill("#username", name)
        page.fill("#password", password)
        with page.expect_navigation():
            page.click("#loginbtn")
        if "/login/" not in page.url:
            return
    pytest.fail(f"Moodle does not let {name} in: {page.inner_text('#page')}")
