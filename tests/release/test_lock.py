from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.release import Entry, Lock, make_lock, parse_lock, read_lock, write_lock
from builder.release.lock import KINDS
from tests.state import samples

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)
VALUES = {
    "item": st.just({}),
    "page": st.just({}) | st.builds(lambda number: {"gone": str(number)}, st.integers(1, 99)),
    "quiz": st.builds(lambda mark: {"pass": mark, "weight": "1"}, st.sampled_from(["none", "60"])),
    "question": st.builds(
        lambda structure, rev: {"points": "1.5", "quiz": "q", "rev": str(rev), "structure": structure},
        st.text("sgl 01-'\"\\$=:", max_size=20),
        st.integers(1, 999),
    ),
}
ENTRIES = st.sampled_from(KINDS).flatmap(lambda kind: st.builds(Entry, st.just(kind), IDS, VALUES[kind]))
LOCKS = st.builds(
    lambda release, entries: Lock(release, "en", {(entry.kind, entry.id): entry for entry in entries}),
    st.integers(1, 4095),
    st.lists(ENTRIES, max_size=12),
)


def course_of(*questions: samples.Question) -> samples.Course:
    return samples.package(questions).course


@given(LOCKS)
def test_locks_come_back(lock: Lock) -> None:
    text = write_lock(lock)
    read, problems = parse_lock(text)
    assert problems == []
    assert read is not None
    assert write_lock(read) == text
    assert {key: entry.values for key, entry in read.entries.items()} == {
        key: entry.values for key, entry in lock.entries.items()
    }
    body = text.splitlines()[3:]
    assert body == sorted(body, key=lambda line: line.split(" ")[:2])
    assert [text.splitlines()[entry.line - 1].split(" ")[1] for entry in read.entries.values()] == [
        entry.id for entry in read.entries.values()
    ]


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["release 1", "language en", "course-lock 1", "page p", "quiz q", "'", "item"])).map(
        "\n".join
    )
)
def test_any_text_is_read_without_error(text: str) -> None:
    lock, problems = parse_lock(text)
    assert (lock is None) == bool(problems)


def test_text_of_a_lock() -> None:
    question = samples.single("q-1", 2, points=samples.Decimal("2.50"), rev=3)
    text = write_lock(make_lock(course_of(question, samples.short("q-2"))))
    digest = "e3b0c4"  # of options without words
    assert text == (
        "course-lock 1\nrelease 1\nlanguage en\nitem c\nitem c-l\npage p-quiz-0\n"
        f"question q-1 options={digest},{digest} points=2.5 quiz=quiz-0 rev=3 structure='single 10 rev3'\n"
        "question q-2 points=1 quiz=quiz-0 rev=1 structure='short rev1'\n"
        "quiz quiz-0 pass=none weight=1\n"
    )


def test_what_was_taken_out_stays_listed_since_its_release() -> None:
    first = make_lock(course_of(samples.single("q-1"), samples.single("q-2")))
    second = make_lock(course_of(samples.single("q-2")), first)
    third = make_lock(course_of(samples.single("q-2")), second)
    for lock in (second, third):
        assert lock.entries["question", "q-1"].values["gone"] == "2"
        assert not lock.entries["question", "q-2"].gone
    assert third.release == 3
    back = make_lock(course_of(samples.single("q-1")), third)
    assert not back.entries["question", "q-1"].gone
    assert back.entries["question", "q-2"].values["gone"] == "4"


def test_no_release_after_the_last() -> None:
    with pytest.raises(ValueError, match="4095"):
        make_lock(course_of(), Lock(4095, "en"))


def test_reading_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    assert read_lock(folder) == (Lock(), [])
    file = folder / "course.lock"
    file.write_text(write_lock(make_lock(course_of())), encoding="utf-8", newline="\r\n")
    lock, problems = read_lock(folder)
    assert (lock.release, problems) == (1, [])
    file.write_bytes(b"\xff")
    lock, (problem,) = read_lock(folder)
    assert (lock, problem.span.path, problem.code.id) == (Lock(), "c/course.lock", "R201")
    file.write_bytes(b"page " * 200_001)
    assert "1000000 octets" in read_lock(folder)[1][0].message
    file.unlink()
    file.mkdir()
    assert read_lock(folder)[1][0].code.id == "R201"


def test_a_lock_that_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:x:0:0\n")
    (tmp_path / "c").mkdir()
    try:
        (tmp_path / "c" / "course.lock").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("links need a right here")
    lock, (problem,) = read_lock(tmp_path / "c")
    assert (lock, problem.code.id, problem.span.line) == (Lock(), "R201", 0)


def test_a_release_that_no_state_can_hold_is_not_understood() -> None:
    text = "course-lock 1\nrelease 4095\nlanguage en\n"
    assert parse_lock(text)[1] == []
    assert [one.code.id for one in parse_lock(text.replace("4095", "4096"))[1]] == ["R201"]


def test_a_long_line_takes_no_longer_than_many_short_ones() -> None:
    start = time.process_time()
    parse_lock("title: " + "x" * 900_000)
    parse_lock("'" * 900_001)
    assert time.process_time() - start < 2  # 0.2 s on a quiet machine


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("page", "R201"),
        ("pages p-1", "R201"),
        ("page 'p-1", "R201"),
        ("quiz q pass=60", "R201"),
        ("question q points=1 quiz=c rev=x structure=s", "R201"),
        ("release 2", "R201"),
        ("course-lock 2", "R201"),
        ("page p-0", "R203"),
        ("||||||| base", "R202"),
    ],
)
def test_damaged_locks(line: str, code: str) -> None:
    lock, (problem,) = parse_lock(f"course-lock 1\nrelease 1\nlanguage en\npage p-0\n{line}\n", "c/course.lock")
    assert lock is None
    assert (problem.code.id, problem.span[:2]) == (code, ("c/course.lock", 5))


def test_branches_merge(tmp_path: Path) -> None:
    def lock(*ids: int) -> str:
        return write_lock(make_lock(course_of(*(samples.single(f"q-{at}") for at in ids)), Lock(4, "en")))

    texts = {"ours": lock(1, 2, 3, 4, 5), "base": lock(1, 3, 4, 5), "theirs": lock(1, 3, 4, 5, 6)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert merged.stdout == lock(1, 2, 3, 4, 5, 6)
