"""Items of a bank as questions of ours, one function a kind. What does not fit is named, never bent in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from builder.importers.bank.asking import Asking, LostError
from builder.importers.bank.choices import read_choice, read_truefalse
from builder.importers.bank.fields import read_fields
from builder.importers.bank.item import Item, Rich
from builder.importers.bank.order import read_match, read_order
from builder.importers.bank.reader import Reader
from builder.importers.bank.typed import read_number, read_typed
from builder.model import question as q


class Understood(NamedTuple):
    """A question of ours, and the parts of its text that belong to a scenario."""

    question: q.Question
    scenario: Rich


def understand(item: Item, reader: Reader) -> Understood | None:
    """``item`` as a question; None, once that is said, for one that has no form."""
    for what in item.extras:
        reader.extras[what] += 1
    read = READERS.get(item.kind)
    if read is None:
        reader.lose(item, f"there is no type `{item.kind}` here")
        return None
    asking = Asking.of(item, reader)
    try:
        question = read(asking)
    except LostError as error:
        reader.lose(item, str(error))
        return None
    for what in item.differences:
        reader.change(item, what)
    return Understood(question, asking.prompt.first("scenario"))


def read_essay(asking: Asking) -> q.Reflection:
    """An open question; learners compare their answer with the model."""
    item = asking.item
    common, _ = asking.common(marked=False)
    if item.points and not item.is_ours:
        asking.reader.extras["marking by hand (essays are reflections, without points)"] += 1
    model = asking.blocks(item.model)
    if not model and item.is_ours and (of_general := asking.general.first("model")).html:
        model = asking.blocks(of_general)[1:]
    return q.Reflection(**common, model=model)


READERS: Mapping[str, Callable[[Asking], q.Question]] = {
    "choice": read_choice,
    "truefalse": read_truefalse,
    "typed": read_typed,
    "number": read_number,
    "match": read_match,
    "order": read_order,
    "fields": read_fields,
    "essay": read_essay,
}
"""A function for each kind that has a form."""
