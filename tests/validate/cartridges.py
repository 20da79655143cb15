"""A small Common Cartridge 1.1 made in code, with every kind of resource."""

from __future__ import annotations

from tests.validate.packages import PAGE, Sample, changed, package

XSD = "http://www.imsglobal.org/xsd"
MANIFEST = "imsmanifest.xml"
QUIZ = "quiz/quiz.xml"
BANK = "bank/bank.xml"

_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M-1" xmlns="{XSD}/imsccv1p1/imscp_v1p1"
 xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
<lom:lom><lom:general><lom:title><lom:string language="en">Course</lom:string></lom:title></lom:general></lom:lom>
</metadata>
<organizations><organization identifier="O-1" structure="rooted-hierarchy"><item identifier="ROOT">
<item identifier="I-1"><title>Module</title>
<item identifier="I-2" identifierref="R-PAGE"><title>Page</title></item>
<item identifier="I-3" identifierref="R-TOPIC"><title>Topic</title></item>
<item identifier="I-4" identifierref="R-LINK"><title>Link</title></item>
<item identifier="I-5" identifierref="R-QUIZ"><title>Quiz</title></item>
<item identifier="I-6" identifierref="R-TOOL"><title>Tool</title></item>
</item></item></organization></organizations>
<resources>
<resource identifier="R-PAGE" type="webcontent" href="page.html"><file href="page.html"/></resource>
<resource identifier="R-TOPIC" type="imsdt_xmlv1p1"><file href="topic.xml"/></resource>
<resource identifier="R-LINK" type="imswl_xmlv1p1"><file href="link.xml"/></resource>
<resource identifier="R-QUIZ" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="quiz/quiz.xml"/></resource>
<resource identifier="R-BANK" type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"><file href="bank/bank.xml"/></resource>
<resource identifier="R-TOOL" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>
</resources></manifest>"""

_TOPIC = f"""<topic xmlns="{XSD}/imsccv1p1/imsdt_v1p1"><title>Topic</title><text texttype="text/plain">Say hello</text>
</topic>"""
_LINK = (
    f"""<webLink xmlns="{XSD}/imsccv1p1/imswl_v1p1"><title>Link</title><url href="https://example.org/"/></webLink>"""
)
_TOOL = f"""<cartridge_basiclti_link xmlns="{XSD}/imslticc_v1p0" xmlns:blti="{XSD}/imsbasiclti_v1p0"
 xmlns:lticp="{XSD}/imslticp_v1p0">
<blti:title>Tool</blti:title><blti:secure_launch_url>https://example.org/lti</blti:secure_launch_url>
<blti:vendor><lticp:code>example.org</lticp:code><lticp:name>Example</lticp:name></blti:vendor>
</cartridge_basiclti_link>"""

CHOICES = """<response_lid ident="r" rcardinality="{}"><render_choice>
<response_label ident="a"><material><mattext>A</mattext></material></response_label>
<response_label ident="b"><material><mattext>B</mattext></material></response_label>
<response_label ident="c"><material><mattext>C</mattext></material></response_label></render_choice></response_lid>"""
TRUTHS = """<response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="true"><material><mattext>True</mattext></material></response_label>
<response_label ident="false"><material><mattext>False</mattext></material></response_label></render_choice>
</response_lid>"""
BLANK = '<response_str ident="r" rcardinality="Single"><render_fib/></response_str>'


def right(conditions: str) -> str:
    """A condition that gives all points."""
    return f"""<respcondition continue="No"><conditionvar>{conditions}</conditionvar>
<setvar action="Set" varname="SCORE">100</setvar></respcondition>"""


def item(ident: str, profile: str, response: str, conditions: str, more: str = "", *, fields: str = "") -> str:
    """A question of the profile of Common Cartridge."""
    outcomes = '<outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/></outcomes>'
    processing = f"<resprocessing>{outcomes}{conditions}</resprocessing>" if conditions else ""
    return f"""<item ident="{ident}" title="{ident}"><itemmetadata><qtimetadata><qtimetadatafield>
