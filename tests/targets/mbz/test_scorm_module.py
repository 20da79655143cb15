"""SCORM packages of a backup: what Moodle's own parser would have stored of them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha1
from io import BytesIO
from zipfile import ZipFile

import pytest

from builder.diagnostics.module_codes import APART_SINGLE
from builder.diagnostics.render_codes import LEADS_OUT
from builder.model.course import Course
from builder.model.package import Package, packages_of
from builder.targets import scorm12
from builder.targets.base import Context
from builder.targets.mbz.desk import Desk, Grade, Written
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.modules import scorm
from builder.targets.mbz.modules.scorm import state_of, status_required, write_scorm
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.xml import Element, branch
from builder.targets.scorm12 import STATE_LIMIT
from tests.targets.mbz.rooms import entry, lesson, plan, quiz, read, section, taught
from tests.targets.mbz.rooms import tested as exam
from tests.targets.samples import PAGES, PLACE, programme

TITLE = "Trade & gender: 5 < 6"


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scorm12, "render_site", lambda package, lms, state_limit: (list(PAGES), []))


def desk_of(course: Course) -> Desk:
    ledger = Ledger(plan(section("a", entry("tg:")), courses=[course]), Context(programme()))
    return Desk(ledger, Bank(ledger), next(iter(ledger.plan.modules)))


def whole(**changes: object) -> Course:
    return taught(delivery="scorm", title=TITLE, **changes)


def package(*found: object, **changes: object) -> Package:
    return packages_of(taught(lessons=(lesson("l", *found),), **changes), whole=True)[0]  # type: ignore[arg-type]


def scos(made: Written) -> list[Element]:
    return list(branch("scorm", made.children).iterfind("scoes/sco"))


def test_the_rows_are_those_of_the_manifest() -> None:
    made = write_scorm(desk_of(whole()))
    names = ("manifest", "organization", "parent", "identifier", "launch", "scormtype", "title", "sortorder")
    assert [tuple(row.findtext(name) for name in names) for row in scos(made)] == [
        ("manifest-tg", "", "/", "organization-tg", "", "", TITLE, "1"),
        ("manifest-tg", "organization-tg", "organization-tg", "tg", "index.html", "sco", TITLE, "2"),
    ]
    assert [one.findtext("name") for one in scos(made)[1].iterfind("sco_datas/sco_data")] == ["isvisible", "parameters"]
    assert made.fields["launch"] == int(scos(made)[1].get("id", ""))


def test_the_item_that_records_hang_on_is_the_package() -> None:
    """An edition with other pages and another title keeps it."""
    edited = whole(lessons=(lesson("l-new", read("p-new"), exam("p-end", pass_mark=80)),))
    before, after = (write_scorm(desk_of(course)) for course in (whole(), replace(edited, title="Another")))
    assert scos(before)[1].findtext("identifier") == scos(after)[1].findtext("identifier") == "tg"


def test_the_package_and_each_of_its_files_are_there() -> None:
    desk = desk_of(whole())
    made = write_scorm(desk)
    found = {
        (one.findtext("filearea"), f"{one.findtext('filepath')}{one.findtext('filename')}"): one.findtext("contenthash")
        for one in desk.ledger.files.listing()
    }
    blobs = {entry.path.rpartition("/")[2]: entry.data for entry in desk.ledger.files.entries()}
    name = made.fields["reference"]
    assert name == "tg-en-scorm12.zip"
    archive = blobs[str(found.pop(("package", f"/{name}")))]
    assert made.fields["sha1hash"] == sha1(archive, usedforsecurity=False).hexdigest()
    with ZipFile(BytesIO(archive)) as opened:
        inside = {("content", f"/{path}"): sha1(opened.read(path)).hexdigest() for path in opened.namelist()}
    assert found == inside
    assert len(desk.files) == len(found) + 1


def test_learners_land_in_the_course_and_no_preview_is_offered() -> None:
    fields = write_scorm(desk_of(whole())).fields
    wanted = {"hidetoc": 3, "skipview": 2, "hidebrowse": 1, "masteryoverride": 1, "forcecompleted": 0, "maxattempt": 0}
    assert {name: fields[name] for name in wanted} == wanted
    assert {"grademethod": 1, "maxgrade": 100, "whatgrade": 0, "updatefreq": 0}.items() <= fields.items()


def test_what_completes_it_is_what_its_rules_report() -> None:
    tests = (exam("p-a", pass_mark=60), exam("p-b"))
    assert status_required(package(read("p"), *tests)) == scorm.PASSED
    assert status_required(package(read("p"), exam("p-quiz", "quiz", pass_mark=60))) == scorm.PASSED
    # A lesson's quiz is not graded where there is a test.
    assert status_required(package(exam("p-quiz", "quiz", pass_mark=60), tests[1])) == scorm.PASSED_OR_COMPLETED
    assert status_required(package(read("p"))) == scorm.PASSED_OR_COMPLETED


@pytest.mark.parametrize(
    ("completion", "status"), [(Completion(passed=True), 2), (Completion(view=True), None), (Completion(), None)]
)
def test_the_status_is_asked_for_only_where_it_completes(completion: Completion, status: int | None) -> None:
    desk = desk_of(whole())
    desk.module = replace(desk.module, completion=completion)
    assert write_scorm(desk).fields["completionstatusrequired"] == status


def test_the_grade_has_the_pass_mark_of_the_test() -> None:
    assert write_scorm(desk_of(whole())).grade == Grade(100, 60)
    two = whole(lessons=(lesson("l", exam("p-a", pass_mark=60), exam("p-b", pass_mark=70)),))
    assert write_scorm(desk_of(two)).grade == Grade(100, 0)


def test_without_a_score_it_is_done_or_not() -> None:
    made = write_scorm(desk_of(whole(lessons=(lesson("l", read("p-1")),))))
    assert (made.grade, made.fields["grademethod"]) == (Grade(1), 0)


def full() -> Package:
    """A package that asks more than its record has room for."""
    (question,) = quiz("q").questions
    asked = tuple(replace(question, id=f"q-{number}") for number in range(1500))
    return package(replace(exam("p-long"), quiz=replace(quiz("q"), questions=asked)))


def test_a_package_whose_state_has_no_room_is_refused() -> None:
    (found,) = state_of(full())
    assert found.is_error
    assert str(STATE_LIMIT) in found.message
    assert "mbz" in found.message
    assert list(state_of(package(read("p")))) == []


def test_what_the_build_says_and_what_has_no_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    doubt, declared = APART_SINGLE.at(PLACE), LEADS_OUT.at(PLACE, target="a.md", text="a")
    monkeypatch.setattr(scorm12, "doubts", lambda package, pages: [declared, doubt])
    desk = desk_of(whole(lessons=full().lessons))
    write_scorm(desk)
    assert desk.ledger.diagnostics[0] is doubt
    assert [one.code.id for one in desk.ledger.diagnostics[1:]] == [one.code.id for one in state_of(full())]
