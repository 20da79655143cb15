"""GIFT: lines, escapes and the types that Moodle takes questions for."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.validate.formats.gift_read import blocks, entry
from builder.validate.run import validate
from tests.validate.question_files import gift


def found(text: str, folder: Path) -> list[tuple[str, int]]:
    file = folder / "bank.gift"
    file.write_bytes(text.encode())
    return [(one.code.id, one.span.line) for one in validate(file).diagnostics]


def test_each_finding_names_its_line(tmp_path: Path) -> None:
    text = "// a bank\n\n::A::x{T}\n\n// note\n::B::x\ny {\n=a\n~%37%b\n}\n\n::C::x}\n"
    assert found(text, tmp_path) == [("G2", 12), ("G5", 7)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(ends: str, tmp_path: Path) -> None:
    assert found(ends.join(["::A::x{T}", "", "::B::x{~a ~b}", ""]), tmp_path) == [("G4", 3)]


def test_a_byte_order_mark_is_no_part_of_the_first_question(tmp_path: Path) -> None:
    assert found("\ufeff::A::x{T}", tmp_path) == []


def test_escaped_signs_are_text() -> None:
    (block,) = blocks(r"::a\:\:b::A set \{1, 2\} {=x\=1 ~x\~1#because \#1}")
    one = entry(block)
    assert one.name == "a::b"
    assert one.stem == "A set {1, 2}"
    assert one.answers == "=x\0\0" + "1 ~x\0\0" + "1#because \0\0" + "1"


def test_a_backslash_may_be_escaped_itself() -> None:
    (block,) = blocks(r"a\\{T}")
    assert entry(block).answers == "T"


@pytest.mark.parametrize(
    "question",
    [
        "Who is buried here?{=no one ~Grant ~Jefferson}",
        "Grant is {~buried =entombed ~living} in his tomb.",
        "Grant is buried here.{FALSE#No.#Yes.}",
        "Two plus two is{=four =4}",
        "Match.{=cat -> cat food =dog -> dog food =-> hay}",
        "When?{#=1822:0 =%50%1822:2 ~#No.}",
        "Pi is {#3.1415..3.1417}",
        "Any number{#*}",
        "Write!{}",
        "Read this.",
        "$CATEGORY: tom/dick\n\nx{T}",
        "::Q::[markdown]*x*{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d####All three}",
    ],
)
def test_what_moodle_reads_is_not_touched(question: str, tmp_path: Path) -> None:
    assert found(f"{question}\n\n::more::x{{T}}", tmp_path) == []


def test_a_question_with_everything_wrong_ends() -> None:
    text = "x{" + "~%x%" * 50_000 + "}"
    (block,) = blocks(text)
    assert entry(block).closing == len(text) - 1


def test_a_good_bank_of_many_questions_has_no_findings(tmp_path: Path) -> None:
    sample = gift(*(f"// [id:q{number}]\n::Q {number}::x{{=a ~b}}" for number in range(200)))
    place = tmp_path / sample.name
    place.write_bytes(sample.data)
    assert validate(place).diagnostics == ()
