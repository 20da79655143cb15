"""Common Cartridge: C1-C29, Q20-Q26 within it, and what Moodle makes of it."""

from __future__ import annotations

from tests.validate.cartridges import (
    BLANK,
    EQUAL,
    ITEMS,
    MANIFEST,
    QUIZ,
    TRUTHS,
    cartridge,
    item,
    of_version,
    right,
)
from tests.validate.packages import Case, Sample

PAGE_ITEM = '<item identifier="I-2" identifierref="R-PAGE"><title>Page</title></item>'
PAGE_RESOURCE = '<resource identifier="R-PAGE" type="webcontent" href="page.html"><file href="page.html"/></resource>'
TOPIC_FILE = '<file href="topic.xml"/>'
LOM_TITLE = '<lom:title><lom:string language="en">Course</lom:string></lom:title>'
FIELD = "<qtimetadatafield><fieldlabel>{}</fieldlabel><fieldentry>{}</fieldentry></qtimetadatafield>"


def manifest(*changes: tuple[str, str]) -> Sample:
    return cartridge(*((MANIFEST, old, new) for old, new in changes))


def quiz(*changes: tuple[str, str]) -> Sample:
    return cartridge(*((QUIZ, old, new) for old, new in changes))


def extra(text: str) -> Sample:
    """The cartridge with one question more."""
    return quiz(("</section>", f"{text}</section>"))


WEIGHT = FIELD.format("cc_weighting", "3")
GOOD = cartridge()
LAR = '<resource identifier="R-LAR" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="{0}">'
WITH_LAR = LAR + '<file href="{0}"/></resource></resources>'
PATTERN = item("pm", "pattern_match", BLANK, right('<varsubstring respident="r">ari</varsubstring>'))
FEEDBACK = (
    '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
    '<displayfeedback feedbacktype="Response" linkrefid="fb"/></respcondition>'
)
SHOWN = '<itemfeedback ident="fb"><flow_mat><material><mattext>Why</mattext></material></flow_mat></itemfeedback>'
OF_1_0 = of_version(0, ("link.xml", 'xmlns="http://www.imsglobal.org/xsd/imswl_v1p0"', ""))

