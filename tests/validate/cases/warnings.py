"""Rules whose breach is a warning or a note, in every format of manifests."""

from __future__ import annotations

from tests.validate.cases.packaging import FILE, ITEM, MORE, TITLE, inside
from tests.validate.cases.sequencing import FLOW, rule, sequenced
from tests.validate.cases.zip import FILES, zipped
from tests.validate.packages import (
    PAGE,
    SCORM12,
    Case,
    Sample,
    cmi5,
    imscp,
    package,
    scorm12,
    scorm2004,
    zip_of,
)

URL = "<url>index.html</url>"
RESOURCE = '<resource identifier="R-2" type="webcontent" adlcp:scormType="asset"/>'
OTHER = '<x:y xmlns:x="urn:x"/>'
SCHEMA = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd"'


def page(head: str = "", body: str = "", start: str = '<html lang="en">') -> Sample:
    """A SCORM package whose page has this in it."""
    text = f"<!DOCTYPE html>{start}<head><title>A</title>{head}</head><body>{body}</body></html>"
    return package({"imsmanifest.xml": SCORM12, "index.html": text})


def at_root(inner: str) -> Sample:
    """A SCORM 2004 package whose organization has a <sequencing> of ``inner``."""
    return scorm2004(("</organization>", f"<imsss:sequencing>{inner}</imsss:sequencing></organization>"))


def unflagged() -> Sample:
    """A zip with a name in the code page of an old machine."""
    name = "m\u00fcller.js".encode()
    data = bytearray(zip_of({**FILES, "m\u00fcller.js": "x"}))
    for place, flags in ((data.index(name), 23), (data.rindex(name), 37)):
        data[place - flags] &= ~8
    return Sample("package.zip", bytes(data))


CASES = {
    "N4": Case(page(body="<img src=index.html>\n" * 26), page(body="<img src=index.html>\n" * 25)),
    "P2w": Case(scorm12(('type="webcontent"', 'type="webcontent" other="x"')), scorm12(), schemas=True),
    "P4w": Case(scorm12(("<schemaversion>1.2</schemaversion>", "")), scorm12()),
    "P7s": Case(scorm12(("I-1", "1-I")), scorm12(("I-1", "_I\u00e9.1"))),
    "P8w": Case(scorm12((TITLE, "<title> </title>")), scorm12()),
    "P10w": Case(scorm12(inside(MORE)), scorm12((ITEM, f'<item identifier="G"><title>G</title>{ITEM}</item>'))),
    "P11w": Case(
        scorm12((ITEM, f'<item identifier="G" parameters="?a=b"><title>G</title>{ITEM}</item>')),
        scorm12(('identifierref="R-1"', 'identifierref="R-1" parameters="?a=b"')),
    ),
    "P13f": Case(scorm12((FILE, "")), scorm12()),
    "P15": Case(scorm12(("</manifest>", '<manifest identifier="M-2"/></manifest>')), scorm12()),
    "P18": Case(scorm12((TITLE, f"<title>{'a' * 201}</title>")), scorm12((TITLE, f"<title>{'a' * 200}</title>"))),
    "P18d": Case(
        scorm2004(inside(f"<adlcp:dataFromLMS>{'a' * 4001}</adlcp:dataFromLMS>")),
        scorm2004(inside(f"<adlcp:dataFromLMS>{'a' * 4000}</adlcp:dataFromLMS>")),
    ),
    "P18v": Case(
        scorm12(inside("<adlcp:maxtimeallowed>1:00:00</adlcp:maxtimeallowed>")),
        scorm12(inside("<adlcp:maxtimeallowed>0001:00:00</adlcp:maxtimeallowed>")),
    ),
    "P21": Case(scorm12(), scorm12(**{"imscp_rootv1p1p2.xsd": "<x/>", "adlcp_rootv1p2.xsd": "<x/>"})),
    "P22": Case(scorm12(("xsi:schemaLocation", "xsi:other")), scorm12()),
    "P22r": Case(scorm12((" imscp_rootv1p1p2.xsd", " http://example.org/imscp_rootv1p1p2.xsd")), scorm12()),
    "P26": Case(imscp((ITEM, "")), imscp()),
    "P27": Case(imscp((TITLE, "")), imscp()),
    "P32": Case(
        scorm2004(("</resources>", f"{RESOURCE}</resources>")),
        scorm2004(("</resources>", f"{RESOURCE}</resources>"), (FILE, f'{FILE}<dependency identifierref="R-2"/>')),
    ),
    "S4o": Case(at_root(rule("postConditionRule", "exitParent")), sequenced(rule("postConditionRule", "exitParent"))),
    "S11": Case(at_root('<imsss:controlMode choice="false"/>'), at_root(FLOW)),
    "M5n": Case(cmi5(("https://w3id.org/xapi/profiles/cmi5/v1", "http://www.adlnet.gov/cmi5")), cmi5()),
    "M9": Case(cmi5((URL, "<url> index.html</url>")), cmi5()),
    "M11": Case(cmi5(("</courseStructure>", "<au/>" * 1000 + "</courseStructure>")), cmi5()),
    "M12": Case(
        cmi5(("</courseStructure>", f"{OTHER}</courseStructure>")),
        cmi5(
            ("</courseStructure>", f"{OTHER}</courseStructure>"), ("<courseStructure ", f"<courseStructure {SCHEMA} ")
        ),
    ),
    "W1": Case(
        page('<script src="https://cdn.example.org/a.js"></script>'), page(body='<a href="https://example.org/">A</a>')
    ),
    "W2": Case(
        page("<style>@import url(http://example.org/a.css);</style>"), page("<style>p{background:url(a.png)}</style>")
    ),
    "W3": Case(page(body='<img src="a.png">'), page(body='<img src="a.png" alt="">')),
    "W4": Case(page(start="<html>"), page(start='<html xml:lang="en">')),
    "W5": Case(scorm12(a_js="x" * 3_000_001), scorm12(a_js="x" * 3_000_000)),
    "W11": Case(
        package({**FILES, "index.html": PAGE.replace("Text", '<img alt="" src="a.png">'), "a.png": bytes(1_000_001)}),
        package({**FILES, "index.html": PAGE.replace("Text", '<a href="a.png">A</a>'), "a.png": bytes(1_000_001)}),
    ),
    "Z4b": Case(zipped(("media\\a.js", "x")), scorm12()),
    "Z5c": Case(zipped(("Index.html", PAGE)), scorm12()),
    "Z6u": Case(unflagged(), package({**FILES, "m\u00fcller.js": "x"})),
    "Z7": Case(package({**FILES, "__MACOSX/._index.html": "x"}), package({**FILES, "DS_Store.html": PAGE})),
    "Z8f": Case(scorm12((FILE, f'{FILE}<file href="a.js"/>')), scorm12((FILE, f'{FILE}<file href="a.js"/>'), a_js="x")),
    "Z11": Case(scorm12(a_js="x"), scorm12(a_xsd="x")),
    "Z12s": Case(
        scorm12((FILE, f'{FILE}<file href="a b.js"/>'), **{"a b.js": "x"}),
        scorm12((FILE, f'{FILE}<file href="a%20b.js"/>'), **{"a b.js": "x"}),
    ),
    "Z13": Case(scorm12(('href="index.html">', 'href="https://example.org/a.html">')), scorm12()),
    "Z17": Case(Sample("package.zip", b"#!/bin/sh\n" + zip_of(FILES)), scorm12()),
}
