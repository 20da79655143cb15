"""A classroom as the files of a backup (Moodle 4.5, format ``moodle2``)."""

from __future__ import annotations

from builder.archive import Entry
from builder.model.outline import Classroom
from builder.targets.base import Context, Product
from builder.targets.mbz.availability import availability
from builder.targets.mbz.completion import completion
from builder.targets.mbz.course import write_course
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.enrolment import roles
from builder.targets.mbz.grades import Gradebook
from builder.targets.mbz.groups import groups, numbers_of
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.module import write_module
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.room import write_room
from builder.targets.mbz.summary import summary
from builder.targets.mbz.xml import Element, branch, document


def backup(classroom: Classroom, context: Context, file: str) -> Product:
    """All files of the backup of ``classroom``, which will be called ``file``."""
    ledger = Ledger(plan_of(classroom), context)
    bank = Bank(ledger)
    desks = {module.name: Desk(ledger, bank, module) for module in ledger.plan.modules}
    written = {name: WRITERS[type(desk.module.content)][1](desk) for name, desk in desks.items()}
    personal = frozenset(name for name, one in written.items() if one.users)
    users = bool(personal)
    entries = [*_course(ledger, desks, written), *write_course(ledger, users=users)]
    roots: dict[str, Element] = {
        "moodle_backup": summary(ledger, file, personal),
        "questions": bank.listing(),
        "groups": groups(classroom.outline, ledger.start),
        "completion": completion(ledger.plan),
        "scales": branch("scales_definition"),
        "outcomes": branch("outcomes_definition"),
        "roles": roles(users=users),
        "files": ledger.files.listing(),
        **({"users": branch("users")} if users else {}),
    }
    entries += (Entry(f"{name}.xml", document(root)) for name, root in roots.items())
    entries += ledger.files.entries()
    return Product(tuple(entries), tuple(ledger.diagnostics), tuple(ledger.packages))


def _course(ledger: Ledger, desks: dict[str, Desk], written: dict[str, Written]) -> list[Entry]:
    """Sections, modules and the gradebook: what names modules."""
    plan = ledger.plan
    numbers = numbers_of(plan.classroom.outline)
    book = Gradebook(plan, {name: one.grade for name, one in written.items() if one.grade is not None})
    entries = [Entry("gradebook.xml", document(book.document(ledger.start)))]
    for room in plan.rooms:
        opens = availability(room.opens, ledger, numbers, hidden=room.section.hidden)
        entries += write_room(room, plan.classroom.language, opens, ledger.start)
        for module in room.modules:
            entries += write_module(
                desks[module.name],
                written[module.name],
                room,
                opens=availability(module.opens, ledger, numbers, hidden=module.entry.hidden),
                category=book.category_of(module),
                changed=ledger.start,
            )
    return entries
