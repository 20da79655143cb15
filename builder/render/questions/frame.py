"""What the question types share: the frame around every question, options, and what is said of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup, escape

from builder.model.question import (
    Accepted,
    Branch,
    Budget,
    Checklist,
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
    Spot,
    Vote,
)
from builder.model.quiz import Quiz
from builder.model.text import Blocks
from builder.render.config import hex_key
from builder.render.questions.attribute import attribute
from builder.render.questions.places import first_line
from builder.render.questions.spec import spec_of
from builder.render.questions.writer import Writer
from builder.state.keys import fingerprint_of

Asked = TypeVar("Asked", bound=Question)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Asked]):
    """A question on its way to HTML. ``level`` is that of its heading, ``bank`` '' for a quiz's own question."""

    q: Asked
    quiz: Quiz
    bank: str
    level: int
    w: Writer
    see: str = ""
    """HTML that leads to the pages to read again; '' for none."""

    @property
    def id(self) -> str:
        """The question's id, escaped."""
        return escape(self.q.id)

    def say(self, part: str, feedback: Blocks, key: str = "") -> str:
        """The place where the player says whether the answer ``part`` is right, with the author's feedback."""
        told = f' data-say="{key}"' if key else ""
        text = self.w.blocks(feedback)
        return f'<div class="say" id="{self.id}{part}-f"{told} hidden=""><b class="verdict"></b> {text}</div>'

    def options(self, items: Sequence[Option], kind: str, part: str = "", notes: Sequence[str] = ()) -> str:
        """Radio buttons or checkboxes with their labels, at whose ends ``notes`` stand, HTML; ``part`` tells several
        lists of a question apart.
        """
        rows = enumerate(zip(items, notes or [""] * len(items), strict=True))
        return f'<div class="opts">{"".join([self._option(o, n, i, kind, part) for i, (o, n) in rows])}</div>'

    def _option(self, option: Option, note: str, index: int, kind: str, part: str) -> str:
        name = f"{self.id}{part}"
        label, rest = first_line(option.body)
        words = f"{self.w.inlines(label)}{note}"
        more = f'<div class="opt-rest">{self.w.blocks(rest)}</div>' if rest else ""
        return (
            f'<div class="opt"><input type="{kind}" name="{name}" id="{name}-{index}" value="{index}" />'
            f'<label for="{name}-{index}">{words}</label>{more}{self.say(f"{part}-{index}", option.feedback)}</div>'
        )

    def lines(self, answers: Iterable[Accepted | Range], wrong: Iterable[Accepted | Range]) -> str:
        """What is said of typed answers."""
        told = [self.say(f"-a{i}", answer.feedback, f"accept{i}") for i, answer in enumerate(answers)]
        return "".join(told + [self.say(f"-w{i}", answer.feedback, f"wrong{i}") for i, answer in enumerate(wrong)])

    def open(self) -> str:
        """The question up to its controls. What is written cites sources, so it is written in reading order."""
        q, t = self.q, self.w.t
        heading = f"h{self.level}"
        title = f'<{heading} class="q-title" id="{self.id}-t">{self.w.inlines(q.title)}</{heading}>'
        stale = t("You answered an earlier version of this question; your result counts. You can answer again.")
        stem = f'<div class="q-stem">{self.w.blocks(q.stem)}</div>' if q.stem else ""
        hint = f'<p class="q-hint" id="{self.id}-h">{told}</p>' if (told := hint_of(q, t)) else ""
        described = f' aria-describedby="{self.id}-h"' if hint or isinstance(q, Budget) else ""
        number = "" if self.quiz.role == "practice" else " q-number"
        return f"""<section class="q" id="{self.id}"{self._data()}>
<form novalidate="" autocomplete="off" class="q-form">
<p class="q-kicker{number}">{kicker_of(q, t) if self.quiz.role == "practice" else t("Question")}</p>
<fieldset{described}>
<legend>{title}</legend>
<p class="q-stale" hidden="">{stale}</p>{stem}{hint}"""

    def close(self) -> str:
        """The question from the end of its controls."""
        q, t = self.q, self.w.t
        general = f'<div class="q-general">{self.w.blocks(q.feedback)}</div>' if q.feedback else ""
        verdict = '<p class="q-verdict"><b class="verdict"></b> <span class="q-detail"></span></p>'
        again, explain = t("Try again"), t("Show all explanations")
        return f"""{self._confidence()}</fieldset>
<div class="q-outcome" hidden="">{verdict}{general}{self.see}</div>
<p class="q-do" hidden=""><button type="submit" class="btn" data-do="check">{check_of(q, t)}</button>
<button type="button" class="btn quiet" data-do="again" hidden="">{again}</button>
<button type="button" class="btn quiet" data-do="all" aria-pressed="false" hidden="">{explain}</button></p>
</form>
</section>"""

    def _data(self) -> str:
        """What the player knows a question by (docs/reference/player.md, "A question")."""
        q = self.q
        parts = [
            f' data-type="{q.type}" data-key="{hex_key(q.id)}" data-fp="{fingerprint_of(q):02x}"',
            f' data-points="{q.points}" data-rev="{q.rev}"',
            f' data-objective="{escape(q.objective)}"' if q.objective else "",
            f' data-bank="{escape(self.bank)}"' if self.bank else "",
            f' data-parallel="{hex_key(q.parallel)}"' if q.parallel else "",
            ' data-confidence=""' if q.confidence else "",
            "" if q.shuffle is None else f' data-shuffle="{"yes" if q.shuffle else "no"}"',
            f" data-spec='{attribute(spec_of(q))}'",
        ]
        return "".join(parts)

    def _confidence(self) -> str:
        if not self.q.confidence:
            return ""
        t, name = self.w.t, f"{self.id}-c"
        words = enumerate((t("A guess"), t("Fairly sure"), t("Sure")), 1)
        choices = "".join([segment(name, f"{name}{index}", index, word) for index, word in words])
        asked = t("How sure are you?")
        return f'<fieldset class="q-sure"><legend>{asked}</legend>{choices}</fieldset>'


