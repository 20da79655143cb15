"""Running the command as authors do: in this process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from builder.cli.main import cli

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    code: int
    output: str


def run(*arguments: str | Path) -> Ran:
    """The exit code and all output of a command run in this process; an exception nobody foresaw fails the test."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments], standalone_mode=False)
    if result.exception is not None and hasattr(result.exception, "exit_code"):
        return Ran(result.exception.exit_code, str(result.exception))
    if result.exception is not None:
        raise result.exception
    return Ran(result.return_value or 0, result.output)


def spawn(*arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Ran:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "builder", *(str(one) for one in arguments)]
    paths = os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"))
