"""``coursewright new`` with titles, names and programmes nobody meant: refused in words, or files that build."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.main import run
from tests.support.miniature import write
from tests.whole.support import codes, make, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

TITLES = (
    *("", " ", "\n", "\x1b[31mred", "a\nb", "a\r\n---\nb", "\u202eturned", "---", "# x", "{#q-x}", "x {#y .branch}"),
    *("\udcc3\udc89galit\udca9", "\u0645\u0631\u062d\u0628\u0627", "a" * 2000, '"', "'", "a: b", "- [x] a", "[[gap]]"),
    *("${id}", "$", "{0}", "%s", "\u2028", "\x00", "$title", "::: quiz", "*", "<div>", "[@EV-99]", "[a](b.md)", "\\"),
)
COURSE = ("new", "course")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "courses")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run(list(arguments))
    output = capsys.readouterr()
    text = output.out + output.err
    assert "B901" not in text, text
    assert "Traceback" not in text
    return code, text


@pytest.mark.parametrize("title", TITLES)
def test_any_title(root: Path, title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = str(root)
    lesson = "c/en/01-lesson"
    before = tree(root)
    made = [
        said(capsys, "new", "programme", str(tmp_path / "other"), f"--title={title}"),
        said(capsys, "new", "course", "--root", home, "--folder", "d", "--", title),
        said(capsys, "new", "lesson", "--root", home, "--", "c", title),
        said(capsys, "new", "page", "--root", home, "--", lesson, title),
        said(capsys, "new", "page", "--root", home, "--kind", "quiz", "--", lesson, title),
        said(capsys, "new", "question", "--root", home, "--", f"{lesson}/01-page.md", title),
    ]
    if {code for code, _ in made} == {2}:
        assert tree(root) == before
        return
    assert {code for code, _ in made} == {0}, made
    for home_of in (root, tmp_path / "other"):
        found = make(home_of)
        assert not [one for one in codes(found) if one.startswith("Y")], [one.message for one in found.diagnostics]
    if not set(title) & set("[]{}<>\\*:#-"):
        assert not make(root).failed, [one.message for one in make(root).diagnostics]


@pytest.mark.parametrize(
    "arguments",
    [
        ("course", "T", "--folder", "../outside"),
        ("course", "T", "--folder", "/tmp/outside"),
        ("course", "T", "--folder", ".hidden"),
        ("course", "T", "--folder", "a\\b"),
        ("course", "T", "--folder", ""),
        ("lesson", "..", "T"),
        ("lesson", "", "T"),
        ("lesson", "nowhere", "T"),
        ("page", "..", "T"),
        ("page", "c", "T"),
        ("page", ".", "T"),
        ("page", "c/media", "T"),
        ("question", "programme.yaml", "T"),
        ("question", "c/en", "T"),
        ("question", "../../etc/passwd", "T"),
    ],
)
def test_places_that_cannot_be_meant(
    root: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root.parent)
    code, text = said(capsys, "new", *arguments, "--root", str(root))
    assert (code, tree(root.parent)) == (2, before), text


@pytest.mark.parametrize("language", ["", "..", "../x", "EN", "e", "en us", "é", "x" * 200])
def test_languages_that_are_none(tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = said(capsys, "new", "programme", str(tmp_path / "p"), f"--language={language}")
    assert (code, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"id: [\n",
        b"- a\n",
        b"courses: 2026-99-99\n",
        b"[" * 50_000,
        b"courses: &a [*a]\n",
        b"x: !!binary a\n",
    ],
)
def test_programmes_that_cannot_be_read(root: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "programme.yaml").write_bytes(data)
    before = tree(root)
    for arguments in (("course", "T"), ("lesson", "c", "T"), ("page", "c/en/01-lesson", "T")):
        code, _ = said(capsys, "new", *arguments, "--root", str(root))
        assert code in (0, 2)
        if code:
            assert tree(root) == before


@pytest.mark.parametrize(
    "data", [b"\xff", b"", b"no front matter\n", b"---\nid: x\n", b"\xef\xbb\xbf---\r\nkind: quiz\r\n---\r\n"]
)
def test_pages_that_cannot_be_read(root: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "c/en/01-lesson/01-page.md"
    page.write_bytes(data)
    code, _ = said(capsys, "new", "question", str(page), "T", "--root", str(root))
    assert code in (0, 2)
    assert code == 0 or page.read_bytes() == data


def test_a_course_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for data in (b"\xff", b"[" * 50_000, b"objectives: {2026-99-99: x}\n", b"objectives: {? [a] : b}\n"):
        (root / "c/course.yaml").write_bytes(data)
        assert said(capsys, "new", "page", "c/en/01-lesson", f"T{len(data)}", "--root", str(root))[0] in (0, 2)
