"""What stands beside a package: facts of this package, and nothing about what it does not have."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from builder.guide.facts import length, octets
from builder.guide.guide import beside, guide_of, language_of, merged, places
from builder.model.package import Package
from builder.resources import templates
from builder.targets.base import Product, Target
from builder.targets.losses import Loss
from builder.targets.registry import OWN
from tests.guide.packs import ARCHIVE, course, html, packed, told
from tests.targets.mbz.rooms import lesson, read
from tests.targets.mbz.rooms import tested as asked

BY_NAME = {target.name: target for target in OWN}
PLAIN = [target for target in OWN if target.classroom is None]


def without_test() -> Package:
    return course(lessons=(lesson("l-1", read("p-1")),))


def without_mark() -> Package:
    return course(lessons=(lesson("l-1", read("p-1"), asked("p-check", "quiz")),))


class Tree(HTMLParser):
    """Counts elements that stand open, and collects what a page would fetch or run."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        values = dict(attrs)
        if tag in ("script", "link", "img", "iframe") or "src" in values or (values.get("href") or "#")[0] != "#":
            self.asked.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("target", PLAIN, ids=lambda target: target.name)
@pytest.mark.parametrize("package", [course(), without_test(), without_mark()], ids=["test", "reading", "quiz"])
def test_a_guide_is_one_small_page_by_itself(package: Package, target: Target) -> None:
    pack = packed(package, target)
    data = guide_of(pack)
    assert data == guide_of(pack), "the same bytes each time"
    assert len(data) < 40_000
    tree = Tree()
    tree.feed(data.decode())
    assert (tree.open, tree.asked) == ([], [])


def test_every_format_of_ours_has_a_template_of_its_own() -> None:
    assert {target.name for target in OWN} <= {file.stem for file in (templates() / "guide").glob("*.html")}


@pytest.mark.parametrize("target", PLAIN, ids=lambda target: target.name)
def test_it_says_what_the_file_is(target: Target) -> None:
    said = told(packed(course(edition="May 2027", release=4), target))
    for fact in ("Course", "TG-101", "English (en)", "May 2027", "Release 4", "28 bytes", "d" * 64):
        assert fact in said, fact
    assert sha256(ARCHIVE).hexdigest() in said
    assert "not released yet" in told(packed(course(release=0), target))


@pytest.mark.parametrize("name", ["scorm12", "scorm2004-3rd", "scorm2004-4th"])
def test_scorm_asks_for_the_status_that_this_package_reports(name: str) -> None:
    passing = told(packed(course(), BY_NAME[name]))
    assert "Require status Passed only" in passing
    assert "Grade to pass 60" in passing
    assert "Highest grade, 100" in passing
    scored = told(packed(without_mark(), BY_NAME[name]))
    assert "Require status Passed and Completed" in scored
    assert "Grade to pass" not in scored
    assert "Highest grade, 100" in scored
    silent = told(packed(without_test(), BY_NAME[name]))
    assert "Grading method Learning objects" in silent
    assert "reports no score" in silent
    assert "Require status Passed and Completed" in silent


def test_several_tests_have_no_grade_to_pass() -> None:
    two = course(lessons=(lesson("l", asked("p-a", pass_mark=60)), lesson("m", asked("p-b", pass_mark=80))))
    assert "Grade to pass leave it at 0" in told(packed(two, BY_NAME["scorm12"]))


def test_the_rules_of_tests_are_told_where_there_are_tests() -> None:
    ruled = course(lessons=(lesson("l", asked("p-a", pass_mark=70, attempts=3, wait=86_400, minutes=40)),))
    said = told(packed(ruled, BY_NAME["scorm12"]))
    assert "passed from 70% on; 3 attempts; 1 day between attempts; 40 minutes for an attempt" in said
    assert "The rules of its tests" not in told(packed(without_test(), BY_NAME["scorm12"]))


def test_the_identifier_that_keeps_records_is_named() -> None:
    assert "another identifier than tg deletes the records" in told(packed(course(), BY_NAME["scorm12"]))


