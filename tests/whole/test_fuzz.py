"""Hostile changes to whole courses, through the whole tool: it never fails, and writes whole packages or nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest

from builder.archive import recover_folder
from builder.cli.main import run
from builder.source.fmt import format_course
from tests.support.examine import load
from tests.support.miniature import MINIATURE
from tests.support.random_course import Size, mutate, random_course
from tests.targets.referee import objections
from tests.whole.support import codes, make, misplaced, put, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

CASES = 2000
GROUP = 250
SIZE = Size(lessons=1, pages=1, blocks=2, questions=2)
INVALID = (b"\xff", b"\xfe\xff", b"\x00", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80")


def spoiled(seed: int) -> tuple[dict[str, str], dict[str, bytes]]:
    """A course, and the files of it that an accident or an attacker has changed: one, seldom several."""
    dice = Random(seed)
    files = random_course(seed % 40, SIZE, ids=1) if seed % 2 else dict(MINIATURE)
    changed: dict[str, bytes] = {}
    for path in dice.sample(sorted(files), 1 if dice.random() < 0.8 else 3):
        changed[path] = mutate(files[path], dice).encode("utf-8", "surrogatepass")
        if dice.random() < 0.03:
            at = dice.randrange(len(changed[path]) + 1)
            changed[path] = changed[path][:at] + dice.choice(INVALID) + changed[path][at:]
    return files, changed


@pytest.mark.parametrize("start", range(0, CASES, GROUP))
def test_two_thousand_spoiled_courses(start: int, tmp_path: Path) -> None:
    old = {"c-en-scorm12.zip": b"old", "c-en-web.zip": b"old", "c-en-web/index.html": b"old"}
    outcomes = {True: 0, False: 0}
    for seed in range(start, start + GROUP):
        files, changed = spoiled(seed)
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            root, out = put(Path(folder) / "courses", {**files, **changed}), put(Path(folder) / "out", old)
            target = "scorm12" if seed % 4 < 2 else "web"
            report = make(root, out, target)
            after = tree(out)
            places = misplaced(root, report.diagnostics)
        assert places == [], f"seed {seed}: {sorted(changed)}"
        assert report.failed == any(one.is_error for one in report.diagnostics), f"seed {seed}"
        assert "B901" not in codes(report)
        assert not [path for path in after if path.startswith(".") or path.endswith(".part")], f"seed {seed}"
        outcomes[report.failed] += 1
        if report.failed:
            assert after == old, f"seed {seed}: a course with errors left {sorted(after)}"
        elif target == "scorm12":
            assert objections(after[report.made[0].file]) == [], f"seed {seed}"
    assert min(outcomes.values()) >= 10, "both courses with errors and courses without are tried"


@pytest.mark.parametrize("seed", range(3))
def test_old_packages_survive_and_new_ones_replace_them(seed: int, tmp_path: Path) -> None:
    files = random_course(seed, SIZE, ids=1)
    root, out = put(tmp_path / "courses", files), tmp_path / "out"
    assert not make(root, out).failed
    good = tree(out)
    path = next(path for path in files if path.endswith(".md"))
    put(root, {path: files[path] + "\n\n<div>\n"})
    assert make(root, out).failed
    assert tree(out) == good
    put(root, {path: files[path].rstrip() + "\n\nMore is said here than before.\n"})
    assert not make(root, out).failed
    recover_folder(out / "c-en-web")
    now = tree(out)
    assert now.keys() == good.keys()
    assert now != good


def test_spoiled_courses_can_be_formatted(tmp_path: Path) -> None:
    changes = 0
    for seed in range(3000, 3150):
        files, changed = spoiled(seed)
        root = put(tmp_path / str(seed), {**files, **changed})
        programme, _, _ = load(root)
        if programme is None:
            continue
        texts, found = format_course(root, "c", ("en",), source_language="en")
        assert misplaced(root, found) == [], f"seed {seed}"
        put(root, texts)
        changes += bool(texts)
        assert format_course(root, "c", ("en",), source_language="en")[0] == {}, f"seed {seed}: not done at once"
    assert changes > 10


def test_spoiled_locks_are_read(tmp_path: Path) -> None:
    root = put(tmp_path / "courses", random_course(1, SIZE, ids=1))
    assert run(["release", "--root", str(root)]) == 0
    text = (root / "c/course.lock").read_text("utf-8")
    damaged = 0
    for seed in range(200):
        spoiled_text = mutate(text, Random(seed))
        put(root, {"c/course.lock": spoiled_text.encode("utf-8", "surrogatepass")})
        report = make(root)
        assert misplaced(root, report.diagnostics) == [], f"seed {seed}"
        damaged += any(code.startswith("R2") for code in codes(report))
    assert damaged > 50
