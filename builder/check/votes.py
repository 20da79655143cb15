"""Votes asked again: in the package whose state holds the first answer."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.answer_codes import VOTE_ELSEWHERE
from builder.model.package import packages_of
from builder.model.question import Vote
from builder.state.reach import questions_of


def check_votes(view: View) -> Iterator[Diagnostic]:
    """Votes that look back at one which no package holds together with them."""
    again = [question for _, _, question in view.questions if isinstance(question, Vote) and question.of]
    together = [set(questions_of(package)) for package in packages_of(view.course)] if again else []
    for vote in again:
        holding = [ids for ids in together if vote.id in ids]
        if holding and not any(vote.of in ids for ids in holding):
            yield VOTE_ELSEWHERE.at(vote.span, id=vote.of)
