"""Moodle backups (.mbz): the documents that must be there, and what restore makes of them. (Moodle 4.5)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Activity, Backup, backup, plain
from builder.validate.nodes import below, child, children, listed, value
from builder.validate.rule import must, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local

MISSING = must(
    "B1",
    "Moodle 4.5.6, tried",
    "The file {path} is missing.",
    "Add it; a document without contents is an empty root element.",
    "Restore stops with an exception and leaves half a course behind.",
)
NO_CONTENTS = must(
    "B2",
    "Moodle 4.5.6, read in its source",
    "moodle_backup.xml has no {what}.",
    "Let it say what it is: information with details, contents and settings, as Moodle writes it.",
    "Moodle does not take the file for a backup.",
)
UNREADABLE = must(
    "B3",
    "Moodle 4.5.6, read in its source",
    "The document cannot be read as XML: {why}.",
    "Mend it at that place, or make the backup again.",
    "Restore stops there and leaves half a course behind.",
)
UNLISTED = should(
    "B4",
    "Moodle 4.5.6, read in its source",
    "The folder {path} is not listed in moodle_backup.xml.",
    "List it in <contents>, or leave it out.",
    "Restore takes what is listed; the folder is passed over without a word.",
)
UNKNOWN_MODULE = should(
    "B5",
    "Moodle 4.5.6, tried",
    "{name} is of a type that Moodle does not have by itself.",
    "Ask the administrator whether the plugin is installed where the course goes.",
    "Without the plugin the activity is left out, and with it perhaps all conditions of course completion.",
)
OLD_RELEASE = must(
    "B6",
    "Moodle 4.5.6, tried",
    "backup_release is {release}, and questions.xml is written as Moodle has it from 4.0 on.",
    "Write backup_release 4.0 or later.",
    "Moodle reads the questions in the old way: no question is restored, and no error is shown.",
)
REQUIRED = must(
    "B25",
    "Moodle 4.5.6, tried",
    "{name} has no <{field}>.",
    "Write it, empty or 0 where there is nothing to say.",
    "Its column in the database has no default: restore stops with a database error.",
)
EXPECTED = should(
    "B26",
    "Moodle 4.5.6, tried",
    "{name} has no <{field}>.",
    "Write it, with its usual value.",
    "Restore goes on, and shows notices that alarm the administrator.",
)
START = should(
    "B27",
    "Moodle 4.5.6, tried",
    "The course starts at {course} in course.xml and at {backup} in moodle_backup.xml.",
    "Write the same start date in both.",
    "Restore shifts all dates by the difference between the start chosen and the one in moodle_backup.xml.",
)
DUPLICATE = should(
    "B32",
    "Moodle 4.5.6, tried",
    "{name} has the idnumber “{idnumber}”, which another activity has.",
    "Give each activity its own idnumber.",
    "The first one keeps it, all later ones silently lose it.",
)
NO_SUBMISSION = must(
    "B33",
    "Moodle 4.5.6, read in its source",
    "{name} has no plugin that takes submissions.",
    "Write plugin_configs with onlinetext or file of assignsubmission enabled.",
    "Learners can open the assignment and hand in nothing.",
)
LOST_USER_DATA = should(
    "B34",
    "Moodle 4.5.6, tried",
    "{name} holds {what}, which restore leaves out because user data are not included.",
    "Set users and {folder}_userinfo to 1 and add an empty users.xml, or deliver them in another way.",
    "They count as user data. Restore drops them without a word.",
)
BADGES = should(
    "B35",
    "Moodle 4.5.6, tried",
    "The setting {name} is 1, and {path} is missing.",
    "Add the file, or set {name} to 0.",
    "What it should hold is not restored, without a message.",
)

RULES = (
    MISSING,
    NO_CONTENTS,
    UNREADABLE,
    UNLISTED,
    UNKNOWN_MODULE,
    OLD_RELEASE,
    REQUIRED,
    EXPECTED,
    START,
    DUPLICATE,
    NO_SUBMISSION,
    LOST_USER_DATA,
    BADGES,
)

_ROOT = ("files.xml", "questions.xml", "groups.xml", "scales.xml", "outcomes.xml", "roles.xml")
_MODULES = frozenset(
    """assign bigbluebuttonbn book chat choice data feedback folder forum glossary h5pactivity imscp label lesson lti
    page qbank quiz resource scorm subsection survey url wiki workshop""".split()  # noqa: SIM905 - a list of words
)
_REQUIRED = {"feedback": ("page_after_submit",)}
_EXPECTED = {"forum": ("forcesubscribe",), "data": ("notification",), "assign": ("teamsubmission", "blindmarking")}
_USER_DATA = {"glossary": ("entries", "entry"), "forum": ("discussions", "discussion")}
_SETTINGS = {"badges": "badges.xml", "users": "users.xml"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the contents."""
    found = backup(subject)
    if found is None:
        return
    at = subject.at(subject.main, 1)
    for what in ("information", "details", "contents", "settings"):
        node = found.information if what == "information" else child(found.information, what)
        if node is None or local(found.root) != "moodle_backup":
            yield NO_CONTENTS.at(at, what=f"<{what}>")
            return
    yield from _documents(found)
    yield from _course(found)
    numbers: Counter[str] = Counter()
    for one in found.activities:
        yield from _activity(found, one)
        module = found.module(one)
        idnumber = plain(value(module, "idnumber"))
        numbers[idnumber] += 1
        if idnumber and numbers[idnumber] == 2:
            yield DUPLICATE.at(subject.at(f"{one.folder}/module.xml"), name=one.name, idnumber=idnumber)


