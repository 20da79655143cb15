"""QTI 2.0 to 3.0 under one set of names: those of 2.x. In 3.0 ``choiceInteraction`` is ``qti-choice-interaction``,
``responseIdentifier`` is ``response-identifier``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from lxml import etree

from builder.validate.xml import local

SINGLE, MULTIPLE, ORDERED, RECORD = "single", "multiple", "ordered", "record"


@dataclass(frozen=True, slots=True)
class Interaction:
    """What the response of one kind of interaction looks like."""

    cardinalities: frozenset[str]
    types: frozenset[str]
    """Base types; empty for any."""
    choices: tuple[str, ...] = ()
    """Elements whose identifiers the response may name."""


def _one(cardinalities: str, types: str, choices: str = "") -> Interaction:
    return Interaction(frozenset(cardinalities.split()), frozenset(types.split()), tuple(choices.split()))


_SETS = "single multiple"
_TYPED = "string integer float"
INTERACTIONS = MappingProxyType(
    {
        "choiceInteraction": _one(_SETS, "identifier", "simpleChoice"),
        "orderInteraction": _one("ordered", "identifier", "simpleChoice"),
        "associateInteraction": _one(_SETS, "pair", "simpleAssociableChoice"),
        "matchInteraction": _one(_SETS, "directedPair", "simpleAssociableChoice"),
        "gapMatchInteraction": _one(_SETS, "directedPair", "gapText gapImg gap"),
        "inlineChoiceInteraction": _one("single", "identifier", "inlineChoice"),
        "textEntryInteraction": _one("single record", _TYPED),
        "extendedTextInteraction": _one("single multiple ordered record", _TYPED),
        "hottextInteraction": _one(_SETS, "identifier", "hottext"),
        "hotspotInteraction": _one(_SETS, "identifier", "hotspotChoice"),
        "selectPointInteraction": _one(_SETS, "point"),
        "graphicOrderInteraction": _one("ordered", "identifier", "hotspotChoice"),
        "graphicAssociateInteraction": _one(_SETS, "pair", "associableHotspot"),
        "graphicGapMatchInteraction": _one(_SETS, "directedPair", "gapImg gapText associableHotspot"),
        "positionObjectInteraction": _one(_SETS, "point"),
        "sliderInteraction": _one("single", "integer float"),
        "mediaInteraction": _one("single", "integer"),
        "drawingInteraction": _one("single", "file"),
        "uploadInteraction": _one(_SETS, "file"),
        "endAttemptInteraction": _one("single", "boolean"),
        "customInteraction": _one("single multiple ordered record", ""),
        "portableCustomInteraction": _one("single multiple ordered record", ""),
    }
)
"""Every interaction by its name in 2.x. Of IMS QTI 2.2, clause 7, and 3.0, clause 2.7."""

ROOTS = MappingProxyType(
    {
        "assessmentItem": "item",
        "assessmentTest": "test",
        "assessmentSection": "section",
        "assessmentStimulus": "stimulus",
        "responseProcessing": "processing",
        "outcomeDeclaration": "outcome",
    }
)
"""What a document is, by its root element."""

TEMPLATES = MappingProxyType(
    {
        "match_correct": "correctResponse",
        "map_response": "mapping",
        "map_response_point": "areaMapping",
        "CC2_match": "",
        "CC2_match_basic": "",
        "CC2_map_response": "",
    }
)
"""The standard templates of response processing, and what a response declares for each; '' for nothing in all cases."""

SPACES = MappingProxyType(
    {
        "2.0": "http://www.imsglobal.org/xsd/imsqti_v2p0",
        "2.1": "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "2.2": "http://www.imsglobal.org/xsd/imsqti_v2p2",
        "3.0": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    }
)


@cache
def _canonical(name: str) -> str:
    """``qti-choice-interaction`` as ``choiceInteraction``."""
    if not name.startswith("qti-"):
        return name
    first, *more = name.removeprefix("qti-").split("-")
    return first + "".join(part.capitalize() for part in more)


@cache
def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])[A-Z]", lambda found: f"-{found[0].lower()}", name)


def name_of(node: etree._Element) -> str:
    """The name of an element as 2.x has it; '' for a comment."""
    return _canonical(local(node))


def given(node: etree._Element, name: str) -> str:
    """An attribute by its name in 2.x, trimmed; '' when it is missing."""
    found = node.get(name)
    if found is None:
        found = node.get(_kebab(name))
    return found.strip() if found is not None else ""


def inside(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The descendants of these names (of 2.x), in document order; all for none."""
    if node is None:
        return
    for one in node.iterdescendants():
        name = name_of(one)
        if name and (not names or name in names):
            yield one


def direct(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The children of these names (of 2.x); all for none."""
    if node is None:
        return
    for one in node:
        name = name_of(one)
        if name and (not names or name in names):
            yield one
