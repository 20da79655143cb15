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

from builder.diagnostics.show import as_github, as_json, as_text
from builder.validate.run import FORMATS, validate
from tests.validate.damage import damaged
from tests.validate.packages import Sample
from tests.validate.test_cases import CASES

pytestmark = pytest.mark.usefixtures("unmeasured")

FILES = int(os.environ.get("FUZZ_FILES", "2000"))
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


def test_every_damaged_package_ends_in_a_verdict(tmp_path: Path) -> None:
    random = Random(SEED)
    good = samples()
    sys.addaudithook(watch)
    named: Counter[str] = Counter()
    file = tmp_path / "a"
    for number in range(FILES):
        sample = damaged(random, good)
        file.unlink() if file.exists() else None
        file = tmp_path / sample.name
        file.write_bytes(sample.data)
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
    assert set(FORMATS) <= set(named)  # the damage leaves enough to be judged
    assert named[""] > FILES / 50
