"""Each question type as an item."""

from __future__ import annotations

from builder.model import question as q
from builder.targets.qti21.branch import branch
from builder.targets.qti21.choices import budget, multiple, single, spot, truefalse, vote
from builder.targets.qti21.item import Parts, Sheet, item
from builder.targets.qti21.pairs import checklist, matching, ordering, rank
from builder.targets.qti21.typed import gaps, numerical, reflection, short


def item_of(question: q.Question, sheet: Sheet) -> bytes:
    """The item of a question; raises TypeError for a scenario, which is a section of tests."""
    return item(question, parts_of(question, sheet), sheet, sheet.pieces.course.language)


def parts_of(question: q.Question, sheet: Sheet) -> Parts:  # noqa: C901, PLR0911, PLR0912 - one case a type
    """What the type of ``question`` brings to its item."""
    match question:
        case q.Single():
            return single(question, sheet)
        case q.TrueFalse():
            return truefalse(question, sheet)
        case q.Multiple():
            return multiple(question, sheet)
        case q.Spot():
            return spot(question, sheet)
        case q.Short():
            return short(question, sheet)
        case q.Numerical():
            return numerical(question, sheet)
        case q.Matching():
            return matching(question, sheet)
        case q.Ordering():
            return ordering(question, sheet)
        case q.GapFill():
            return gaps(question, sheet)
        case q.Reflection():
            return reflection(question, sheet)
        case q.Branch():
            return branch(question, sheet)
        case q.Checklist():
            return checklist(question, sheet)
        case q.Vote():
            return vote(question, sheet)
        case q.Rank():
            return rank(question, sheet)
        case q.Budget():
            return budget(question, sheet)
    raise TypeError(f"a {question.type} is no item")
