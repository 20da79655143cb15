"""``coursewright report``: two files, and the exit code of the check."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from tests.cli.support import run
from tests.report.bench import programme_in
from tests.support.pages import PAGE, page

VOID = frozenset(("meta", "br", "hr", "img", "input", "link"))


class _Nesting(HTMLParser):
    """Whether every element that opens closes where it should."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())


def test_writes_a_page_that_needs_nothing_else(tmp_path: Path) -> None:
    root = programme_in(tmp_path)
    out = tmp_path / "new" / "report"
    done = run("report", "--root", root, "--out", out)
    assert done.code == 0, done.output
    assert str(out / "report.html") in done.output
    html = (out / "report.html").read_text(encoding="utf-8")
    nesting = _Nesting()
    nesting.feed(html)
    assert nesting.open == []
    assert not re.search(r"<script|<link|src=|url\(|@import", html)
    assert html.count("<h1") == 1


def test_both_files_are_the_same_for_the_same_courses(tmp_path: Path) -> None:
    root = programme_in(tmp_path)
    for name in ("one", "two"):
        run("report", "--root", root, "--out", tmp_path / name)
    for file in ("report.html", "report.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_errors_are_in_the_report_and_in_the_exit_code(tmp_path: Path) -> None:
    root = programme_in(tmp_path, {PAGE: page("A <b>claim</b>. [@EV-99]")})
    assert run("report", "--root", root, "--out", tmp_path / "out").code == 1
    read = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert read["failed"]
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "error C301" in html
    assert "Not listed: EV-99." in html


def test_warnings_fail_on_demand(tmp_path: Path) -> None:
    root = programme_in(tmp_path)
    assert run("report", "--root", root, "--out", tmp_path / "out", "--strict").code == 1


def test_reviews_are_judged_by_a_day_that_is_given(tmp_path: Path) -> None:
    root = programme_in(tmp_path)
    run("report", "--root", root, "--out", tmp_path / "later", "--on", "2027-11-30")
    assert "the review is due" in (tmp_path / "later" / "report.html").read_text(encoding="utf-8")
    run("report", "--root", root, "--out", tmp_path / "never")
    assert "is due" not in (tmp_path / "never" / "report.html").read_text(encoding="utf-8")


def test_one_course(tmp_path: Path) -> None:
    root = programme_in(tmp_path)
    assert run("report", "c", "--root", root, "--out", tmp_path / "out").code == 0
    unknown = run("report", "x", "--root", root, "--out", tmp_path / "out")
    assert unknown.code == 2
    assert "There is no course `x`" in unknown.output


def test_a_programme_that_cannot_be_read(tmp_path: Path) -> None:
    root = programme_in(tmp_path, {"programme.yaml": "id: [\n"})
    done = run("report", "--root", root, "--out", tmp_path / "out")
    assert done.code == 1
    assert "No report" in done.output
    assert not (tmp_path / "out").exists()


def test_words_of_authors_stay_text(tmp_path: Path) -> None:
    root = programme_in(
        tmp_path, {PAGE: page("Text.").replace("title: Page", 'title: "<script>alert(1)</script> & co"')}
    )
    run("report", "--root", root, "--out", tmp_path / "out")
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
