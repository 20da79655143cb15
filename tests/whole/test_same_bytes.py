"""The same sources make the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from builder.guide import SUFFIX, USERS
from builder.source.fmt import format_course
from builder.targets.registry import OWN
from tests.cli.support import REPOSITORY
from tests.support.random_course import Size, random_course
from tests.whole.support import put, tree, unzipped

pytestmark = pytest.mark.usefixtures("unmeasured")

PLACES = (
    ({"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0", "COLUMNS": "40"}, 1, 0o022),
    ({"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}, 3, 0o077),
    ({"TZ": "America/St_Johns", "LANG": "ar_EG", "LC_ALL": "", "PYTHONHASHSEED": "3", "USER": "x", "HOME": "/"}, 2, 0),
)
LANGUAGES = ("en", "fr", "ar", "zh")
COMMAND = """
import os, sys
os.umask(int(sys.argv.pop(1)))
import builder.pipeline
builder.pipeline.PARALLEL_FROM = 0  # processes, however small the courses
from builder.cli.main import main
if __name__ == "__main__":
    main()
"""


def ours(folder: Path) -> Path:
    """Our own courses for every target but print, which is as it is on machines with the same fonts only."""
    shutil.copytree(REPOSITORY / "courses", folder)
    programme = folder / "programme.yaml"
    names = ", ".join(target.name for target in OWN if target.name != "pdf")
    programme.write_text(programme.read_text("utf-8").replace("[all]", f"[{names}]"), "utf-8")
    return folder


def several_languages(folder: Path) -> Path:
    put(folder, random_course(11, Size(lessons=3), languages=LANGUAGES))
    return put(folder, format_course(folder, "c", LANGUAGES, source_language="en")[0])


def other_order(source: Path, target: Path) -> Path:
    """A copy whose files were made in another order and at another time."""
    for path, data in sorted(tree(source).items(), reverse=True):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (1, 1))
    return target


def build(root: Path, out: Path, place: int) -> str:
    """What a build in a process of its own prints."""
    env, jobs, umask = PLACES[place]
    command = [sys.executable, "-c", COMMAND, str(umask), "build", "--root", str(root), "--out", str(out)]
    style = "json" if place else "text"
    done = subprocess.run(
        [*command, "--jobs", str(jobs), "--format", style],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **env},
        cwd=out.parent,
        capture_output=True,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, said + done.stderr.decode("utf-8", "replace")
    return said


@pytest.mark.parametrize("make", [ours, several_languages])
def test_places_times_and_people_do_not_matter(make: object, tmp_path: Path) -> None:
    first = make(tmp_path / "one" / "courses")  # type: ignore[operator]
    roots = [first, other_order(first, tmp_path / "Two Folders" / "é" / "courses"), first]
    said = [build(root, tmp_path / f"out-{place}", place) for place, root in enumerate(roots)]
    files = [tree(tmp_path / f"out-{place}") for place in range(3)]
    assert len(files[0]) > 20
    assert files[0] == files[1] == files[2]
    assert not [path for path, data in files[0].items() if str(tmp_path).encode() in data]
    packages = json.loads(said[1])["packages"]
    assert packages == json.loads(said[2])["packages"]
    digests = {one["file"]: one["digest"] for one in packages}
    assert digests.keys() == {path for path in files[0] if "/" not in path and not path.endswith((SUFFIX, USERS))}
    assert {path.removesuffix(SUFFIX) for path in files[0] if path.endswith(SUFFIX)} == {
        file.rpartition(".")[0] for file in digests
    }
    archives = {name: data for name, data in files[0].items() if name in digests and data[:2] in (b"PK", b"\x1f\x8b")}
    assert make is not ours or any(name.endswith(".mbz") for name in archives)
    assert {name: digest_of(data) for name, data in archives.items()}.items() <= digests.items()
    printed = re.findall(r"^(\S+) .*\n  sha256 ([0-9a-f]{64})$", said[0], re.MULTILINE)
    assert dict(printed) == digests
    print(f"{make.__name__}: {len(files[0])} files, {len(digests)} packages alike")  # type: ignore[attr-defined]


def test_the_web_folder_is_the_web_zip(tmp_path: Path) -> None:
    root = several_languages(tmp_path / "courses")
    build(root, tmp_path / "out", 1)
    for language in LANGUAGES:
        archive = (tmp_path / "out" / f"c-{language}-web.zip").read_bytes()
        assert tree(tmp_path / "out" / f"c-{language}-web") == unzipped(archive)


def digest_of(data: bytes) -> str:
    """The content digest worked out apart from the tool: SHA-256 over each path, a zero, and its content's SHA-256."""
    parts = (path.encode() + b"\0" + sha256(content).digest() for path, content in sorted(unzipped(data).items()))
    return sha256(b"".join(parts)).hexdigest()
