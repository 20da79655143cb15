"""Our questions as items of a cartridge: one item, or several where the profiles have no such question.

A question of parts (rows, places, gaps, steps) becomes an item a part, each with its share of the points, so that the
score stays the share of right parts. An item's ident is the question's id, that of a part ``id.number``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from typing import Any, TypeVar

from builder.model import question as q
from builder.model.quiz import Quiz
from builder.model.text import Blocks, Gap, Image, List, Quote
from builder.model.walk import nodes_in
from builder.render.numbers import numbers
from builder.render.questions.see import Reading
from builder.state.reach import objective_of
from builder.targets.imscc.desk import Desk
from builder.targets.imscc.qti import Choice, Essay, Label, Typed
from builder.targets.imscc.typing_in import accepted_texts, forms_of, gap_texts, told_texts, values_in
from builder.targets.safe import line

_Value = TypeVar("_Value")

TRUE = frozenset({"true", "vrai", "verdadero", "صحيح", "صواب"})
FALSE = frozenset({"false", "faux", "falso", "خطأ", "خطا"})
"""What the options of a question of the profile ``true_false`` may say: some platforms put their own words there."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item before its weight is known: ``points`` are the author's, a share of them for a part."""

    ident: str
    title: str
    prompt: str
    answer: Choice | Typed | Essay
    points: Fraction
    general: str = ""


def is_askable(question: q.Question) -> bool:
    """Whether a cartridge can ask the question; the others stand on the page as text."""
    match question:
        case q.Numerical(estimate=estimate):
            return not estimate
        case q.Checklist() | q.Vote() | q.Rank() | q.Budget():
            return False
    return True


def parts_of(unit: q.Question, quiz: Quiz, desk: Desk) -> Iterator[Part]:
    """The items of a question of ``quiz``; of a scenario those of its questions, each with the scenario before it."""
    if not isinstance(unit, q.Scenario):
        if is_askable(unit):
            yield from _Question(unit, quiz, desk, objective_of(unit)).parts()
        return
    story, moral = f"<blockquote>{desk.prompt(unit)}</blockquote>", desk.html(unit.feedback)
    for question in unit.questions:
        if is_askable(question):
            objective = question.objective or objective_of(unit)
            yield from _Question(question, quiz, desk, objective, story, moral).parts()


@dataclass(frozen=True, slots=True)
class _Question:
    """A question on its way into items."""

    q: Any
    quiz: Quiz
    desk: Desk
    objective: str
    story: str = ""
    moral: str = ""
    """What a scenario says at its end."""

    def parts(self) -> Iterator[Part]:
        self.desk.prompt(self.q)  # from here on marks of footnotes are those of its page
        return MAKERS[type(self.q)](self)

    def part(self, answer: Choice | Typed | Essay, *, text: str = "", general: str = "") -> Part:
        """The one item of the question, with ``text`` after the stem."""
        prompt = self.desk.joined(self.story, self.desk.prompt(self.q), text)
        name = self.desk.name(self.q)
        return Part(self.q.id, name, prompt, answer, Fraction(self.q.points), self.general(general))

    def share(
        self, place: tuple[int, int], answer: Choice | Typed, text: str, *, name: str = "", general: str = ""
    ) -> Part:
        """An item of several, the second number of ``place``, with what it asks for in ``text``."""
        whole = self.part(answer, text=text, general=general)
        number, of = place
        ident, name = f"{self.q.id}.{number}", name or str(number)
        return Part(ident, f"{whole.title} ({line(name)})", whole.prompt, answer, whole.points / of, whole.general)

    def general(self, before: str = "") -> str:
        """The general feedback, with the pages to read again."""
        see = Reading(self.quiz, self.desk.course, self.desk.writer).html(self.q, self.objective)
        return self.desk.joined(before, self.desk.html(self.q.feedback), self.moral, see)

    @property
    def language(self) -> str:
        return self.desk.course.language

    @property
    def shuffled(self) -> bool:
        return self.quiz.shuffle_options if self.q.shuffle is None else bool(self.q.shuffle)

    def labels(self, options: Sequence[q.Option], more: Callable[[q.Option], str] = lambda _: "") -> list[Label]:
        """The options, ``more`` added to their feedback; those to be shuffled in an order of their own, because not
        every platform shuffles, and authors may write the right one first. Options with pictures are numbers."""
        desk, shown = self.desk, self.in_order(options)
        texts = [str(n) for n in range(1, len(shown) + 1)] if _are_pictured(options) else []
        return [
            Label(
                f"o{n}",
                texts[place] if texts else desk.tight(one.body),
                one.correct,
                desk.joined(desk.html(one.feedback), more(one)),
            )
            for place, (n, one) in enumerate(shown)
        ]

    def in_order(self, options: Sequence[q.Option]) -> list[tuple[int, q.Option]]:
        """The options with the author's numbers, in the order they are shown."""
        numbered = list(enumerate(options, 1))
        return scattered(numbered, lambda pair: f"{self.q.id} o{pair[0]}") if self.shuffled else numbered

    def gallery(self, options: Sequence[q.Option]) -> str:
        """Options with pictures, numbered, for the text of the question: some platforms show pictures only there."""
        if not _are_pictured(options):
            return ""
        shown = [self.desk.tight(one.body) for _, one in self.in_order(options)]
        return f"<ol>{''.join([f'<li>{body}</li>' for body in shown])}</ol>"

    def choice(self, options: Sequence[q.Option], more: Callable[[q.Option], str] = lambda _: "") -> Choice:
        """Options to choose one from."""
        return self.radio(self.labels(options, more), shuffle=self.shuffled)

    def picked(self, texts: Sequence[str], right: int, *, shuffle: bool = False) -> Choice:
        """HTML to choose one from."""
        return self.radio([Label(f"o{n}", text, n == right + 1) for n, text in enumerate(texts, 1)], shuffle=shuffle)

    def radio(self, labels: Sequence[Label], *, shuffle: bool) -> Choice:
        """The profile wants three options at least: where there are two, one may also not know."""
        if len(labels) < 3:
            labels = [*labels, Label("o0", self.desk.t("I do not know"), correct=False)]
        return Choice(tuple(labels), shuffle=shuffle)

    def boxes(self, options: Sequence[q.Option]) -> Choice:
        return Choice(tuple(self.labels(options)), "multiple_response", self.shuffled)


