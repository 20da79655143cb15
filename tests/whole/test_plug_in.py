"""A format of another distribution: one file and one entry point, and it is built, listed, reported on and named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.everything import write_everything
from tests.support.node import ROOT

CODE = '''
"""The outline of a course as plain text."""

from builder.archive import Entry
from builder.targets.base import FULL, Product, Target, changed


def build(package, context):
    lines = [package.title, *(f"- {page.title}" for page in package.pages)]
    return Product((Entry("outline.txt", "\\n".join(lines).encode()),))


SUPPORT = {"structure": FULL, "page": changed("Titles only.")}
TARGET = Target("outline", "Outline as plain text", build, suffix=".txt", single=True, support=SUPPORT)
'''

METADATA = {
    "METADATA": "Metadata-Version: 2.1\nName: acme-outline\nVersion: 1.0\n",
    "entry_points.txt": "[coursewright.targets]\noutline = acme_outline:TARGET\n",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of installed packages that holds the other distribution."""
    packages = tmp_path / "site"
    info = packages / "acme_outline-1.0.dist-info"
    info.mkdir(parents=True)
    (packages / "acme_outline.py").write_text(CODE)
    for name, text in METADATA.items():
        (info / name).write_text(text)
    return packages


def coursewright(place: Path, *arguments: str) -> str:
    paths = os.pathsep.join((str(place), str(ROOT)))
    command = [sys.executable, "-c", "from builder.cli.main import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_built_and_its_losses_are_reported(place: Path, tmp_path: Path) -> None:
    root = write_everything(tmp_path / "courses")
    out = tmp_path / "dist"
    told = coursewright(place, "build", "--root", str(root), "--target", "outline", "--out", str(out), "--losses")
    assert (out / "everything-en-outline.txt").read_text().startswith("Everything there is\n- Before\n- A page of text")
    assert "is without: single choice (q-before-claim and " in told
    assert "changed  Text, headings, lists, tables: Titles only." in told


def test_it_is_listed_with_what_it_holds(place: Path) -> None:
    assert "outline " in coursewright(place, "targets")
    assert "| Text, headings, lists, tables | changed | Titles only. |" in coursewright(place, "targets", "--matrix")
    listed = {one["name"]: one for one in json.loads(coursewright(place, "targets", "--format", "json"))}
    assert listed["outline"]["support"]["structure"]["level"] == "full"
    assert listed["outline"]["support"]["ordering"] == {"level": "lost", "how": "The target does not say."}
