"""How SCORM 2004 tells an LMS to run an item (P16, P18-P20, P23-P25)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.lengths import long_values
from builder.validate.manifest import Manifest, is_adl, manifest_of
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.values import is_boolean, number
from builder.validate.xml import line_of, local, namespace, text_of, value

PLACE = must(
    "P16",
    "ADL SCORM 2004 4th Ed.",
    "adlcp or adlseq `{name}` {problem}.",
    "Write scormType on resources; objectivesGlobalToSystem and sharedDataGlobalToSystem on the organization.",
    """In another place, or in an edition that does not know it, a platform ignores the attribute.""",
)
NAME = should(
    "P19n",
    "ADL SCORM 2004, adlcp_v1p3.xsd",
    "SCORM 2004 has no `{name}`{hint}.",
    "Write adlcp:dataFromLMS, adlcp:timeLimitAction, adlcp:completionThreshold; the mastery score is "
    "imsss:minNormalizedMeasure, the time allowed imsss:limitConditions.",
    """Names are compared letter by letter, and those of SCORM 1.2 are others. A known recorder of screens writes the
    mastery score so; platforms ignore what they do not know.""",
)
ACTION = must(
    "P20n",
    "ADL SCORM 2004, adlcp_v1p3.xsd",
    "`{value}` is no action at the end of the time.",
    "Write exit,message or exit,no message or continue,message or continue,no message.",
    """The four are compared letter by letter, with one blank in `no message`.""",
)
DATA_LENGTH = should(
    "P18d",
    "SCORM 2004 CAM, smallest permitted maximum (customary)",
    "adlcp:dataFromLMS has {length:,} characters, and platforms need hold 4,000.",
    "Shorten it.",
    """A platform may cut what is longer, or fail when it stores it.""",
)
THRESHOLD = must(
    "P23",
    "ADL SCORM 2004 4th Ed., CAM 3.4.1.12; 3rd Ed., adlcp_v1p3.xsd",
    "The completion threshold {problem}.",
    "3rd Edition: <adlcp:completionThreshold>0.8</adlcp:completionThreshold>. 4th Edition: "
    '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>.',
    """The two editions write it in different ways; a platform that reads the other way finds no threshold, and learners
    never complete the course.""",
)
DATA = must(
    "P24",
    "ADL SCORM 2004 4th Ed., CAM 3.4.1.14",
    "adlcp:data {problem}.",
    'Write it on an item that refers to a resource, with at least one <adlcp:map targetID="…"/>.',
    """It says which store of data an activity shares. It came with the 4th Edition.""",
)
PRESENTATION = must(
    "P25",
    "ADL SCORM 2004 4th Ed., adlnav_v1p3.xsd",
    "adlnav {problem}.",
    "Write <adlnav:presentation> on an item that refers to a resource; hide previous, continue, exit, abandon, "
    "suspendAll (4th Edition: exitAll, abandonAll too).",
    """It hides buttons of the platform while an activity is open; a name that is not known hides nothing.""",
)

RULES = (PLACE, DATA_LENGTH, NAME, ACTION, THRESHOLD, DATA, PRESENTATION)
ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
NAMES = {"location", "timeLimitAction", "dataFromLMS", "completionThreshold", "data", "map"}
PLACES = {
    "scormType": "resource",
    "objectivesGlobalToSystem": "organization",
    "sharedDataGlobalToSystem": "organization",
}
HIDDEN = {"previous", "continue", "exit", "abandon", "suspendAll", "exitAll", "abandonAll"}
DECIMALS = ("minProgressMeasure", "progressWeight")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """ADL's elements and attributes of a manifest, and its lengths."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield from long_values(subject, manifest)
    for element in manifest.root.iter("{*}*"):
        yield from _attributes(subject, element)
        if is_adl(element, local(element)):
            yield from _element(subject, manifest, element)
        elif "adlnav" in namespace(element):
            yield from _navigation(subject, manifest, element)


