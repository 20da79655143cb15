"""The frame of an item: what all types have in common (QTI 2.1, information model, section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.model import question as q
from builder.model.text import Blocks
from builder.targets.fragments import Fragments
from builder.targets.qti21 import rules
from builder.targets.qti21.names import FEEDBACK, GENERAL, MAXSCORE, QTI, SCORE
from builder.targets.qti21.tree import Element, Value, document, make
from builder.targets.qti21.xhtml import blocks, flow
from builder.targets.safe import title

Said = tuple[str, str]
"""The identifier of a feedback, and what it says, as HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a type brings to its item."""

    responses: Sequence[Element] = ()
    """``responseDeclaration``."""
    body: Sequence[Element] = ()
    """What stands below the question; the prompt has to be put into the first interaction by ``prompt``."""
    scoring: Sequence[Element] = ()
    """Rules that set SCORE; () where nothing is marked."""
    template: str = ""
    """The standard template whose rules ``scoring`` are; '' for none."""
    outcomes: Sequence[Element] = ()
    """``outcomeDeclaration`` beside SCORE, MAXSCORE and FEEDBACK."""
    said: Sequence[Said] = ()
    """Feedback of single answers."""
    shown: Sequence[str] = ()
    """Response variables whose values are identifiers of feedback."""
    saying: Sequence[Element] = ()
    """Rules that add other feedback of single answers."""
    general: str = ""
    """What is said after every answer before the general feedback, as HTML."""
    adaptive: bool = False
    """The rules of an adaptive item stand on their own: they say what is shown, too."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the types write with."""

    pieces: Fragments
    shuffle: bool

    def flow(self, content: Blocks) -> list[Element | str]:
        """Blocks where text may stand, too: options, feedback."""
        return flow(self.pieces.tight(content))

    def word(self, message: str) -> str:
        """An interface word in the language of the course."""
        return self.pieces.writer.t(message)


def item(question: q.Question, parts: Parts, sheet: Sheet, language: str) -> bytes:
    """The item of ``question``."""
    scored = bool(parts.scoring)
    general = parts.general + sheet.pieces.html(question.feedback)
    said = [*parts.said, *([(GENERAL, general)] if general else [])]
    root = make(
        "assessmentItem",
        *parts.responses,
        *(_outcomes(question.points) if scored else ()),
        *parts.outcomes,
        *(
            [make("outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier")]
            if said
            else ()
        ),
        make("itemBody", *(*_asked(question, parts, sheet), *parts.body) or (make("p"),)),
        *_processing(parts, said),
        *(_modal(identifier, html) for identifier, html in said),
        identifier=question.id,
        title=title(sheet.pieces.name(question)) or question.id,
        lang=language,
        adaptive=parts.adaptive,
        timeDependent=False,
        toolName="coursewright",
    )
    return document(root)


def response(
    identifier: str, cardinality: str, kind: str, correct: Sequence[str] = (), mapping: Element | None = None
) -> Element:
    """The declaration of a response with its right answer."""
    right = [make("correctResponse", *(make("value", value) for value in correct))] if correct else []
    more = [] if mapping is None else [mapping]
    return make("responseDeclaration", *right, *more, identifier=identifier, cardinality=cardinality, baseType=kind)


def mapping(entries: Sequence[tuple[str, Decimal]], points: Decimal) -> Element:
    """What each answer adds, between nothing and ``points``."""
    return make(
        "mapping",
        *(make("mapEntry", mapKey=key, mappedValue=value) for key, value in entries),
        lowerBound=0,
        upperBound=points,
        defaultValue=0,
    )


def outcome(identifier: str, kind: str, default: Value, **more: Value) -> Element:
    """The declaration of an outcome of one value."""
    value = make("defaultValue", make("value", str(default)))
    return make("outcomeDeclaration", value, identifier=identifier, cardinality="single", baseType=kind, **more)


def _outcomes(points: Decimal) -> tuple[Element, Element]:
    whole = format(points, "f")
    return (
        outcome(SCORE, "float", 0, normalMaximum=points, normalMinimum=0),
        outcome(MAXSCORE, "float", whole),
    )


def _asked(question: q.Question, parts: Parts, sheet: Sheet) -> Iterator[Element]:
    """The question; as the prompt of its interaction where there is one and nothing stands between the two."""
    heading = flow(sheet.pieces.inline(question.title))
    if heading and not question.stem and parts.body and parts.body[0].tag in _PROMPTED:
        parts.body[0].insert(0, make("prompt", *heading))
        return
    if heading:
        yield make("p", *heading)
    yield from blocks(sheet.pieces.html(question.stem))


_PROMPTED = {f"{{{QTI}}}{name}Interaction" for name in ("choice", "extendedText", "match", "order")}
"""Not hot text, whose prompt not every player shows."""


def _processing(parts: Parts, said: Sequence[Said]) -> Iterator[Element]:
    """Scores first, then what is said; the template alone where it does the same."""
    if parts.adaptive:
        yield make("responseProcessing", *parts.scoring)
    elif said:
        shown = [rules.say(also=parts.shown)] if parts.shown and parts.said else []
        after = [rules.say_general()] if said[-1][0] == GENERAL else []
        yield make("responseProcessing", *parts.scoring, *shown, *parts.saying, *after)
    elif parts.template:
        yield make("responseProcessing", template=parts.template)
    elif parts.scoring:
        yield make("responseProcessing", *parts.scoring)


def _modal(identifier: str, html: str) -> Element:
    return make("modalFeedback", *flow(html), outcomeIdentifier=FEEDBACK, identifier=identifier, showHide="show")
