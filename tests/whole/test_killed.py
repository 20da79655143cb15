"""A build killed at any moment leaves every package whole: the old one or the new one, to the last byte."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import time
from collections import Counter
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest

from builder.archive import recover_folder
from builder.cli.main import run
from tests.support.miniature import MINIATURE, write
from tests.whole.support import make, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

KILLS = 100
PAGE = "c/en/01-lesson/01-page.md"
PARTS = ("c-en-scorm12.zip", "c-en-scorm12.import", "c-en-web.zip", "c-en-web/", "c-en-web.import")


def perform(arguments: list[str]) -> None:
    """A build as the command does it, its output thrown away."""
    with contextlib.redirect_stdout(io.StringIO()):
        raise SystemExit(run(arguments))


def parts(folder: Path) -> list[dict[str, bytes]]:
    """The packages in ``folder``, each as its files; what a dead process left under a dotted name is none of them."""
    files = {path: data for path, data in tree(folder).items() if not path.startswith(".")}
    assert all(path.startswith(PARTS) for path in files)
    return [{path: data for path, data in files.items() if path.startswith(part)} for part in PARTS]


def await_writing(process: BaseProcess, out: Path, before: set[Path]) -> None:
    """Return as soon as ``process`` has begun a file in ``out``, or has ended."""
    while process.is_alive() and {*out.iterdir()} <= before:
        time.sleep(0.0002)


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_hundred_builds_are_killed(tmp_path: Path) -> None:
    editions = []
    for name in ("old", "new"):
        root = write(tmp_path / name, {PAGE: MINIATURE[PAGE] + f"\nThis is the {name} edition.\n"})
        assert not make(root, tmp_path / f"{name}-built").failed
        editions.append((root, parts(tmp_path / f"{name}-built")))
    out = tmp_path / "out"
    make(editions[0][0], out)
    # Processes of their own, forked from one that has the tool loaded: each lives for the build alone.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["builder.cli.build", "tests.whole.test_killed"])

    def begin(root: Path) -> BaseProcess:
        process = context.Process(target=perform, args=(["build", "--root", str(root), "--out", str(out)],))
        process.start()
        return process

    lengths: list[tuple[float, float]] = []
    """Seconds until the first sign of writing, and from there to the end."""
    for _ in range(3):
        before, start = {*out.iterdir()}, time.perf_counter()
        process = begin(editions[0][0])
        await_writing(process, out, before)
        first = time.perf_counter()
        process.join()
        lengths.append((first - start, time.perf_counter() - first))
        assert process.exitcode == 0
    reading, writing = (min(times) for times in zip(*lengths, strict=True))
    dice = Random(11)
    seen: Counter[str] = Counter()
    for number in range(KILLS):
        root, _ = editions[(number + 1) % 2]
        before = {*out.iterdir()}
        process = begin(root)
        if number % 2:
            time.sleep((reading + writing) * dice.random())
        else:  # half of them while it writes, which is the smaller part of its life
            await_writing(process, out, before)
            time.sleep(writing * dice.random())
        process.kill()
        process.join()
        recover_folder(out / "c-en-web")
        now = parts(out)
        for part, old, new in zip(now, editions[0][1], editions[1][1], strict=True):
            assert part in (old, new), f"kill {number}: {sorted(part)} is neither edition"
        seen["killed" if process.exitcode else "done"] += 1
        seen["killed while writing"] += bool(process.exitcode) and number % 2 == 0
        # Between two packages the one is new and the other old: how often a kill meets that is the machine's affair.
        seen["mixed"] += now not in (editions[0][1], editions[1][1])
    assert seen["killed"] >= KILLS // 4, seen
    assert seen["killed while writing"], seen
    assert not make(editions[1][0], out).failed
    assert parts(out) == editions[1][1]
    print(f"{KILLS} kills: {dict(seen)}")