def _attributes(subject: Subject, element: etree._Element) -> Iterator[Diagnostic]:
    for key, found in element.attrib.items():
        space, _, name = str(key).rpartition("}")
        if "adlcp_v1p3" not in space and "adlseq_v1p3" not in space:
            continue
        problem = ""
        if name in PLACES and local(element) != PLACES[name]:
            problem = f"stands on <{local(element)}> and not on <{PLACES[name]}>"
        elif name == "persistState" and "2nd" not in subject.format.version:
            problem = "was taken out of SCORM 2004"
        elif name.endswith("GlobalToSystem") and not is_boolean(str(found)):
            problem = f"is `{found!s}`, and must be true or false"
        if problem:
            yield PLACE.at(subject.at(subject.main, line_of(element)), name=name, problem=problem)


def _element(subject: Subject, manifest: Manifest, element: etree._Element) -> Iterator[Diagnostic]:
    name, text = local(element), text_of(element)
    place = subject.at(subject.main, line_of(element))
    if name not in NAMES:
        near = next((one for one in NAMES if one.lower() == name.lower()), "")
        yield NAME.at(place, name=f"adlcp:{name}", hint=f", but adlcp:{near}" if near else "")
    elif name == "timeLimitAction" and text not in ACTIONS:
        yield ACTION.at(place, value=text)
    elif name == "dataFromLMS" and len(text) > 4000:
        yield DATA_LENGTH.at(place, length=len(text))
    elif name == "completionThreshold":
        for problem in _threshold(subject, element):
            yield THRESHOLD.at(place, problem=problem)
    elif name == "data":
        for problem in _data(subject, manifest, element):
            yield DATA.at(place, problem=problem)


def _threshold(subject: Subject, element: etree._Element) -> Iterator[str]:
    text = text_of(element)
    parent = element.getparent()
    if "4th" not in subject.format.version:
        if element.attrib:
            yield "has attributes, which only the 4th Edition knows"
        if not 0 <= number(text, -1) <= 1:
            yield f"is `{text}`, and must be a number from 0 to 1"
        return
    if text:
        yield "has a value, and the 4th Edition writes attributes"
    if parent is None or local(parent) not in ("item", "organization"):
        yield "stands outside an item"
    if not is_boolean(value(element, "completedByMeasure") or "false"):
        yield f'has completedByMeasure="{value(element, "completedByMeasure")}", and it must be true or false'
    for name in DECIMALS:
        if element.get(name) is not None and not 0 <= number(value(element, name), -1) <= 1:
            yield f'has {name}="{value(element, name)}", and it must be a number from 0 to 1'


def _data(subject: Subject, manifest: Manifest, element: etree._Element) -> Iterator[str]:
    if "4th" not in subject.format.version:
        yield "is of the 4th Edition"
    if not _on_activity(manifest, element):
        yield "stands on what is no activity"
    maps = list(element.iterfind("{*}map"))
    if not maps:
        yield "has no map"
    for one in maps:
        if not value(one, "targetID"):
            yield "has a map without a targetID"
        for name in ("readSharedData", "writeSharedData"):
            if one.get(name) is not None and not is_boolean(value(one, name)):
                yield f'has {name}="{value(one, name)}", and it must be true or false'


def _navigation(subject: Subject, manifest: Manifest, element: etree._Element) -> Iterator[Diagnostic]:
    name, place = local(element), subject.at(subject.main, line_of(element))
    if name == "presentation" and not _on_activity(manifest, element):
        yield PRESENTATION.at(place, problem="presentation stands on what is no activity")
    if name == "hideLMSUI":
        allowed = HIDDEN if "4th" in subject.format.version else HIDDEN - {"exitAll", "abandonAll"}
        if text_of(element) not in allowed:
            yield PRESENTATION.at(place, problem=f"cannot hide `{text_of(element)}`")


def _on_activity(manifest: Manifest, element: etree._Element) -> bool:
    """Whether an element stands on an item that is opened."""
    parent = element.getparent()
    return parent is not None and local(parent) == "item" and manifest.is_leaf(parent)
