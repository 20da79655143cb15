"""Which browser the tests drive, and how."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
"""Nothing to draw on a screen for, and nobody else to talk to."""


def launch_options() -> dict[str, Any]:
    """Options for Playwright's launch: ``CHROMIUM``, else a browser of this machine, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found and Path(MAC).exists():
        found = MAC
    options: dict[str, Any] = {"executable_path": found} if found else {}
    options["args"] = QUIET
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox does not run as root, which is who one is in most containers.
        options["args"] = [*QUIET, "--no-sandbox"]
    return options
