"""The question types. Every type knows what was asked, what is right, and where it stands in the source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from builder.model.span import Span
from builder.model.text import Blocks, Gap, Inlines

LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
"""What a question asks of the mind, lowest first: the cognitive processes of Bloom's revised taxonomy."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a task list."""

    body: Blocks
    correct: bool
    feedback: Blocks
    span: Span
    goto: str = ""
    """In a branching case, the id of the step this option leads to ('' ends the case)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What all questions have in common."""

    type: ClassVar[str] = ""
    scored: ClassVar[bool] = True

    id: str
    """Unique in the course; '' only in a source that ``fmt`` has not seen yet."""
    title: Inlines
    """The heading: the question itself."""
    stem: Blocks
    """What stands between the heading and the answer."""
    feedback: Blocks
    """General feedback, shown after an answer whatever it was."""
    span: Span
    objective: str = ""
    points: Decimal = Decimal(1)
    rev: int = 1
    """Raised by an author who changes what an answer means (an order of options, say)."""
    parallel: str = ""
    """Id of the question in another test that measures the same thing."""
    see: str = ""
    """Id of the page to read again after an answer that was not wholly right; '' for those on its objective."""
    level: str = ""
    """What it asks of the mind, for authors and reports: one of LEVELS; '' where nobody said."""
    confidence: bool = False
    """Ask how sure the learner is."""
    shuffle: bool | None = None
    """Override of the quiz's shuffling of options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Asked):
    """Single choice: a task list with one ``[x]``."""

    type: ClassVar[str] = "single"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Asked):
    """Multiple response: a task list with several ``[x]``."""

    type: ClassVar[str] = "multiple"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Asked):
    """A statement to judge; with ``reasons``, the reason is chosen too and both must be right."""

    type: ClassVar[str] = "truefalse"
    options: tuple[Option, ...]
    reasons: tuple[Option, ...] = ()
    because: Blocks = ()
    """What stands between the two lists: the question for the reason."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A typed answer: ``pattern`` may hold ``*`` for any characters (``\\*`` is a star)."""

    pattern: str
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Asked):
    """Short answer: ``= answer`` lines, ``! wrong`` lines with feedback for known errors."""

    type: ClassVar[str] = "short"
    answers: tuple[Accepted, ...]
    wrong: tuple[Accepted, ...] = ()
    case: bool = False
    max: int = 40
    """Longest answer, in UTF-16 units."""


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range of numbers; ``= 33 +- 2`` is 31..35."""

    low: Decimal
    high: Decimal
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerical(Asked):
    """A number within a range; with ``estimate`` a prediction that is answered by a reveal and not scored."""

    type: ClassVar[str] = "numerical"
    answers: tuple[Range, ...]
    wrong: tuple[Range, ...] = ()
    unit: str = ""
    estimate: bool = False
    max: int = 16


@dataclass(frozen=True, slots=True)
class Row:
    """A left-hand cell and the index of its right-hand value in ``Matching.values``."""

    left: Inlines
    value: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Asked):
    """Rows matched with values. ``classify`` when values are few and repeat (groups)."""

    type: ClassVar[str] = "matching"
    rows: tuple[Row, ...]
    values: tuple[Inlines, ...]
    """Distinct values in order of appearance; those no row uses are distractors."""
    heads: tuple[Inlines, Inlines] = ((), ())
    classify: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One item of an ordering question."""

    body: Blocks
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Asked):
    """Items in their right order; scored by absolute position."""

    type: ClassVar[str] = "ordering"
    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFill(Asked):
    """Text with gaps; ``body`` holds the Gap nodes, ``gaps`` lists them in reading order.

    In a worked example to complete, ``body`` is one ordered list: items with gaps are the learner's, the others given.
    """

    type: ClassVar[str] = "gaps"
    body: Blocks
    gaps: tuple[Gap, ...]
    case: bool = False
    max: int = 40
    explained: tuple[Blocks, ...] = ()
    """In a worked example to complete, what is said of each item once the answer is checked; else ()."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Asked):
    """Choose in a table or a text: every option names a row (its first cell) or words of ``quoted``."""

    type: ClassVar[str] = "spot"
    quoted: Blocks
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Asked):
    """An open question that stays on the learner's device; ``model`` is shown after writing."""

    type: ClassVar[str] = "reflection"
    scored: ClassVar[bool] = False
    model: Blocks = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Asked):
    """One stem with linked questions, always drawn whole. Its points are those of its questions."""

    type: ClassVar[str] = "scenario"
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class BranchStep:
    """One step of a branching case. A step without options is an ending."""

    id: str
    title: Inlines
    body: Blocks
    options: tuple[Option, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Asked):
    """A branching case: the first step opens it; the score is the share of right choices on the way taken."""

    type: ClassVar[str] = "branch"
    steps: tuple[BranchStep, ...]


@dataclass(frozen=True, slots=True)
class ChecklistPart:
    """Statements under one heading."""

    title: Inlines
    statements: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Asked):
    """Self-assessment: statements by part, each answered on ``scale``; the profile is printable, not scored."""

    type: ClassVar[str] = "checklist"
    scored: ClassVar[bool] = False
    parts: tuple[ChecklistPart, ...]
    scale: tuple[str, ...]
    """Answers from least to most; () for the interface's own no / partly / yes."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What of an earlier vote decides how its stored answer reads, beside the number of its options."""

    rev: int
    confidence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Asked):
    """An opinion or a prediction: one option chosen, none right. ``of`` asks an earlier vote again."""

    type: ClassVar[str] = "vote"
    scored: ClassVar[bool] = False
    options: tuple[Option, ...]
    """() where those of the vote ``of`` are taken over, until the course is put together."""
    of: str = ""
    """Id of the vote that is asked again, or ''."""
    earlier: Earlier | None = None
    """Of the vote ``of``; None until the course is put together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank(Asked):
    """The first ``top`` of a list, in an order of one's own."""

    type: ClassVar[str] = "rank"
    scored: ClassVar[bool] = False
    items: tuple[Step, ...]
    top: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget(Asked):
    """Measures chosen within a budget."""

    type: ClassVar[str] = "budget"
    scored: ClassVar[bool] = False
    options: tuple[Option, ...]
    costs: tuple[Decimal, ...] = ()
    """What each option costs, two decimals at most; () where nothing does."""
    kinds: tuple[str, ...] = ()
    """The group each option belongs to; () where there are none."""
    limit: Decimal | None = None
    """The most that may be spent."""
    choose: tuple[int, int] | None = None
    """The fewest and the most options to choose; None for any number from one on."""
    unit: str = ""
    model: Blocks = ()


Question: TypeAlias = (
    Single
    | Multiple
    | TrueFalse
    | Short
    | Numerical
    | Matching
    | Ordering
    | GapFill
    | Spot
    | Reflection
    | Scenario
    | Branch
    | Checklist
    | Vote
    | Rank
    | Budget
)


def is_scored(question: Question) -> bool:
    """Whether an answer can be right or wrong."""
    return question.scored and not (isinstance(question, Numerical) and question.estimate)
