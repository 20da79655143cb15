from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Severity
from builder.model.course import Course
from builder.model.question import Option, Question, Single
from builder.model.text import Gap, GapChoice, Paragraph, Text
from builder.release import compare, make_lock, parse_lock, write_lock
from tests.state import samples


def course_of(*questions: Question, **more: object) -> Course:
    return replace(samples.package(questions, 3).course, **more)


def worded(id: str, *words: str, right: int = 0, **more: object) -> Single:
    options = tuple(
        Option((Paragraph((Text(word),), samples.HERE),), at == right, (), samples.HERE)
        for at, word in enumerate(words)
    )
    return replace(samples.single(id, **more), options=options)


def codes(before: Course, after: Course) -> list[str]:
    lock, problems = parse_lock(write_lock(make_lock(before)), "c/course.lock")
    assert problems == []
    assert lock is not None
    return [one.code.id for one in compare(lock, after)]


OLD = worded("q", "Goods", "Clouds", "Dreams")


def test_nothing_changed() -> None:
    course = course_of(*samples.every_type())
    assert codes(course, course) == []


def test_nothing_before_the_first_release_nor_in_a_translation() -> None:
    course = course_of(OLD)
    assert compare(replace(make_lock(course), release=0), course_of()) == []
    assert compare(make_lock(course), replace(course_of(), language="fr")) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (worded("q", "Goods", "Clouds in the sky", "Dreams"), []),
        (worded("q", "Wares", "Skies", "Sleep"), []),
        (worded("q", "Goods", "Dreams", "Clouds"), ["R104"]),
        (worded("q", "Goods", "Dreams", "Hopes"), ["R104"]),
        (worded("q", "Goods", "Dreams", "Clouds", rev=2), ["R103"]),
        (worded("q", "Goods", "Clouds"), ["R103"]),
        (worded("q", "Hopes", "Goods", "Clouds", "Dreams", right=1), ["R103"]),
        (worded("q", "Goods", "Clouds", "Dreams", right=1), ["R103"]),
        (worded("q", "Goods", "Clouds", "Dreams", points=samples.Decimal("1.0")), []),
        (worded("q", "Goods", "Clouds", "Dreams", points=samples.Decimal(3)), ["R105"]),
        (worded("q", "Goods", "Dreams", "Clouds", points=samples.Decimal(3)), ["R104", "R105"]),
        (worded("q-new", "Goods", "Clouds", "Dreams"), ["R102"]),
        (worded("q", "Clouds", "Goods", right=1), ["R110"]),  # `single 100` and `single 01` share a fingerprint
    ],
)  # fmt: skip
def test_edits_of_a_question(now: Question, expected: list[str]) -> None:
    assert sorted(codes(course_of(OLD), course_of(now))) == expected


def test_a_raised_rev_must_not_go_back() -> None:
    assert codes(course_of(replace(OLD, rev=3)), course_of(replace(OLD, rev=2))) == ["R111"]
    assert codes(course_of(replace(OLD, rev=3)), course_of(replace(OLD, rev=4))) == ["R103"]


@pytest.mark.parametrize(
    "kind",
    ["q-matching", "q-ordering", "q-gaps", "q-branch", "q-checklist", "q-reasons", "q-multiple", "q-spot",
     "q-vote", "q-rank", "q-budget"],
)  # fmt: skip
def test_order_matters_in_every_type_that_stores_numbers(kind: str) -> None:
    before = next(question for question in _worded() if question.id == kind)
    after = next(question for question in _worded(swapped=True) if question.id == kind)
    assert codes(course_of(before), course_of(before)) == []
    assert "R104" in codes(course_of(before), course_of(after))


def test_things_taken_out() -> None:
    before = course_of(OLD, samples.short("q-2"))
    (lesson,) = before.lessons
    pages = tuple(page for page in lesson.pages if page.id != "p-1")
    assert codes(before, replace(before, lessons=(replace(lesson, pages=pages),))) == ["R106"]
    assert sorted(codes(before, replace(before, lessons=()))) == ["R101", "R102", "R102", *["R106"] * 3, "R107"]
    assert codes(before, replace(before, id="other")) == ["R101"] * 2, "the course, and its lesson in a Moodle course"
    assert codes(before, replace(before, id="other", delivery="scorm")) == ["R101"] * 2
    assert codes(before, replace(before, package="lesson")) == ["R101"]


