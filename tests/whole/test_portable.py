"""Windows without Windows: line ends, separators and code pages do not reach the packages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.source.fmt import format_course
from tests.cli.support import REPOSITORY
from tests.support.miniature import write
from tests.support.outcome import fixtures_by_code
from tests.support.random_course import Size, random_course
from tests.whole.support import make, put, tree, unzipped

LANGUAGES = ("en", "fr", "ar")


def formatted(root: Path, seed: int) -> dict[str, str]:
    """The files of a random course in several languages, all with LF."""
    put(root, random_course(seed, Size(lessons=2), languages=LANGUAGES, tidy=True))
    put(root, format_course(root, "c", LANGUAGES, source_language="en")[0])
    return {path: data.decode("utf-8-sig").replace("\r\n", "\n") for path, data in tree(root).items()}


@pytest.mark.parametrize("seed", range(4))
def test_line_ends_do_not_matter(seed: int, tmp_path: Path) -> None:
    files = formatted(tmp_path / "plain", seed)
    put(tmp_path / "unix", files)
    media = {path: text for path, text in files.items() if not path.endswith((".md", ".yaml"))}
    put(tmp_path / "windows", {path: text.replace("\n", "\r\n") for path, text in files.items()} | media)
    put(tmp_path / "marked", {path: "\ufeff" + text.replace("\n", "\r\n") for path, text in files.items()} | media)
    reports = [make(tmp_path / name, tmp_path / f"{name}-out") for name in ("unix", "windows", "marked")]
    assert not any(report.failed for report in reports)
    assert reports[0].diagnostics == reports[1].diagnostics == reports[2].diagnostics
    assert tree(tmp_path / "unix-out") == tree(tmp_path / "windows-out") == tree(tmp_path / "marked-out")


@pytest.mark.parametrize("code", ["T101", "Q101", "Y203", "P309", "L301", "C101"])
def test_mistakes_are_found_at_the_same_places(code: str, tmp_path: Path) -> None:
    if code not in fixtures_by_code():
        pytest.skip(f"no code {code}")
    files = fixtures_by_code()[code].files
    unix = make(write(tmp_path / "unix", files))
    changed = {path: data and data.replace(b"\n", b"\r\n") for path, data in files.items()}
    windows = make(write(tmp_path / "windows", changed))
    assert [one.code.id for one in unix.diagnostics].count(code)
    assert unix.diagnostics == windows.diagnostics


def test_a_released_course_may_be_checked_out_with_either_line_end(tmp_path: Path) -> None:
    from builder.cli.main import run  # noqa: PLC0415

    root = tmp_path / "courses"
    put(root, formatted(tmp_path / "plain", 1))
    assert run(["release", "--root", str(root)]) == 0
    lock = (root / "c/course.lock").read_bytes()
    assert b"\r" not in lock
    first = make(root, tmp_path / "one")
    (root / "c/course.lock").write_bytes(lock.replace(b"\n", b"\r\n"))
    second = make(root, tmp_path / "two")
    assert first.diagnostics == second.diagnostics
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_paths_have_forward_slashes(tmp_path: Path) -> None:
    root = write(tmp_path / "courses", {"c/en/01-lesson/01-page.md": "---\nid: p-page\n---\n\n<div>\n"})
    report = make(root)
    assert [one.span.path for one in report.diagnostics if one.is_error]
    assert not [one for one in report.diagnostics if "\\" in one.span.path]
    good = put(tmp_path / "good", formatted(tmp_path / "plain", 2))
    for made in make(good, tmp_path / "out").made:
        names = unzipped((tmp_path / "out" / made.file).read_bytes())
        assert any("/" in name for name in names)
        assert not [name for name in names if "\\" in name]


def test_no_file_is_read_in_the_encoding_of_the_machine(tmp_path: Path) -> None:
    """Python says where a text is opened without an encoding; here that is an error, in ASCII surroundings."""
    root = put(tmp_path / "courses", formatted(tmp_path / "plain", 3))
    env = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "LANG": "C"}
    for arguments in (
        ["fmt", "--root", str(root)],
        ["check", "--root", str(root)],
        ["build", "--root", str(root), "--out", str(tmp_path / "out")],
        ["release", "--root", str(root)],
        ["targets"],
        ["explain", "Y101"],
        ["new", "programme", str(tmp_path / "new"), "--title", "Égalité"],
        ["new", "lesson", "first-course", "Égalité", "--root", str(tmp_path / "new")],
        ["build", "--root", str(tmp_path / "new")],
    ):
        done = subprocess.run(
            [sys.executable, "-W", "error::EncodingWarning", "-m", "builder", *arguments],
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), "COURSEWRIGHT_DEBUG": "1", **env},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, (done.stdout + done.stderr).decode("utf-8", "replace"))
    assert b"Traceback" not in done.stderr
    languages = {path.name for path in (tmp_path / "out").glob("*.zip")}
    assert len(languages) == 2 * len(LANGUAGES)