def _single(one: _Question) -> Iterator[Part]:
    yield one.part(one.choice(one.q.options), text=one.gallery(one.q.options))


def _multiple(one: _Question) -> Iterator[Part]:
    yield one.part(one.boxes(one.q.options), text=one.gallery(one.q.options))


def _truefalse(one: _Question) -> Iterator[Part]:
    statement, shown = _judged(one), one.gallery(one.q.options)
    if not one.q.reasons:
        yield one.part(statement, text=shown)
        return
    desk = one.desk
    yield one.share((1, 2), statement, shown, name=desk.t("Your answer"))
    asked = desk.joined(desk.html(one.q.because) or desk.strong(desk.t("Because:")), one.gallery(one.q.reasons))
    yield one.share((2, 2), one.choice(one.q.reasons), asked, name=desk.t("Because:").rstrip(" :"))


def _judged(one: _Question) -> Choice:
    """True-false, where the options say so: a platform that writes its own words must not turn the key round."""
    options = [
        Label("", one.desk.tight(each.body), each.correct, one.desk.html(each.feedback)) for each in one.q.options
    ]
    said = [label.text.strip(" .!").casefold() for label in options]
    idents = ["true" if text in TRUE else "false" if text in FALSE else "" for text in said]
    if sorted(idents) != ["false", "true"]:
        return one.choice(one.q.options)
    labels = [replace(label, ident=ident) for ident, label in zip(idents, options, strict=True)]
    return Choice(tuple(labels), "true_false")


def _short(one: _Question) -> Iterator[Part]:
    told = tuple((text, one.desk.html(said)) for text, said in told_texts(one.q))
    yield one.part(Typed(accepted_texts(one.q), told, one.q.case))


def _numerical(one: _Question) -> Iterator[Part]:
    """A short answer with every number written out, or a choice of ranges where there are too many."""
    write, question, desk = numbers(one.language), one.q, one.desk
    unit = f"<p>({_escaped(line(question.unit))})</p>" if line(question.unit) else ""
    values = values_in(question.answers)
    if values is None:
        yield one.part(_ranges(one), text=unit)
        return
    accepted = tuple(dict.fromkeys(form for value in values for form in forms_of(value, write, question.unit)))
    told: dict[str, str] = {}
    for each in (*question.answers, *question.wrong):
        for value in (values_in((each,)) or ()) if each.feedback else ():
            for form in forms_of(value, write, question.unit):
                if each in question.answers or form not in accepted:
                    told.setdefault(form, desk.html(each.feedback))
    yield one.part(Typed(accepted, tuple(told.items())), text=unit)


def _ranges(one: _Question) -> Choice:
    """Below, within and above what is accepted, from low to high; the feedback of an accepted range goes with it."""
    write, desk = numbers(one.language), one.desk

    def said(value: Any) -> str:
        return write.write(value, max(0, -value.normalize().as_tuple().exponent))

    accepted: list[q.Range] = sorted(one.q.answers, key=lambda each: (each.low, each.high))
    labels = [Label("o1", desk.t("less than {n}").replace("{n}", said(accepted[0].low)), correct=False)]
    top = accepted[0].low
    for before, each in pairwise((None, *accepted)):
        assert each is not None
        if before is not None and each.low > top:
            labels.append(Label(f"o{len(labels) + 1}", _between(one, said(top), said(each.low)), correct=False))
        text = said(each.low) if each.low == each.high else _between(one, said(each.low), said(each.high))
        labels.append(Label(f"o{len(labels) + 1}", text, correct=True, feedback=desk.html(each.feedback)))
        top = max(top, each.high)
    labels.append(Label(f"o{len(labels) + 1}", desk.t("more than {n}").replace("{n}", said(top)), correct=False))
    return Choice(tuple(labels))


