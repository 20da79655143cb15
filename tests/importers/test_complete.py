"""Drafts made whole: ids, files, what refers to what."""

from __future__ import annotations

from builder.importers.base import Draft
from builder.importers.complete import complete
from builder.model.course import Course, Lesson, Objective, Page
from builder.model.question import Branch, BranchStep, Option, Question, Reflection, Scenario, Vote
from builder.model.quiz import Draw, Quiz
from builder.model.span import Span
from builder.model.text import Paragraph, QuizBlock, Text

AT = Span("file", 1)


def asked(id: str, title: str = "Why?", **more: object) -> Reflection:
    return Reflection(id=id, title=(Text(title),), stem=(), feedback=(), span=AT, **more)  # type: ignore[arg-type]


def page(id: str, title: str, *questions: Question, kind: str = "page", **rules: object) -> Page:
    quiz = Quiz(id=id, role=kind, intro=(), questions=questions, span=AT, **rules)  # type: ignore[arg-type]
    blocks = (Paragraph((Text("x"),), AT),)
    if kind == "page" and questions:
        blocks += (QuizBlock(Quiz(id="", role="practice", intro=(), questions=questions, span=AT), AT),)  # type: ignore[assignment]
    own = None if kind == "page" else quiz
    return Page(id=id, path="", title=title, kind=kind, blocks=() if own else blocks, span=AT, quiz=own)


def done(draft: Draft) -> Course:
    course, found = complete(draft, id="c", folder="c", language="en")
    assert found == []
    return course


def lesson(*pages: Page, id: str = "", title: str = "Lesson", loose: bool = False) -> Lesson:
    return Lesson(id=id, title=title, pages=pages, span=AT, loose=loose)


def test_ids_that_fit_are_kept_and_others_made() -> None:
    course = done(
        Draft(
            "T",
            (
                lesson(page("p-own", "One", asked("q-own"), asked("Not Fit"), asked("q-own", "Again?"), asked(""))),
                lesson(page("", "One"), page("", "\u7b2c\u4e00"), title="Lesson"),
            ),
        )
    )
    assert [one.id for one in course.lessons] == ["l-lesson", "l-lesson-2"]
    assert [one.id for one in course.pages] == ["p-own", "p-one", "p-1"]
    (quiz,) = next(course.pages).quizzes
    assert quiz.id == "quiz-own"
    assert [one.id for one in quiz.questions] == ["q-own", "q-why", "q-again", "q-why-2"]


def test_references_follow() -> None:
    steps = (
        BranchStep("A 1", (Text("Start"),), (), (Option((), True, (), AT, goto="B 2"),), AT),
        BranchStep("B 2", (Text("End"),), (), (), AT),
    )
    branch = Branch(id="q-b", title=(Text("Case"),), stem=(), feedback=(), span=AT, steps=steps)
    vote = Vote(id="V 1", title=(Text("Vote"),), stem=(), feedback=(), span=AT, options=())
    again = Vote(id="", title=(Text("Again"),), stem=(), feedback=(), span=AT, options=(), of="V 1")
    inner = asked("", "Inner", see="P 9", parallel="Q 7")
    scenario = Scenario(id="", title=(Text("Story"),), stem=(), feedback=(), span=AT, questions=(inner, again))
    draft = Draft(
        "T",
        (lesson(page("P 9", "Nine", asked("Q 7", "Seven"), branch, vote, scenario)),
         lesson(page("", "Test", kind="test", draws=(Draw(1, "", "Bank 1", AT),)), loose=True)),
        banks=(page("Bank 1", "First", asked(""), kind="bank"),),
    )  # fmt: skip
    course = done(draft)
    nine, test = course.pages
    seven, case, first, story = next(nine.quizzes).questions
    assert isinstance(case, Branch)
    assert case.steps[0].options[0].goto == case.steps[1].id == "s-end"
    assert isinstance(story, Scenario)
    one, two = story.questions
    assert (one.see, one.parallel) == (nine.id, seven.id) == ("p-nine", "q-seven")
    assert isinstance(two, Vote)
    assert two.of == first.id == "q-vote"
    assert test.quiz is not None
    assert [draw.bank for draw in test.quiz.draws] == [course.banks[0].id] == ["bank-first"]


def test_files_are_in_order_and_unlike() -> None:
    lessons = [lesson(page("", "Same"), page("", "Same"), title=f"Lesson {n % 2}") for n in range(11)]
    course = done(Draft("T", (*lessons, lesson(), lesson(page("", "Loose", asked("")), loose=True))))
    assert [one.folder for one in course.lessons][:2] == ["01-lesson-0", "02-lesson-1"]
    assert course.lessons[11].folder == ""
    assert course.lessons[11].pages[0].path == "12-loose.md"
    assert [one.path for one in course.lessons[10].pages] == ["11-lesson-0/01-same.md", "11-lesson-0/02-same.md"]
    paths = [one.path for one in course.pages]
    assert len(set(paths)) == len(paths) == 23


def test_objectives_fit_and_those_that_are_only_named_are_added() -> None:
    draft = Draft(
        "T",
        (lesson(page("", "One", asked("", objective="Goal 2"), asked("", objective="O1"))),),
        objectives={"O1": Objective("O1", "Explain", AT)},
    )
    course = done(draft)
    assert {key: one.text for key, one in course.objectives.items()} == {"O1": "Explain", "Goal-2": "Goal 2"}
    (only,) = course.pages
    assert only.objectives == ("Goal-2", "O1")


def test_banks_alone_get_a_quiz_that_draws_from_each() -> None:
    banks = tuple(
        page("", name, *(asked("") for _ in range(count)), kind="bank") for name, count in (("A", 9), ("B", 2))
    )
    course = done(Draft("Items", banks=banks))
    (only,) = course.pages
    assert (only.kind, only.title, only.path) == ("quiz", "Items", "01-items.md")
    assert only.quiz is not None
    assert [(draw.bank, draw.count) for draw in only.quiz.draws] == [("bank-a", 5), ("bank-b", 2)]
    assert [bank.path for bank in course.banks] == ["banks/a.md", "banks/b.md"]


def test_references_to_what_is_not_there_are_left_out_and_named() -> None:
    questions = (asked("q-a", see="p-gone", parallel="q-b"), asked("q-b", see="p-one", parallel="q-gone"))
    course, found = complete(Draft("T", (lesson(page("p-one", "One", *questions)),)), id="c", folder="c", language="en")
    assert [one.message for one in found] == [
        "The question `q-a` names `p-gone` (`see`), which is not in this file; that was left out.",
        "The question `q-b` names `q-gone` (`parallel`), which is not in this file; that was left out.",
    ]
    (quiz,) = next(course.pages).quizzes
    assert [(one.see, one.parallel) for one in quiz.questions] == [("", "q-b"), ("p-one", "")]
