"""The row of a quiz and what belongs to it (``backup_quiz_activity_structure_step``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.diagnostics import Diagnostic
from builder.diagnostics.moodle_quiz_codes import NOT_SURE, NOTHING_TO_ASK, UNEVEN_POINTS
from builder.model.course import Page
from builder.model.quiz import Quiz
from builder.render.words import words
from builder.state.reach import answered_in, units_of
from builder.targets.banks import decimal
from builder.targets.mbz.desk import HTML, Desk, Grade, Written
from builder.targets.mbz.modules.quiz.layout import (
    grade_items_of,
    instances_of,
    page_size,
    profile_of,
    sections_of,
    total_of,
)
from builder.targets.mbz.modules.quiz.review import is_practice, marking_of
from builder.targets.mbz.modules.quiz.slots import Part, parts_of
from builder.targets.mbz.modules.quiz.texts import passed_html, profile_html, rules_html, short_html
from builder.targets.mbz.plan import Test
from builder.targets.mbz.questions.pools import worth, worth_of
from builder.targets.mbz.xml import Element, Value, branch, record

MOST = 100
"""The best grade: grades are per cent."""


def write_quiz(desk: Desk) -> Written:
    """The quiz of a page under its rules. What it cannot ask, or counts otherwise, is reported."""
    content: Test = desk.module.content  # type: ignore[assignment]
    quiz = content.page.quiz
    assert quiz is not None, content.page.id
    course = desk.module.course
    parts = parts_of(course, quiz, desk.bank)
    desk.ledger.diagnostics += _doubts(quiz, parts, desk)
    desk.categories += desk.bank.categories(course)
    desk.files += desk.bank.files(course)
    total = total_of(parts)
    graded = total > 0 and not is_practice(quiz)
    passing = quiz.pass_mark or 0
    profile = profile_of(parts, course) if graded else []
    items = {objective.id: desk.number() for objective in profile}
    lists = {
        "quiz_grade_items": grade_items_of(profile, items),
        "question_instances": instances_of(parts, desk.module.context, items, desk.number),
        "sections": sections_of(parts, course, desk.number, shuffle=quiz.shuffle),
        "feedbacks": _feedbacks(desk, quiz, by_objective=bool(profile)) if graded else (),
    }
    return Written(
        fields={
            "intro": _intro(desk, content.page, quiz, parts),
            "introformat": HTML,
            **_rules(quiz),
            **marking_of(quiz),
            "questionsperpage": page_size(parts),
            "sumgrades": decimal(total),
            "grade": MOST if graded else 0,
            "timecreated": desk.ledger.start,
            "timemodified": desk.ledger.start,
            **_sent(desk, graded=graded),
        },
        children=tuple(branch(name, found) for name, children in lists.items() if (found := tuple(children))),
        grade=Grade(MOST, passing) if graded else None,
        cells=_completed(desk, passing, graded=graded),
    )


def _intro(desk: Desk, page: Page, quiz: Quiz, parts: Sequence[Part]) -> str:
    """What the page says before its first question, then the rules."""
    text = desk.html(quiz.intro, notes=page.footnotes)
    lead = desk.inline(page.lead)
    asked = sum(not slot.is_text for part in parts for slot in part.slots)
    rules = rules_html(quiz, asked, words(desk.module.course.language))
    opening = desk.turned(f'<p class="lead">{lead}</p>') if lead else ""
    return "\n".join(filter(None, (opening, text, desk.turned(rules))))


def _rules(quiz: Quiz) -> dict[str, Value]:
    return {
        "timeopen": 0,
        "timeclose": 0,
        "timelimit": 60 * quiz.minutes,
        "overduehandling": "autosubmit",
        "graceperiod": 0,
        "attempts_number": quiz.attempts,
        "attemptonlast": 0,
        "grademethod": 1,  # the highest
        "decimalpoints": 2,
        "questiondecimalpoints": -1,
        "navmethod": "free",
        "shuffleanswers": int(quiz.shuffle_options),
        "password": "",
        "subnet": "",
        "browsersecurity": "-",
        "delay1": quiz.wait,
        "delay2": quiz.wait,
        "showuserpicture": 0,
        "showblocks": 0,
        # In Moodle's app where the line breaks: not to be had with a time limit, or with answers checked one by one.
        "allowofflineattempts": int(not quiz.minutes and not is_practice(quiz)),
    }


def _sent(desk: Desk, *, graded: bool) -> dict[str, Value]:
    """Completion by a submitted attempt; also where a grade is asked for and there cannot be one. It never counts that
    all attempts are used: who has not passed stays before what a pass opens."""
    asks = desk.module.completion
    sent = asks.send or (not graded and (asks.grade or asks.passed))
    return {"completionattemptsexhausted": 0, "completionminattempts": int(sent)}


def _completed(desk: Desk, passing: int, *, graded: bool) -> dict[str, Value]:
    """Completion by a grade, which where something is to be reached may have to be a pass."""
    asks = desk.module.completion
    if not (asks.grade or asks.passed):
        return {}
    return {
        "completiongradeitemnumber": 0 if graded else None,
        "completionpassgrade": int(graded and asks.passed and passing > 0),
    }


def _feedbacks(desk: Desk, quiz: Quiz, *, by_objective: bool) -> Iterator[Element]:
    """What is said of a result: from its lowest grade on, up to but not including the highest."""
    spoken = words(desk.module.course.language)
    if quiz.pass_mark:
        yield _feedback(desk, passed_html(quiz, spoken), quiz.pass_mark, MOST + 1)
        yield _feedback(desk, short_html(quiz, spoken), 0, quiz.pass_mark)
    else:
        yield _feedback(desk, profile_html(spoken, by_objective=by_objective), 0, MOST + 1)


def _feedback(desk: Desk, html: str, least: int, below: int) -> Element:
    fields: dict[str, Value] = {
        "feedbacktext": desk.turned(html),
        "feedbacktextformat": HTML,
        "mingrade": least,
        "maxgrade": below,
    }
    return record("feedback", desk.number(), fields)


def _doubts(quiz: Quiz, parts: Sequence[Part], desk: Desk) -> Iterator[Diagnostic]:
    """What of a quiz becomes otherwise."""
    if not parts:
        yield NOTHING_TO_ASK.at(quiz.span, id=quiz.id)
    if any(question.confidence for unit in units_of(desk.module.course, quiz) for question in answered_in(unit)):
        yield NOT_SURE.at(quiz.span, id=quiz.id)
    for draw in quiz.draws:
        pool = desk.bank.pool(desk.module.course, quiz, draw)
        points = sorted({worth(unit) for unit in pool.units})
        if len(points) > 1:
            values = ", ".join(map(decimal, points))
            yield UNEVEN_POINTS.at(draw.span, id=quiz.id, values=values, each=decimal(worth_of(pool)))