def test_rules_of_a_quiz() -> None:
    def course(**rules: object) -> Course:
        course = course_of(OLD)
        (lesson,) = course.lessons
        pages = tuple(replace(page, quiz=page.quiz and replace(page.quiz, **rules)) for page in lesson.pages)
        return replace(course, lessons=(replace(lesson, pages=pages),))

    assert codes(course(pass_mark=60), course(pass_mark=70)) == ["R108"]
    assert codes(course(pass_mark=None), course(pass_mark=0)) == ["R108"]
    assert codes(course(weight=1), course(weight=2)) == ["R108"]
    assert codes(course(attempts=1), course(attempts=3)) == []


def test_an_id_that_was_taken_out_and_means_something_else_now() -> None:
    first = make_lock(course_of(OLD))
    second = make_lock(course_of(), first)
    assert compare(second, course_of()) == []
    assert compare(second, course_of(OLD)) == []
    (found,) = compare(second, course_of(worded("q", "Ships", "Trains", "Roads")))
    assert found.code.id == "R112"
    assert [one.code.id for one in compare(second, course_of(worded("q", "Clouds", "Goods", "Dreams")))] == ["R104"]


def test_places_and_severities() -> None:
    lock, _ = parse_lock(write_lock(make_lock(course_of(OLD))), "c/course.lock")
    assert lock is not None
    (gone,) = compare(lock, course_of())
    assert gone.span.path == "c/course.lock"
    assert gone.span.line == lock.entries["question", "q"].line > 0
    (moved,) = compare(lock, course_of(worded("q", "Goods", "Dreams", "Clouds")))
    assert moved.span == OLD.span
    assert moved.is_error
    assert "“Dreams” was number 3" in moved.message
    assert "{#q rev=2}" in moved.remedy
    (note,) = compare(lock, course_of(worded("q", "Goods", "Clouds")))
    assert note.code.severity is Severity.NOTE


def _worded(*, swapped: bool = False) -> list[Question]:  # noqa: C901 - one case a type
    """Questions whose parts have words, the first two parts the other way round when ``swapped``."""
    found: list[Question] = []
    for question in samples.every_type():
        match question.id:
            case "q-matching":
                rows = tuple(replace(row, left=(Text(f"row {at}"),), value=0) for at, row in enumerate(question.rows))
                found.append(replace(question, rows=_swap(rows, swapped)))
            case "q-ordering":
                items = tuple(replace(item, body=_words(f"item {at}")) for at, item in enumerate(question.items))
                found.append(replace(question, items=_swap(items, swapped)))
            case "q-gaps":
                choices = tuple(GapChoice(word, False) for word in "abc")
                found.append(replace(question, gaps=(Gap(_swap(choices, swapped), False, samples.HERE),)))
            case "q-checklist":
                statements = tuple((Text(f"statement {at}"),) for at in range(9))
                part = replace(question.parts[0], statements=_swap(statements, swapped))
                found.append(replace(question, parts=(part,)))
            case "q-branch":
                step = question.steps[0]
                options = tuple(
                    replace(option, body=_words(f"way {at}"), goto="", correct=False)
                    for at, option in enumerate(step.options)
                )
                found.append(replace(question, steps=(replace(step, options=_swap(options, swapped)),)))
            case "q-reasons":
                reasons = tuple(
                    replace(option, body=_words(f"why {at}"), correct=at == 2)
                    for at, option in enumerate(question.reasons)
                )
                found.append(replace(question, reasons=_swap(reasons, swapped)))
            case "q-multiple" | "q-spot":
                options = tuple(
                    replace(option, body=_words(f"option {at}"), correct=at > 1)
                    for at, option in enumerate(question.options)
                )
                found.append(replace(question, options=_swap(options, swapped)))
            case "q-vote" | "q-budget":
                options = tuple(
                    replace(option, body=_words(f"option {at}")) for at, option in enumerate(question.options)
                )
                found.append(replace(question, options=_swap(options, swapped)))
            case "q-rank":
                items = tuple(replace(item, body=_words(f"item {at}")) for at, item in enumerate(question.items))
                found.append(replace(question, items=_swap(items, swapped)))
    return found


def _words(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(text),), samples.HERE),)


def _swap(parts: tuple, swapped: bool) -> tuple:  # noqa: FBT001
    return (parts[1], parts[0], *parts[2:]) if swapped else parts
