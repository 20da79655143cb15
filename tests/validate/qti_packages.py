"""Small packages of QTI 2.1 and 3.0 made in code: two items and a test."""

from __future__ import annotations

from tests.validate.packages import CP, Sample, changed, package

V21 = "http://www.imsglobal.org/xsd/imsqti_v2p1"
V30 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
RP = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
RP30 = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates"
MANIFEST, CHOICE, TEXT, TEST = "imsmanifest.xml", "items/choice.xml", "items/text.xml", "test.xml"

_OUTCOME = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
_CHOICE = f"""<assessmentItem xmlns="{V21}" identifier="choice" title="Choice" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse>
<value>A</value></correctResponse></responseDeclaration>{_OUTCOME}
<itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" minChoices="0" maxChoices="1">
<prompt>Which?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice>
</choiceInteraction></itemBody>
<responseProcessing template="{RP}/match_correct"/></assessmentItem>"""
_TEXT = f"""<assessmentItem xmlns="{V21}" identifier="text" title="Text" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><correctResponse>
<value>Paris</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="Paris" mappedValue="1"/></mapping>
</responseDeclaration>{_OUTCOME}
<itemBody><p>The capital is <textEntryInteraction responseIdentifier="RESPONSE"/>.</p></itemBody>
<responseProcessing template="{RP}/map_response"/></assessmentItem>"""
_TEST = f"""<assessmentTest xmlns="{V21}" identifier="test" title="Test">
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">
<assessmentSection identifier="section" title="Section" visible="true"><selection select="1"/>
<assessmentItemRef identifier="i1" href="items/choice.xml"><weight identifier="W" value="2"/></assessmentItemRef>
<assessmentItemRef identifier="i2" href="items/text.xml"/></assessmentSection></testPart>
<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum>
<testVariables variableIdentifier="SCORE" weightIdentifier="W"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>"""
_MANIFEST = f"""<manifest xmlns="{CP}" identifier="M-1"><metadata><schema>QTIv2.1 Package</schema>
<schemaversion>1.0.0</schemaversion></metadata><organizations/><resources>
<resource identifier="R-TEST" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>
<dependency identifierref="R-1"/><dependency identifierref="R-2"/></resource>
<resource identifier="R-1" type="imsqti_item_xmlv2p1" href="items/choice.xml"><file href="items/choice.xml"/></resource>
<resource identifier="R-2" type="imsqti_item_xmlv2p1" href="items/text.xml"><file href="items/text.xml"/></resource>
</resources></manifest>"""
_CHOICE_30 = f"""<qti-assessment-item xmlns="{V30}" identifier="choice" title="Choice" adaptive="false"
 time-dependent="false" xml:lang="en"><qti-response-declaration identifier="RESPONSE" cardinality="single"
 base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-item-body><qti-choice-interaction response-identifier="RESPONSE" min-choices="0" max-choices="1">
<qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>
</qti-choice-interaction></qti-item-body>
<qti-response-processing template="{RP30}/match_correct.xml"/></qti-assessment-item>"""

FILES = {MANIFEST: _MANIFEST, TEST: _TEST, CHOICE: _CHOICE, TEXT: _TEXT}


def qti(*changes: tuple[str, str, str], **more: str | bytes) -> Sample:
    """A package of QTI 2.1, with each change made to a file: path, old text, new text."""
    files: dict[str, str | bytes] = dict(FILES)
    for path, old, new in changes:
        files[path] = changed(str(files[path]), (old, new))
    return package({**files, **{key.replace("_", "."): data for key, data in more.items()}}, "qti.zip")


def item(*changes: tuple[str, str]) -> Sample:
    """A bare item of QTI 2.1."""
    return Sample("item.xml", changed(_CHOICE, *changes).encode())


def item_3(*changes: tuple[str, str]) -> Sample:
    """A bare item of QTI 3.0."""
    return Sample("item.xml", changed(_CHOICE_30, *changes).encode())
