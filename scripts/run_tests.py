"""Run every check: style, types, tests with coverage. ``python scripts/run_tests.py [pytest options]``.

Each check runs even when one before it failed, so that one run tells everything; the exit status is 1 if any did.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COVERED = 90
"""Per cent of the branches and lines of ``builder/`` that the tests must reach."""


def main(options: list[str]) -> int:
    """Run all checks from the project's root; pytest's closing line is the last but for the coverage table."""
    os.chdir(ROOT)
    python = sys.executable
    workers = str(max(2, min(4, os.cpu_count() or 2)))
    checks = [
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "coverage", "erase"],
        [python, "-m", "coverage", "run", "-m", "pytest", "-n", workers, *options],
        [python, "-m", "coverage", "combine", "-q"],
        [python, "-m", "coverage", "report", f"--fail-under={COVERED}"],
    ]
    failed = [" ".join(check[1:]) for check in checks if subprocess.run(check, check=False).returncode != 0]
    for check in failed:
        print(f"failed: {check}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
