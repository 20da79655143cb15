"""The tutorial is run word for word: every command, every file, in the order of the page."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-course.md"
BLOCK = re.compile(r"^```(?P<info>[^\n]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str, place: Path, *, fails: bool) -> tuple[Path, str]:
    """Run one line of a console block; the folder and the output after it."""
    words = shlex.split(command)
    if words[0] == "cd":
        return place / words[1], ""
    assert words[0] == "coursewright"
    done = subprocess.run(
        [sys.executable, "-m", "builder", *words[1:]],
        cwd=place,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout + done.stderr
    assert (done.returncode == 1) if fails else (done.returncode == 0), f"{command}\n{said}"
    return place, said


def write(info: str, body: str, place: Path) -> None:
    """Do to a file what a block asks: write it, append to it, or replace its first line by its second."""
    action, name = re.findall(r"(file|append|replace)=(\S+)", info)[0]
    file = place / name
    if action == "file":
        assert file.exists(), f"{name} is to be replaced, but was not made"
        file.write_text(body, encoding="utf-8")
    elif action == "append":
        file.write_text(file.read_text(encoding="utf-8") + body, encoding="utf-8")
    else:
        old, new = body.splitlines()
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_tutorial_leads_to_a_package(tmp_path: Path) -> None:
    place = tmp_path
    said = ""
    refused = []
    for block in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        info, body = block["info"], block["body"]
        if info.startswith("console"):
            for line in body.splitlines():
                place, said = run(line.removeprefix("$ "), place, fails=info.endswith("fails"))
            if info.endswith("fails"):
                refused.append(said)
        elif info.startswith("markdown"):
            write(info, body, place)
    assert len(refused) == 1
    assert "01-where-goods-come-from.md:" in refused[0]
    page = place / "rules-of-origin/en/02-where-goods-come-from/01-where-goods-come-from.md"
    assert "{#q-why-does-customs-ask-where-goods-come}" in page.read_text(encoding="utf-8")
    with zipfile.ZipFile(place / "dist/rules-of-origin-en-scorm12.zip") as package:
        assert {"imsmanifest.xml", "p-where-goods-come-from.html"} <= set(package.namelist())
        assert b"Grown" in package.read("p-where-goods-come-from.html")
    assert (place / "dist/rules-of-origin-en-web/index.html").exists()
    assert (place / "rules-of-origin/course.lock").exists()
