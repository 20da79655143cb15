"""Damaged packages: each ends in a verdict, within a second, without a file written or a connection made.

FUZZ_FILES and FUZZ_SEED ask for more, or for others.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from builder.archive import tgz_bytes
from builder.diagnostics.show import as_github, as_json, as_text
from builder.model.rule import Done
from builder.targets.base import Context
from builder.targets.mbz.backup import backup
from builder.validate.run import FORMATS, validate
from tests.targets.mbz.rooms import entry, room, section, taught
from tests.targets.samples import PLACE, programme
from tests.validate.damage import damaged
from tests.validate.packages import Sample, zip_of
from tests.validate.test_cases import CASES

pytestmark = pytest.mark.usefixtures("unmeasured")

FILES = int(os.environ.get("FUZZ_FILES", "2000"))
BACKUPS = FILES // 20
SEED = int(os.environ.get("FUZZ_SEED", "1"))

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
seen: list[str] = []
is_watching = [False]


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note what writes or connects while the validator runs; a hook of the interpreter cannot be taken off again."""
    if not is_watching[0]:
        return
    if event == "open":
        _, mode, flags = arguments
        is_written = isinstance(mode, str) and set(mode) & set("wax+")
        if is_written or (isinstance(flags, int) and flags & WRITING):
            seen.append(f"{event} {arguments}")
    elif event.startswith(("socket.", "os.mkdir", "os.remove", "os.rename", "os.symlink", "os.link", "subprocess.")):
        seen.append(f"{event} {arguments}")


def samples() -> list[Sample]:
    """Good packages of every format, and some with mistakes in them already."""
    found = [sample for case in CASES.values() for sample in (case.keeping, case.breaking)]
    return sorted({sample for sample in found if 0 < len(sample.data) < 60_000})


def backups() -> list[Sample]:
    """A backup of our own, as the tool packs it and as a zip, which Moodle restores as well."""
    sections = (
        section("a", entry("welcome"), entry("consent", completes="send")),
        section("b", entry("tg:", opens=Done("consent", "done", PLACE))),
    )
    classroom = room(*sections, courses=[taught(delivery="native")])
    made = backup(classroom, Context(programme(languages=("en",), source_language="en")), "a.mbz").entries
    zipped = Sample("a.mbz", zip_of({one.path: one.data for one in made}))
    return [Sample("a.mbz", tgz_bytes(made)), zipped, zipped, zipped]


def test_every_damaged_package_ends_in_a_verdict(tmp_path: Path) -> None:
    named = end_in_verdicts(samples(), FILES, tmp_path)
    assert set(FORMATS) <= set(named)  # the damage leaves enough to be judged
    assert named[""] > FILES / 50


def test_every_damaged_backup_of_ours_ends_in_a_verdict(tmp_path: Path) -> None:
    assert [one.code for one in validate(kept(backups()[0], tmp_path)).diagnostics] == []
    named = end_in_verdicts(backups(), BACKUPS, tmp_path)
    assert named["mbz"] > BACKUPS / 2
    assert named[""] > 0


def kept(sample: Sample, folder: Path) -> Path:
    file = folder / sample.name
    file.write_bytes(sample.data)
    return file


def end_in_verdicts(good: list[Sample], count: int, tmp_path: Path) -> Counter[str]:
    """Damage ``good`` ones ``count`` times; how often which format was recognised."""
    random = Random(SEED)
    sys.addaudithook(watch)
    named: Counter[str] = Counter()
    file = tmp_path / "a"
    for number in range(count):
        sample = damaged(random, good)
        file.unlink() if file.exists() else None
        file = kept(sample, tmp_path)
        begin = time.process_time()
        is_watching[0] = True
        try:
            verdict = validate(file, random.choice(("", "moodle")))
        except Exception as error:
            (tmp_path / "failing").write_bytes(sample.data)
            pytest.fail(f"file {number} of seed {SEED}, kept as {tmp_path / 'failing'}: {error!r}")
        finally:
            is_watching[0] = False
        assert time.process_time() - begin < 1, (number, sample.name)
        named[verdict.format.name if verdict.format else ""] += 1
        for one in verdict.diagnostics:
            assert as_text(one, lambda _: []).encode()
            assert as_json(one).encode()
            assert as_github(one).encode()
    assert seen == []
    assert set(tmp_path.iterdir()) == {file}
    return named
