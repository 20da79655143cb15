"""The files of a section (``backup_section_structure_step``)."""

from __future__ import annotations

from html import escape

from builder.archive import Entry
from builder.targets.mbz.desk import HTML
from builder.targets.mbz.dress import turned
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import Room
from builder.targets.mbz.xml import Value, branch, document, record
from builder.targets.safe import line


def write_room(room: Room, language: str, opens: str | None, changed: int) -> list[Entry]:
    """The files of ``room``; ``opens`` is its availability, ``changed`` the moment of its last change."""
    section = room.section
    fields: dict[str, Value] = {
        "number": room.number,
        "name": named(section.title),
        "summary": told(section.summary, language),
        "summaryformat": HTML,
        "sequence": ",".join(str(module.number) for module in room.modules),
        "visible": 1,
        "availabilityjson": opens,
        "component": None,
        "itemid": None,
        "timemodified": changed,
    }
    place = f"sections/section_{room.id}"
    return [
        Entry(f"{place}/section.xml", document(record("section", room.id, fields))),
        Entry(f"{place}/inforef.xml", document(branch("inforef"))),
    ]


def told(text: str, language: str) -> str:
    """Plain text as HTML; an empty line parts paragraphs."""
    found = [line(part) for part in text.split("\n\n") if line(part)]
    return turned("\n".join(f"<p>{escape(part, quote=False)}</p>" for part in found), language)
