"""The engine that judges our items, on items and expressions written by hand from the specification."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from tests.support.qti_engine import Session, Unsupported, read_item, read_test
from tests.support.qti_engine.expressions import Scope, evaluate
from tests.support.qti_engine.patterns import fits
from tests.support.qti_engine.values import Value, container, single

NS = "http://www.imsglobal.org/xsd/imsqti_v2p1"

VARIABLES = {
    "ONE": single("identifier", "a"),
    "SOME": container("multiple", "identifier", ["a", "b"]),
    "ROW": container("ordered", "identifier", ["a", "b", "c"]),
    "PART": container("ordered", "identifier", ["b", "c"]),
    "TEXT": single("string", "Geneva"),
    "NUMBER": single("float", 2.5),
    "NONE": None,
}

V = '<variable identifier="{}"/>'.format
WHOLE = '<baseValue baseType="integer">{}</baseValue>'.format
F = '<baseValue baseType="float">{}</baseValue>'.format
S = '<baseValue baseType="string">{}</baseValue>'.format
A = '<baseValue baseType="identifier">a</baseValue>'
T, N = ('<baseValue baseType="boolean">true</baseValue>', '<baseValue baseType="boolean">false</baseValue>')
NULL = "<null/>"


def value(xml: str) -> object:
    """What an expression comes to: its datum, its data, or None."""
    element = etree.fromstring(f'<x xmlns="{NS}">{xml}</x>')[0]
    found = evaluate(element, Scope(VARIABLES))
    return found if found is None else found.items[0] if found.cardinality == "single" else found.items


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"<and>{T}{T}</and>", True),
        (f"<and>{T}{NULL}</and>", None),
        (f"<and>{NULL}{N}</and>", False),
        (f"<or>{N}{T}{NULL}</or>", True),
        (f"<or>{N}{NULL}</or>", None),
        (f"<or>{N}{N}</or>", False),
        (f"<not>{T}</not>", False),
        (f"<not>{NULL}</not>", None),
        (f"<isNull>{V('NONE')}</isNull>", True),
        (f"<isNull>{V('ONE')}</isNull>", False),
        (f"<isNull>{S('')}</isNull>", True),
        (f"<match>{V('ONE')}{A}</match>", True),
        (f"<match>{V('NONE')}{A}</match>", None),
        (f"<match>{V('SOME')}<multiple>{V('PART')}</multiple></match>", False),
        (f"<match>{V('SOME')}{V('SOME')}</match>", True),
        (f'<stringMatch caseSensitive="false">{V("TEXT")}{S("GENEVA")}</stringMatch>', True),
        (f'<stringMatch caseSensitive="true">{V("TEXT")}{S("GENEVA")}</stringMatch>', False),
        (f'<stringMatch caseSensitive="true" substring="true">{V("TEXT")}{S("nev")}</stringMatch>', True),
        (f'<patternMatch pattern="Gen.*">{V("TEXT")}</patternMatch>', True),
        (f'<patternMatch pattern="Gen">{V("TEXT")}</patternMatch>', False),
        (f'<equal toleranceMode="exact">{V("NUMBER")}{F("2.50")}</equal>', True),
        (f'<equal toleranceMode="absolute" tolerance="0.5">{V("NUMBER")}{F(3)}</equal>', True),
        (
            f'<equal toleranceMode="absolute" tolerance="0.5" includeUpperBound="false">{V("NUMBER")}{F(3)}</equal>',
            False,
        ),
        (f'<equal toleranceMode="absolute" tolerance="1 0.1">{V("NUMBER")}{F(3)}</equal>', False),
        (f'<equal toleranceMode="relative" tolerance="20">{V("NUMBER")}{F(3)}</equal>', True),
        (f"<gt>{V('NUMBER')}{F(2.5)}</gt>", False),
        (f"<gte>{V('NUMBER')}{F(2.5)}</gte>", True),
        (f"<lt>{WHOLE(2)}{V('NUMBER')}</lt>", True),
        (f"<lte>{WHOLE(3)}{V('NUMBER')}</lte>", False),
        (f"<gte>{V('NONE')}{F(2.5)}</gte>", None),
        (f"<sum>{WHOLE(1)}{WHOLE(2)}</sum>", 3),
        (f"<sum>{WHOLE(1)}{F(0.5)}</sum>", 1.5),
        (f"<sum>{WHOLE(1)}{NULL}</sum>", None),
        (f"<product>{WHOLE(4)}{F(0.5)}</product>", 2.0),
        (f"<subtract>{WHOLE(1)}{WHOLE(4)}</subtract>", -3),
        (f"<divide>{WHOLE(1)}{WHOLE(4)}</divide>", 0.25),
        (f"<divide>{WHOLE(1)}{WHOLE(0)}</divide>", None),
        (f"<min>{WHOLE(3)}{F(1.5)}</min>", 1.5),
        (f"<max>{WHOLE(3)}{WHOLE(2)}</max>", 3),
        (f'<index n="2">{V("ROW")}</index>', "b"),
        (f'<index n="4">{V("ROW")}</index>', None),
        (f"<member>{A}{V('SOME')}</member>", True),
        (f"<member>{A}{V('PART')}</member>", False),
        (f"<contains>{V('ROW')}{V('PART')}</contains>", True),
        (f"<contains>{V('PART')}{V('ROW')}</contains>", False),
        (f"<contains>{V('SOME')}<multiple>{A}{A}</multiple></contains>", False),
        (f"<delete>{A}{V('SOME')}</delete>", ("b",)),
        (f"<multiple>{V('SOME')}{V('NONE')}{A}</multiple>", ("a", "b", "a")),
        ("<multiple/>", None),
        (f"<ordered>{V('PART')}{A}</ordered>", ("b", "c", "a")),
        (f"<containerSize>{V('ROW')}</containerSize>", 3),
        (f"<containerSize>{V('NONE')}</containerSize>", 0),
    ],
)
def test_expressions(xml: str, expected: object) -> None:
    found = value(xml)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "xml",
    [
        "<mathConstant name='pi'/>",
        V("NOWHERE"),
        f"<match>{V('ONE')}{V('TEXT')}</match>",
        f"<sum>{V('TEXT')}</sum>",
        f'<index n="1">{V("SOME")}</index>',
        f'<patternMatch pattern="a*?">{V("TEXT")}</patternMatch>',
        '<testVariables variableIdentifier="SCORE"/>',
    ],
)
def test_what_is_not_known_is_refused(xml: str) -> None:
    with pytest.raises(Unsupported):
        value(xml)


@pytest.mark.parametrize(
    ("pattern", "text", "whole"),
    [
        ("a|bc", "bc", True),
        ("a|b", "ab", False),
        ("^a$", "^a$", True),
        ("^a$", "a", False),
        ("a.c", "a\nc", False),
        ("[.$^]+", ".$^", True),
        ("[^a]", "^", True),
        ("\\s", "\u00a0", False),
        ("[\\s\\S]*", "a\u00a0\nb", True),
        ("\\[\\]", "[]", True),
        ("a{2,3}", "aaaa", False),
    ],
)
def test_patterns_are_those_of_xml_schema(pattern: str, text: str, whole: bool) -> None:  # noqa: FBT001
    assert fits(pattern, text) == whole


@pytest.mark.parametrize("pattern", ["(?:a)", "a+?", "\\bword", "\\d", "[a", "[a-z-[b]]", "\\"])
def test_other_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(Unsupported):
        fits(pattern, "a")


TEMPLATE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"


def item(declared: str, processing: str, *, adaptive: bool = False) -> Session:
    head = f'xmlns="{NS}" identifier="i" title="T" adaptive="{str(adaptive).lower()}" timeDependent="false"'
    xml = f"""<assessmentItem {head}>
    {declared}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
    <outcomeDeclaration identifier="STEP" cardinality="single" baseType="integer">
    <defaultValue><value>1</value></defaultValue></outcomeDeclaration>
    <itemBody><p/></itemBody>{processing}</assessmentItem>"""
    return Session(read_item(xml.encode()))


CHOICE = """<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
<correctResponse><value>a</value><value>b</value></correctResponse>
<mapping lowerBound="0" upperBound="1.5" defaultValue="-0.5">
<mapEntry mapKey="a" mappedValue="1"/><mapEntry mapKey="b" mappedValue="1"/></mapping></responseDeclaration>"""


@pytest.mark.parametrize(
    ("given", "matched", "mapped"),
    [(["b", "a"], 1.0, 1.5), (["a"], 0.0, 1.0), (["a", "x"], 0.0, 0.5), (["x", "y"], 0.0, 0.0), ([], 0.0, 0.0)],
)
def test_templates(given: list[str], matched: float, mapped: float) -> None:
    for name, score in (("match_correct", matched), ("map_response", mapped)):
        session = item(CHOICE, f'<responseProcessing template="{TEMPLATE}{name}"/>')
        assert session.attempt({"RESPONSE": given})["SCORE"] == single("float", score)
    with pytest.raises(Unsupported):
        item(CHOICE, f'<responseProcessing template="{TEMPLATE}cc2"/>').attempt({})


def test_a_mapping_of_texts_knows_capitals() -> None:
    declared = """<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><mapping>
    <mapEntry mapKey="Bern" mappedValue="2" caseSensitive="false"/><mapEntry mapKey="Rome" mappedValue="1"/>
    </mapping></responseDeclaration>"""
    session = item(declared, f'<responseProcessing template="{TEMPLATE}map_response"/>')
    scores = {text: session.attempt({"RESPONSE": text})["SCORE"] for text in ("BERN", "Rome", "ROME")}
    assert [one.items[0] for one in scores.values() if one] == [2.0, 1.0, 0.0]


def test_conditions_take_the_first_branch_that_holds_and_null_does_not() -> None:
    number = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float"/>'

    def give(score: object) -> str:
        return f'<setOutcomeValue identifier="SCORE">{F(score)}</setOutcomeValue>'

    rules = f"""<responseProcessing><responseCondition>
    <responseIf><gt>{V("RESPONSE")}{F(10)}</gt>{give(3)}<exitResponse/></responseIf>
    <responseElseIf><gt>{V("RESPONSE")}{F(5)}</gt>{give(2)}</responseElseIf>
    <responseElse>{give(1)}</responseElse></responseCondition>
    <setOutcomeValue identifier="STEP">{WHOLE(9)}</setOutcomeValue></responseProcessing>"""
    for typed, score, step in (("11", 3.0, 1), ("6", 2.0, 9), ("1", 1.0, 9), ("six", 1.0, 9), (None, 1.0, 9)):
        outcomes = item(number, rules).attempt({"RESPONSE": typed})
        assert (outcomes["SCORE"], outcomes["STEP"]) == (single("float", score), single("integer", step))


def test_outcomes_start_anew_but_in_adaptive_items() -> None:
    rules = f"""<responseProcessing>
    <setOutcomeValue identifier="STEP"><sum>{V("STEP")}{WHOLE(1)}</sum></setOutcomeValue>
    <responseCondition><responseIf><gte>{V("STEP")}{WHOLE(3)}</gte><setOutcomeValue identifier="completionStatus">
    <baseValue baseType="identifier">completed</baseValue></setOutcomeValue></responseIf></responseCondition>
    </responseProcessing>"""
    plain, adaptive = item("", rules), item("", rules, adaptive=True)
    assert [plain.attempt({})["STEP"] for _ in range(3)] == [single("integer", 2)] * 3
    assert [adaptive.attempt({})["STEP"] for _ in range(4)] == [single("integer", n) for n in (2, 3, 3, 3)]


def test_an_outcome_takes_its_own_kind_only() -> None:
    wrong = f'<responseProcessing><setOutcomeValue identifier="STEP">{F(1)}</setOutcomeValue></responseProcessing>'
    with pytest.raises(Unsupported):
        item("", wrong).attempt({})
    with pytest.raises(Unsupported):
        item("", wrong.replace("STEP", "NOWHERE")).attempt({})
    with pytest.raises(Unsupported):
        item("", "").attempt({"NOWHERE": "a"})


PAPER = f"""<assessmentTest xmlns="{NS}" identifier="t" title="T">
<outcomeDeclaration identifier="TOTAL" cardinality="single" baseType="float"/>
<testPart identifier="p" navigationMode="linear" submissionMode="individual">
<assessmentSection identifier="s1" title="One" visible="true"><ordering shuffle="true"/>
  <assessmentItemRef identifier="first" href="i.xml" fixed="true"><weight identifier="W" value="2"/></assessmentItemRef>
  <assessmentSection identifier="s2" title="Two" visible="false" keepTogether="false"><selection select="2"/>
    <assessmentItemRef identifier="a" href="i.xml"/><assessmentItemRef identifier="b" href="i.xml" required="true"/>
    <assessmentItemRef identifier="c" href="i.xml"/></assessmentSection>
  <assessmentSection identifier="s3" title="Three" visible="true">
    <assessmentItemRef identifier="d" href="i.xml"/><assessmentItemRef identifier="e" href="i.xml"/></assessmentSection>
</assessmentSection></testPart>
<outcomeProcessing><setOutcomeValue identifier="TOTAL"><sum>
<testVariables variableIdentifier="SCORE" weightIdentifier="W"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>"""


def test_a_test_selects_orders_and_sums() -> None:
    paper = read_test(PAPER.encode())
    orders = {tuple(one.identifier for one in paper.present(Random(seed))) for seed in range(200)}
    assert all(order[0] == "first" and len(order) == 5 and "b" in order for order in orders)
    assert all(order.index("e") == order.index("d") + 1 for order in orders)
    assert len(orders) == 12, "a or c beside b, and three blocks in any order"
    held = item(CHOICE, f'<responseProcessing template="{TEMPLATE}match_correct"/>').item
    presented = paper.present(Random(1))
    right = {"RESPONSE": ["a", "b"]}
    outcomes = paper.result(presented, {"i.xml": held}, {"first": right, "b": right, "d": {"RESPONSE": ["a"]}})
    assert outcomes["TOTAL"] == Value("single", "float", (3.0,))
