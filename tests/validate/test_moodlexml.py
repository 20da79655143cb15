"""Moodle XML: fractions, numbers, the parts of Cloze questions, and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.validate.formats.moodlexml import path_problems
from builder.validate.formats.moodlexml_cloze import parts_of
from builder.validate.formats.moodlexml_marks import FRACTIONS, is_allowed, is_number, nearest
from builder.validate.run import validate
from tests.validate.packages import Sample
from tests.validate.question_files import GOOD, PNG, answer, choice, moodle_xml, question


def found(sample: Sample, folder: Path) -> list[tuple[str, int]]:
    file = folder / sample.name
    file.write_bytes(sample.data)
    return [(one.code.id, one.span.line) for one in validate(file).diagnostics]


def test_a_fraction_of_the_list_is_allowed_with_either_sign() -> None:
    assert all(is_allowed(one) and is_allowed(-one) for one in FRACTIONS)
    assert not any(map(is_allowed, (33.0, 33.3, 33.34, 110.0, 1.0, float("nan"), float("inf"))))


@pytest.mark.parametrize(
    ("given", "expected"), [(33.3, "33.33333"), (-33.3, "-33.33333"), (12.0, "12.5"), (99.0, "100"), (1.0, "0")]
)
def test_the_nearest_fraction_is_named(given: float, expected: str) -> None:
    assert nearest(given) == expected


@pytest.mark.parametrize("given", ["9.81", "9,81", "-1", "+.5", "1 234.5", "1,234,567", "1e3", "3 x 10^8", "3*10**-8"])
def test_moodle_reads_this_number(given: str) -> None:
    assert is_number(given)


@pytest.mark.parametrize("given", ["", "abc", "1.2.3", "--1", "5 m", "1/2", "e5", "0x10"])
def test_moodle_reads_no_number_here(given: str) -> None:
    assert not is_number(given)


def test_a_unit_may_stand_on_either_side() -> None:
    assert is_number("5 m/s", units=frozenset({"m/s"}))
    assert is_number("$5", units=frozenset({"$"}))
    assert not is_number("m/s", units=frozenset({"m/s"}))


def test_the_parts_of_a_cloze_question_are_read() -> None:
    parts, rest = parts_of(r"In {1:SHORTANSWER:=Par\}is#yes~%50%Lyon~*#no}, 2+2={:NM:=4:0.1}. {1:sa:=x} {plain}")
    assert [(one.kind, one.alternatives) for one in parts] == [
        ("text", ((100.0, r"Par\}is"), (50.0, "Lyon"), (0.0, "*"))),
        ("number", ((100.0, "4:0.1"),)),
    ]
    assert rest == "In , 2+2=. {1:sa:=x} {plain}"


def test_escaped_html_is_read_as_text() -> None:
    parts, _ = parts_of("{1:MC:=&lt;b&gt;~a &amp; b}")
    assert parts[0].alternatives == ((100.0, "<b>"), (0.0, "a & b"))


@pytest.mark.parametrize("path", ["$course$/top/A", "top/A", "A", "$system$/top/A//B/C", "$module$/top/Quiz 1"])
def test_the_path_of_a_category_is_right(path: str) -> None:
    assert list(path_problems(path)) == []


@pytest.mark.parametrize("path", ["$Course/top/A", "A/ /B", "/A", "x" * 256])
def test_the_path_of_a_category_is_wrong(path: str) -> None:
    assert list(path_problems(path)) != []


def test_each_finding_names_its_line(tmp_path: Path) -> None:
    bad = choice("100", "0", inside="\n" + answer("17", "c"))
    assert found(moodle_xml(GOOD, bad), tmp_path) == [("X3", 7)]


def test_a_file_in_a_folder_of_the_text_is_found(tmp_path: Path) -> None:
    file = f'<file name="a.png" path="/pics/" encoding="base64">{PNG}</file>'
    text = '<img src="@@PLUGINFILE@@/pics/a.png" alt="A">'
    assert found(moodle_xml(choice("100", "0", text=text, more=file)), tmp_path) == []


def test_the_file_of_one_element_does_not_serve_another(tmp_path: Path) -> None:
    file = f'<file name="a.png" path="/" encoding="base64">{PNG}</file>'
    inside = "<generalfeedback><text><![CDATA[<img src='@@PLUGINFILE@@/a.png'>]]></text></generalfeedback>"
    ids = [code for code, _ in found(moodle_xml(choice("100", "0", more=file, inside=inside)), tmp_path)]
    assert ids == ["X15", "X16"]


def test_types_go_by_both_their_names(tmp_path: Path) -> None:
    one = question("matching", "<subquestion><text>a</text><answer><text></text></answer></subquestion>")
    other = one.replace("matching", "match")
    assert [code for code, _ in found(moodle_xml(one, other), tmp_path)].count("X7") == 2


def test_what_teaches_nothing_of_the_rest_is_left_alone(tmp_path: Path) -> None:
    essay = question("essay", "<responseformat>editor</responseformat>", name="E")
    text = question("description", name="D")
    assert found(moodle_xml(essay, text), tmp_path) == []
