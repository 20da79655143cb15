"""Moodle backups: both archives, pools in the order of their slots, circles of conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.validate.formats.mbz_access import circles
from builder.validate.run import Verdict, validate
from tests.validate.backups import (
    BACKUP,
    BLOB,
    FILES_XML,
    PAGE,
    QUIZ,
    SET,
    activity,
    backup,
    contents,
    drawn,
    inside,
    setting,
    tar_of,
)
from tests.validate.packages import Sample

QUIZ_XML = f"{QUIZ}/quiz.xml"
ENDLESS = "</question_instances>"


def verdict(sample: Sample, folder: Path, lms: str = "") -> Verdict:
    file = folder / sample.name
    file.write_bytes(sample.data)
    return validate(file, lms)


def ids(sample: Sample, folder: Path) -> list[str]:
    return [one.code.id for one in verdict(sample, folder).diagnostics]


def test_a_backup_as_moodle_packs_it_is_judged_as_a_zip_is(tmp_path: Path) -> None:
    good = Sample("course.mbz", tar_of(contents()))
    assert verdict(good, tmp_path).diagnostics == verdict(backup(), tmp_path).diagnostics == ()
    bad = (BLOB, "", "changed"), (QUIZ_XML, "<sumgrades>2", "<sumgrades>9")
    packed = Sample("course.mbz", tar_of(contents(*bad)))
    assert ids(packed, tmp_path) == ids(backup(*bad), tmp_path) == ["B8", "B41"]


def test_files_of_questions_need_no_inforef(tmp_path: Path) -> None:
    change = (f"{PAGE}/inforef.xml", "", "<inforef/>"), (FILES_XML, "mod_page", "qtype_ddimageortext")
    assert "B10" not in ids(backup(*change), tmp_path)


def test_a_record_of_a_folder_has_no_contents(tmp_path: Path) -> None:
    folder = (
        '<file id="2"><contenthash>da39a3ee5e6b4b0d3255bfef95601890afd80709</contenthash><contextid>121</contextid>'
        "<filepath>/</filepath><filename>.</filename></file></files>"
    )
    inforef = (f"{PAGE}/inforef.xml", "</fileref>", "<file><id>2</id></file></fileref>")
    assert ids(backup((FILES_XML, "</files>", folder), inforef), tmp_path) == []


def test_a_pool_is_as_large_as_what_fixed_slots_leave(tmp_path: Path) -> None:
    three = backup((QUIZ_XML, ENDLESS, drawn(3) + ENDLESS), (QUIZ_XML, "<sumgrades>2", "<sumgrades>3"))
    four = backup((QUIZ_XML, ENDLESS, drawn(3) + drawn(4) + ENDLESS), (QUIZ_XML, "<sumgrades>2", "<sumgrades>4"))
    assert ids(three, tmp_path) == []
    assert ids(four, tmp_path) == ["B18"]


def test_slots_count_in_their_order_and_not_in_that_of_the_document(tmp_path: Path) -> None:
    wide = drawn(9, SET.replace("52", "51").replace("false", "true"))
    late = backup((QUIZ_XML, "<question_instances>", f"<question_instances>{wide}"), (QUIZ_XML, ">2<", ">3<"))
    assert ids(late, tmp_path) == []


@pytest.mark.parametrize(
    "condition", ["", "[]", "5", "{", '{"filter":{}}', '{"filter":{"category":{"values":[]}}}', "$@NULL@$", "[" * 9999]
)
def test_a_filter_without_a_category_is_named(condition: str, tmp_path: Path) -> None:
    assert "B16" in ids(backup((QUIZ_XML, SET, condition)), tmp_path)


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        ({}, 0),
        ({"a": {"b"}, "b": {"c"}}, 0),
        ({"a": {"a"}}, 1),
        ({"a": {"b"}, "b": {"a"}}, 1),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, 1),
        ({"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}, "e": {"a"}}, 2),
    ],
)
def test_circles_are_found_once(waits: dict[str, set[str]], expected: int) -> None:
    assert len(list(circles(waits))) == expected


def test_a_long_chain_is_followed_without_recursion() -> None:
    waits = {str(number): {str(number + 1)} for number in range(20_000)}
    assert list(circles(waits)) == []
    waits["20000"] = {"0"}
    assert len(next(circles(waits))) == 20_001


def test_an_activity_behind_its_own_section_is_a_circle(tmp_path: Path) -> None:
    tree = '{"op":"&amp;","c":[{"type":"completion","cm":22,"e":1}],"showc":[true]}'
    change = "sections/section_31/section.xml", "</section>", f"<availabilityjson>{tree}</availabilityjson></section>"
    found = verdict(backup(change), tmp_path).diagnostics
    assert [(one.code.id, one.message) for one in found] == [
        ("B21", "These activities wait for each other: quiz “quiz” → quiz “quiz”.")
    ]


def test_a_backup_of_one_activity_needs_no_course(tmp_path: Path) -> None:
    course = "<course><courseid>10</courseid><directory>course</directory></course>"
    files = contents((BACKUP, course, ""))
    del files["course/course.xml"], files["course/roles.xml"]
    assert ids(Sample("course.mbz", tar_of(files)), tmp_path) == []


def test_entries_of_a_glossary_come_with_user_data(tmp_path: Path) -> None:
    fields = '<entries><entry id="1"><concept>Tariff</concept></entry></entries>'
    changes = (
        (BACKUP, "</activities>", f"{activity('23', 'glossary')}</activities>"),
        ("sections/section_31/section.xml", "21,22", "21,22,23"),
        ("course/enrolments.xml", "", "<enrolments><enrols><enrol><enrol>manual</enrol></enrol></enrols></enrolments>"),
        (BACKUP, setting("users", "0"), setting("users", "1") + setting("glossary_23_userinfo", "1")),
        ("users.xml", "", "<users/>"),
        ("activities/glossary_23/module.xml", "", '<module id="23"/>'),
        ("activities/glossary_23/glossary.xml", "", inside("glossary", "23", fields)),
        ("activities/glossary_23/grades.xml", "", "<activity_gradebook/>"),
        ("activities/glossary_23/roles.xml", "", "<roles/>"),
    )
    assert ids(backup(*changes), tmp_path) == []
    assert "B34" in ids(backup(*changes[:3], *changes[5:]), tmp_path)


def test_the_categories_above_a_pool_are_listed_too(tmp_path: Path) -> None:
    top = "<question_category><id>51</id></question_category>"
    found = verdict(backup((f"{QUIZ}/inforef.xml", top, "")), tmp_path).diagnostics
    assert [(one.code.id, one.message) for one in found] == [
        ("B40", "The inforef.xml of quiz “quiz” does not name the category “top” that its slots need.")
    ]
