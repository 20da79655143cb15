"""What Moodle refuses or loses: MS and MI."""

from __future__ import annotations

from tests.validate.cases.packaging import ITEM, MORE, inside
from tests.validate.cases.sequencing import FLOW, MAP, PRIMARY, objectives, rollup, rule, sequenced
from tests.validate.packages import CP, IMSCP, PAGE, SCORM12, Case, Sample, cmi5, imscp, package, scorm12, scorm2004

FILE = '<file href="index.html"/>'
LONG = "a" * 256
SPACED = SCORM12.replace("index.html", "my%20page.html")


def prefixed(manifest: str) -> Sample:
    """A content package with all names written ``cp:manifest``."""
    text = manifest.replace(f'xmlns="{CP}"', f'xmlns:cp="{CP}"').replace("</", "</cp:")
    for name in ("manifest", "metadata", "schema>", "schemaversion", "organization", "title", "item", "res", "file"):
        text = text.replace(f"<{name}", f"<cp:{name}")
    return package({"imsmanifest.xml": text, "index.html": PAGE})


def scripted(script: str, *, new: bool = False) -> Sample:
    """A package with a script."""
    return scorm2004(a_js=script) if new else scorm12(a_js=script)


SECOND = f'</organization><organization identifier="O-2"><title>B</title>{MORE}</organization>'
PREREQUISITES = '<adlcp:prerequisites type="aicc_script">I-0</adlcp:prerequisites>'

