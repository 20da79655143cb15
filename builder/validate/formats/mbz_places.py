"""Moodle backups: whether the documents agree on which activity, section and course each of them is about."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Activity, Backup, backup, folders, plain, references
from builder.validate.nodes import attribute, below, child, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

READ = "Moodle 4.5.6, read in its source"

NUMBER = must(
    "B47",
    READ,
    "{path} is about the {what} {found}, where moodle_backup.xml lists {expected}.",
    "Write {expected}.",
    "Restore maps by the number in this document: conditions, files and links that name {expected} lead nowhere.",
)
OTHERWISE = should(
    "B48",
    READ,
    "{what} is {found}, and {expected} in {where}.",
    "Write {expected}.",
    "Restore goes by the other place. Whoever looks for a mistake, and any other reader, is misled by this one.",
)
NO_SECTION = must(
    "B49",
    READ,
    "{name} stands in the section {section}, which is not in the backup.",
    "Write the number of a section that moodle_backup.xml lists.",
    "Restore takes a section at the same position or else the first: learners find the activity in a wrong place.",
)
CONTEXT = must(
    "B50",
    READ,
    "{name} has {problem}.",
    "Give each activity a contextid of its own.",
    "Files and questions are found by it: those of one activity are lost or turn up in another.",
)
SETTING = must(
    "B51",
    READ,
    "The setting {name} is about {what}, which moodle_backup.xml does not list.",
    "Remove the setting, or list what it is about.",
    "Moodle stops with an error as it reads the backup: nothing is restored.",
)
SEQUENCE = should(
    "B52",
    READ,
    "The sequence of section {section} {problem}.",
    "List the numbers of all activities of the section, in their order.",
    "Restore orders activities as moodle_backup.xml lists them; who reads the section sees something else.",
)
NO_ROLE = must(
    "B53",
    READ,
    "{where} names the role {id}, which {problem}.",
    "Add the role to roles.xml and its id under <roleref> to course/inforef.xml.",
    "Restore passes over what names it: rights that were taken from learners or given to them are not.",
)

NO_WAY_IN = should(
    "B75",
    READ,
    "The backup restores users' data, and holds no way of enrolment.",
    "Write at least enrol/manual into course/enrolments.xml.",
    "With users, Moodle adds none of the site's usual ways: nobody can be enrolled until somebody adds one.",
)

RULES = (NO_WAY_IN, NUMBER, OTHERWISE, NO_SECTION, CONTEXT, SETTING, SEQUENCE, NO_ROLE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of agreement."""
    found = backup(subject)
    if found is None:
        return
    yield from _activities(found)
    yield from _sections(found)
    yield from _course(found)
    yield from _ways_in(found)
    yield from _settings(found)
    yield from _roles(found)


def _number(
    found: Backup, path: str, told: tuple[str, str, str], *, rule_is_strict: bool = True
) -> Iterator[Diagnostic]:
    """A number or name that ``path`` tells: what it is of, what it is, what it should be. Missing ones pass."""
    what, is_, expected = told
    if not is_ or not expected or is_ == expected:
        return
    at = found.subject.at(path, 1)
    if rule_is_strict:
        yield NUMBER.at(at, path=path, what=what, found=is_, expected=expected)
    else:
        yield OTHERWISE.at(at, what=what, found=is_, expected=expected, where="the document it belongs to")


def _activities(found: Backup) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for one in found.activities:
        yield from _module(found, one)
        own, path = found.part(f"{one.folder}/{one.module}.xml"), f"{one.folder}/{one.module}.xml"
        if own is None:
            continue
        told = [
            ("moduleid", attribute(own, "moduleid"), one.cmid),
            ("modulename", attribute(own, "modulename"), one.module),
        ]
        inner = child(own, one.module)
        if inner is not None:
            told.append(("id", attribute(own, "id"), attribute(inner, "id")))
        for what, is_, expected in told:
            yield from _number(found, path, (f"The {what} of {one.name}", is_, expected), rule_is_strict=False)
        context = attribute(own, "contextid")
        if not context:
            yield CONTEXT.at(found.subject.at(path, 1), name=one.name, problem="no contextid")
        elif owners.setdefault(context, one.folder) != one.folder:
            problem = f"the contextid {context}, as {owners[context]} has"
            yield CONTEXT.at(found.subject.at(path, 1), name=one.name, problem=problem)


def _module(found: Backup, one: Activity) -> Iterator[Diagnostic]:
    """What module.xml says of itself and of where it stands."""
    subject, module, path = found.subject, found.module(one), f"{one.folder}/module.xml"
    sections = {id_: folder for id_, folder, _ in found.sections}
    told = value(module, "sectionid")
    for section, at in ((one.section, subject.at(subject.main, one.line)), (told, subject.at(path, 1))):
        if sections and section and section not in sections:
            yield NO_SECTION.at(at, name=one.name, section=section)
    if module is None:
        return
    yield from _number(found, path, ("activity", attribute(module, "id"), one.cmid))
    yield from _number(found, path, ("type", value(module, "modulename"), one.module))
    if told in sections:
        position = value(found.part(f"{sections[told]}/section.xml"), "number")
        for what, is_, expected in (
            ("section", told, one.section),
            ("sectionnumber", value(module, "sectionnumber"), position),
        ):
            yield from _number(found, path, (f"The {what} of {one.name}", is_, expected), rule_is_strict=False)


