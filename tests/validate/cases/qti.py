"""QTI 2.1 and 3.0: Q1-Q18, Q27-Q36."""

from __future__ import annotations

from tests.validate.packages import Case
from tests.validate.qti_packages import CHOICE, MANIFEST, TEST, item, item_3, qti

GOOD = qti()
ORDER = '<assessmentItemRef identifier="i2" href="items/text.xml"/>'
BRANCH = '<assessmentItemRef identifier="i2" href="items/text.xml"><branchRule target="{}"><isNull><variable '
BRANCH += 'identifier="{}"/></isNull></branchRule></assessmentItemRef>'
IMG = '<itemBody><p><img src="a.png" alt="A"/></p><choiceInteraction'
LISTED = '<file href="items/choice.xml"/><file href="items/a.png"/>'
PICTURE = {"items/a_png": b"x"}

CASES = {
    "Q1": Case(qti((MANIFEST, "QTIv2.1 Package", "QTIv2.2 Package"), (MANIFEST, "1.0.0", "1.1.0")), GOOD),
    "Q2": Case(qti((CHOICE, "<prompt>Which?</prompt>", "<promt>Which?</promt>")), GOOD, schemas=True),
    "Q3": Case(item_3(('"B">', '"A">')), item_3()),
    "Q4": Case(
        item(('minChoices="0"', 'minChoices="2"')),
        item(('minChoices="0" maxChoices="1"', 'minChoices="1" maxChoices="0"')),
    ),
    "Q5": Case(qti((TEST, 'identifier="i2"', 'identifier="i1"')), GOOD),
    "Q6": Case(item(("/match_correct", "/own")), item()),
    "Q7": Case(qti((TEST, "items/text.xml", "items/gone.xml")), GOOD),
    "Q8": Case(qti((MANIFEST, "imsqti_item_xmlv2p1", "imsqti_item_xmlv2p2")), GOOD),
    "Q9": Case(item_3(('response-identifier="RESPONSE"', 'response-identifier="ANSWER"')), item_3()),
    "Q10": Case(item(('baseType="identifier"', 'baseType="string"')), item()),
    "Q11": Case(item(("<value>A<", "<value>C<")), item(("<value>A<", "<value> B <"))),
    "Q12": Case(
        qti((CHOICE, "<itemBody><choiceInteraction", IMG)),
        qti(
            (CHOICE, "<itemBody><choiceInteraction", IMG),
            (MANIFEST, '<file href="items/choice.xml"/>', LISTED),
            **PICTURE,
        ),
    ),
    "Q13": Case(
        qti((CHOICE, "<itemBody><choiceInteraction", IMG), **PICTURE),
        qti(
            (CHOICE, "<itemBody><choiceInteraction", IMG),
            (MANIFEST, '<file href="items/choice.xml"/>', LISTED),
            **PICTURE,
        ),
    ),
    "Q14": Case(
        qti((TEST, 'select="1"', 'select="3"')), qti((TEST, 'select="1"', 'select="3" withReplacement="true"'))
    ),
    "Q15": Case(item(('identifier="SCORE"', 'identifier="POINTS"')), item_3()),
    "Q16": Case(item_3(("<qti-correct-response><qti-value>A</qti-value></qti-correct-response>", "")), item_3()),
    "Q17": Case(qti((CHOICE, "</itemBody>", "</itmBody>")), GOOD),
    "Q18": Case(qti((CHOICE, "imsqti_v2p1", "imsqti_v2p2")), GOOD),
    "Q27": Case(
        item(("</itemBody>", '<extendedTextInteraction responseIdentifier="RESPONSE"/></itemBody>')),
        item(
            ("<itemBody>", '<responseDeclaration identifier="R2" cardinality="single" baseType="string"/><itemBody>'),
            ("</itemBody>", '<extendedTextInteraction responseIdentifier="R2"/></itemBody>'),
        ),
    ),
    "Q28": Case(
        qti((TEST, ORDER, BRANCH.format("i9", "i1.SCORE"))), qti((TEST, ORDER, BRANCH.format("EXIT_TEST", "i1.SCORE")))
    ),
    "Q29": Case(qti((TEST, 'weightIdentifier="W"', 'weightIdentifier="V"')), GOOD),
    "Q30": Case(
        qti((TEST, ORDER, BRANCH.format("EXIT_TEST", "i9.SCORE"))),
        qti((TEST, ORDER, BRANCH.format("EXIT_TEST", "i2.SCORE"))),
    ),
    "Q31": Case(item(("<itemBody>", "<templateProcessing><numberCorrect/></templateProcessing><itemBody>")), item()),
    "Q33": Case(
        qti((TEST, "</testPart>", '<assessmentSection identifier="s2" title="S" visible="true"/></testPart>')), GOOD
    ),
    "Q36": Case(qti((MANIFEST, "</resources>", "<other/></resources>")), GOOD, schemas=True),
}