def _documents(found: Backup) -> Iterator[Diagnostic]:
    """Documents that are missing, cannot be read, or lie in folders that nothing lists."""
    subject, sizes = found.subject, found.subject.box.sizes
    needed = [*_ROOT]
    for one in found.activities:
        needed += [f"{one.folder}/{name}.xml" for name in ("module", one.module, "grades", "roles")]
    needed += [f"{folder}/section.xml" for _, folder, _ in found.sections]
    if found.course:
        needed += [f"{found.course}/course.xml", f"{found.course}/roles.xml"]
    for path in needed:
        if path not in sizes:
            yield MISSING.at(subject.at(), path=path)
    for path in sizes:
        if path.endswith(".xml") and path != subject.main and not path.startswith("files/"):
            try:
                document(subject, path)
            except Damaged as why:
                yield UNREADABLE.at(subject.at(path, why.line), why=why)
    for folder in sorted(_unlisted(found)):
        yield UNLISTED.at(subject.at(folder), path=folder)


def _unlisted(found: Backup) -> set[str]:
    """Folders of activities and sections that moodle_backup.xml does not list."""
    known = {one.folder for one in found.activities} | {folder for _, folder, _ in found.sections}
    paths = [path.split("/") for path in found.subject.box.sizes if path.startswith(("activities/", "sections/"))]
    return {"/".join(parts[:2]) for parts in paths if len(parts) > 2} - known


def _course(found: Backup) -> Iterator[Diagnostic]:
    """What the documents about the course say of each other."""
    subject = found.subject
    for name, path in _SETTINGS.items():
        if found.settings.get(name) == "1" and path not in subject.box.sizes:
            yield BADGES.at(subject.at(subject.main), name=name, path=path)
    release = value(found.information, "backup_release")
    major = re.match(r"\d+", release)
    new = next(below(found.part("questions.xml"), "question_bank_entry"), None)
    if major and int(major[0][:4]) < 4 and new is not None:
        yield OLD_RELEASE.at(subject.at(subject.main), release=release)
    course = found.part(f"{found.course}/course.xml") if found.course else None
    starts = value(course, "startdate"), value(found.information, "original_course_startdate")
    if all(starts) and starts[0] != starts[1]:
        yield START.at(subject.at(f"{found.course}/course.xml"), course=starts[0], backup=starts[1])
    if course is not None and child(course, "theme") is None:
        yield EXPECTED.at(subject.at(f"{found.course}/course.xml"), name="The course", field="theme")
    for node in below(found.part("gradebook.xml"), "grade_category"):
        for field in ("timecreated", "timemodified"):
            if child(node, field) is None:
                name = f"The grade category “{value(node, 'fullname')}”"
                yield REQUIRED.at(subject.at("gradebook.xml", line_of(node)), name=name, field=field)


def _activity(found: Backup, one: Activity) -> Iterator[Diagnostic]:
    subject, own = found.subject, found.own(one)
    at = subject.at(f"{one.folder}/{one.module}.xml", 0 if own is None else line_of(own))
    if one.module not in _MODULES:
        yield UNKNOWN_MODULE.at(subject.at(subject.main, one.line), name=one.name)
    if own is None:
        return
    for rule, table in ((REQUIRED, _REQUIRED), (EXPECTED, _EXPECTED)):
        for field in table.get(one.module, ()):
            if child(own, field) is None:
                yield rule.at(at, name=one.name, field=field)
    if one.module == "assign" and not any(_takes_submissions(config) for config in below(own, "plugin_config")):
        yield NO_SUBMISSION.at(at, name=one.name)
    group, member = _USER_DATA.get(one.module, ("", ""))
    held = list(children(child(own, group), member)) if group else []
    folder = one.folder.rpartition("/")[2]
    with_users = found.settings.get("users") == "1" and found.settings.get(f"{folder}_userinfo") == "1"
    if held and not with_users:
        names = listed((value(node, "concept") or value(node, "name") for node in held), 3)
        yield LOST_USER_DATA.at(at, name=one.name, what=f"{len(held)} {group} ({names})", folder=folder)


def _takes_submissions(config: etree._Element) -> bool:
    told = tuple(value(config, name) for name in ("subtype", "name", "value"))
    return told == ("assignsubmission", "enabled", "1") and value(config, "plugin") != "comments"
