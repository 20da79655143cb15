"""How SCORM 1.2 tells an LMS to run an item (P18-P20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.lengths import long_values
from builder.validate.manifest import Manifest, is_adl, manifest_of
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, text_of

NAME = must(
    "P19",
    "SCORM 1.2, adlcp_rootv1p2.xsd",
    "SCORM 1.2 has no `{name}`{hint}.",
    "Write the names in small letters, as elements of the item: adlcp:masteryscore, adlcp:maxtimeallowed, "
    "adlcp:timelimitaction, adlcp:datafromlms, adlcp:prerequisites.",
    """Names are compared letter by letter, and those of SCORM 2004 are others. What a platform does not know it
    ignores.""",
)
VALUE = should(
    "P18v",
    "SCORM 1.2 CAM, 2.3.2.3 (customary)",
    "`{name}` is `{value}`, and should be {right}.",
    "Write it so.",
    """A platform that cannot read the value ignores it, or refuses the package.""",
)
ACTION = must(
    "P20",
    "SCORM 1.2, adlcp_rootv1p2.xsd",
    "`{value}` is no action at the end of the time.",
    "Write exit,message or exit,no message or continue,message or continue,no message.",
    """The four are compared letter by letter, with one blank in `no message`.""",
)

RULES = (VALUE, NAME, ACTION)
ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
VALUES = {
    "masteryscore": (r"\d{1,2}(\.\d+)?|100(\.0+)?", "a number from 0 to 100"),
    "maxtimeallowed": (r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?", "a time as HHHH:MM:SS.SS"),
    "datafromlms": (r".{0,255}", "at most 255 characters"),
    "prerequisites": (r".{0,200}", "at most 200 characters"),
}
NAMES = {"location", "timelimitaction", *VALUES}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """ADL's elements of a manifest, and its lengths."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    yield from long_values(subject, manifest)
    for element in manifest.root.iter("{*}*"):
        if is_adl(element, local(element)):
            yield from _element(subject, element)
    yield from _attributes(subject, manifest)


def _element(subject: Subject, element: etree._Element) -> Iterator[Diagnostic]:
    name, text = local(element), text_of(element)
    place = subject.at(subject.main, line_of(element))
    if name not in NAMES:
        near = name.lower() if name.lower() in NAMES else ""
        yield NAME.at(place, name=f"adlcp:{name}", hint=f", but adlcp:{near}" if near else "")
    elif name == "timelimitaction" and text not in ACTIONS:
        yield ACTION.at(place, value=text)
    elif name in VALUES and not re.fullmatch(VALUES[name][0], text, re.DOTALL):
        yield VALUE.at(place, name=f"adlcp:{name}", value=text, right=VALUES[name][1])


def _attributes(subject: Subject, manifest: Manifest) -> Iterator[Diagnostic]:
    """ADL's names on a manifest's elements; what is said of ``scormtype`` is rule P12."""
    for element in manifest.root.iter("{*}*"):
        for key in element.attrib:
            space, _, name = str(key).rpartition("}")
            if "adlcp" not in space or (name.lower() == "scormtype" and local(element) == "resource"):
                continue
            hint = ", and scormtype stands on a resource" if name == "scormtype" else ""
            yield NAME.at(subject.at(subject.main, line_of(element)), name=f"adlcp:{name}", hint=hint)
