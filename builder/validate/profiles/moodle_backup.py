"""What restore in Moodle 4.5 makes of a backup that is right in itself."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Activity, Backup, backup, plain, texts
from builder.validate.nodes import below, child, children, value
from builder.validate.profiles.moodle_cartridge import RAN, READ
from builder.validate.rule import note, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

ADDS = note(
    "MB1",
    RAN,
    "Restored into a course that exists, everything in this backup is added once more.",
    "Restore it as a new course.",
    """Nothing is matched by idnumber: activities and badges double, idnumbers of the copies are emptied, learners' work
    stays with the old ones. Only unchanged questions are recognised.""",
)
NO_IDNUMBER = note(
    "MB2",
    RAN,
    "The course's idnumber “{idnumber}” is dropped on another site.",
    "Enter it by hand after the restore.",
    "An idnumber of a course belongs to its site.",
)
BADGE = note(
    "MB3",
    RAN,
    "The badge “{name}” is restored, and not in force.",
    "Let an administrator press Enable access.",
    "A restored badge is always inactive.",
)
DATES = note(
    "MB4",
    RAN,
    "Restore shifts the dates of this backup by the start date that is chosen.",
    "Write all dates for one invented start date, and none into the texts of pages.",
    """Openings, deadlines, conditions by date and the criterion of a date move; durations and texts do not.""",
)
GROUPS = note(
    "MB5",
    RAN,
    "Whoever restores must leave groups ticked: {count} parts are restricted to groups.",
    "Check after the restore that they still are.",
    "Without groups the restrictions are removed, and the parts are open to everybody.",
)
MULTILANG = should(
    "MB6",
    RAN,
    "{name} holds texts in several languages side by side.",
    "Make a course for each language, or ask the administrator to enable the filter for multi-language content.",
    "The filter is off in a new Moodle: learners see all languages, one after the other.",
)
AUTOLINK = note(
    "MB7",
    RAN,
    "The terms of {name} are not linked in the texts of a new Moodle.",
    "Let an administrator enable the filter for glossaries.",
    "The filter is off by default.",
)
PREVIEW = should(
    "MB8",
    RAN,
    "{name} shows a second button, Preview, beside the one that starts it.",
    "Set hidebrowse to 1.",
    "Who takes Preview gets no record of what they do.",
)
SHUFFLED = note(
    "MB9",
    RAN,
    "A section of {name} shuffles, so the pages of its slots are made anew from questionsperpage.",
    "Set shufflequestions to 0 where questions must stay together.",
    "A text and the questions about it are torn apart.",
)
FEEDBACK_ITEM = should(
    "MB10",
    RAN,
    "Question “{label}” of {name} depends on {problem}.",
    "Name a question before it, with a page break between them.",
    "The condition is dropped or has no effect: everybody sees the question.",
)
UNPAGED_SECTIONS = note(
    "MB11",
    READ,
    "The course format “{format}” is not one of Moodle's own.",
    "Use topics or weeks.",
    "Moodle stores the name as it is, and shows the course in topics when the plugin is missing.",
)

RULES = (
    ADDS,
    NO_IDNUMBER,
    BADGE,
    DATES,
    GROUPS,
    MULTILANG,
    AUTOLINK,
    PREVIEW,
    SHUFFLED,
    FEEDBACK_ITEM,
    UNPAGED_SECTIONS,
)

_FORMATS = frozenset({"", "topics", "weeks", "social", "singleactivity"})
_MOVING = ("timeopen", "timeclose", "duedate", "cutoffdate", "completionexpected")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What restore does."""
    found = backup(subject)
    if found is None:
        return
    yield ADDS.at(subject.at())
    yield from _course(found)
    moving = False
    for one in found.activities:
        yield from _activity(found, one)
        parts = (found.own(one), found.module(one))
        moving = moving or any(value(part, name) not in {"", "0"} for part in parts for name in _MOVING)
    if moving:
        yield DATES.at(subject.at())


def _course(found: Backup) -> Iterator[Diagnostic]:
    subject = found.subject
    course = found.part(f"{found.course}/course.xml")
    at = subject.at(f"{found.course}/course.xml")
    idnumber = plain(value(course, "idnumber"))
    if idnumber:
        yield NO_IDNUMBER.at(at, idnumber=idnumber)
    if value(course, "format") not in _FORMATS:
        yield UNPAGED_SECTIONS.at(at, format=value(course, "format"))
    for node in children(found.part("badges.xml"), "badge"):
        yield BADGE.at(subject.at("badges.xml", line_of(node)), name=value(node, "name"))
    said = [value(found.module(one), "availability") for one in found.activities]
    said += [value(found.part(f"{folder}/section.xml"), "availabilityjson") for _, folder, _ in found.sections]
    count = sum('"group' in one for one in said)
    if count and found.settings.get("groups") != "0":
        yield GROUPS.at(subject.at(), count=count)


def _activity(found: Backup, one: Activity) -> Iterator[Diagnostic]:
    own = found.own(one)
    if own is None:
        return
    at = found.subject.at(f"{one.folder}/{one.module}.xml", line_of(own))
    if any('class="multilang"' in words for _, words in texts(own)):
        yield MULTILANG.at(at, name=one.name)
    if one.module == "glossary" and value(own, "usedynalink") == "1":
        yield AUTOLINK.at(at, name=one.name)
    if one.module == "scorm" and value(own, "hidebrowse") in {"", "0"}:
        yield PREVIEW.at(at, name=one.name)
    if one.module == "quiz" and any(value(part, "shufflequestions") == "1" for part in below(own, "section")):
        yield SHUFFLED.at(at, name=one.name)
    if one.module == "feedback":
        yield from _items(found, one)


def _items(found: Backup, one: Activity) -> Iterator[Diagnostic]:
    """Questions of a questionnaire that depend on others."""
    page = 0
    pages: dict[str, int] = {}
    for node in children(child(found.own(one), "items"), "item"):
        on = value(node, "dependitem")
        at = found.subject.at(f"{one.folder}/feedback.xml", line_of(node))
        if value(node, "typ") == "pagebreak":
            page += 1
        if on not in {"", "0"} and pages.get(on, page) >= page:
            problem = f"the question {on}, which " + ("is on the same page" if on in pages else "is not before it")
            yield FEEDBACK_ITEM.at(at, label=value(node, "name"), name=one.name, problem=problem)
        pages[str(node.get("id"))] = page
