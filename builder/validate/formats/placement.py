"""Where SCORM 2004's elements stand and how often (P28-P32): what ADL's test suite asks besides the named rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.manifest import Manifest, manifest_of, name_of
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace, value

ADL = "ADL SCORM 2004 4th Ed., content aggregation checks"

REPEATED = must(
    "P28",
    ADL,
    "The {what} has {count} <{name}>, and may have one.",
    "Put what they say into one.",
    """A platform reads one of them, and which one is open.""",
)
HIDDEN = must(
    "P29",
    ADL,
    'isvisible="{value}" on the {what} is neither true nor false.',
    "Write true or false.",
    """Whether learners see the item in the table of contents depends on it.""",
)
MISPLACED = must(
    "P30",
    ADL,
    "<{name}> stands in <{parent}>, where it means nothing.",
    "Put it into <{right}>.",
    """What stands elsewhere is not read.""",
)
NO_HREF = must(
    "P31",
    ADL,
    "A <file> of the {what} has no href.",
    'Write <file href="…"/>, or take it out.',
    """A file without an address names nothing.""",
)
UNUSED = should(
    "P32",
    ADL,
    "No item and no dependency refers to the {what}.",
    "Refer to it, or take it out.",
    """Learners never get to it, unless a page of another resource links to it.""",
)

SINGLE = {
    "organization": ("metadata", "sequencing", "completionThreshold"),
    "item": (
        "metadata",
        "timeLimitAction",
        "dataFromLMS",
        "completionThreshold",
        "data",
        "sequencing",
        "presentation",
    ),
    "resource": ("metadata",),
    "file": ("metadata",),
    "presentation": ("navigationInterface",),
    "manifest": ("sequencingCollection",),
}
"""Elements that may stand once in others."""

RULES_OF_SEQUENCING = ("preConditionRule", "exitConditionRule", "postConditionRule")
PARENTS = {
    "timeLimitAction": ("item",),
    "dataFromLMS": ("item",),
    "data": ("item",),
    "map": ("data",),
    "presentation": ("item",),
    "navigationInterface": ("presentation",),
    "hideLMSUI": ("navigationInterface",),
    "sequencing": ("item", "organization", "sequencingCollection"),
    "controlMode": ("sequencing",),
    "sequencingRules": ("sequencing",),
    "limitConditions": ("sequencing",),
    "auxiliaryResources": ("sequencing",),
    "rollupRules": ("sequencing",),
    "objectives": ("sequencing",),
    "randomizationControls": ("sequencing",),
    "deliveryControls": ("sequencing",),
    "constrainedChoiceConsiderations": ("sequencing",),
    "rollupConsiderations": ("sequencing",),
    **dict.fromkeys(RULES_OF_SEQUENCING, ("sequencingRules",)),
    "ruleConditions": RULES_OF_SEQUENCING,
    "ruleAction": RULES_OF_SEQUENCING,
    "ruleCondition": ("ruleConditions",),
    "rollupRule": ("rollupRules",),
    "rollupConditions": ("rollupRule",),
    "rollupAction": ("rollupRule",),
    "rollupCondition": ("rollupConditions",),
    "primaryObjective": ("objectives",),
    "objective": ("objectives",),
    "minNormalizedMeasure": ("primaryObjective", "objective"),
    "mapInfo": ("primaryObjective", "objective"),
}
"""Where the elements of ADL and of sequencing may stand."""
EXTENSIONS = ("adlcp", "adlnav", "adlseq", "imsss")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Every element of a manifest of SCORM 2004."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    for element in manifest.root.iter("{*}*"):
        name = local(element)
        if name in SINGLE:
            yield from _repeated(subject, element, SINGLE[name])
        if any(sign in namespace(element) for sign in EXTENSIONS):
            yield from _misplaced(subject, element)
    for item in manifest.items:
        if value(item, "isvisible") not in ("", "true", "false"):
            yield HIDDEN.at(_at(subject, item), value=value(item, "isvisible"), what=name_of(item))
    yield from _resources(subject, manifest)


def _at(subject: Subject, element: etree._Element) -> Span:
    return subject.at(subject.main, line_of(element))


def _repeated(subject: Subject, element: etree._Element, single: tuple[str, ...]) -> Iterator[Diagnostic]:
    for name, count in Counter(local(one) for one in element).items():
        if count > 1 and name in single:
            yield REPEATED.at(_at(subject, element), what=name_of(element), name=name, count=count)


def _misplaced(subject: Subject, element: etree._Element) -> Iterator[Diagnostic]:
    name, parent = local(element), element.getparent()
    right = PARENTS.get(name)
    if right and parent is not None and local(parent) not in right:
        yield MISPLACED.at(_at(subject, element), name=name, parent=local(parent), right="> or <".join(right))


def _resources(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    used = {value(one, "identifierref") for one in manifest.items}
    used |= {value(one, "identifierref") for one in manifest.root.iter("{*}dependency")}
    for resource in manifest.resources:
        what = name_of(resource)
        if used and value(resource, "identifier") not in used:
            yield UNUSED.at(_at(subject, resource), what=what)
        for file in resource.iterfind("{*}file"):
            if not value(file, "href"):
                yield NO_HREF.at(_at(subject, file), what=what)