CASES = {
    "MS1": Case(scorm12(("</resources>", "")), scorm12(), lms="moodle"),
    "MS2": Case(
        scorm12(
            ("<manifest ", '<cp:manifest xmlns:cp="http://www.imsproject.org/xsd/imscp_rootv1p1p2" '),
            ("</manifest>", "</cp:manifest>"),
        ),
        scorm12(),
        lms="moodle",
    ),
    "MS3": Case(scorm12(("adlcp:", "adl:"), ("xmlns:adlcp", "xmlns:adl")), scorm12(), lms="moodle"),
    "MS5": Case(scorm2004(("2004 4th Edition", "2004 2nd Edition")), scorm2004(), lms="moodle"),
    "MS7": Case(scorm12(("Lesson", LONG)), scorm12(("Lesson", LONG[:255])), lms="moodle"),
    "MS9": Case(
        sequenced(objectives(PRIMARY.replace("/>", f">{MAP}</imsss:primaryObjective>"))),
        sequenced(objectives()),
        lms="moodle",
    ),
    "MS16": Case(scorm12((">1.2<", ">CAM 1.3<")), scorm12((">1.2<", ">1.2.1<")), lms="moodle"),
    "MS20": Case(
        package({"imsmanifest.xml": SPACED, "my page.html": PAGE}),
        package({"imsmanifest.xml": SPACED.replace("%20", " "), "my page.html": PAGE}),
        lms="moodle",
    ),
    "MS23": Case(
        package({"imsmanifest.xml": SCORM12.replace("<resources>", '<resources xml:base="a/">'), "a/index.html": PAGE}),
        package(
            {"imsmanifest.xml": SCORM12.replace("<resource id", '<resource xml:base="a/" id'), "a/index.html": PAGE}
        ),
        lms="moodle",
    ),
    "MI1": Case(prefixed(IMSCP), imscp(), lms="moodle"),
    "MI2": Case(
        imscp(('<item identifier="I-1" identifierref="R-1"><title>Lesson</title></item>', "")), imscp(), lms="moodle"
    ),
    "MS4": Case(
        sequenced(FLOW.replace("imsss:", "seq:").replace("/>", ' xmlns:seq="http://www.imsglobal.org/xsd/imsss"/>')),
        sequenced(FLOW),
        lms="moodle",
    ),
    "MS6": Case(scorm12(("Lesson", "Caf&#233;")), scorm12(("Lesson", "Caf\u00e9 &amp; bar")), lms="moodle"),
    "MS8": Case(scorm12(("Lesson", "\nLesson\n")), scorm12(("Lesson", " Lesson")), lms="moodle"),
    "MS10": Case(sequenced(rollup("")), sequenced(FLOW), lms="moodle"),
    "MS11": Case(
        sequenced(rule("preConditionRule", "disabled")), sequenced(rule("preConditionRule", "skip")), lms="moodle"
    ),
    "MS12": Case(scorm12(("</organization>", SECOND)), scorm12(), lms="moodle"),
    "MS13": Case(scorm2004(("<organization ", "<other "), ("</organization>", "</other>")), scorm2004(), lms="moodle"),
    "MS14": Case(scorm12((ITEM, ITEM + ITEM)), scorm12((ITEM, ITEM + MORE)), lms="moodle"),
    "MS15": Case(
        scorm2004(inside('<adlcp:data><adlcp:map targetID="a"/></adlcp:data>')),
        scorm2004(inside("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>")),
        lms="moodle",
    ),
    "MS21": Case(
        scorm12(("index.html", "start.html")), scorm12(('href="index.html">', 'href="index.html?a=b#c">')), lms="moodle"
    ),
    "MS22": Case(scorm12(('identifierref="R-1"', 'identifierref="R-9"')), scorm12(), lms="moodle"),
    "MS24": Case(scorm2004((ITEM, ITEM + MORE)), scorm12((ITEM, ITEM + MORE)), lms="moodle"),
    "MS25": Case(scorm12((ITEM, ITEM + MORE)), scorm12(), lms="moodle"),
    "MS26": Case(scorm12(inside("<adlcp:masteryscore>80</adlcp:masteryscore>")), scorm12(), lms="moodle"),
    "MS27": Case(scorm12(('"sco"', '"asset"')), scorm12(), lms="moodle"),
    "MS28": Case(scorm12(inside(PREREQUISITES)), scorm12(), lms="moodle"),
    "MS29": Case(
        scorm12(inside(PREREQUISITES.replace("aicc_script", "other"))), scorm12(inside(PREREQUISITES)), lms="moodle"
    ),
    "MS30": Case(
        sequenced(objectives(PRIMARY.replace("/>", ' satisfiedByMeasure="true"/>'))),
        sequenced(objectives()),
        lms="moodle",
    ),
    "MS31": Case(
        scorm12(("I-1", "ITEM-0b5f4a2e-9c1d-4f6a-8b3e-2d7c5a9e1f04")), scorm12(("I-1", "item-tg-101")), lms="moodle"
    ),
    "MS40": Case(
        scripted("API.LMSInitialize('')"),
        scripted("API.LMSSetValue('cmi.core.lesson_status', 'incomplete')"),
        lms="moodle",
    ),
    "MS41": Case(scorm12(), scripted("window.parent.API"), lms="moodle"),
    "MS42": Case(
        scripted("API; 'cmi.suspend_data'"),
        scripted("API; 'cmi.suspend_data'; set('cmi.core.exit', 'suspend')"),
        lms="moodle",
    ),
    "MS43": Case(
        scripted("API_1484_11; 'cmi.score.scaled'", new=True),
        scripted("API_1484_11; 'cmi.score.scaled'; 'cmi.success_status'", new=True),
        lms="moodle",
    ),
    "MS44": Case(scripted("API; 'cmi.core.score.min'"), scripted("API; 'cmi.core.score.' + 'raw'"), lms="moodle"),
    "MS45": Case(
        scripted("API_1484_11; 'cmi.interactions.0.id'", new=True), scripted("API_1484_11", new=True), lms="moodle"
    ),
    "MS46": Case(
        scripted("API; 'cmi.interactions.0.result'; 'incorrect'"),
        scripted("API; 'cmi.interactions.0.result'; 'wrong'"),
        lms="moodle",
    ),
    "MS47": Case(
        scripted("API_1484_11; 'cmi.interactions.0.timestamp', date.toISOString()", new=True),
        scripted("API_1484_11; 'cmi.interactions.0.timestamp', date.toISOString", new=False),
        lms="moodle",
    ),
    "MS48": Case(scripted("API_1484_11; 'adl.nav.request'", new=True), scripted("API_1484_11", new=True), lms="moodle"),
    "MO1": Case(cmi5(), scorm12(), lms="moodle"),
    "MI3": Case(imscp(("Lesson", "A &amp; B")), imscp(("Lesson", "A and B")), lms="moodle"),
    "MI4": Case(imscp(('href="index.html">', 'href="https://example.org/">')), imscp(), lms="moodle"),
    "MI5": Case(imscp(('href="index.html">', ">")), imscp(), lms="moodle"),
    "MI6": Case(imscp(), scorm12(), lms="moodle"),
    "MI7": Case(imscp(("</organization>", SECOND)), imscp(), lms="moodle"),
}
