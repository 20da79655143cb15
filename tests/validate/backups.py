"""A small Moodle backup made in code: a page, a quiz with a fixed and a random slot, and what they need."""

from __future__ import annotations

import hashlib
import tarfile
from io import BytesIO

from tests.validate.packages import Sample, changed, zip_of

DATA = b"picture"
HASH = hashlib.sha1(DATA).hexdigest()
BLOB = f"files/{HASH[:2]}/{HASH}"
BACKUP, QUESTIONS, FILES_XML = "moodle_backup.xml", "questions.xml", "files.xml"
PAGE, QUIZ = "activities/page_21", "activities/quiz_22"
SET = '{"filter":{"category":{"jointype":1,"values":[52],"filteroptions":{"includesubcategories":false}}}}'


def setting(name: str, value: str) -> str:
    return f"<setting><level>root</level><name>{name}</name><value>{value}</value></setting>"


def activity(cmid: str, module: str) -> str:
    return (
        f"<activity><moduleid>{cmid}</moduleid><sectionid>31</sectionid><modulename>{module}</modulename>"
        f"<title>{module}</title><directory>activities/{module}_{cmid}</directory></activity>"
    )


def inside(module: str, cmid: str, fields: str) -> str:
    """The document of an activity's own settings."""
    return (
        f'<activity id="1" moduleid="{cmid}" modulename="{module}" contextid="1{cmid}"><{module} id="1">'
        f"<name>{module}</name>{fields}</{module}></activity>"
    )


def entry(id_: int, category: str = "52", qtype: str = "shortanswer", more: str = "") -> str:
    """A question of the bank."""
    answers = '<answers><answer id="1"><answertext>a</answertext><fraction>1</fraction></answer></answers>'
    return f"""<question_bank_entry id="{id_}"><questioncategoryid>{category}</questioncategoryid>
<idnumber>Q{id_}</idnumber><question_version><question_versions id="{id_}"><version>1</version><status>ready</status>
<questions><question id="{id_}"><parent>0</parent><name>Question {id_}</name><questiontext>What?</questiontext>
<qtype>{qtype}</qtype><createdby>0</createdby><modifiedby>0</modifiedby>
<plugin_qtype_{qtype}_question>{answers}</plugin_qtype_{qtype}_question>{more}</question></questions>
</question_versions></question_version></question_bank_entry>"""


def fixed(slot: int, entry_id: int) -> str:
    """A slot with a question of its own."""
    return f"""<question_instance id="{slot}"><slot>{slot}</slot><page>1</page><maxmark>1</maxmark>
<question_reference id="{slot}"><usingcontextid>122</usingcontextid><component>mod_quiz</component>
<questionarea>slot</questionarea><questionbankentryid>{entry_id}</questionbankentryid><version>$@NULL@$</version>
</question_reference></question_instance>"""


def drawn(slot: int, condition: str = SET) -> str:
    """A slot that draws."""
    return f"""<question_instance id="{slot}"><slot>{slot}</slot><page>1</page><maxmark>1</maxmark>
<question_set_reference id="{slot}"><usingcontextid>122</usingcontextid><component>mod_quiz</component>
<questionarea>slot</questionarea><questionscontextid>100</questionscontextid><filtercondition>{condition}
</filtercondition></question_set_reference></question_instance>"""


_MODULE = '<module id="{}"><modulename>{}</modulename><idnumber>{}</idnumber><completion>1</completion>{}</module>'
_EMPTY = {
    "groups.xml": "<groups/>",
    "scales.xml": "<scales_definition/>",
    "outcomes.xml": "<outcomes_definition/>",
    "roles.xml": "<roles_definition/>",
}
_LOCKED = '<availability>{"op":"&amp;","c":[{"type":"completion","cm":21,"e":1}],"showc":[true]}</availability>'

FILES: dict[str, str | bytes] = {
    BACKUP: f"""<moodle_backup><information><backup_release>4.5</backup_release><include_files>1</include_files>
<original_course_startdate>1800000000</original_course_startdate>
<details><detail><type>course</type><format>moodle2</format></detail></details>
<contents><activities>{activity("21", "page")}{activity("22", "quiz")}</activities>
<sections><section><sectionid>31</sectionid><directory>sections/section_31</directory></section></sections>
<course><courseid>10</courseid><directory>course</directory></course></contents>
<settings>{setting("users", "0")}{setting("groups", "1")}{setting("badges", "0")}</settings>
</information></moodle_backup>""",
    FILES_XML: f"""<files><file id="1"><contenthash>{HASH}</contenthash><contextid>121</contextid>
<component>mod_page</component><filearea>content</filearea><itemid>0</itemid><filepath>/</filepath>
<filename>a.png</filename><filesize>{len(DATA)}</filesize></file></files>""",
    BLOB: DATA,
    QUESTIONS: f"""<question_categories><question_category id="51"><name>top</name><contextid>100</contextid>
<parent>0</parent></question_category><question_category id="52"><name>Objective</name><contextid>100</contextid>
<parent>51</parent><question_bank_entries>{entry(1)}{entry(2)}{entry(3)}</question_bank_entries></question_category>
</question_categories>""",
    "course/course.xml": "<course><startdate>1800000000</startdate><format>topics</format><theme></theme></course>",
    "course/roles.xml": "<roles/>",
    "sections/section_31/section.xml": "<section><number>1</number><sequence>21,22</sequence></section>",
    f"{PAGE}/module.xml": _MODULE.format("21", "page", "P", ""),
    f"{PAGE}/page.xml": inside("page", "21", '<content>&lt;img src="@@PLUGINFILE@@/a.png"&gt;</content>'),
    f"{PAGE}/inforef.xml": "<inforef><fileref><file><id>1</id></file></fileref></inforef>",
    f"{QUIZ}/module.xml": _MODULE.format("22", "quiz", "Z", _LOCKED),
    f"{QUIZ}/quiz.xml": inside(
        "quiz",
        "22",
        f"<sumgrades>2</sumgrades><question_instances>{fixed(1, 1)}{drawn(2)}</question_instances>"
        "<sections><section><firstslot>1</firstslot></section></sections>",
    ),
    f"{QUIZ}/inforef.xml": "<inforef><question_categoryref><question_category><id>51</id></question_category>"
    "<question_category><id>52</id></question_category></question_categoryref></inforef>",
    **{f"{folder}/grades.xml": "<activity_gradebook><grade_items/></activity_gradebook>" for folder in (PAGE, QUIZ)},
    **{f"{folder}/roles.xml": "<roles/>" for folder in (PAGE, QUIZ)},
    **_EMPTY,
}


def contents(*changes: tuple[str, str, str], without: str = "") -> dict[str, str | bytes]:
    """The files, each change made: path, old text, new text; '' as old text adds a file or replaces it."""
    files = {path: data for path, data in FILES.items() if path != without}
    for path, old, new in changes:
        files[path] = changed(str(files[path]), (old, new)) if old else new
    return files


def backup(*changes: tuple[str, str, str], without: str = "") -> Sample:
    """The backup as a zip."""
    return Sample("course.mbz", zip_of(contents(*changes, without=without)))


def tar_of(files: dict[str, str | bytes]) -> bytes:
    """The same as Moodle writes it: a tar.gz."""
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz", format=tarfile.USTAR_FORMAT) as archive:
        for path, data in files.items():
            raw = data if isinstance(data, bytes) else data.encode()
            info = tarfile.TarInfo(path)
            info.size = len(raw)
            archive.addfile(info, BytesIO(raw))
    return buffer.getvalue()
