"""Moodle backups: B47-B75, what one place names and another must have."""

from __future__ import annotations

from tests.validate.backups import (
    BACKUP,
    FILES_XML,
    HASH,
    QUIZ,
    backup,
    entry,
)
from tests.validate.cases.mbz import GROUPS, KEPT, bank, more, quiz
from tests.validate.packages import Case, Sample

MODULE, GRADES, INFOREF = f"{QUIZ}/module.xml", f"{QUIZ}/grades.xml", f"{QUIZ}/inforef.xml"
BOOK = (
    '<gradebook><grade_categories><grade_category id="1"><parent>$@NULL@$</parent><path>/1/</path><timecreated>1'
    "</timecreated><timemodified>1</timemodified></grade_category></grade_categories><grade_items>{}</grade_items>"
    "</gradebook>"
)
NAMED = "<grade_itemref><grade_item><id>7</id></grade_item></grade_itemref></inforef>"
ONE_SETTING = (
    "<setting><level>activity</level><activity>{0}</activity><name>{0}_included</name><value>1</value></setting>"
)
ROLE = (
    ("roles.xml", "", '<roles_definition><role id="5"><shortname>student</shortname></role></roles_definition>'),
    ("course/inforef.xml", "", "<inforef><roleref><role><id>5</id></role></roleref></inforef>"),
)
RIGHT = (
    f"{QUIZ}/roles.xml",
    "",
    "<roles><role_overrides><override><roleid>5</roleid></override></role_overrides></roles>",
)
SCO = (
    "<hidebrowse>1</hidebrowse><reference>{}</reference><launch>2</launch><scoes>"
    '<sco id="1"><identifier>O</identifier><parent>/</parent><launch></launch><title>O</title></sco>'
    '<sco id="2"><identifier>I</identifier><parent>{}</parent><launch>{}?a=1</launch><title>I</title></sco></scoes>'
)
TRUE = (
    '<answers><answer id="5"><fraction>1</fraction></answer><answer id="6"><fraction>0</fraction></answer></answers>'
    '<truefalse id="1"><trueanswer>5</trueanswer><falseanswer>{}</falseanswer></truefalse>'
)
GRADE_ITEM = '<quiz_grade_items><quiz_grade_item id="4"/></quiz_grade_items>'
EXCEPTION = (
    f"{QUIZ}/quiz.xml",
    "<sections>",
    "<overrides><override><groupid>71</groupid></override></overrides><sections>",
)
BY_GRADE = (
    MODULE,
    "<completion>1",
    "<completiongradeitemnumber>0</completiongradeitemnumber><completion>2",
)
ITEM = (
    '<page_after_submit></page_after_submit><items><item id="1"><typ>multichoice</typ><name>A</name>'
    "<presentation>r>>>>>Yes|No&amp;#124;</presentation><dependitem>0</dependitem></item>"
    '<item id="2"><typ>pagebreak</typ><name></name><dependitem>0</dependitem></item>'
    '<item id="3"><typ>textfield</typ><name>B</name><dependitem>{}</dependitem><dependvalue>{}</dependvalue></item>'
    "</items>"
)


def graded(items: str, book: str = "", inforef: str = NAMED) -> Sample:
    """The backup with these grade items of its quiz and of the course."""
    return backup(
        (GRADES, "<grade_items/>", f"<grade_items>{items}</grade_items>"),
        ("gradebook.xml", "", BOOK.format(book)),
        (INFOREF, "</inforef>", inforef),
    )


def item(fields: str) -> str:
    return f'<grade_item id="7">{fields}</grade_item>'


