"""QTI: one set of names for 2.x and 3.0, every interaction, bare documents and packages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from builder.validate.formats.qti_names import INTERACTIONS, given, name_of
from builder.validate.run import validate
from tests.validate.cartridges import ITEMS, paper
from tests.validate.packages import CP, Sample, package
from tests.validate.qti_packages import MANIFEST, TEST, V21, V30, item, item_3, qti


def ids(sample: Sample, folder: Path) -> list[str]:
    file = folder / sample.name
    file.write_bytes(sample.data)
    return [one.code.id for one in validate(file).diagnostics]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("qti-choice-interaction", "choiceInteraction"),
        ("qti-assessment-item-ref", "assessmentItemRef"),
        ("qti-portable-custom-interaction", "portableCustomInteraction"),
        ("choiceInteraction", "choiceInteraction"),
        ("p", "p"),
    ],
)
def test_3_0_is_read_by_the_names_of_2(tag: str, name: str) -> None:
    assert name_of(etree.Element(f"{{{V30}}}{tag}")) == name


def test_attributes_are_read_by_both_their_names() -> None:
    assert given(etree.fromstring('<a response-identifier=" R "/>'), "responseIdentifier") == "R"
    assert given(etree.fromstring('<a responseIdentifier="R"/>'), "responseIdentifier") == "R"
    assert given(etree.fromstring("<a/>"), "responseIdentifier") == ""


def one_interaction(name: str, cardinality: str, type_: str) -> Sample:
    """An item of one interaction, with as many choices as it may need."""
    choices = "".join(f'<{one} identifier="{one}"/>' for one in INTERACTIONS[name].choices)
    base = f' baseType="{type_}"' if type_ else ""
    return Sample(
        "item.xml",
        f"""<assessmentItem xmlns="{V21}" identifier="i" title="t" adaptive="false" timeDependent="false">
<responseDeclaration identifier="R" cardinality="{cardinality}"{base}/>
<itemBody><{name} responseIdentifier="R">{choices}</{name}></itemBody></assessmentItem>""".encode(),
    )


@pytest.mark.parametrize("name", sorted(INTERACTIONS))
def test_each_interaction_takes_what_it_needs_and_nothing_else(name: str, tmp_path: Path) -> None:
    kind = INTERACTIONS[name]
    for cardinality in ("single", "multiple", "ordered", "record"):
        for type_ in ("identifier", "string", "pair", "point", "file", "boolean", "integer", "directedPair"):
            fits = cardinality in kind.cardinalities and (
                cardinality == "record" or not kind.types or type_ in kind.types
            )
            expected = [] if fits else ["Q10"]
            assert ids(one_interaction(name, cardinality, type_), tmp_path) == expected, (cardinality, type_)


def test_good_packages_and_documents_have_no_findings(tmp_path: Path) -> None:
    for sample in (qti(), item(), item_3()):
        assert ids(sample, tmp_path) == []


def test_the_built_in_variables_need_no_declaration(tmp_path: Path) -> None:
    condition = (
        "<responseProcessing><setOutcomeValue identifier='SCORE'><variable identifier='duration'/></setOutcomeValue>"
        "</responseProcessing><modalFeedback outcomeIdentifier='completionStatus' identifier='completed'"
        " showHide='show'/></assessmentItem>"
    )
    text = item().data.decode()
    start = text[: text.index("<responseProcessing")]
    assert ids(Sample("item.xml", (start + condition).encode()), tmp_path) == []


def test_pairs_are_held_against_the_choices_of_both_sets(tmp_path: Path) -> None:
    body = f"""<assessmentItem xmlns="{V21}" identifier="i" title="t" adaptive="false" timeDependent="false">
<responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse>
<value>a x</value><value>b y</value></correctResponse></responseDeclaration><itemBody>
<matchInteraction responseIdentifier="R"><simpleMatchSet><simpleAssociableChoice identifier="a" matchMax="1"/>
<simpleAssociableChoice identifier="b" matchMax="1"/></simpleMatchSet><simpleMatchSet>
<simpleAssociableChoice identifier="x" matchMax="0"/></simpleMatchSet></matchInteraction></itemBody></assessmentItem>"""
    assert ids(Sample("item.xml", body.encode()), tmp_path) == ["Q11"]


def test_a_mastery_value_lies_between_its_bounds(tmp_path: Path) -> None:
    bounds = 'identifier="SCORE" normalMinimum="0" normalMaximum="10" masteryValue="{}"'
    assert ids(item(('identifier="SCORE"', bounds.format(11))), tmp_path) == ["Q4"]
    assert ids(item(('identifier="SCORE"', bounds.format(10))), tmp_path) == []


def test_a_bare_test_is_not_asked_for_its_items(tmp_path: Path) -> None:
    test = Sample("test.xml", qti_file(TEST))
    assert ids(test, tmp_path) == []


def qti_file(path: str) -> bytes:

    with ZipFile(BytesIO(qti().data)) as archive:
        return archive.read(path)


def test_files_of_a_dependency_are_listed(tmp_path: Path) -> None:
    picture = '<resource identifier="R-P" type="webcontent" href="items/a.png"><file href="items/a.png"/></resource>'
    changes = (
        ("items/choice.xml", "<itemBody>", '<itemBody><p><img src="a.png" alt="A"/></p>'),
        (MANIFEST, "</resources>", f"{picture}</resources>"),
        (
            MANIFEST,
            '<file href="items/choice.xml"/>',
            '<file href="items/choice.xml"/><dependency identifierref="R-P"/>',
        ),
    )
    assert ids(qti(*changes, **{"items/a_png": b"x"}), tmp_path) == []


def test_qti_1_2_is_judged_bare_and_in_a_package(tmp_path: Path) -> None:
    good = paper(f"<section ident='S'>{''.join(ITEMS.values())}</section>")
    bad = good.replace('ident="tf"', 'ident="mc"')
    assert ids(Sample("questions.xml", good.encode()), tmp_path) == []
    assert ids(Sample("questions.xml", bad.encode()), tmp_path) == ["Q21"]
    manifest = f"""<manifest xmlns="{CP}" identifier="M"><organizations/><resources><resource identifier="R"
type="imsqti_xmlv1p2" href="q.xml"><file href="q.xml"/></resource></resources></manifest>"""
    assert ids(package({MANIFEST: manifest, "q.xml": bad}), tmp_path) == ["Q21"]
