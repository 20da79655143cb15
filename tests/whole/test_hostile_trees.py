"""Folders as file systems, sync tools and attackers leave them."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pipeline import Order, build
from tests.cli.support import run
from tests.support.miniature import MINIATURE, write
from tests.targets.referee import objections
from tests.whole.support import codes, make, misplaced, put, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

PAGE = "c/en/01-lesson/01-page.md"
LESSON = "c/en/01-lesson"


def text_page(id: str) -> str:
    return MINIATURE[PAGE].replace("p-page", id)


def link(at: Path, to: Path | str) -> None:
    at.parent.mkdir(parents=True, exist_ok=True)
    try:
        at.symlink_to(to)
    except OSError:
        pytest.skip("links need a right here")


def check(root: Path) -> list[str]:
    """The codes of a build of ``root``, each at a place that is there; a course with errors writes nothing."""
    report = make(root, root.with_name("out"))
    assert misplaced(root, report.diagnostics) == []
    if report.failed:
        assert not root.with_name("out").exists()
    return codes(report)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "courses")


@pytest.mark.parametrize("place", ["c/en/02-loop", "c/en/01-lesson/02-loop", "c/en/banks", "c/media", "c/en/loop.md"])
@pytest.mark.parametrize("target", [".", "..", "../..", "loop"])
def test_links_in_a_circle(root: Path, place: str, target: str) -> None:
    link(root / place, root / place if target == "loop" else target)
    start = time.process_time()
    check(root)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("to", "code"), [("d", "Y102"), ("c", "M104"), ("..", "Y103"), ("nowhere", "Y102")])
def test_a_course_that_is_a_link(root: Path, to: str, code: str) -> None:
    (root / "programme.yaml").write_text(MINIATURE["programme.yaml"].replace("[c]", "[c, d]"))
    link(root / "d", to)
    report = make(root)
    assert code in codes(report)
    assert misplaced(root, report.diagnostics) == []


@pytest.mark.parametrize("path", [PAGE, "c/course.yaml", "c/en/01-lesson/lesson.yaml", "sources.yaml", "c/course.lock"])
def test_a_link_to_a_secret_is_not_read(root: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("the secret word\n")
    (root / path).unlink(missing_ok=True)
    link(root / path, tmp_path / "secret")
    ran = run("build", "--root", root, "--out", tmp_path / "out")
    assert ran.code == 1
    assert "the secret word" not in ran.output


@pytest.mark.parametrize("name", ["02-folder.md", "final-test.md/inner.md", "x.md"])
def test_a_folder_with_the_name_of_a_page(root: Path, name: str) -> None:
    (root / "c/en/01-lesson" / name).mkdir(parents=True)
    (root / "c/en" / name).mkdir(parents=True)
    assert check(root)


@pytest.mark.parametrize("path", [PAGE, "c/course.yaml", "programme.yaml", "sources.yaml", "c/course.lock", "c/en"])
def test_folders_and_files_in_each_others_place(root: Path, path: str) -> None:
    if (root / path).is_dir():
        for file in tree(root / path):
            (root / path / file).unlink()
        (root / LESSON).rmdir()
        (root / path).rmdir()
        (root / path).write_text("a file\n")
    else:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir()
    assert check(root)


@pytest.fixture
def nobody(root: Path) -> Iterator[Path]:
    """A folder for courses, in the hands of a user whom permissions bind."""
    if os.name != "posix":
        pytest.skip("permissions bind nobody here")
    make(root, root.with_name("first"))  # all that Python loads, it loads while it may
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if is_root:
                os.seteuid(0)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (PAGE, "Y107"),
        ("c/course.yaml", "Y107"),
        ("c/course.lock", "R201"),
        ("programme.yaml", "Y107"),
        ("sources.yaml", "Y107"),
        ("glossary", "Y107"),
        ("c/en", "Y107"),
        ("c/fr", "Y107"),
        ("c", "Y107"),
        ("c/media", "P302"),
        ("c/media/map.svg", "P302"),
    ],
)
def test_what_may_not_be_read(nobody: Path, path: str, said: str) -> None:
    programme = MINIATURE["programme.yaml"].replace("[en]", "[en, fr]")
    files = {
        "programme.yaml": programme,
        PAGE: MINIATURE[PAGE] + '\n![Map](media/map.svg "Map")\n',
        "c/course.lock": "",
    }
    courses = write(nobody / "courses", {**files, "c/fr/x.md": "", "c/media/map.svg": "<svg/>"})
    (courses / path).chmod(0)
    try:
        report = make(courses, nobody / "out")
        assert said in codes(report)
        assert misplaced(courses, report.diagnostics) == []
        denied = [one.message for one in report.diagnostics if one.code.id == "Y107"]
        assert all("permission denied" in message for message in denied)
        assert not (nobody / "out").exists()
    finally:
        (courses / path).chmod(0o755)


def test_a_link_to_nowhere_is_reported_whatever_the_jobs(root: Path, tmp_path: Path) -> None:
    (root / "programme.yaml").write_text(MINIATURE["programme.yaml"].replace("[en]", "[en, fr]"))
    put(root, {"c/fr/x.md": ""})
    link(root / LESSON / "02-more.md", "nowhere.md")
    for jobs in (1, 2):
        report = build(Order(root=str(root), out=str(tmp_path / "out"), jobs=jobs))
        assert "Y101" in codes(report)


def test_what_the_system_refuses_to_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name == "01-page.md":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    report = make(root, root.with_name("out"))
    assert report.failed
    assert "permission denied" in " ".join(one.message for one in report.diagnostics)


NAMES = (
    *("02 with blanks.md", "02-žluťoučký кůň.md", "02-页.md", "02-صفحة.md", "02-\U0001f600.md", "02-e\u0301.md"),
    *("CON.md", "aux.md", "nul.md", "02-a:b.md", "02-a?b.md", "02-a*b.md", '02-a"b.md', "02-a\\b.md", "02-a|b.md"),
    *("02-" + "x" * 200 + ".md", "02-a\nb.md", "02-\x1b[31m.md", "02-\u202edm.md", "02-{x}.md", "02-%s.md", "-rf.md"),
    *("02-a&b.md", "02-<b>.md", "02-trailing.md ", "02-.md", ".md", "..md", "02-A.MD", "99999999999999999999999.md"),
)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_file(root: Path, name: str) -> None:
    try:
        put(root, {f"{LESSON}/{name}": text_page("p-other")})
    except OSError:
        pytest.skip("this file system has no such name")
    found = check(root)
    if not found:
        inside = tree(root.with_name("out"))
        assert {"c-en-web/p-other.html", "c-en-web/p-page.html"} & inside.keys() or name.startswith(".")
        assert objections(inside["c-en-scorm12.zip"]) == []
    ran = run("check", "--root", root)
    assert not {"\x1b", "\u202e"} & set(ran.output)


@pytest.mark.skipif(os.name != "posix", reason="names are octets on POSIX alone")
def test_a_name_that_is_no_text(root: Path) -> None:
    try:
        (root / LESSON / os.fsdecode(b"02-\xff\xfe.md")).write_text(text_page("p-other"))
    except OSError:
        pytest.skip("this file system has no such name")
    check(root)
    for style in ("text", "json", "github"):
        assert run("check", "--root", root, "--format", style).code in (0, 1)


def test_a_course_folder_of_any_name(root: Path) -> None:
    (root / "c").rename(root / "Ein Kurs & é")
    (root / "programme.yaml").write_text(MINIATURE["programme.yaml"].replace("[c]", '["Ein Kurs & é"]'), "utf-8")
    check(root)


def test_names_that_differ_in_capitals(root: Path) -> None:
    put(root, {f"{LESSON}/02-more.md": text_page("p-more"), f"{LESSON}/02-More.md": text_page("p-More")})
    if len(list((root / LESSON).iterdir())) < 4:
        pytest.skip("this file system does not tell capitals apart")
    assert check(root)


def test_thousands_of_files(root: Path) -> None:
    start = time.process_time()
    put(root, {f"{LESSON}/junk-{number}.txt": "" for number in range(3000)})
    put(root, {f"{LESSON}/{number:04}-page.md": text_page(f"p-{number}") for number in range(2, 300)})
    put(root, {f"c/media/{number}.png": b"" for number in range(1000)})
    found = check(root)
    assert found.count("Y108") == 3000
    assert time.process_time() - start < 20  # 3 s on a quiet machine


def test_deep_folders(root: Path) -> None:
    deep = root / LESSON
    for _ in range(60):
        deep = deep / "inner-folder"
    try:
        put(deep, {"01-page.md": text_page("p-deep")})
    except OSError:
        pytest.skip("this file system has no such name")
    assert check(root)


def test_a_folder_of_courses_that_vanishes_while_it_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def vanish(path: object = ".") -> object:
        if str(path).endswith("01-lesson"):
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr("builder.source.files.os.scandir", vanish)
    report = make(root, root.with_name("out"))
    assert report.failed
    assert not root.with_name("out").exists()
