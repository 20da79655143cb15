"""Make the player small: ``python scripts/minify_player.py`` (``make player``).

Joins the scripts of each part of ``templates/player`` in the order of their names and has terser shorten the names
inside. The results, ``templates/player/*.min.js``, are kept in version control, so that building courses needs
Python alone; a test holds them to their sources. ``--check`` writes nothing and says whether they are current.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from environment import ROOT, npm_command

PLAYER = ROOT / "templates" / "player"

TERSER = ROOT / "tests" / "npm" / "node_modules" / "terser" / "bin" / "terser"
OPTIONS = ("--ecma", "2020", "--compress", "passes=3,unsafe_arrows", "--mangle")


def scripts() -> dict[str, list[Path]]:
    """The scripts to make, by name, and their sources: a folder a part of the player, but for the core, which is made
    once without and once with the adapter of each format in ``lms``.
    """
    core = list((PLAYER / "core").glob("*.js"))
    parts = {folder.name: list(folder.glob("*.js")) for folder in PLAYER.iterdir() if folder.is_dir()}
    formats = {file.stem.split("-")[1]: [*core, file] for file in parts.pop("lms")}
    del parts["core"]
    return {"player": core, **parts, **{f"player.{name}": sources for name, sources in sorted(formats.items())}}


def minified(sources: list[Path]) -> str:
    """The sources in the order of their names as one strict function over ``cw``, made small; one line with its end."""
    sources = sorted(sources, key=lambda file: file.name)
    joined = "\n".join(source.read_text("utf-8") for source in sources)
    function = f'(function(cw){{"use strict";\n{joined}\n}})(window.cw);\n'
    node = npm_command()[0] if len(npm_command()) > 1 else "node"
    done = subprocess.run(
        [node, str(TERSER), *OPTIONS], input=function, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        sys.exit(f"{', '.join(file.name for file in sources)} do not hold together:\n{done.stderr}")
    return done.stdout


def main(check: bool) -> None:  # noqa: FBT001 - the one switch of the command
    """Write what changed, or with ``check`` only name it."""
    stale = []
    for name, sources in scripts().items():
        file = PLAYER / f"{name}.min.js"
        fresh = minified(sources)
        if not file.exists() or file.read_text("utf-8") != fresh:
            stale.append(file.name)
            if not check:
                file.write_text(fresh, encoding="utf-8", newline="\n")
    if stale and check:
        sys.exit(f"Not made from today's sources: {', '.join(stale)}. Run: make player")


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