def _sections(found: Backup) -> Iterator[Diagnostic]:
    for id_, folder, _ in found.sections:
        root, path = found.part(f"{folder}/section.xml"), f"{folder}/section.xml"
        if root is None:
            continue
        yield from _number(found, path, ("section", attribute(root, "id"), id_))
        listed = [one for one in plain(value(root, "sequence")).split(",") if one]
        there = [one.cmid for one in found.activities if one.section == id_]
        at, section = found.subject.at(path, 1), plain(value(root, "name")) or value(root, "number")
        strange, missing = [one for one in listed if one not in there], [one for one in there if one not in listed]
        if strange:
            yield SEQUENCE.at(at, section=section, problem=f"names {strange[0]}, which stands elsewhere or nowhere")
        elif missing:
            yield SEQUENCE.at(at, section=section, problem=f"does not name {missing[0]}")


def _course(found: Backup) -> Iterator[Diagnostic]:
    information = found.information
    id_, context = value(information, "original_course_id"), value(information, "original_course_contextid")
    listed = value(information, "contents", "course", "courseid")
    yield from _number(found, found.subject.main, ("The courseid", listed, id_), rule_is_strict=False)
    root, path = (
        (found.part(f"{found.course}/course.xml"), f"{found.course}/course.xml") if found.course else (None, "")
    )
    if root is not None:
        yield from _number(found, path, ("course", attribute(root, "id"), id_))
        yield from _number(found, path, ("context", attribute(root, "contextid"), context))
    for node in below(found.part("completion.xml"), "course"):
        yield from _number(found, "completion.xml", ("The course", value(node), id_), rule_is_strict=False)
    for node in children(found.part("questions.xml"), "question_category"):
        if value(node, "contextlevel") == "50":
            name = f"of the category of questions “{value(node, 'name')}”"
            for what, told, expected in (
                (f"The contextid {name}", value(node, "contextid"), context),
                (f"The contextinstanceid {name}", value(node, "contextinstanceid"), id_),
            ):
                yield from _number(found, "questions.xml", (what, told, expected), rule_is_strict=False)


def _ways_in(found: Backup) -> Iterator[Diagnostic]:
    """Options of the course that are kept for a section, and ways into it."""
    if not found.course:
        return
    path = f"{found.course}/course.xml"
    sections = {"", "0", *(id_ for id_, _, _ in found.sections)}
    for node in below(found.part(path), "courseformatoption"):
        if value(node, "sectionid") not in sections:
            what = f"The sectionid of the option “{value(node, 'name')}”"
            told = {"found": value(node, "sectionid"), "expected": "0", "where": "options of the course"}
            yield OTHERWISE.at(found.subject.at(path, line_of(node)), what=what, **told)
    ways = below(found.part(f"{found.course}/enrolments.xml"), "enrol")
    if found.settings.get("users") == "1" and next(ways, None) is None:
        yield NO_WAY_IN.at(found.subject.at(f"{found.course}/enrolments.xml"))


def _settings(found: Backup) -> Iterator[Diagnostic]:
    """Moodle files each setting under the folder of what it is about."""
    known = {
        "activity": {one.folder.rpartition("/")[2] for one in found.activities},
        "section": {folder.rpartition("/")[2] for _, folder, _ in found.sections},
    }
    for node in children(child(found.information, "settings"), "setting"):
        level = value(node, "level")
        if level in known and value(node, level) not in known[level]:
            at = found.subject.at(found.subject.main, line_of(node))
            yield SETTING.at(at, name=value(node, "name"), what=f"the {level} {value(node, level) or '(none)'}")
        elif level in known and not value(node, "name").startswith(f"{value(node, level)}_"):
            at = found.subject.at(found.subject.main, line_of(node))
            what = f"The name of a setting of {value(node, level)}"
            told = {"found": value(node, "name"), "expected": f"{value(node, level)}_…", "where": f"<{level}>"}
            yield OTHERWISE.at(at, what=what, **told)


def _roles(found: Backup) -> Iterator[Diagnostic]:
    """Restore knows the roles that roles.xml describes and an inforef.xml names."""
    there = {attribute(one, "id") for one in children(found.part("roles.xml"), "role")}
    named: set[str] = set()
    for folder in folders(found):
        for id_ in references(found.part(f"{folder}/inforef.xml"), "role"):
            named.add(id_)
            if id_ not in there:
                at = found.subject.at(f"{folder}/inforef.xml")
                yield NO_ROLE.at(at, where="The inforef.xml", id=id_, problem="is not in roles.xml")
    for path, where, node in _who(found):
        id_ = plain(value(node, "roleid"))
        if id_ in {"", "0"} or (id_ in there and id_ in named):
            continue
        problem = "is not in roles.xml" if id_ not in there else "no inforef.xml names"
        yield NO_ROLE.at(found.subject.at(path, line_of(node)), where=where, id=id_, problem=problem)


def _who(found: Backup) -> Iterator[tuple[str, str, etree._Element]]:
    """Document, name and element of all that has a role."""
    for one in found.activities:
        for node in below(found.part(f"{one.folder}/roles.xml"), "override", "assignment"):
            yield f"{one.folder}/roles.xml", f"A right in {one.name}", node
    if found.course:
        for node in below(found.part(f"{found.course}/roles.xml"), "override", "assignment"):
            yield f"{found.course}/roles.xml", "A right in the course", node
        for node in below(found.part(f"{found.course}/enrolments.xml"), "enrol"):
            yield f"{found.course}/enrolments.xml", "A way of enrolment", node