def test_numbers_to_compare() -> None:
    said = told(packed(course(), BY_NAME["scorm12"]))
    assert "by type, if you want to count: single choice 3." in said
    assert "Lesson l-1 2, Lesson l-2 2, Lesson p-final 1." in said
    assert "by type" not in told(packed(without_test(), BY_NAME["scorm12"]))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("qti21", "Moodle does not import QTI 2.1."),
        ("cmi5", "Moodle 4.5 has no cmi5 player of its own."),
        ("web", "Nothing is reported to anybody"),
        ("imscp", "Nothing is reported"),
        ("imscc", "Moodle takes the sum of every quiz for 4"),
        ("gift", "Choose GIFT format."),
        ("moodlexml", "Choose Moodle XML format."),
        ("pdf", "Keep answers.pdf to yourself"),
    ],
)
def test_it_is_honest_about_who_takes_it(name: str, says: str) -> None:
    assert says in told(packed(course(), BY_NAME[name]))


def test_what_is_left_out_is_not_counted() -> None:
    pack = packed(course(), BY_NAME["moodlexml"])
    single = Loss("single", "Single choice", "lost", "", ("q-c-1",))
    fewer = told(replace(pack, made=replace(pack.made, losses=(*pack.made.losses, single))))
    assert "Questions 3" in told(pack)
    assert "Questions 2" in fewer
    assert "holds 2 questions" in fewer
    assert "Pages" not in fewer.partition("SHA-256")[0].partition("Size")[2], "a bank holds no pages"


def test_losses_are_those_of_the_package() -> None:
    lossy = packed(course(), BY_NAME["gift"])
    assert lossy.made.losses
    said = told(lossy)
    for loss in lossy.made.losses:
        assert loss.title in said
    free = replace(lossy, made=replace(lossy.made, losses=()))
    assert "What this format changes or leaves out" not in told(free)


def test_a_format_of_a_plug_in_gets_the_general_guide() -> None:
    target = Target("acme", "Acme outline", lambda package, context: Product(()), suffix=".txt")
    said = told(packed(course(), target))
    assert "comes from a plug-in" in said
    assert "Acme outline" in said
    assert "Moodle" not in said


def test_texts_of_authors_are_escaped() -> None:
    hostile = packages = course(title="<script>alert(1)</script> & more")
    page = html(packed(packages, BY_NAME["scorm12"]))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
    assert hostile.title in told(packed(hostile, BY_NAME["scorm12"]))


def test_a_course_in_another_language_has_an_english_guide_that_names_it() -> None:
    french = packed(course(language="fr"), BY_NAME["scorm12"])
    assert language_of("fr") == "en"
    assert html(french).startswith('<!doctype html>\n<html lang="en" dir="ltr"')
    assert "French (fr)" in told(french)
    assert '<span lang="fr" dir="auto">Course</span>' in html(french)


def test_a_language_whose_words_are_there_is_spoken() -> None:
    assert language_of("qps") == "qps"
    assert 'lang="qps"' in html(packed(course(language="qps"), BY_NAME["scorm12"]))


def test_files_beside_a_package_are_named_after_it() -> None:
    assert [entry.path for entry in beside(packed(course(), BY_NAME["scorm12"]))] == ["tg-en-scorm12.import.html"]
    assert [entry.path for entry in beside(packed(course(), BY_NAME["imscc"]))] == ["tg-en-imscc.import.html"]


def test_losses_of_several_courses_are_told_once() -> None:
    one = Loss("single", "Single choice", "changed", "So.", ("q-1",))
    same, other = replace(one, names=("q-2",)), replace(one, how="Otherwise.")
    assert [loss.names for loss in merged((one, same, other))] == [("q-1", "q-2"), ("q-1",)]


def test_many_places_are_counted() -> None:
    assert places(("a", "b", "c", "d", "e")) == "a, b, c, d, e"
    assert places(("a", "b", "c", "d", "e", "f")) == "a, b, c, d + 2"


def test_lengths_and_sizes() -> None:
    assert [length(seconds, "en") for seconds in (60, 7200, 604_800, 90, 86_400)] == [
        "1 minute",
        "2 hours",
        "7 days",
        "2 minutes",
        "1 day",
    ]
    assert octets(1_234_567) == "1.23 MB (1,234,567 bytes)"
