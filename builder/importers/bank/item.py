"""A question as a bank's file has it, before it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from builder.model.span import Span

GAP = "\uf8f0{}\uf8f1"
"""Stands in HTML for a field, by its number. The signs are private and are taken out of what is read."""

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rich:
    """A text in HTML with its pictures, by the address it shows them under."""

    html: str = ""
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


EMPTY = Rich()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and what it is worth, in per cent."""

    body: Rich
    share: Decimal
    feedback: Rich = EMPTY
    tolerance: Decimal | None = None

    @property
    def is_right(self) -> bool:
        """Whether it earns all there is; Moodle writes thirds with five decimals."""
        return self.share > FULL - Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Field:
    """A place in a text that the learner fills: ``typed``, ``number``, ``choice`` or ``choices``."""

    kind: str
    answers: tuple[Answer, ...]
    weight: int = 1
    case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``kind`` is ``choice``, ``truefalse``, ``typed``, ``number``, ``match``, ``order``, ``fields``, ``essay``,
    ``description``, or the name of a type that has no form with us."""

    kind: str
    name: str
    text: Rich
    span: Span
    category: tuple[str, ...] = ()
    general: Rich = EMPTY
    points: Decimal | None = None
    id: str = ""
    tags: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    single: bool = True
    shuffle: bool | None = None
    """False where options must stay in their order; None where nothing is said, or they are shuffled as usual."""
    case: bool = False
    unit: str = ""
    pairs: tuple[tuple[Rich, str], ...] = ()
    """Left side and right side; a right side alone is a distractor."""
    fields: tuple[Field, ...] = ()
    model: Rich = EMPTY
    extras: tuple[str, ...] = ()
    """What it has besides that has no place with us, as phrases in the plural."""
    differences: tuple[str, ...] = ()
    """What makes it score in another way than with us, as sentences without a full stop."""

    def tag(self, name: str) -> str:
        """The value of a tag ``name:value`` that our own targets wrote; '' for none."""
        return next((tag.partition(":")[2].strip() for tag in self.tags if tag.startswith(f"{name}:")), "")

    @property
    def is_ours(self) -> bool:
        """Whether one of our targets wrote it: then its HTML has our class names."""
        return bool(self.tag("language") and self.tag("role") and self.tag("quiz"))