def filled(words: str, **values: object) -> Markup:
    """Words of the interface with ``values``, escaped, at their ``%(names)s``."""
    return Markup(words) % values  # noqa: S704 - our own words


def segment(name: str, id: str, value: int, word: str) -> str:
    """One of a row of radio buttons; what is given is HTML."""
    return (
        f'<span class="seg"><input type="radio" name="{name}" id="{id}" value="{value}" />'
        f'<label for="{id}">{word}</label></span>'
    )


def kicker_of(question: Question, t: Callable[[str], str]) -> str:
    """What a practice question is for, and that it does not count."""
    match question:
        case Reflection():
            return t("Pause and reflect, for you alone")
        case Checklist():
            return t("Where do you stand? For you alone")
        case Vote() | Rank():
            return t("Your view, not graded")
        case Budget():
            return t("Weigh it up, not graded")
        case Numerical(estimate=True):
            return t("Pause and predict, not graded")
    return t("Pause and recall, not graded")


def hint_of(question: Question, t: Callable[[str], str]) -> str:  # noqa: PLR0911 - one case a type
    """How to answer, where it is not plain from the controls."""
    match question:
        case Multiple():
            return t("Choose all that apply.")
        case Matching(classify=classify):
            return t("Choose a group for each.") if classify else t("Choose what goes with each.")
        case Ordering():
            return t("Put these in order: move them with the arrows, or choose the place of each.")
        case GapFill(explained=explained):
            return t("Complete the steps that are yours.") if explained else t("Fill the gaps.")
        case Spot():
            return t("Choose in the text below, all that apply.")
        case Branch():
            return t("Each choice leads to the next step.")
        case Checklist():
            return t("Your answers show you where you stand; nobody marks them.")
        case Rank():
            return t("Choose below what comes first for you, then what comes next.")
    return ""


def check_of(question: Question, t: Callable[[str], str]) -> str:
    """The words on the button that gives an answer in."""
    match question:
        case Numerical(estimate=True):
            return t("Reveal the answer")
        case Reflection(model=model):
            return t("Compare with a model answer") if model else t("Keep my notes")
        case Branch():
            return t("Choose and go on")
        case Checklist():
            return t("Show my profile")
        case Vote() | Rank() | Budget():
            return t("Give my answer")
    return t("Check answer")
