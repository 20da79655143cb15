"""The wheel holds all that building needs, and nothing of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.support import REPOSITORY
from tests.targets.referee import objections


def python(*arguments: str, cwd: Path, path: str = "") -> str:
    """What a Python process says, which finds modules in ``path`` and not in the repository."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | (
        {"PYTHONPATH": path} if path else {}
    )
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    missing = [name for name in ("hatchling", "pip") if find_spec(name) is None]
    if missing:
        message = f"NO WHEEL WAS BUILT: {', '.join(missing)} is not installed."
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("wheel")
    options = (
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--disable-pip-version-check",
        "-q",
        "-w",
        str(folder),
    )
    python("-m", "pip", "wheel", str(REPOSITORY), *options, cwd=folder)
    (file,) = folder.glob("*.whl")
    return file


def test_it_holds_all_templates_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {path.relative_to(REPOSITORY / "templates").as_posix() for path in _files(REPOSITORY / "templates")}
    assert {f"builder/_templates/{name}" for name in templates} <= names
    sources = {path.relative_to(REPOSITORY).as_posix() for path in _files(REPOSITORY / "builder")}
    assert {name for name in names if not name.startswith(("builder/_templates/", "coursewright-"))} == sources
    assert not [name for name in names if "test" in name.split("/")[0] or name.startswith(("courses", "docs"))]
    assert not [name for name in names if name.endswith((".pyc", ".orig", ".part"))]


def test_what_is_installed_builds_a_new_programme(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    options = ("--no-deps", "--no-index", "--disable-pip-version-check", "-q", "--no-compile", "--target", str(site))
    python("-m", "pip", "install", str(wheel), *options, cwd=tmp_path)
    where = python("-c", "import builder; print(builder.__file__)", cwd=tmp_path, path=str(site)).strip()
    assert Path(where).is_relative_to(site), "the installed tool is the one that runs"
    for language in ("en", "fr"):
        root = tmp_path / language
        command = ("-m", "builder", "new", "programme", str(root), "--language", language)
        python(*command, cwd=tmp_path, path=str(site))
        python("-m", "builder", "build", "--strict", "--root", str(root), cwd=tmp_path, path=str(site))
        made = sorted(path.name for path in (root / "dist").iterdir())
        assert len(made) == 5, made
        (package,) = (root / "dist").glob("*-scorm12.zip")
        assert objections(package.read_bytes()) == []
        with zipfile.ZipFile(package) as archive:
            shipped = (REPOSITORY / "templates/player/player.scorm12.min.js").read_bytes().strip()
            assert shipped[:2000] in archive.read("cw/player.js")
            page = archive.read(next(name for name in archive.namelist() if name.startswith("p-"))).decode()
        assert ("Continuer" in page or "Suivant" in page) == (language == "fr")
    assert (site / "bin/coursewright").exists() or (site / "Scripts/coursewright.exe").exists()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
