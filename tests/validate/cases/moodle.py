"""What Moodle refuses or loses: MS and MI."""

from __future__ import annotations

from tests.validate.cases.sequencing import MAP, PRIMARY, objectives, sequenced
from tests.validate.packages import CP, IMSCP, PAGE, SCORM12, Case, Sample, imscp, package, scorm12, scorm2004

FILE = '<file href="index.html"/>'
LONG = "a" * 256
SPACED = SCORM12.replace("index.html", "my%20page.html")


def prefixed(manifest: str) -> Sample:
    """A content package with all names written ``cp:manifest``."""
    text = manifest.replace(f'xmlns="{CP}"', f'xmlns:cp="{CP}"').replace("</", "</cp:")
    for name in ("manifest", "metadata", "schema>", "schemaversion", "organization", "title", "item", "res", "file"):
        text = text.replace(f"<{name}", f"<cp:{name}")
    return package({"imsmanifest.xml": text, "index.html": PAGE})


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
}
