"""``coursewright build`` from sources to packages."""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from builder.archive import recover_folder
from tests.cli.support import REPOSITORY, run, spawn
from tests.support.miniature import MINIATURE, write
from tests.targets.referee import objections

QUIZ = """\
---
id: p-quiz
title: Quiz
kind: quiz
objective: O1
pass: 60
---

## Which? {#q-one objective=O1}

- [x] This
- [ ] That
  > Not that.
"""

MADE = ["c-en-scorm12.import.html", "c-en-scorm12.zip", "c-en-web", "c-en-web.import.html", "c-en-web.zip"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "courses", {"c/en/01-lesson/02-quiz.md": QUIZ})


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A programme of two courses."""
    programme = MINIATURE["programme.yaml"].replace("[c]", "[c, d]")
    second = {path.replace("c/", "d/", 1): text for path, text in MINIATURE.items() if path.startswith("c/")}
    second["d/course.yaml"] = second["d/course.yaml"].replace("id: c", "id: d")
    return write(tmp_path / "courses", {"programme.yaml": programme, **second})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_build_writes_every_package(root: Path) -> None:
    ran = run("build", "--root", root)
    assert ran.code == 0, ran.output
    dist = root.parent / "dist"
    assert names(dist) == MADE
    assert objections((dist / "c-en-scorm12.zip").read_bytes()) == []
    with zipfile.ZipFile(dist / "c-en-web.zip") as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    files = {
        path.relative_to(dist / "c-en-web").as_posix(): path.read_bytes() for path in (dist / "c-en-web").rglob("*.*")
    }
    assert files == inside
    assert "index.html" in files
    assert "imsmanifest.xml" not in files


def test_the_table_tells_what_was_made(root: Path) -> None:
    ran = run("build", "--root", root, "--target", "scorm12")
    row = next(line for line in ran.output.splitlines() if line.startswith("c-en-scorm12.zip"))
    assert re.search(r"KB +2 +1 +\d+ of 4,096 +[\d.]+ KB +[\d.]+ s$", row), row
    assert re.search(r"^  sha256 [0-9a-f]{64}$", ran.output, re.MULTILINE)
    assert "No errors, no warnings." in ran.output


def test_a_course_with_an_error_writes_nothing_and_stops_no_other(two: Path, tmp_path: Path) -> None:
    page = two / "d" / "en" / "01-lesson" / "01-page.md"
    page.write_text(page.read_text() + "\n<div>\n")
    ran = run("build", "--root", two, "--out", tmp_path / "out")
    assert ran.code == 1
    assert "d/en/01-lesson/01-page.md:9:" in ran.output
    assert names(tmp_path / "out") == MADE


def test_old_packages_of_a_broken_course_stay(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", "--root", root, "--out", out)
    before = {path: path.read_bytes() for path in out.rglob("*.*") if path.is_file()}
    page = root / "c" / "en" / "01-lesson" / "01-page.md"
    page.write_text(page.read_text() + "\n::: note\n\nNever closed.\n")
    assert run("build", "--root", root, "--out", out).code == 1
    assert {path: path.read_bytes() for path in out.rglob("*.*") if path.is_file()} == before


def test_one_course_one_target_one_language(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", "d", "--root", two, "--out", out, "--target", "web", "--lang", "en").code == 0
    assert names(out) == ["d-en-web", "d-en-web.import.html", "d-en-web.zip"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing"], "There is no course `nothing`. There are: c."),
        (["--target", "scorm"], "There is no target `scorm`. There are: cmi5, gift,"),
        (["--lang", "fr"], "There is no language `fr`. There are: en."),
    ],
)
def test_wrong_names_are_wrong_usage(root: Path, arguments: list[str], says: str) -> None:
    ran = run("build", "--root", root, *arguments)
    assert ran.code == 2
    assert says in ran.output


def test_a_translation_is_built_and_a_missing_one_is_not(root: Path, tmp_path: Path) -> None:
    programme = root / "programme.yaml"
    programme.write_text(programme.read_text().replace("[en]", "[en, fr, es]"))
    for file in list((root / "c" / "en").rglob("*.*")):
        copy = root / "c" / "fr" / file.relative_to(root / "c" / "en")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    ran = run("build", "--root", root, "--out", tmp_path / "out", "--target", "scorm12")
    expected = [f"c-{language}-scorm12{end}" for language in ("en", "fr") for end in (".import.html", ".zip")]
    assert names(tmp_path / "out") == expected, ran.output


def test_an_error_in_the_programme_stops_all(root: Path, tmp_path: Path) -> None:
    (root / "programme.yaml").write_text("id: [\n")
    ran = run("build", "--root", root, "--out", tmp_path / "out")
    assert ran.code == 1
    assert "programme.yaml:" in ran.output
    assert not (tmp_path / "out").exists()


def test_json_for_programs(root: Path) -> None:
    read = json.loads(run("build", "--root", root, "--format", "json").output)
    assert read["diagnostics"] == []
    assert {one["file"] for one in read["packages"]} == {"c-en-scorm12.zip", "c-en-web.zip"}
    assert all(one["first_page"] > 1000 for one in read["packages"])


def test_strict_takes_warnings_for_errors(root: Path, tmp_path: Path) -> None:
    course = root / "c" / "course.yaml"
    course.write_text(course.read_text().replace("title: Course", f"title: {'Course ' * 40}"))
    assert run("build", "--root", root, "--out", tmp_path / "a").code == 0
    ran = run("build", "--root", root, "--out", tmp_path / "b", "--strict")
    assert ran.code == 1
    assert "B102" in ran.output
    assert names(tmp_path / "b") == []


def test_check_writes_nothing(root: Path) -> None:
    ran = run("check", "--root", root)
    assert (ran.code, ran.output) == (0, "No errors, no warnings.\n")
    assert names(root.parent) == ["courses"]


@pytest.mark.parametrize("depth", ["", "courses", "courses/c/en/01-lesson"])
def test_the_programme_is_found_from_inside(root: Path, depth: str) -> None:
    ran = spawn("check", cwd=root.parent / depth)
    assert (ran.code, ran.output.strip()) == (0, "No errors, no warnings.")


def test_without_a_programme_the_usage_is_wrong(tmp_path: Path) -> None:
    ran = spawn("build", cwd=tmp_path)
    assert ran.code == 2
    assert "coursewright new programme" in ran.output


def test_the_same_bytes_everywhere(root: Path, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415

    other = tmp_path / "elsewhere" / "deeper" / "courses"
    shutil.copytree(root, other)
    first = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    second = {"TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8", "PYTHONHASHSEED": "2"}
    assert spawn("build", "--root", root, "--out", tmp_path / "one", env=first).code == 0
    assert spawn("build", "--root", other, "--out", tmp_path / "two", env=second, cwd=tmp_path).code == 0
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert len(files) > 8
    assert files == {path.relative_to(tmp_path / "two") for path in (tmp_path / "two").rglob("*") if path.is_file()}
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)
    assert all(str(tmp_path).encode() not in (tmp_path / "one" / file).read_bytes() for file in files)


def test_the_same_bytes_whatever_the_jobs(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.pipeline.PARALLEL_FROM", 0)
    reports = [
        run("build", "--root", two, "--out", tmp_path / jobs, "--jobs", jobs, "--format", "json") for jobs in "12"
    ]
    assert reports[0] == reports[1]
    assert reports[0].code == 0
    for name in ("c-en-scorm12.zip", "d-en-scorm12.zip", "d-en-web.zip"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_build_killed_at_any_moment_leaves_the_old_packages_whole(root: Path, tmp_path: Path) -> None:
    dice = random.Random(11)
    out = tmp_path / "out"
    start = time.perf_counter()
    assert spawn("build", "--root", root, "--out", out).code == 0
    length = time.perf_counter() - start
    for number in range(12):
        page = root / "c" / "en" / "01-lesson" / "01-page.md"
        page.write_text(re.sub(r"Trade.*", f"Trade is the exchange of goods, edition {number}.", page.read_text()))
        command = [sys.executable, "-m", "builder", "build", "--root", str(root), "--out", str(out)]
        with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(length * (0.5 + 0.7 * dice.random()))
            process.send_signal(signal.SIGKILL)
        recover_folder(out / "c-en-web")
        assert objections((out / "c-en-scorm12.zip").read_bytes()) == []
        assert zipfile.ZipFile(io.BytesIO((out / "c-en-web.zip").read_bytes())).testzip() is None
        assert (out / "c-en-web" / "index.html").read_bytes().rstrip().endswith(b"</html>")
        assert (out / "c-en-web" / "result.html").is_file()


def test_a_folder_that_cannot_be_written_is_a_diagnostic(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = spawn("build", "--root", root, "--out", tmp_path / "file" / "out")
    assert ran.code == 1
    assert "B131" in ran.output
    assert "Traceback" not in ran.output


def test_what_nobody_foresaw_is_a_diagnostic(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from builder.cli.main import run as main  # noqa: PLC0415

    def broken(*arguments: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr("builder.pipeline.load_programme", broken)
    assert main(["build", "--root", str(root)]) == 1
    assert "B901" in capsys.readouterr().out


def test_any_code_page_will_do(root: Path) -> None:
    page = root / "c" / "en" / "01-lesson" / "01-page.md"
    page.write_text(page.read_text("utf-8") + "\n<div>Женщины → é</div>\n", "utf-8")
    for encoding in ("cp1252", "cp437", "ascii", "utf-8"):
        ran = spawn("build", "--root", root, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert ran.code == 1
        assert "Traceback" not in ran.output