<fieldlabel>cc_profile</fieldlabel><fieldentry>cc.{profile}.v0p1</fieldentry></qtimetadatafield>{fields}</qtimetadata>
</itemmetadata><presentation><material><mattext>Which?</mattext></material>{response}</presentation>
{processing}{more}</item>"""


EQUAL = '<varequal respident="r">{}</varequal>'
BOTH = (
    '<and><varequal respident="r" case="Yes">a</varequal><varequal respident="r" case="Yes">b</varequal>'
    '<not><varequal respident="r" case="Yes">c</varequal></not></and>'
)
BY_HAND = "<qtimetadatafield><fieldlabel>qmd_computerscored</fieldlabel><fieldentry>No</fieldentry></qtimetadatafield>"
ITEMS = {
    "mc": item("mc", "multiple_choice", CHOICES.format("Single"), right(EQUAL.format("a"))),
    "mr": item("mr", "multiple_response", CHOICES.format("Multiple"), right(BOTH)),
    "tf": item("tf", "true_false", TRUTHS, right(EQUAL.format("true"))),
    "fib": item("fib", "fib", BLANK, right(EQUAL.format("Paris"))),
    "es": item("es", "essay", BLANK, "", fields=BY_HAND),
}


def paper(inside: str) -> str:
    return f'<questestinterop xmlns="{XSD}/ims_qtiasiv1p2">{inside}</questestinterop>'


_QUIZ = paper(
    """<assessment ident="A-1" title="Quiz"><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
<fieldentry>cc.exam.v0p1</fieldentry></qtimetadatafield></qtimetadata><section ident="S-1">"""
    + "".join(ITEMS.values())
    + "</section></assessment>"
)
_BANK = paper(f'<objectbank ident="B-1">{ITEMS["mc"].replace("mc", "mc2")}</objectbank>')

FILES = {
    MANIFEST: _MANIFEST,
    "page.html": PAGE,
    "topic.xml": _TOPIC,
    "link.xml": _LINK,
    "tool.xml": _TOOL,
    QUIZ: _QUIZ,
    BANK: _BANK,
}


def cartridge(*changes: tuple[str, str, str], name: str = "course.imscc", **more: str) -> Sample:
    """The cartridge, with each change made to a file: path, old text, new text; ``more`` as in ``packages.scorm12``."""
    files = dict(FILES)
    for path, old, new in changes:
        files[path] = changed(files[path], (old, new))
    return package({**files, **{key.replace("_", "."): text for key, text in more.items()}}, name)


def of_version(minor: int, *changes: tuple[str, str, str]) -> Sample:
    """The cartridge as another version has it: all its names but those of LTI and QTI."""
    files = {path: _renamed(text, minor) for path, text in FILES.items()}
    for path, old, new in changes:
        files[path] = changed(files[path], (old, new))
    return package(files, "course.imscc")


def _renamed(text: str, minor: int) -> str:
    family = f"imsccv1p{minor}" if minor else "imscc"
    schemas = f"{XSD}/{family}" if minor else XSD
    for old, new in (
        (f"{XSD}/imsccv1p1/imsdt_v1p1", f"{schemas}/imsdt_v1p{minor}"),
        (f"{XSD}/imsccv1p1/imswl_v1p1", f"{schemas}/imswl_v1p{minor}"),
        ("imsccv1p1/LOM/manifest", f"{family}/LOM" + ("/manifest" if minor else "")),
        ("imsccv1p1", family),
        ("imsdt_xmlv1p1", f"imsdt_xmlv1p{minor}"),
        ("imswl_xmlv1p1", f"imswl_xmlv1p{minor}"),
        ("imscc_xmlv1p1", f"imscc_xmlv1p{minor}"),
        ("1.1.0", f"1.{minor}.0"),
    ):
        text = text.replace(old, new)
    return text
