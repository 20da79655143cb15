"""Archives: deterministic, and whole whenever the process that writes them is killed."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import textwrap
import time
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import archive
from builder.archive import Entry, clashes, digest, recover_folder, write_file, write_folder, zip_bytes

ENTRIES = [Entry("b/x.html", b"x" * 500), Entry("a.png", b"y" * 500), Entry("é.txt", b"")]


def test_order_does_not_matter() -> None:
    assert zip_bytes(ENTRIES) == zip_bytes(ENTRIES[::-1])
    assert digest(ENTRIES) == digest(ENTRIES[::-1])


def test_everything_in_a_zip_is_fixed() -> None:
    with zipfile.ZipFile(BytesIO(zip_bytes(ENTRIES))) as read:
        infos = read.infolist()
        assert {name: read.read(name) for name in read.namelist()} == dict(ENTRIES)
    assert [info.filename for info in infos] == ["a.png", "b/x.html", "é.txt"]
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.external_attr >> 16 for info in infos} == {0o644}
    assert {info.create_system for info in infos} == {3}
    assert [info.compress_type for info in infos][:2] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
    assert infos[2].flag_bits & 0x800


def test_the_digest_is_stable() -> None:
    inner = {name: sha256(data).digest() for name, data in (("a", b"1"), ("b", b"2"))}
    assert digest([Entry("b", b"2"), Entry("a", b"1")]) == sha256(b"a\0" + inner["a"] + b"b\0" + inner["b"]).hexdigest()
    assert digest([Entry("a", b"bc")]) != digest([Entry("ab", b"c")])
    assert digest([Entry("a", b"1")]) != digest([Entry("a", b"2")])


@pytest.mark.parametrize("path", ["/a", "../a", "a/../b", "a\\b", "", "a//b", "./a", "C:a", "a\0b", "a?b"])
def test_a_path_that_leaves_the_package_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        zip_bytes([Entry(path, b"")])


@pytest.mark.parametrize("pair", [("a", "a"), ("A.html", "a.html"), ("É", "é")])
def test_two_files_of_one_name_are_refused(pair: tuple[str, str]) -> None:
    assert len(clashes(pair)) == 1
    entries = [Entry(path, b"") for path in pair]
    with pytest.raises(ValueError, match="twice"):
        zip_bytes(entries)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,4}(/[a-z]{1,4})?\.html", fullmatch=True), st.binary(max_size=50)))
def test_zip_gives_back_what_it_was_given(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(zip_bytes(Entry(*item) for item in files.items()))) as read:
        assert {name: read.read(name) for name in read.namelist()} == files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.zip"
    write_file(file, b"one")
    write_file(file, b"two")
    assert file.read_bytes() == b"two"
    assert [path.name for path in file.parent.iterdir()] == ["a.zip"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.zip"
    write_file(file, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(folder, [Entry("a/b.html", b"1"), Entry("old.html", b"1")])
    write_folder(folder, [Entry("a/b.html", b"2")])
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")] == ["a/b.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_folder_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    write_folder(folder, [Entry("a.html", b"1")])
    moves: list[object] = []
    real = os.replace

    def second_fails(old: Path, new: Path) -> None:
        moves.append(new)
        if len(moves) == 2:
            raise OSError(5, "Input/output error")
        real(old, new)

    monkeypatch.setattr(archive.os, "replace", second_fails)
    with pytest.raises(OSError, match="Input/output"):
        write_folder(folder, [Entry("a.html", b"2")])
    assert (folder / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_recovery_puts_the_old_folder_back(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(tmp_path / ".site.old", [Entry("a.html", b"1")])
    recover_folder(folder)
    assert (folder / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_remains_of_long_ago_are_removed(tmp_path: Path) -> None:
    old, young = tmp_path / ".a.zip.x.part", tmp_path / ".a.zip.y.part"
    folder = tmp_path / ".a.zip.z.part"
    other = tmp_path / ".b.zip.x.part"
    folder.mkdir()
    for file in (old, young, other):
        file.touch()
    for path in (old, other, folder):
        os.utime(path, (0, 0))
    write_file(tmp_path / "a.zip", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == [young.name, other.name, "a.zip"]


WRITER = """
    import itertools
    from pathlib import Path
    from builder.archive import Entry, write_file, write_folder
    out = Path({out!r})
    for number in itertools.count():
        text = str(number).encode() * 20_000
        write_file(out / "a.zip", text)
        write_folder(out / "site", [Entry(f"{{name}}.html", text) for name in range(5)])
        if number == 0:
            print("ready", flush=True)
"""


def whole(data: bytes) -> bool:
    """Whether ``data`` is what one run of WRITER's loop writes."""
    size = len(data) // 20_000
    return size > 0 and data == data[:size] * 20_000


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_process_killed_while_writing_leaves_whole_files(tmp_path: Path) -> None:
    dice = random.Random(7)
    for _ in range(100):
        code = textwrap.dedent(WRITER).format(out=str(tmp_path))
        with subprocess.Popen([sys.executable, "-S", "-c", code], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(dice.random() * 0.03)
            process.send_signal(signal.SIGKILL)
        recover_folder(tmp_path / "site")
        assert whole((tmp_path / "a.zip").read_bytes())
        files = [path.read_bytes() for path in sorted((tmp_path / "site").iterdir())]
        assert len(files) == 5
        assert whole(files[0])
        assert set(files) == {files[0]}
