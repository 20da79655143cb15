"""Moodle backups: B1-B46, and what restore makes of them. What one document says of another is in ``mbz_links``."""

from __future__ import annotations

from tests.validate.backups import (
    BACKUP,
    BLOB,
    FILES_XML,
    PAGE,
    QUESTIONS,
    QUIZ,
    SET,
    activity,
    backup,
    drawn,
    entry,
    fixed,
    inside,
    setting,
)
from tests.validate.packages import Case, Sample

KEPT = backup()
IN_BANK = (FILES_XML, "<contextid>121", "<contextid>100"), (FILES_XML, "<itemid>0", "<itemid>1")
QUIZ_XML = f"{QUIZ}/quiz.xml"
LOCK = f"{QUIZ}/module.xml"
IN_QUIZ = f"{QUIZ}/inforef.xml"
TREE = '{"op":"&amp;","c":[{"type":"completion","cm":21,"e":1}],"showc":[true]}'
ONE_CATEGORY = "<question_category><id>52</id></question_category>"
OLD_FILTER = '{"questioncategoryid":52,"includingsubcategories":"0","tags":["0,easy"]}'
EASY = '<tags><tag id="1"><rawname>easy</rawname></tag></tags>'
HINTS = "<question_hints></question_hints>"
GROUP = '{"op":"&amp;","c":[{"type":"group","id":71}],"showc":[true]}'
GROUPS = ("groups.xml", "<groups/>", '<groups><group id="71"><name>Nights</name></group></groups>')
DESCRIPTION = (
    '<question_bank_entry id="9"><question_version><question_versions id="9"><status>ready</status><questions>'
    '<question id="9"><name>D</name><qtype>description</qtype><createdby>0</createdby><modifiedby>0</modifiedby>'
    "{}</question></questions></question_versions></question_version></question_bank_entry></question_bank_entries>"
)
CLOZE = (
    '<question_bank_entry id="9"><question_version><question_versions id="9"><status>ready</status><questions>'
    '<question id="9"><name>C</name><qtype>multianswer</qtype><createdby>0</createdby><modifiedby>0</modifiedby>'
    '<plugin_qtype_multianswer_question><multianswer id="1"><sequence>{}</sequence></multianswer>'
    "</plugin_qtype_multianswer_question></question></questions></question_versions></question_version>"
    "</question_bank_entry></question_bank_entries>"
)
END = "</question_bank_entries>"


def more(module: str, fields: str, *, files: str = "", inforef: str = "<inforef/>") -> Sample:
    """The backup with another activity, its ``inforef.xml``, and ``files`` in files.xml."""
    cmid = "23"
    folder = f"activities/{module}_{cmid}"
    return backup(
        (BACKUP, "</activities>", f"{activity(cmid, module)}</activities>"),
        (FILES_XML, "</files>", f"{files}</files>"),
        (f"{folder}/module.xml", "", f'<module id="{cmid}"><modulename>{module}</modulename></module>'),
        (f"{folder}/{module}.xml", "", inside(module, cmid, fields)),
        (f"{folder}/grades.xml", "", "<activity_gradebook/>"),
        (f"{folder}/roles.xml", "", "<roles/>"),
        (f"{folder}/inforef.xml", "", inforef),
    )


def quiz(*changes: tuple[str, str]) -> Sample:
    return backup(*((QUIZ_XML, old, new) for old, new in changes))


def bank(*changes: tuple[str, str]) -> Sample:
    return backup(*((QUESTIONS, old, new) for old, new in changes))


def gradebook(fields: str) -> Sample:
    category = f'<grade_category id="1"><fullname>?</fullname>{fields}</grade_category>'
    return backup(("gradebook.xml", "", f"<gradebook><grade_categories>{category}</grade_categories></gradebook>"))