def _between(one: _Question, low: str, high: str) -> str:
    return one.desk.t("{low} to {high}").replace("{low}", low).replace("{high}", high)


def _matching(one: _Question) -> Iterator[Part]:
    """A single choice a row; the values stand in one order of their own, so that the rows' does not tell."""
    desk, rows = one.desk, one.q.rows
    order = scattered(range(len(one.q.values)), lambda value: f"{one.q.id} {value}")
    texts = [desk.inline(one.q.values[value]) for value in order]
    heads = [line(desk.inline(head)) for head in one.q.heads]
    for number, row in enumerate(rows, 1):
        left = desk.inline(row.left)
        asked = desk.strong(f"{heads[0]}: {left}" if heads[0] else left)
        answer = one.picked(texts, order.index(row.value), shuffle=not one.q.classify)
        yield one.share((number, len(rows)), answer, asked)


def _ordering(one: _Question) -> Iterator[Part]:
    """A single choice of a place for each item; the items come in an order of their own."""
    desk, items = one.desk, one.q.items
    places = [str(number) for number in range(1, len(items) + 1)]
    listed = scattered(range(len(items)), lambda place: f"{one.q.id} {place}")
    all_items = "".join([f"<li>{desk.tight(items[place].body)}</li>" for place in listed])
    for number, place in enumerate(listed, 1):
        asked = f"<ul>{all_items}</ul>\n<p>{desk.t('Which place does this take?')}</p>\n<p><strong>"
        asked += f"{desk.tight(items[place].body)}</strong></p>"
        told = desk.html(items[place].feedback)
        yield one.share((number, len(items)), one.picked(places, place), asked, general=told)


def _gaps(one: _Question) -> Iterator[Part]:
    """An item a gap, with the whole text and its gaps numbered."""
    desk, gaps, write = one.desk, one.q.gaps, numbers(one.language)
    seen = iter(range(1, len(gaps) + 1))
    desk.writer.gap = lambda _gap: f"<strong>[{next(seen)}]</strong> _____"
    text = desk.html(one.q.body)
    for number, gap in enumerate(gaps, 1):
        answer: Choice | Typed
        if gap.typed:
            answer = Typed(gap_texts([choice.text for choice in gap.choices], write), case=one.q.case)
        else:
            shown = [line(choice.text) for choice in gap.choices]
            right = next((n for n, choice in enumerate(gap.choices) if choice.correct), 0)
            answer = one.picked([_escaped(each) for each in shown], right)
        name = desk.t("Gap %(number)s") % {"number": number}
        asked = f"{text}\n{desk.strong(name)}"
        yield one.share((number, len(gaps)), answer, asked, name=name, general=desk.html(_explained(one.q, gap)))


def _explained(question: q.GapFill, gap: Gap) -> Blocks:
    """What a worked example says of the step that holds ``gap``."""
    steps = question.body[0].items if question.explained and isinstance(question.body[0], List) else ()
    for step, said in zip(steps, question.explained, strict=False):
        if any(one is gap for one in nodes_in(step, (Gap,))):
            return said
    return ()


def _spot(one: _Question) -> Iterator[Part]:
    yield one.part(one.boxes(one.q.options), text=one.desk.html((Quote(one.q.quoted, one.q.span),)))


def _branch(one: _Question) -> Iterator[Part]:
    """A single choice a step; where a choice ends the case, its feedback tells the end."""
    desk, steps = one.desk, {step.id: step for step in one.q.steps}
    asked = [step for step in one.q.steps if step.options]

    def end(option: q.Option) -> str:
        step = steps.get(option.goto)
        return (
            desk.joined(desk.strong(desk.inline(step.title)), desk.html(step.body)) if step and not step.options else ""
        )

    for number, step in enumerate(asked, 1):
        text = desk.joined(desk.strong(desk.inline(step.title)), desk.html(step.body), one.gallery(step.options))
        yield one.share((number, len(asked)), one.choice(step.options, end), text)


def _reflection(one: _Question) -> Iterator[Part]:
    desk = one.desk
    model = desk.joined(desk.strong(desk.t("Model answer")), desk.html(one.q.model)) if one.q.model else ""
    yield one.part(Essay(), general=model)


def _are_pictured(options: Sequence[q.Option]) -> bool:
    return bool(nodes_in(tuple(one.body for one in options), (Image,)))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def scattered(values: Sequence[_Value] | range, name: Callable[[Any], str]) -> list[Any]:
    """``values`` in an order that follows from their names alone and looks like none."""
    return sorted(values, key=lambda value: sha256(name(value).encode()).digest())


MAKERS: dict[type, Callable[[_Question], Iterator[Part]]] = {
    q.Single: _single,
    q.Multiple: _multiple,
    q.TrueFalse: _truefalse,
    q.Short: _short,
    q.Numerical: _numerical,
    q.Matching: _matching,
    q.Ordering: _ordering,
    q.GapFill: _gaps,
    q.Spot: _spot,
    q.Branch: _branch,
    q.Reflection: _reflection,
}
"""A function for each type that a cartridge can ask."""
