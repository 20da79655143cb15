"""``mod_scorm``: a SCORM 1.2 package, as if it had been uploaded (``backup_scorm_activity_structure_step``)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha1

from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.diagnostics import Diagnostic
from builder.diagnostics.render_codes import LEADS_OUT
from builder.model.package import Package
from builder.state.room import room_for
from builder.targets.mbz.desk import HTML, Desk, Grade, Written
from builder.targets.mbz.plan import Sco
from builder.targets.mbz.xml import Element, Value, branch, record
from builder.targets.scorm12 import STATE_LIMIT, TARGET
from builder.targets.scorm12.names import IMSCP

PASSED, PASSED_OR_COMPLETED = 2, 6
"""Bits of ``completionstatusrequired`` (``scorm_status_options``)."""

OF_SCOS, HIGHEST = 0, 1
"""``grademethod``: the number of SCOs that are done, the highest score."""

ALWAYS, DISABLED = 2, 3
"""``skipview``: learners land in the course at once; ``hidetoc``: the course has its own contents."""

NAMES = {"cp": IMSCP}


def write_scorm(desk: Desk) -> Written:
    """The package as a zip, each of its files beside it, the rows of its manifest, and the settings that suit it."""
    content: Sco = desk.module.content  # type: ignore[assignment]
    package = content.package
    product = TARGET.build(package, desk.ledger.context)
    # That links of a lesson to other lessons are text is what the delivery declares.
    told = (one for one in product.diagnostics if one.code is not LEADS_OUT)
    desk.ledger.diagnostics += (*told, *state_of(package))
    archive = zip_bytes(product.entries)
    name = f"{package.id}-{package.course.language}-{TARGET.name}{TARGET.suffix}"
    desk.ledger.packages.append(Entry(name, archive))
    desk.file("package", 0, name, archive)
    for path, data in sorted(product.entries):
        desk.file("content", 0, path, data)
    manifest = next(entry.data for entry in product.entries if entry.path == "imsmanifest.xml")
    scos, launch = _scos(desk, etree.fromstring(manifest))
    scored = any(quiz.weight for quiz in package.graded)
    fields: dict[str, Value] = {
        "scormtype": "local",
        "reference": name,
        "intro": "",
        "introformat": HTML,
        "version": "SCORM_1.2",
        "maxgrade": 100,
        # Of a package without a score a completed one would have the grade 0 by the highest score.
        "grademethod": HIGHEST if scored else OF_SCOS,
        "whatgrade": 0,
        "maxattempt": 0,
        "forcecompleted": 0,
        "forcenewattempt": 0,
        "lastattemptlock": 0,
        "masteryoverride": 1,
        "displayattemptstatus": 1,
        "displaycoursestructure": 0,
        "updatefreq": 0,
        "sha1hash": sha1(archive, usedforsecurity=False).hexdigest(),
        "md5hash": "",
        "revision": 1,
        "launch": launch,
        "skipview": ALWAYS,
        "hidebrowse": 1,
        "hidetoc": DISABLED,
        "nav": 1,
        "navpositionleft": -100,
        "navpositiontop": -100,
        "auto": 0,
        "popup": 0,
        "options": "",
        "width": 100,
        "height": 500,
        "timeopen": 0,
        "timeclose": 0,
        "timemodified": desk.ledger.start,
        "completionstatusrequired": status_required(package) if desk.module.completion.passed else None,
        "completionscorerequired": None,
        "completionstatusallscos": 0,
        "autocommit": 0,
    }
    grade = Grade(100, package.pass_mark) if scored else Grade(1)
    return Written(fields=fields, children=(branch("scoes", scos),), grade=grade)


def status_required(package: Package) -> int:
    """What the player reports when all is well (docs/reference/player.md): ``passed`` where a graded quiz has a pass
    mark, else ``completed``. There ``passed`` counts, too: a later edition in its place may have a test."""
    return PASSED if any(quiz.pass_mark for quiz in package.graded) else PASSED_OR_COMPLETED


def state_of(package: Package) -> Iterator[Diagnostic]:
    """What is to be said of the room for the saved state of a package in a backup."""
    return room_for(package, "mbz", STATE_LIMIT)


def _scos(desk: Desk, manifest: Element) -> tuple[list[Element], int]:
    """What Moodle's parser makes of a manifest: a row for the organization, a row for its item; and the number of the
    one that is launched (``scorm_parse_scorm``)."""
    organization, launch = desk.number(), desk.number()
    shelf = _one(manifest, "cp:organizations/cp:organization")
    item = _one(shelf, "cp:item")
    resource = _one(manifest, f"cp:resources/cp:resource[@identifier='{item.get('identifierref')}']")
    rows = (
        (organization, "", "/", shelf, "", "", ()),
        (
            launch,
            shelf.get("identifier", ""),
            shelf.get("identifier", ""),
            item,
            resource.get("href", ""),
            "sco",
            (("isvisible", "true"), ("parameters", "")),
        ),
    )
    found: list[Element] = []
    for place, (number, owner, parent, element, href, kind, data) in enumerate(rows, 1):
        fields: dict[str, Value] = {
            "manifest": manifest.get("identifier", ""),
            "organization": owner,
            "parent": parent,
            "identifier": element.get("identifier", ""),
            "launch": href,
            "scormtype": kind,
            "title": _one(element, "cp:title").text,
            "sortorder": place,
        }
        values = [record("sco_data", desk.number(), {"name": key, "value": value}) for key, value in data]
        found.append(record("sco", number, fields, [branch("sco_datas", values)] if values else []))
    return found, launch


def _one(element: Element, path: str) -> Element:
    found = element.find(path, NAMES)
    assert found is not None, path
    return found
