"""What the closing page holds, and where questions lead back to, before the player fills them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from builder.model.course import Course, Lesson, Page, Prerequisite
from builder.model.package import Package, packages_of
from builder.render.closing import pairs_of, parts_of
from builder.render.config import hex_key
from builder.render.site import render_site
from builder.source.load import load_course, load_programme
from tests.support import miniature
from tests.support import question_samples as samples


def page(id: str, *objectives: str) -> Page:
    quiz = samples.quiz(f"{id}-quiz", "practice", (samples.single(f"{id}-q"),))
    return replace(samples.page(quiz, id, objectives=objectives), title=f"About <{id}>")


def exam(*objectives: str, prefix: str = "q", parallel: str = "", **rules: object) -> Page:
    questions = tuple(
        replace(samples.single(f"{prefix}{n}", objective=name), parallel=f"{parallel}{n}" if parallel else "")
        for n, name in enumerate(objectives)
    )
    return samples.page(samples.quiz(f"test-{prefix}", "test", questions, **rules), f"p-{prefix}")


def lesson(id: str, *pages: Page, objectives: tuple[str, ...] = ()) -> Lesson:
    return Lesson(id=id, title=id, pages=pages, span=samples.AT, objectives=objectives)


def course(*lessons: Lesson, **more: object) -> Course:
    return replace(samples.course(), lessons=lessons, **more)


def files(made: Course) -> dict[str, str]:
    entries, found = render_site(packages_of(made)[0], lms="scorm12", state_limit=4096)
    assert not found
    return {entry.path: entry.data.decode() for entry in entries if entry.path.endswith((".html", ".js"))}


def seen(html: str, question: str) -> list[str]:
    """The files of the pages to read again, of one question."""
    part = html.split(f'id="{question}"', 1)[1].split("</form>", 1)[0]
    told = re.search(r'<p class="q-see">.*?</p>', part)
    return re.findall(r'href="([^"]+)"', told[0]) if told else []


def test_a_question_leads_to_two_pages_on_its_objective_its_own_lesson_first() -> None:
    first = lesson("l-1", page("p-a", "O1"), page("p-b", "O2"))
    second = lesson("l-2", page("p-c"), page("p-d", "O1"), exam("O1", "O2"), objectives=("O1",))
    html = files(course(first, second))["p-q.html"]
    assert seen(html, "q0") == ["p-c.html", "p-d.html"]
    assert seen(html, "q1") == ["p-b.html"]
    assert "About &lt;p-b&gt;" in html


def test_a_question_without_an_objective_takes_those_of_its_page() -> None:
    test = replace(exam(""), objectives=("O2",))
    html = files(course(lesson("l-1", page("p-a", "O1"), page("p-b", "O2"), test)))["p-q.html"]
    assert seen(html, "q0") == ["p-b.html"]


def test_practice_leads_nowhere_unless_it_says_so() -> None:
    html = files(course(lesson("l-1", page("p-a", "O1"), page("p-b", "O1"))))
    assert seen(html["p-b.html"], "p-b-q") == []
    asked = replace(samples.single("q-1"), see="p-a")
    told = samples.page(samples.quiz("quiz-1", "practice", (asked,)), "p-c")
    assert seen(files(course(lesson("l-1", page("p-a", "O1"), told)))["p-c.html"], "q-1") == ["p-a.html"]


def test_a_page_of_another_package_is_named_without_a_link() -> None:
    made = course(lesson("l-1", page("p-a", "O1")), lesson("l-2", exam("O1")), package="lesson")
    entries, _ = render_site(packages_of(made)[1], lms="scorm12", state_limit=4096)
    html = next(entry.data.decode() for entry in entries if entry.path == "p-q.html")
    assert "Read again: About &lt;p-a&gt;</p>" in html
    assert seen(html, "q0") == []


@pytest.mark.parametrize("named_by", ["before", "after"])
def test_a_pair_is_in_the_order_of_the_course_whoever_names_the_other(named_by: str) -> None:
    before = exam("O1", "O2", prefix="b", parallel="q" if named_by == "before" else "", weight=0)
    after = exam("O1", "O2", parallel="b" if named_by == "after" else "")
    (package,) = packages_of(course(lesson("l-1", before, page("p-a", "O1"), after)))
    pairs = [(hex_key(f"b{n}"), hex_key(f"q{n}"), f"O{n + 1}", 1.0) for n in range(2)]
    assert list(pairs_of(package)) == pairs
    assert parts_of(package) == ("closing", "compare")
    html = files(package.course)["result.html"]
    assert json.loads(unescape(re.findall(r"data-pairs='([^']*)'", html)[0])) == [[*pair] for pair in pairs]


def test_comparison_is_loaded_where_there_is_something_to_compare() -> None:
    alone = files(course(lesson("l-1", page("p-a", "O1"), exam("O1"))))
    assert "cw/compare.js" not in alone
    assert 'data-parts="closing"' in alone["result.html"]
    several = files(course(lesson("l-1", page("p-a", "O1"), exam("O1")), programme="p"))
    assert 'data-parts="closing compare"' in several["result.html"]
    assert 'data-parts="quiz compare"' in several["p-q.html"]
    reading = files(course(lesson("l-1", page("p-a", "O1")), programme="p"))
    assert "cw/compare.js" not in reading
    assert "cw/closing.js" in reading


def test_the_last_page_leads_to_the_closing_page_with_or_without_a_test() -> None:
    for pages, words in (((page("p-a", "O1"),), "End of the course"), ((exam("O1"),), "Your result")):
        made = files(course(lesson("l-1", *pages)))
        assert f'href="result.html"><span>Next</span> <b>{words}' in made[f"{pages[-1].id}.html"]
        assert f"<h1>{words}</h1>" in made["result.html"]


def test_what_completion_asks_for_follows_the_rules_of_the_course() -> None:
    quiz = samples.page(samples.quiz("quiz-1", "quiz", (samples.single("x-1"),), pass_mark=50), "p-quiz")
    pages = lesson("l-1", page("p-a", "O1"), quiz, exam("O1", pass_mark=60))

    def asked(**rules: bool) -> list[tuple[str, str]]:
        html = files(course(pages, **rules))["result.html"]
        return re.findall(r'<li data-key="(\w+)"(?: data-pass="(\d+)")?', html)

    test, checked = (hex_key("test-q"), "60"), (hex_key("quiz-1"), "50")
    assert asked() == [test]
    assert asked(complete_quizzes=True) == [checked, test]
    opened = [(hex_key(name), "") for name in ("p-a", "p-quiz")]
    assert asked(complete_pages=True) == [*opened, test]


def test_what_comes_next_is_told(tmp_path: Path) -> None:
    programme = miniature.MINIATURE["programme.yaml"].replace("[c]", "[c, d]") + "prerequisites: {d: [c]}\n"
    other = "id: d\ncode: TG-201\ntitle: The next course\ndescription: More.\nobjectives: {O1: Go on}\n"
    miniature.write(tmp_path, {"programme.yaml": programme, "d/course.yaml": other})
    read, _ = load_programme(tmp_path)
    assert read is not None
    made, _ = load_course(read, "c", "en")
    assert made is not None
    assert made.followers == (Prerequisite("TG-201", "The next course"),)
    assert made.programme == "p"
    html = files(replace(made, next="Rest a while."))["result.html"]
    assert "<b>TG-201</b> The next course" in html
    assert "<p>Rest a while.</p>" in html
    assert "What next" not in files(replace(made, followers=()))["result.html"]


def test_a_package_names_its_course_too() -> None:
    made = course(lesson("l-1", page("p-a", "O1")), package="lesson", title="The whole")
    html = files(made)["result.html"]
    assert isinstance(packages_of(made)[0], Package)
    assert "<dd>l-1 (The whole)</dd>" in html
