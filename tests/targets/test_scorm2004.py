"""SCORM 2004: the manifest against the schemas, against an independent referee, and what the player is told."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model.package import Package, packages_of
from builder.model.quiz import Quiz
from builder.state.bound import bound_of
from builder.state.keys import key_of
from builder.targets import scorm2004
from builder.targets.base import Context, Product, Target
from builder.targets.lom import LOM
from builder.targets.scorm2004.names import ADLCP, IMSCP, IMSSS
from builder.targets.scorm2004.room import STATE_LIMIT, room_of
from tests.support import question_samples as samples
from tests.support import schemas
from tests.support.answering import course_files
from tests.support.everything import everything
from tests.targets.referee2004 import objections
from tests.targets.samples import package as plain
from tests.targets.samples import programme

BOTH = pytest.mark.parametrize("target", [scorm2004.THIRD, scorm2004.FOURTH], ids=lambda target: str(target.name))
NAMES = {"cp": IMSCP, "adl": ADLCP, "ss": IMSSS, "lom": LOM}
EVERY = samples.package(samples.page(samples.exam()), banks=(samples.bank(8),))
"""A test over every kind of question, with a pass mark of 60."""


def kinds() -> Iterator[Package]:
    """Packages of several kinds: a course that uses every construct, its lessons, one without a test, a bare one."""
    whole = everything()[1]
    yield from packages_of(whole)
    yield from packages_of(replace(whole, package="lesson"))
    yield samples.package(samples.page(samples.quiz()))
    yield plain(authors=(), licence="", keywords=(), description="", code="", minutes=0, edition="")


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str], Product]:
    """By target and package."""
    return {
        (target.name, f"{number}-{package.id}"): target.build(package, Context(everything()[0]))
        for target in (scorm2004.THIRD, scorm2004.FOURTH)
        for number, package in enumerate(kinds())
    }


def manifest_of(product: Product) -> bytes:
    return product.entries[-1].data


def build(package: Package, target: Target = scorm2004.FOURTH, schemas: str = "") -> Product:
    return target.build(package, Context(programme(), schemas))


def told(product: Product) -> dict[str, object]:
    """What the player of a package is told besides, with the script that reports."""
    script = next(entry.data for entry in product.entries if entry.path == "cw/scorm2004.js").decode()
    found = re.match(r"Object\.assign\(cw\.course,(\{.*?\})\);", script)
    assert found
    course: dict[str, object] = json.loads(found[1])
    return course


def test_the_schemas_accept_every_manifest(made: dict[tuple[str, str], Product]) -> None:
    for (target, name), product in made.items():
        document = etree.fromstring(manifest_of(product))
        schema = schemas.compiled(f"{target}/root.xsd")
        assert schema.validate(document), (target, name, schema.error_log)
        metadata = etree.fromstring(etree.tostring(document.find(".//lom:lom", NAMES)))
        for kind in ("lomLoose", "lomStrict"):
            schema = schemas.compiled(f"{target}/{kind}.xsd")
            assert schema.validate(metadata), (target, name, schema.error_log)


@BOTH
def test_the_schemas_can_refuse(target: Target) -> None:
    broken = manifest_of(build(plain(), target)).replace(b'scormType="sco"', b'scormType="SCO"')
    assert not schemas.compiled(f"{target.name}/root.xsd").validate(etree.fromstring(broken))


def test_the_referee_has_no_objection(made: dict[tuple[str, str], Product]) -> None:
    for name, product in made.items():
        assert not [one for one in product.diagnostics if one.is_error]
        assert objections(zip_bytes(product.entries)) == [], name


@pytest.mark.parametrize("edition", ["3rd", "4th"])
def test_our_own_course(edition: str) -> None:
    files = course_files(f"scorm2004-{edition}")
    assert objections(zip_bytes([Entry(*file) for file in files.items()])) == []
    schema = schemas.compiled(f"scorm2004-{edition}/root.xsd")
    assert schema.validate(etree.fromstring(files["imsmanifest.xml"])), schema.error_log


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"2004 4th Edition", b"2004 2nd Edition", "P4"),
        (b"<adlcp:completionThreshold completedByMeasure=", b"<adlcp:completionThreshold completedby=", "P23"),
        (b'identifierref="resource', b'identifierref="no-resource', "P9"),
        (b'default="organization', b'default="other', "P5"),
        (b"adlcp:", b"adl:", "P12"),
        (b'adlcp:scormType="sco"', b'adlcp:scormtype="sco"', "P12"),
        (b"adlcp_v1p3.xsd", b"http://example.org/adlcp.xsd", "P22"),
        (b">0.60<", b">60<", "S8"),
        (b'objectiveID="O2"', b'objectiveID="O1"', "S6"),
        (b"</imsss:primaryObjective>", b"<imsss:mapInfo/></imsss:primaryObjective>", "S7"),
        (b"<imsss:deliveryControls", b"<imsss:objectives/><imsss:deliveryControls", "S1"),
        (b">previous<", b">back<", "P25"),
        (b'choice="true" flow="true"', b'choice="false"', "S11"),
    ],
)
def test_the_referee_can_object(old: bytes, new: bytes, rule: str) -> None:
    entries = build(EVERY).entries
    good = entries[-1].data
    assert old in good
    text = good.replace(old, new)
    if old == b"adlcp:":
        text = text.replace(b"xmlns:adlcp", b"xmlns:adl")
    found = objections(zip_bytes([*entries[:-1], Entry("imsmanifest.xml", text)]))
    assert any(objection.startswith(rule) for objection in found), found


@BOTH
def test_two_builds_are_the_same(target: Target) -> None:
    once, again = (zip_bytes(build(EVERY, target).entries) for _ in range(2))
    assert once == again


def test_identifiers_are_the_packages_and_stay() -> None:
    ids = [
        ET.fromstring(manifest_of(build(plain(**changes), target))).find(".//cp:item", NAMES)
        for target in (scorm2004.THIRD, scorm2004.FOURTH)
        for changes in ({}, {"title": "New", "edition": "Next"})
    ]
    assert {one.get("identifier") for one in ids if one is not None} == {"tg-101"}
    assert len(ids) == 4


def test_editions_differ_in_the_threshold() -> None:
    third, fourth = (
        ET.fromstring(manifest_of(build(EVERY, target))).find(".//adl:completionThreshold", NAMES)
        for target in (scorm2004.THIRD, scorm2004.FOURTH)
    )
    assert third is not None
    assert (third.text, third.attrib) == ("1.0", {})
    assert fourth is not None
    assert (fourth.text, fourth.attrib) == (None, {"completedByMeasure": "true", "minProgressMeasure": "1.0"})


def quiz(id: str, *objectives: str, role: str = "test", **rules: object) -> Quiz:
    asked = tuple(samples.single(f"q-{id}-{name}", objective=name) for name in objectives)
    return samples.quiz(id, role, asked, **rules)


@pytest.mark.parametrize(
    ("quizzes", "primary", "objectives"),
    [
        ([quiz("a", "O2", "O1", pass_mark=60)], "0.60", {"O1": "0.60", "O2": "0.60"}),
        ([quiz("a", "O2", pass_mark=85)], "0.85", {"O2": "0.85"}),
        ([quiz("a", "O1")], None, {"O1": None}),
        # Each has to be passed: no mark of the score says that. An objective has the highest.
        ([quiz("a", "O1", pass_mark=60), quiz("b", "O2", pass_mark=80)], None, {"O1": "0.80", "O2": "0.80"}),
        # Without a test the quizzes of lessons are graded; with one they are not.
        ([quiz("a", "O1", role="quiz", pass_mark=50)], "0.50", {"O1": "0.50"}),
        ([quiz("a", "O1", role="quiz", pass_mark=50), quiz("b", "O2", pass_mark=70)], "0.70", {"O2": "0.70"}),
        ([quiz("a", "", pass_mark=100)], "1.00", {}),
        ([quiz("a", "O1", role="practice")], None, {}),
    ],
)
def test_objectives_and_marks(quizzes: list[Quiz], primary: str | None, objectives: dict[str, str | None]) -> None:
    package = samples.package(*(samples.page(one, f"p-{one.id}") for one in quizzes))
    product = build(package)
    found = ET.fromstring(manifest_of(product)).find(".//ss:objectives", NAMES)
    assert found is not None
    marks = {one.get("objectiveID"): one.findtext("ss:minNormalizedMeasure", None, NAMES) for one in found}
    assert marks == {None: primary, **objectives}
    assert {one.get("satisfiedByMeasure") for one in found} == {"false"}
    player = told(product)
    assert player["objectives"] == list(objectives)
    if objectives:
        assert player["bar"] == max(int(Decimal(mark or 0) * 100) for mark in objectives.values())


def test_the_player_is_told_what_is_asked_for_each_objective() -> None:
    package = samples.package(
        samples.page(samples.exam(), "p-exam"), banks=(samples.bank(8), samples.bank(2, "bank-2", "O2"))
    )
    player = told(build(package))
    ((key, questions),) = player["asked"]  # type: ignore[misc, attr-defined]
    assert key == f"{key_of('exam'):06x}"
    assert {place for _, place, _ in questions} == {0, 1}
    # What nobody marks counts for no objective.
    assert len(questions) == 2 + 8 + 2
    assert {points for _, _, points in questions} == {1}


def test_metadata_says_what_the_author_said() -> None:
    root = ET.fromstring(manifest_of(build(plain())))
    lom = "cp:metadata/lom:lom/"

    def texts(path: str) -> list[str | None]:
        return [one.text for one in root.findall(lom + path, NAMES)]

    assert texts("lom:general/lom:description/lom:string") == ["Une description sur deux lignes."]
    assert texts("lom:general/lom:keyword/lom:string") == ["genre", "commerce"]
    assert texts("lom:general/lom:identifier/*") == ["https://example.org/", "TG-101"]
    assert texts("lom:lifeCycle/lom:version/lom:string") == ["novembre 2026"]
    assert texts("lom:lifeCycle/lom:contribute/lom:role/lom:value") == ["author", "author", "publisher"]
    assert texts("lom:lifeCycle/lom:contribute/lom:entity")[1] == "BEGIN:VCARD\nVERSION:3.0\nFN:B\\; C\nEND:VCARD"
    assert texts("lom:educational/lom:typicalLearningTime/lom:duration") == ["PT1H35M"]
    assert texts("lom:rights/lom:description/lom:string") == ["CC BY 4.0"]
    string = root.find(f"{lom}lom:general/lom:title/lom:string", NAMES)
    assert string is not None
    assert string.get("language") == "fr"


def test_a_long_title_and_a_bad_id_are_said() -> None:
    found = build(plain(title="word " * 60, id="101 trade")).diagnostics
    assert [one.code.id for one in found] == ["B101", "B102"]


@BOTH
@pytest.mark.parametrize("deep", [False, True])
def test_schemas_come_to_the_root_on_request(target: Target, deep: bool) -> None:  # noqa: FBT001 - a parameter
    folder = schemas.schemas_folder() / (target.name if deep else "")
    product = build(EVERY, target, str(folder))
    assert not product.diagnostics
    assert objections(zip_bytes(product.entries)) == []
    added = {entry.path for entry in product.entries if entry.path.endswith(".xsd")}
    assert {"imscp_v1p1.xsd", "adlcp_v1p3.xsd", "imsss_v1p0seqrule.xsd", "lom.xsd", "common/dataTypes.xsd"} <= added


def test_schemas_at_the_root_hold_the_manifest(tmp_path: Path) -> None:
    product = build(EVERY, scorm2004.FOURTH, str(schemas.schemas_folder()))
    for entry in product.entries:
        if entry.path.endswith((".xsd", ".xml")):
            (tmp_path / entry.path).parent.mkdir(exist_ok=True)
            (tmp_path / entry.path).write_bytes(entry.data)
    root = (schemas.schemas_folder() / "scorm2004-4th" / "root.xsd").read_bytes()
    (tmp_path / "root.xsd").write_bytes(root)
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    schema = etree.XMLSchema(etree.parse(tmp_path / "root.xsd", parser))
    assert schema.validate(etree.fromstring(manifest_of(product))), schema.error_log


def test_schemas_without_those_of_the_metadata_will_do(tmp_path: Path) -> None:
    for file in (schemas.schemas_folder() / "scorm2004-3rd").glob("*.xsd"):
        if not file.name.startswith("lom"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    product = build(EVERY, scorm2004.THIRD, str(tmp_path))
    assert not product.diagnostics
    assert b" lom.xsd" not in manifest_of(product)
    assert objections(zip_bytes(product.entries)) == []


def test_a_missing_schema_is_an_error(tmp_path: Path) -> None:
    found = build(EVERY, schemas=str(tmp_path)).diagnostics
    assert {one.code.id for one in found} == {"B104"}


def parts(fields: Iterator[tuple[str, str]]) -> int:
    """Octets of a form of parts, with a boundary of 40 signs as Chromium draws it."""
    head = b"--" + b"-" * 38 + b'\r\nContent-Disposition: form-data; name=""\r\n\r\n\r\n'
    return sum(len(head) + len(name) + len(value.encode()) for name, value in fields)


ONCE = [
    *["suspend_data", "completion_status", "success_status", "progress_measure", "location", "exit", "session_time"],
    *["score__raw", "score__scaled", "score__min", "score__max"],
]
EACH = [
    *["id", "type", "objectives__N0__id", "timestamp", "correct_responses__N0__pattern"],
    *["learner_response", "result", "latency"],
]
OBJECTIVE = ["id", "score__raw", "score__scaled", "score__min", "score__max", "completion_status", "success_status"]


@pytest.mark.parametrize("text", ["a", "é" * 250, "تجارة" * 40])
def test_a_whole_save_fits_into_a_beacon(text: str) -> None:
    """The player counts 1,100 octets for an interaction and three for each sign of its two texts."""
    room = room_of(EVERY, 2)
    count = min(100, room // (1100 + 3 * 2 * len(text)))
    assert count >= 10

    def fields() -> Iterator[tuple[str, str]]:
        yield from ((name, "0123456789") for name in ("id", "a", "sesskey", "attempt", "scoid", "unloading"))
        yield from ((f"cmi__{name}", "2026-11-22T14:58:57") for name in ONCE)
        yield "cmi__suspend_data", "A" * bound_of(EVERY)
        for at in range(2):
            yield from ((f"cmi__objectives__N{at}__{name}", "an-objective-of-a-course") for name in OBJECTIVE)
        for at in range(count):
            for name in EACH:
                long = name in ("correct_responses__N0__pattern", "learner_response")
                yield f"cmi__interactions__N{at}__{name}", text if long else "2026-11-22T14:58:57"

    assert parts(fields()) < 64 * 1024


def test_a_state_that_takes_all_leaves_room_for_answers() -> None:
    assert room_of(EVERY, 2) > room_of(EVERY, 10) > 0
    assert 64 * 1024 - STATE_LIMIT > 20 * 1100
