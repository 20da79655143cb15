"""What the checks must not say, and the edges of what they say; the fixtures show the rest."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from builder.check import check_course
from tests.support.examine import examine, load, place
from tests.support.miniature import MINIATURE, write
from tests.support.pages import BANK, CHECK, PAGE, TEST, page, quiz, single

COURSE = MINIATURE["c/course.yaml"]
O2 = COURSE + "  O2: Name three barriers.\n"


def found(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return [place(diagnostic) for diagnostic in examine(write(root / "courses", files))]


def test_links_of_every_kind_that_lead_somewhere(tmp_path: Path) -> None:
    text = """\
See [page two](02-two.md), [its end](02-two.md#the-end), [below](#low), [the question](03-check.md#q-goods),
[the survey](https://example.org/), [us](mailto:us@example.org), [the lens](glossary:gender-lens) and
[this page](01-page.md#low).

## Low {#low}

Here."""
    files = {
        PAGE: page(text.replace("[this page]", "[the lower part]")),
        "c/en/01-lesson/02-two.md": page("## The end {#the-end}\n\nEnd.", "p-2"),
        "c/en/01-lesson/03-check.md": quiz(single("q-goods")),
        "c/en/welcome.md": page("See [the lesson](01-lesson/01-page.md#low).", "p-welcome"),
    }
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    "words", ["here", "Click here.", "ici", "En savoir plus", "aquí", "هنا", "**here**", "» more «"]
)
def test_link_texts_that_say_nothing(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, {PAGE: page(f"[{words}](https://example.org/)")}) == [f"{PAGE}:7:1 L306"]


@pytest.mark.parametrize("words", ["here is the report", "the link between trade and work", "more women trade"])
def test_link_texts_that_say_something(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, {PAGE: page(f"[{words}](https://example.org/)")}) == []


def test_hints_name_what_was_meant(tmp_path: Path) -> None:
    files = {
        PAGE: page("[a](02-twoo.md) [b](glossary:gender-lenz) [c](#lov) [@EV-02]\n\n## Low {#low}\n\nText."),
        "c/en/01-lesson/02-two.md": page("Two.", "p-2", "objective: O11\n"),
    }
    remedies = " ".join(diagnostic.remedy for diagnostic in examine(write(tmp_path / "courses", files)))
    for meant in ("`02-two.md`", "`gender-lens`", "`low`", "`EV-01`", "`O1`"):
        assert f"did you mean {meant}?" in remedies


def test_links_in_questions_and_feedback_are_checked(tmp_path: Path) -> None:
    answer = "- [x] Yes\n- [ ] No\n  > See [back](f.md).\n\n> See [all](g.md).\n"
    question = f"## Goods? {{#q-goods}}\n\nSee [stem](s.md).\n\n{answer}"
    assert [line.rpartition(" ")[2] for line in found(tmp_path, {CHECK: quiz(question)})] == ["L301"] * 3


def test_anchor_that_stands_twice_on_a_page(tmp_path: Path) -> None:
    text = (
        "## One {#low}\n\nText.\n\n## Two {#low}\n\nText.\n\n## Three {#main}\n\nText.\n\n## Four {#cw-save}\n\nText."
    )
    assert found(tmp_path, {PAGE: page(text)}) == [f"{PAGE}:11:1 I102", f"{PAGE}:15:1 I104", f"{PAGE}:19:1 I104"]


def test_same_heading_id_on_two_pages_is_no_matter(tmp_path: Path) -> None:
    text = "## Low {#low}\n\nText."
    assert found(tmp_path, {PAGE: page(text), "c/en/01-lesson/02-two.md": page(text, "p-2")}) == []


def test_question_ids_are_unique_in_the_course(tmp_path: Path) -> None:
    files = {CHECK: quiz(single("q-goods")), "c/en/01-lesson/03-more.md": quiz(single("q-goods"), id="p-more")}
    assert found(tmp_path, files) == ["c/en/01-lesson/03-more.md:8:1 I102"]


def test_missing_ids_of_questions_and_quizzes(tmp_path: Path) -> None:
    files = {
        PAGE: page("::: quiz\n\n### Goods?\n\n- [x] Yes\n- [ ] No\n  > Yes.\n\n:::"),
        CHECK: quiz(single("q-goods").replace(" {#q-goods}", "")),
    }
    assert found(tmp_path, files) == [f"{PAGE}:7:1 I101", f"{PAGE}:9:1 I101", f"{CHECK}:8:1 I101"]


def test_objectives_of_a_question_default_to_those_of_its_page(tmp_path: Path) -> None:
    files = {
        "c/course.yaml": O2,
        PAGE: page("Text.", front="objectives: [O1, O2]\n"),
        CHECK: quiz(single("q-1"), front="objectives: [O1, O2]\n"),
        TEST: quiz(single("q-2"), id="p-test", kind="test", front="objectives: [O1, O2]\n"),
    }
    assert found(tmp_path, files) == []


def test_objectives_count_as_tested_only_where_a_draw_reaches_them(tmp_path: Path) -> None:
    draw = "objective: O1\ndraw:\n  - {bank: b-1, objective: O1, count: 1}\n"
    files = {
        "c/course.yaml": O2,
        PAGE: page("Text.", front="objectives: [O1, O2]\n"),
        CHECK: quiz(single("q-1", more="objective=O1"), single("q-2", more="objective=O2")),
        BANK: quiz(single("q-3", more="objective=O1"), single("q-4", more="objective=O2"), id="b-1", kind="bank"),
        TEST: quiz("Begin.\n", id="p-test", kind="test", front=draw),
    }
    assert found(tmp_path, files) == ["c/course.yaml:6:3 O105"]


def test_lesson_objectives_serve_its_pages(tmp_path: Path) -> None:
    lesson = MINIATURE["c/en/01-lesson/lesson.yaml"] + "objectives: [O1]\n"
    assert found(tmp_path, {"c/en/01-lesson/lesson.yaml": lesson, PAGE: page("Text.", front="")}) == []


def test_scenarios_count_their_questions_in_a_draw(tmp_path: Path) -> None:
    part = "### {0}? {{#q-{0}}}\n\n- [x] Yes\n- [ ] No\n  > Yes.\n\n"
    scenario = "## A port {#q-port objective=O1}\n\nA ship comes.\n\n" + part.format("a") + part.format("b")
    more = single("q-one", more="objective=O1")
    draw = "draw:\n  - {{objective: O1, count: {0}}}\n"
    for count, codes in ((1, []), (2, []), (3, []), (4, ["D301"])):
        files = {CHECK: quiz(scenario, more, front=draw.format(count))}
        assert [line[-4:] for line in found(tmp_path / str(count), files)] == codes


def test_a_pass_mark_over_a_drawn_bank_can_be_reached(tmp_path: Path) -> None:
    draw = "objective: O1\npass: 60\ndraw:\n  - {bank: b-1, count: 1}\n"
    files = {
        CHECK: quiz(single("q-1", more="objective=O1")),
        BANK: quiz(single("q-3", more="objective=O1"), id="b-1", kind="bank"),
        TEST: quiz("Begin.\n", id="p-test", kind="test", front=draw),
    }
    assert found(tmp_path, files) == []


def test_general_feedback_speaks_for_all_wrong_options(tmp_path: Path) -> None:
    question = "## Goods? {#q-goods}\n\n- [x] Yes\n- [ ] No\n\n> Goods are traded.\n"
    assert found(tmp_path, {CHECK: quiz(question)}) == []


def test_balanced_quizzes_are_left_alone(tmp_path: Path) -> None:
    first = [single(f"q-{at}", right="Goods", wrong=("Clouds", "Dreams")) for at in range(5)]
    assert found(tmp_path, {CHECK: quiz(*first, front="objective: O1\nshuffle_options: true\n")}) == []


def test_state_is_bounded_by_package(tmp_path: Path) -> None:
    def typed(first: int) -> str:
        return quiz(*(f"## {at}? {{#q-{at} max=60}}\n\n= x\n" for at in range(first, first + 14)), id=f"p-{first}")

    lessons = {
        CHECK: typed(0),
        "c/en/02-more/lesson.yaml": "id: l-more\ntitle: More\n",
        "c/en/02-more/01-check.md": typed(50),
    }
    assert found(tmp_path / "one", lessons) == ["c/course.yaml S101"]
    assert found(tmp_path / "two", {**lessons, "c/course.yaml": COURSE + "package: lesson\n"}) == []


def test_warnings_about_a_course_that_was_not_read_are_kept_back(tmp_path: Path) -> None:
    files = {"c/course.yaml": O2, CHECK: quiz("## Goods? {#q-goods}\n\nNo answer.\n")}
    assert [line[-4:] for line in found(tmp_path, files)] == ["Q101"]


def test_order_is_by_place_and_nothing_stands_twice(tmp_path: Path) -> None:
    text = "[@EV-9] [@EV-9]\n\n[a](x.md) [here](https://example.org/)"
    places = found(tmp_path, {PAGE: page(text), "c/en/01-lesson/02-two.md": page("[@EV-9]", "p-2")})
    assert places == sorted(
        places, key=lambda line: (line.split(":")[0], [int(n) for n in line.split(" ")[0].split(":")[1:]])
    )
    assert len(places) == len(set(places)) == 5


def test_three_hundred_pages_are_checked_within_a_second(tmp_path: Path) -> None:
    text = f"See [below](#low) [@EV-01].\n\n## Low {{#low}}\n\n{'Some words. ' * 100}"
    write(tmp_path, {f"c/en/01-lesson/{at}-page.md": page(text, f"p-{at}") for at in range(100, 400)})
    (tmp_path / PAGE).unlink()
    programme, (course,), problems = load(tmp_path)
    assert programme is not None
    assert problems == []
    begun = process_time()
    assert check_course(course, programme) == []
    assert process_time() - begun < 1


def test_a_quiz_without_marks_may_weigh_nothing(tmp_path: Path) -> None:
    reflection = "## Your plan? {#q-plan .reflection}\n\nWrite it down.\n"
    assert found(tmp_path, {CHECK: quiz(reflection, front="objective: O1\nweight: 0\n")}) == []


def test_a_diagnostic_may_stand_alone(tmp_path: Path) -> None:
    diagnostic = quiz(single("q-goods"), kind="test", front="objective: O1\nweight: 0\n")
    assert found(tmp_path, {TEST: diagnostic}) == []
    reached = diagnostic.replace("weight: 0", "weight: 0\npass: 60")
    assert found(tmp_path / "reached", {TEST: reached}) == [f"{TEST} D313"]
