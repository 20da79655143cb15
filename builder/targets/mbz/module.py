"""The files of a module: what every plug-in has (``backup_module_structure_step``), and its own."""

from __future__ import annotations

from builder.archive import Entry
from builder.targets.mbz.desk import Desk, Grade, Written
from builder.targets.mbz.enrolment import rights
from builder.targets.mbz.grades import module_item
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import Module, Room
from builder.targets.mbz.xml import Element, Value, branch, document, leaf, leaves, record

VERSION = 2024100700
"""Of Moodle 4.5: the oldest release whose restore takes all that is written here."""

SEPARATE_GROUPS = 1


def write_module(  # noqa: PLR0913 - a module, its own part, and what the course says of it
    desk: Desk, written: Written, room: Room, *, opens: str | None, category: int, changed: int
) -> list[Entry]:
    """The files of the module at ``desk``; ``opens`` is its availability, ``category`` the one of its grade."""
    module = desk.module
    place = f"activities/{module.kind}_{module.number}"
    files = {
        "module": _module(desk, written, room, opens=opens, changed=changed),
        module.kind: _own(module, written),
        "grades": module_item(module, written.grade, category, changed),
        "roles": rights(written.withheld),
        "inforef": _references(desk, written.grade),
    }
    return [Entry(f"{place}/{name}.xml", document(root)) for name, root in files.items()]


def _module(desk: Desk, written: Written, room: Room, *, opens: str | None, changed: int) -> Element:
    module = desk.module
    done = module.completion
    cells: dict[str, Value] = {
        "modulename": module.kind,
        "sectionid": room.id,
        "sectionnumber": room.number,
        "idnumber": module.name,
        "added": changed,
        "score": 0,
        "indent": 0,
        "visible": 1,
        "visibleoncoursepage": 1,
        "visibleold": 1,
        "groupmode": SEPARATE_GROUPS if module.entry.apart else 0,
        "groupingid": 0,
        "completion": 2 if done.is_automatic else 1 if done.manual else 0,
        "completiongradeitemnumber": 0 if done.grade else None,
        "completionpassgrade": 0,
        "completionview": int(done.view),
        "completionexpected": desk.moment(module.entry.expected),
        "availability": opens,
        "showdescription": 0,
        "downloadcontent": 1,
        "lang": "",
    }
    return branch("module", [*leaves({**cells, **written.cells}), branch("tags")], id=module.number, version=VERSION)


def _own(module: Module, written: Written) -> Element:
    row = record(module.kind, module.number, {"name": named(module.title), **written.fields}, written.children)
    names: dict[str, str | int] = {
        "id": module.number,
        "moduleid": module.number,
        "modulename": module.kind,
        "contextid": module.context,
    }
    return branch("activity", [row], **names)


def _references(desk: Desk, grade: Grade | None) -> Element:
    """What else of the backup the module needs: nothing that is not listed here is restored."""
    found: list[Element] = []
    if desk.files:
        found.append(branch("fileref", [branch("file", [leaf("id", number)]) for number in desk.files]))
    if grade is not None:
        found.append(branch("grade_itemref", [branch("grade_item", [leaf("id", desk.module.grade_item)])]))
    if desk.categories:
        names = [branch("question_category", [leaf("id", number)]) for number in desk.categories]
        found.append(branch("question_categoryref", names))
    return branch("inforef", found)
