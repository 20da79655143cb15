"""Common Cartridge: every version by its own names, the tree, the profile of QTI 1.2."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.validate.formats.cc import is_name
from builder.validate.formats.cc_names import BANK, OTHER, TEST, TOOL, TOPIC, VERSIONS, kind_of, version_of
from builder.validate.run import validate
from tests.support import schemas
from tests.validate.cartridges import CHOICES, EQUAL, MANIFEST, QUIZ, XSD, cartridge, item, of_version, paper, right
from tests.validate.packages import Sample, package

FIELD = "<qtimetadatafield><fieldlabel>{}</fieldlabel><fieldentry>{}</fieldentry></qtimetadatafield>"


def ids(sample: Sample, folder: Path, lms: str = "") -> list[str]:
    file = folder / sample.name
    file.write_bytes(sample.data)
    return [one.code.id for one in validate(file, lms).diagnostics]


@pytest.mark.parametrize("minor", [0, 1, 2, 3])
def test_a_good_cartridge_of_each_version_has_no_findings(minor: int, tmp_path: Path) -> None:
    expected = ["C11"] if minor == 0 else []  # 1.0 has no LTI links
    assert ids(of_version(minor), tmp_path) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("1.0.0", "1.0.0"), ("1.2", "1.2.0"), ("1.4.0", "1.3.0"), ("", "1.3.0")]
)
def test_a_version_is_known_by_its_number(number: str, expected: str) -> None:
    assert version_of(number).number == expected


def test_the_names_of_1_1_are_those_of_its_schema() -> None:
    text = (schemas.schemas_folder() / "imscc-1.1" / "ccv1p1_imscp_v1p2_v1p0.xsd").read_text(encoding="utf-8")
    assert all(f'value="{name}"' in text for name in VERSIONS["1.1.0"].types | VERSIONS["1.1.0"].uses)
    assert f'targetNamespace="{VERSIONS["1.1.0"].manifest}"' in text


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("imsdt_xmlv1p3", TOPIC),
        ("imsqti_xmlv1p2/imscc_xmlv1p0/assessment", TEST),
        ("imsqti_xmlv1p2/imscc_xmlv1p3/question-bank", BANK),
        ("imsbasiclti_xmlv1p3", TOOL),
        ("assignment_xmlv1p0", OTHER),
        ("", OTHER),
    ],
)
def test_a_resource_is_known_by_its_type(type_: str, kind: str) -> None:
    assert kind_of(type_) == kind


@pytest.mark.parametrize(
    ("name", "expected"), [("I-1", True), ("_a.b", True), ("é1", True), ("1a", False), ("a b", False)]
)
def test_an_identifier_is_an_xml_name(name: str, expected: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_name(name) is expected


def test_identifiers_are_trimmed_before_they_are_compared(tmp_path: Path) -> None:
    spaced = (MANIFEST, 'identifierref="R-PAGE"', 'identifierref=" R-PAGE "')
    assert ids(cartridge(spaced), tmp_path) == []


def test_canvas_habits_are_warnings(tmp_path: Path) -> None:
    changes = (
        (QUIZ, "</qtimetadata><section", FIELD.format("cc_maxattempts", "10") + "</qtimetadata><section"),
        (MANIFEST, "imsdt_xmlv1p1", "imsdt_xmlv1p0"),
        (MANIFEST, "I-6", "I-5"),
    )
    assert set(ids(cartridge(*changes), tmp_path)) == {"C11", "C20", "C25"}


def test_a_feedback_of_the_wrong_kind_is_named(tmp_path: Path) -> None:
    show = (
        '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
        '<displayfeedback feedbacktype="Response" linkrefid="hint"/></respcondition>'
    )
    hint = '<itemfeedback ident="hint"><flow_mat/></itemfeedback>'
    one = item("h", "multiple_choice", CHOICES.format("Single"), show + right(EQUAL.format("a")), hint)
    assert ids(cartridge((QUIZ, "</section>", f"{one}</section>")), tmp_path) == ["C22", "C22"]


def test_conditions_are_read_through_and_or_and_not(tmp_path: Path) -> None:
    deep = f"<or><and><not>{EQUAL.format('x')}</not></and></or>"
    one = item("d", "multiple_choice", CHOICES.format("Single"), right(deep))
    assert ids(cartridge((QUIZ, "</section>", f"{one}</section>")), tmp_path) == ["Q23"]


def test_a_missing_document_is_left_to_the_rule_of_references(tmp_path: Path) -> None:
    found = ids(cartridge((MANIFEST, '<file href="topic.xml"/>', '<file href="gone.xml"/>')), tmp_path)
    assert found[0] == "Z8"
    assert "C16" not in found


def test_moodle_restores_1_0_and_1_1_only(tmp_path: Path) -> None:
    for minor, expected in ((0, False), (1, False), (2, True), (3, True)):
        assert ("MC1" in ids(of_version(minor), tmp_path, "moodle")) is expected


def test_an_attribute_of_another_namespace_is_not_held_against_the_schema(tmp_path: Path) -> None:
    based = (MANIFEST, "<resources>", '<resources xml:base="./">')
    assert "MC4" not in ids(cartridge(based), tmp_path, "moodle")


def test_a_bank_that_canvas_exports_as_qti_is_not_held_to_the_profile(tmp_path: Path) -> None:
    """It has the namespace of a cartridge and calls itself IMS Content; its questions are Canvas' own."""
    manifest = f"""<manifest identifier="M" xmlns="{XSD}/imsccv1p1/imscp_v1p1" xmlns:imsmd="{XSD}/imsmd_v1p2"><metadata>
<schema>IMS Content</schema><schemaversion>1.1.3</schemaversion><imsmd:lom><imsmd:general><imsmd:title><imsmd:string>T
</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata><organizations/><resources>
<resource identifier="R" type="imsqti_xmlv1p2"><file href="a/a.xml"/></resource></resources></manifest>"""
    one = item("q", "multiple_choice", CHOICES.format("Single"), right(EQUAL.format("a"))).replace("cc_profile", "own")
    found = ids(package({MANIFEST: manifest, "a/a.xml": paper(f"<assessment>{one}</assessment>")}), tmp_path)
    assert set(found) == {"C11", "C17"}
