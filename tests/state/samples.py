"""Questions and packages made in memory."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from builder.model.course import Course, Lesson, Page
from builder.model.package import Package
from builder.model.question import (
    Accepted,
    Asked,
    Branch,
    BranchStep,
    Budget,
    Checklist,
    ChecklistPart,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Option,
    Ordering,
    Question,
    Range,
    Rank,
    Reflection,
    Row,
    Short,
    Single,
    Spot,
    Step,
    TrueFalse,
    Vote,
)
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Gap, GapChoice, Text

HERE = Span("c/en/01-lesson/01-page.md", 1)


def common(id: str) -> dict[str, Any]:
    return {"id": id, "title": (Text(id),), "stem": (), "feedback": (), "span": HERE}


def options(count: int, right: Sequence[int] = (0,)) -> tuple[Option, ...]:
    return tuple(Option((), at in right, (), HERE) for at in range(count))


def single(id: str, count: int = 4, **more: Any) -> Single:
    return Single(**common(id) | more, options=options(count))


def multiple(id: str, count: int = 5, **more: Any) -> Multiple:
    return Multiple(**common(id) | more, options=options(count, (0, 1)))


def spot(id: str, count: int = 5, **more: Any) -> Spot:
    return Spot(**common(id) | more, options=options(count), quoted=())


def true_false(id: str, reasons: int = 0, **more: Any) -> TrueFalse:
    return TrueFalse(**common(id) | more, options=options(2), reasons=options(reasons) if reasons else ())


def matching(id: str, rows: int = 5, values: int = 5, **more: Any) -> Matching:
    cells = tuple(Row((), at % values, HERE) for at in range(rows))
    return Matching(**common(id) | more, rows=cells, values=((),) * values)


def ordering(id: str, count: int = 5, **more: Any) -> Ordering:
    return Ordering(**common(id) | more, items=tuple(Step((), (), HERE) for _ in range(count)))


def gap(choices: int = 0) -> Gap:
    """A chosen gap with so many choices, or a typed one."""
    words = tuple(GapChoice(f"word {at}", at == 0) for at in range(choices or 1))
    return Gap(words, not choices, HERE)


def gaps(id: str, *found: Gap, **more: Any) -> GapFill:
    return GapFill(**common(id) | more, body=(), gaps=found)


def short(id: str, **more: Any) -> Short:
    return Short(**common(id) | more, answers=(Accepted("x", (), HERE),))


def numerical(id: str, **more: Any) -> Numerical:
    return Numerical(**common(id) | more, answers=(Range(Decimal(1), Decimal(2), (), HERE),))


def reflection(id: str, **more: Any) -> Reflection:
    return Reflection(**common(id) | more)


def branch(id: str, ways: dict[str, list[str]], **more: Any) -> Branch:
    """Steps by id, each with the steps its options lead to."""
    steps = tuple(
        BranchStep(name, (), (), tuple(Option((), at == 0, (), HERE, goto) for at, goto in enumerate(way)), HERE)
        for name, way in ways.items()
    )
    return Branch(**common(id) | more, steps=steps)


def checklist(id: str, statements: int = 9, scale: int = 0, **more: Any) -> Checklist:
    part = ChecklistPart((), ((),) * statements)
    return Checklist(**common(id) | more, parts=(part,), scale=tuple(f"answer {at}" for at in range(scale)))


def vote(id: str, count: int = 3, **more: Any) -> Vote:
    return Vote(**common(id) | more, options=options(count, ()))


def rank(id: str, count: int = 9, top: int = 3, **more: Any) -> Rank:
    return Rank(**common(id) | more, items=tuple(Step((), (), HERE) for _ in range(count)), top=top)


def budget(id: str, count: int = 6, **more: Any) -> Budget:
    given = {"limit": Decimal(100), "costs": (Decimal(30),) * count, **more}
    return Budget(**common(id) | given, options=options(count, ()))


def package(questions: Sequence[Question], pages: int = 1, quizzes: int = 1, banks: Sequence[Page] = ()) -> Package:
    """A package of so many pages; the questions are spread over so many lesson quizzes."""
    made = [page(f"p-{at}") for at in range(pages - quizzes)]
    made += [page(f"p-quiz-{at}", quiz(f"quiz-{at}", questions[at::quizzes])) for at in range(quizzes)]
    lesson = Lesson(id="l", title="Lesson", pages=tuple(made), span=HERE)
    course = Course(
        id="c", folder="c", language="en", title="C", description="", lessons=(lesson,), span=HERE, banks=tuple(banks)
    )
    return Package("c", "C", course, (lesson,))


def page(id: str, asks: Quiz | None = None, kind: str = "") -> Page:
    return Page(
        id=id, path=f"{id}.md", title=id, kind=kind or (asks.role if asks else "page"), blocks=(), span=HERE, quiz=asks
    )


def quiz(id: str, questions: Sequence[Question], role: str = "quiz", **more: Any) -> Quiz:
    return Quiz(id=id, role=role, intro=(), questions=tuple(questions), span=HERE, **more)


def every_type() -> list[Question]:
    """One question a type, and their variants."""
    made: list[Question] = [
        single("q-single"),
        single("q-one", 1),
        true_false("q-truefalse"),
        true_false("q-reasons", 3),
        multiple("q-multiple"),
        spot("q-spot"),
        matching("q-matching"),
        ordering("q-ordering"),
        gaps("q-gaps", gap(4), gap(), gap(2)),
        short("q-short"),
        numerical("q-numerical"),
        reflection("q-reflection"),
        branch("q-branch", {"s-1": ["s-2", "s-3", ""], "s-2": ["s-3", "s-3"], "s-3": []}),
        branch("q-circle", {"s-1": ["s-2", ""], "s-2": ["s-1", ""]}),
        checklist("q-checklist"),
        vote("q-vote"),
        vote("q-vote-again", of="q-vote"),
        rank("q-rank"),
        budget("q-budget"),
    ]
    for question in made:
        assert isinstance(question, Asked)
    return made


def programme_of_300() -> list[Question]:
    """300 questions: 45 % single, 15 % multiple, 10 % each true-false, matching, ordering, chosen gaps."""
    made: list[Question] = [single(f"q-single-{at}") for at in range(135)]
    made += (multiple(f"q-multiple-{at}", 5 + at % 2) for at in range(45))
    made += (true_false(f"q-truefalse-{at}") for at in range(30))
    made += (matching(f"q-matching-{at}") for at in range(30))
    made += (ordering(f"q-ordering-{at}") for at in range(30))
    made += (gaps(f"q-gaps-{at}", *[gap(4)] * 4) for at in range(30))
    return made


def shape(question: Question) -> dict[str, Any]:  # noqa: PLR0911 - one case a type
    """What decides how an answer is written: counts, and the ways of a branching case."""
    match question:
        case TrueFalse():
            return {"n": len(question.options), "reasons": len(question.reasons)}
        case Single() | Multiple() | Spot() | Vote() | Budget():
            return {"n": len(question.options)}
        case Matching():
            return {"rows": len(question.rows), "values": len(question.values)}
        case Ordering():
            return {"n": len(question.items)}
        case Rank():
            return {"n": len(question.items), "top": question.top}
        case GapFill():
            return {"gaps": [{"typed": found.typed, "n": len(found.choices)} for found in question.gaps]}
        case Branch():
            return {"steps": [{"id": step.id, "goto": [o.goto for o in step.options]} for step in question.steps]}
        case Checklist():
            return {
                "statements": sum(len(part.statements) for part in question.parts),
                "scale": len(question.scale) or 3,
            }
        case _:
            return {}