EITHER = '{"op":"|","c":[{"type":"completion","cm":22,"e":1},{"type":"date","d":"&gt;=","t":1800000000}],"show":true}'
CONFIG = (
    "<plugin_config><plugin>{}</plugin><subtype>assignsubmission</subtype><name>enabled</name><value>1</value>"
    "</plugin_config>"
)
ASSIGN = "<teamsubmission>0</teamsubmission><blindmarking>0</blindmarking><plugin_configs>{}</plugin_configs>"
CRITERION = (
    "<course_completion><course_completion_criteria><criteriatype>4</criteriatype><moduleinstance>{}</moduleinstance>"
    "</course_completion_criteria></course_completion>"
)
ENTRIES = '<entries><entry id="1"><concept>Tariff</concept></entry></entries>'
ITEMS = (
    "<page_after_submit></page_after_submit><items>"
    '<item id="1"><typ>multichoice</typ><name>A</name><dependitem>0</dependitem></item>{}'
    '<item id="3"><typ>textfield</typ><name>B</name><dependitem>1</dependitem></item></items>'
)
BREAK = '<item id="2"><typ>pagebreak</typ><name></name><dependitem>0</dependitem></item>'

CASES = {
    "B1": Case(backup(without="scales.xml"), KEPT),
    "B2": Case(backup((BACKUP, "settings>", "setings>")), KEPT),
    "B3": Case(backup(("scales.xml", "<scales_definition/>", "<scales_definition>")), KEPT),
    "B4": Case(backup(("activities/page_99/page.xml", "", "<activity/>")), KEPT),
    "B5": Case(more("hvp", ""), more("folder", "")),
    "B6": Case(backup((BACKUP, "4.5</backup_release>", "3.11</backup_release>")), backup((BACKUP, "4.5</", "5.0</"))),
    "B7": Case(backup(without=BLOB), backup((BACKUP, "<include_files>1", "<include_files>0"))),
    "B8": Case(backup((BLOB, "", "pictures")), KEPT),
    "B9": Case(backup((FILES_XML, "<filesize>7", "<filesize>8")), KEPT),
    "B10": Case(
        backup((f"{PAGE}/inforef.xml", "", "<inforef/>")),
        backup((f"{PAGE}/inforef.xml", "", "<inforef/>"), (FILES_XML, "mod_page", "qtype_match"), *IN_BANK),
    ),
    "B11": Case(backup((f"{PAGE}/inforef.xml", "<id>1<", "<id>7<")), KEPT),
    "B12": Case(quiz((fixed(1, 1), fixed(1, 7))), KEPT),
    "B13": Case(quiz((SET, SET.replace("52", "57"))), KEPT),
    "B14": Case(quiz(("<questionscontextid>100", "<questionscontextid>122")), KEPT),
    "B15": Case(backup((IN_QUIZ, "", "<inforef/>")), KEPT),
    "B16": Case(quiz((SET, "")), quiz((SET, SET.replace("false", "true")))),
    "B17": Case(
        quiz((SET, SET[:-2] + ',"qtagids":{"values":[7]}}}')),
        backup((QUIZ_XML, SET, OLD_FILTER), (QUESTIONS, entry(2), entry(2, more=EASY))),
    ),
    "B18": Case(
        quiz(("</question_instances>", f"{drawn(3)}{drawn(4)}</question_instances>"), ("<sumgrades>2", "<sumgrades>4")),
        quiz(("</question_instances>", f"{drawn(3)}</question_instances>"), ("<sumgrades>2", "<sumgrades>3")),
    ),
    "B19": Case(backup((LOCK, TREE, TREE[:-1])), KEPT),
    "B20": Case(backup((LOCK, '"cm":21', '"cm":29')), KEPT),
    "B21": Case(
        backup(
            (f"{PAGE}/module.xml", "</module>", f"<availability>{TREE.replace('21', '22')}</availability></module>")
        ),
        backup(
            (
                f"{PAGE}/module.xml",
                "</module>",
                f"<availability>{EITHER}</availability></module>",
            )
        ),
    ),
    "B22": Case(
        backup((LOCK, TREE, GROUP), GROUPS, (BACKUP, setting("groups", "1"), setting("groups", "0"))),
        backup((LOCK, TREE, GROUP), GROUPS),
    ),
    "B23": Case(bank(("<createdby>0", "<createdby>$@NULL@$")), KEPT),
    "B24": Case(bank((END, DESCRIPTION.format(HINTS))), bank((END, DESCRIPTION.format(HINTS.replace("><", ">\n<"))))),
    "B25": Case(gradebook("<timecreated>1</timecreated>"), more("feedback", "<page_after_submit></page_after_submit>")),
    "B26": Case(more("forum", ""), more("forum", "<forcesubscribe>0</forcesubscribe>")),
    "B27": Case(backup(("course/course.xml", "1800000000", "1800000001")), KEPT),
    "B28": Case(
        backup((f"{PAGE}/module.xml", "<completion>1", "<completion>0")),
        backup((f"{PAGE}/module.xml", "<completion>1", "<completion>2")),
    ),
    "B29": Case(bank(("<fraction>1<", "<fraction>0<")), KEPT),
    "B30": Case(bank((END, CLOZE.format("2,8"))), bank((END, CLOZE.format("2,3")))),
    "B31": Case(
        backup(
            (QUIZ_XML, "</question_instances>", f"{drawn(3, OLD_FILTER)}</question_instances>"),
            (QUIZ_XML, "<sumgrades>2", "<sumgrades>3"),
            (QUESTIONS, entry(2), entry(2, more=EASY)),
        ),
        backup(
            (QUIZ_XML, "</question_instances>", f"{drawn(3)}</question_instances>"),
            (QUIZ_XML, drawn(2), drawn(2, OLD_FILTER)),
            (QUIZ_XML, "<sumgrades>2", "<sumgrades>3"),
            (QUESTIONS, entry(2), entry(2, more=EASY)),
        ),
    ),
    "B32": Case(backup((LOCK, "<idnumber>Z", "<idnumber>P")), KEPT),
    "B33": Case(
        more("assign", ASSIGN.format(CONFIG.format("comments"))), more("assign", ASSIGN.format(CONFIG.format("file")))
    ),
    "B34": Case(more("glossary", ENTRIES), more("glossary", "")),
    "B35": Case(backup((BACKUP, setting("badges", "0"), setting("badges", "1"))), KEPT),
    "B36": Case(bank(("<parent>51", "<parent>57")), KEPT),
    "B37": Case(bank(("<idnumber>Q3", "<idnumber>Q2")), KEPT),
    "B38": Case(backup((f"{PAGE}/page.xml", "/a.png", "/b.png")), KEPT),
    "B39": Case(backup((IN_QUIZ, ONE_CATEGORY, f"{ONE_CATEGORY}{ONE_CATEGORY.replace('52', '58')}")), KEPT),
    "B40": Case(
        backup(
            (IN_QUIZ, "", "<inforef/>"),
            (
                f"{PAGE}/inforef.xml",
                "</inforef>",
                f"<question_categoryref>{ONE_CATEGORY}</question_categoryref></inforef>",
            ),
        ),
        KEPT,
    ),
    "B41": Case(quiz(("<sumgrades>2", "<sumgrades>4")), KEPT),
    "B42": Case(quiz(("<firstslot>1", "<firstslot>2")), KEPT),
    "B43": Case(
        backup((LOCK, "</module>", "<completionpassgrade>1</completionpassgrade></module>")),
        backup(
            (LOCK, "</module>", "<completionpassgrade>1</completionpassgrade></module>"),
            (
                f"{QUIZ}/grades.xml",
                "<grade_items/>",
                '<grade_items><grade_item id="1"><gradepass>6.0</gradepass></grade_item></grade_items>',
            ),
        ),
    ),
    "B44": Case(
        backup(("completion.xml", "", CRITERION.format("29"))), backup(("completion.xml", "", CRITERION.format("22")))
    ),
    "B45": Case(
        backup((f"{PAGE}/page.xml", "<content>", "<content>$@QUIZVIEWBYID*29@$ ")),
        backup((f"{PAGE}/page.xml", "<content>", "<content>$@QUIZVIEWBYID*22@$ $@COURSEVIEWBYID*10@$ ")),
    ),
    "B46": Case(
        backup((IN_QUIZ, "</inforef>", "<groupref><group><id>71</id></group></groupref></inforef>")),
        backup((IN_QUIZ, "</inforef>", "<groupref><group><id>71</id></group></groupref></inforef>"), GROUPS),
    ),
    "MB6": Case(
        backup((f"{PAGE}/page.xml", "<content>", '<content>&lt;span lang="de" class="multilang"&gt;Welt&lt;/span&gt;')),
        KEPT,
        "moodle",
    ),
    "MB8": Case(more("scorm", ""), more("scorm", "<hidebrowse>1</hidebrowse>"), "moodle"),
    "MB10": Case(more("feedback", ITEMS.format("")), more("feedback", ITEMS.format(BREAK)), "moodle"),
}
