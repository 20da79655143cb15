"""Runs JavaScript under Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
"""Of the checkout."""


def node() -> str:
    """The Node of this machine: on the PATH, or in the environment of the tests."""
    beside = Path(sys.executable).parent
    found = shutil.which("node") or shutil.which("node", path=str(beside))
    if not found:
        raise FileNotFoundError("Node is needed for the tests of the player: make test installs it")
    return found


def run(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run Node with ``arguments`` in the checkout, ``given`` on its standard input."""
    command = [node(), *(str(argument) for argument in arguments)]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, encoding="utf-8", check=False)


def ask(script: Path, question: Any) -> Any:
    """The JSON a script answers to the JSON it is given."""
    done = run(script, given=json.dumps(question))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