def packed(file: str = "page.html", parent: str = "O", reference: str = "a.zip", *, kept: str = "page.html") -> Sample:
    """The backup with a package of two files."""
    made = "".join(
        f'<file id="{number}"><contenthash>{HASH}</contenthash><contextid>123</contextid><component>mod_scorm'
        f"</component><filearea>{area}</filearea><itemid>0</itemid><filepath>/</filepath><filename>{name}</filename>"
        "<filesize>7</filesize></file>"
        for number, area, name in ((2, "content", kept), (3, "package", "a.zip"))
    )
    taken = "".join(f"<file><id>{number}</id></file>" for number in (2, 3))
    return more(
        "scorm",
        SCO.format(reference, parent, file),
        files=made,
        inforef=f"<inforef><fileref>{taken}</fileref></inforef>",
    )


def cloze(sequence: str, parent: str) -> Sample:
    """The backup with a question in parts; its first part says that it is part of ``parent``."""
    settings = f'<multianswer id="1"><sequence>{sequence}</sequence></multianswer></plugin_qtype_multianswer_question>'
    whole = entry(9, qtype="multianswer").replace("</plugin_qtype_multianswer_question>", settings)
    return bank((entry(3), entry(3).replace("<parent>0", f"<parent>{parent}") + whole))


def judged(false: int) -> Sample:
    """The backup with a question whose wrong answer has the number ``false``."""
    made = entry(3, qtype="truefalse")
    start = made.index("<answers>")
    return bank((entry(3), made[:start] + TRUE.format(false) + made[made.index("</plugin_qtype") :]))


def counted(*changes: tuple[str, str]) -> Sample:
    """The backup with a slot that counts for a part of the grade."""
    before = "<maxmark>1</maxmark>\n<question_reference"
    return quiz((before, before.replace("\n", "<quizgradeitemid>4</quizgradeitemid>")), *changes)


CASES = {
    "B47": Case(backup((MODULE, 'id="22"', 'id="29"')), KEPT),
    "B49": Case(
        backup((MODULE, "</module>", "<sectionid>39</sectionid></module>")),
        backup((MODULE, "</module>", "<sectionid>31</sectionid></module>")),
    ),
    "B50": Case(quiz(('contextid="122"', 'contextid="121"'), (">122<", ">121<")), KEPT),
    "B51": Case(
        backup((BACKUP, "</settings>", ONE_SETTING.format("quiz_29") + "</settings>")),
        backup((BACKUP, "</settings>", ONE_SETTING.format("quiz_22") + "</settings>")),
    ),
    "B53": Case(backup(RIGHT), backup(RIGHT, *ROLE)),
    "B54": Case(graded(item("<categoryid>3</categoryid>")), graded(item("<categoryid>1</categoryid>"))),
    "B57": Case(
        backup(BY_GRADE),
        backup(
            BY_GRADE, (GRADES, "<grade_items/>", f"<grade_items>{item('<itemnumber>0</itemnumber>')}</grade_items>")
        ),
    ),
    "B58": Case(graded(item("<scaleid>4</scaleid>")), graded(item("<scaleid>$@NULL@$</scaleid>"))),
    "B59": Case(backup(EXCEPTION), backup(EXCEPTION, GROUPS)),
    "B60": Case(packed("other.html"), packed()),
    "B61": Case(packed(parent="P"), packed()),
    "B62": Case(packed(reference="b.zip"), packed()),
    "B64": Case(more("feedback", ITEM.format(1, "Maybe")), more("feedback", ITEM.format(1, "No|"))),
    "B66": Case(
        counted(),
        counted(("<question_instances>", f"{GRADE_ITEM}<question_instances>")),
    ),
    "B67": Case(
        quiz(("</sections>", "<section><firstslot>3</firstslot></section></sections>")),
        quiz(("</sections>", "<section><firstslot>2</firstslot></section></sections>")),
    ),
    "B69": Case(backup((FILES_XML, "<contextid>121", "<contextid>129")), KEPT),
    "B71": Case(judged(7), judged(6)),
    "B72": Case(cloze("3", "8"), cloze("3", "9")),
    "B73": Case(
        bank(('<question_category id="52">', '<question_category id="52"><contextlevel>70</contextlevel>')),
        bank(('<question_category id="52">', '<question_category id="52"><contextlevel>50</contextlevel>')),
    ),
}