CASES = {
    "C1": Case(manifest((LOM_TITLE, "")), GOOD),
    "C2": Case(manifest(("<title>Topic</title>", "")), of_version(3)),
    "C3": Case(
        manifest((PAGE_ITEM, PAGE_ITEM.replace("</item>", '<item identifier="X"><title>X</title></item></item>'))), GOOD
    ),
    "C4": Case(manifest(('identifierref="R-PAGE"', 'identifierref="R-BANK"')), GOOD),
    "C5": Case(
        manifest(
            ("/assessment", "/question-bank"),
            ('<item identifier="I-5" identifierref="R-QUIZ">', '<item identifier="I-5">'),
        ),
        of_version(2),
    ),
    "C6": Case(manifest((TOPIC_FILE, TOPIC_FILE + '<file href="page.html"/>')), GOOD),
    "C7": Case(
        manifest(('<file href="link.xml"/>', '<file href="link.xml"/><dependency identifierref="R-PAGE"/>')),
        manifest((TOPIC_FILE, f'{TOPIC_FILE}<dependency identifierref="R-PAGE"/>')),
    ),
    "C8": Case(
        manifest((TOPIC_FILE, f'{TOPIC_FILE}<dependency identifierref="R-LINK"/>')),
        manifest((TOPIC_FILE, f'{TOPIC_FILE}<dependency identifierref="R-PAGE"/>')),
    ),
    "C9": Case(
        manifest((TOPIC_FILE, f'{TOPIC_FILE}<dependency identifierref="R-TOPIC"/>')),
        manifest((TOPIC_FILE, f'{TOPIC_FILE}<dependency identifierref="R-PAGE"/>')),
    ),
    "C10": Case(manifest(('href="page.html"><file', "><file")), GOOD),
    "C11": Case(manifest(("imsdt_xmlv1p1", "imsdt_xmlv1p0")), GOOD),
    "C12": Case(
        manifest(('type="webcontent"', 'type="webcontent" intendeduse="assignment"')),
        of_version(3, (MANIFEST, 'type="webcontent"', 'type="webcontent" intendeduse="assignment"')),
    ),
    "C13": Case(manifest(("</resources>", '</resources><manifest identifier="M-2"/>')), GOOD),
    "C14": Case(quiz(("cc.multiple_choice.v0p1", "cc.matching.v0p1")), extra(PATTERN)),
    "C15": Case(
        manifest(("</resources>", WITH_LAR.format("page.html"))),
        cartridge(
            (MANIFEST, "</resources>", WITH_LAR.format("lar/page.html")),
            (MANIFEST, PAGE_RESOURCE, PAGE_RESOURCE.replace("page.html", "lar/page.html")),
            **{"lar/page_html": "<html lang='en'><title>A</title></html>"},
        ),
    ),
    "C16": Case(cartridge(("topic.xml", "<title>Topic</title>", "")), GOOD),
    "C17": Case(manifest(("1.1.0", "1.0.0")), of_version(2)),
    "C18": Case(manifest((' type="webcontent"', "")), GOOD),
    "C19": Case(manifest(("<organizations>", '<organizations default="O-1">')), GOOD),
    "C20": Case(
        quiz(
            (
                "cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>",
                f"cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>{FIELD.format('points_possible', '1')}",
            )
        ),
        quiz(
            (
                "cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>",
                f"cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>{FIELD.format('cc_weighting', '3')}",
            )
        ),
    ),
    "C21": Case(quiz(('rcardinality="Multiple"', 'rcardinality="Single"')), extra(PATTERN)),
    "C22": Case(extra(item("two", "multiple_choice", TRUTHS, right(EQUAL.format("true")))), GOOD),
    "C23": Case(quiz((' title="Quiz"', "")), GOOD),
    "C24": Case(cartridge(("link.xml", "imsccv1p1/imswl_v1p1", "imsccv1p2/imswl_v1p2")), of_version(2)),
    "C25": Case(manifest(("I-6", "I-5")), GOOD),
    "C26": Case(manifest(('identifierref="R-PAGE"', 'identifierref="R-GONE"')), GOOD),
    "C28": Case(manifest((LOM_TITLE, LOM_TITLE * 2)), GOOD),
    "C29": Case(manifest((LOM_TITLE, f"{LOM_TITLE}<lom:other/>")), GOOD, schemas=True),
    "C30": Case(
        cartridge((MANIFEST, '<file href="page.html"/>', '<file href="b.html"/>'), b_html="<html lang='en'></html>"),
        GOOD,
    ),
    "Q20": Case(cartridge(name="a.imscc", **{"quiz/quiz_xml": "<assessment/>"}), GOOD),
    "Q21": Case(quiz(('ident="tf"', 'ident="mc"')), GOOD),
    "Q22": Case(quiz((EQUAL.format("Paris"), EQUAL.format("Paris").replace('"r"', '"x"'))), GOOD),
    "Q23": Case(quiz((EQUAL.format("true"), EQUAL.format("yes"))), GOOD),
    "Q24": Case(
        extra(item("fb", "fib", BLANK, FEEDBACK + right(EQUAL.format("a")))),
        extra(item("f1", "fib", BLANK, FEEDBACK + right(EQUAL.format("a")), SHOWN)),
    ),
    "Q25": Case(quiz((ITEMS["fib"], ITEMS["fib"].replace(">100<", ">0<"))), GOOD),
    "Q26": Case(
        quiz(
            (
                ITEMS["es"],
                '<item ident="es" title="es">'
                + ITEMS["es"].partition("</presentation>")[0].partition(">")[2].partition("<presentation>")[0]
                + "</item>",
            )
        ),
        GOOD,
    ),
    "MC1": Case(of_version(2), GOOD, "moodle"),
    "MC2": Case(manifest(("<manifest", f"<!--{'=' * 1100}--><manifest")), GOOD, "moodle"),
    "MC3": Case(manifest(("</manifest>", "<nonsense/></manifest>")), GOOD, "moodle"),
    "MC4": Case(manifest(('<item identifier="ROOT">', '<item identifier="ROOT" isvisible="true">')), GOOD, "moodle"),
    "MC5": Case(
        cartridge(
            (MANIFEST, '<file href="page.html"/>', '<file href="page.html"/><file href="b.html"/>'),
            ("page.html", "<p>Text</p>", '<p><a href="b.html">b</a></p>'),
            b_html="<html lang='en'><title>B</title></html>",
        ),
        cartridge(("page.html", "<p>Text</p>", '<p><a href="https://example.org/">b</a></p>')),
        "moodle",
    ),
    "MC8": Case(manifest((PAGE_ITEM, f'<item identifier="H"><title>H</title>{PAGE_ITEM}</item>')), GOOD, "moodle"),
    "MC11": Case(manifest((PAGE_ITEM, PAGE_ITEM + PAGE_ITEM.replace("I-2", "I-9"))), GOOD, "moodle"),
    "MC12": Case(cartridge(("page.html", "<p>Text</p>", "<script>1</script>")), GOOD, "moodle"),
    "MC13": Case(
        of_version(0, ("link.xml", "https://example.org/", "https://example.org/?a=1&amp;b=2")), OF_1_0, "moodle"
    ),
    "MC14": Case(of_version(0), OF_1_0, "moodle"),
    "MC17": Case(manifest((">Course<", ">A &lt;test&gt;<")), manifest((">Course<", ">5 &lt; 6<")), "moodle"),
    "MC18": Case(
        cartridge(("page.html", "Text", "Write &lt;b&gt; here")),
        cartridge(("page.html", "Text", "5 &lt; 6, &lt;3")),
        "moodle",
    ),
    "MC20": Case(GOOD, quiz((ITEMS["es"], "")), "moodle"),
    "MC21": Case(extra(PATTERN), GOOD, "moodle"),
    "MC22": Case(quiz((' case="Yes">a', ">a")), GOOD, "moodle"),
    "MC23": Case(quiz(('ident="true"', 'ident="t"'), (EQUAL.format("true"), EQUAL.format("t"))), GOOD, "moodle"),
    "MC26": Case(
        quiz(("<mattext>B<", '<mattext texttype="text/html">&lt;img src="a.png"&gt;<')),
        quiz(("<mattext>Which?<", '<mattext texttype="text/html">&lt;img src="a.png"&gt;<')),
        "moodle",
    ),
    "MC27": Case(
        quiz(("cc.fib.v0p1</fieldentry></qtimetadatafield>", f"cc.fib.v0p1</fieldentry></qtimetadatafield>{WEIGHT}")),
        GOOD,
        "moodle",
    ),
    "MC24": Case(
        quiz((ITEMS["fib"], item("fib", "fib", BLANK, right(EQUAL.format("Paris")) + right(EQUAL.format("Lutetia"))))),
        quiz((ITEMS["fib"], item("fib", "fib", BLANK, right(EQUAL.format("Paris") + EQUAL.format("Lutetia"))))),
        "moodle",
    ),
}
