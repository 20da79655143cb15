"""``mod_data``: a table that learners fill, an entry at a time (``backup_data_activity_structure_step``)."""

from __future__ import annotations

from builder.model.activity import Collection
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.data_fields import Field, fields_of
from builder.targets.mbz.modules.data_templates import Templates
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.xml import Element, Value, branch, record

BY_TIME, NEWEST_FIRST = 0, 1

PARAMETERS = 10


def write_data(desk: Desk) -> Written:
    """A collection. Entries that are not shared wait for a teacher; who changes one that was approved lets it wait
    again."""
    collection: Collection = desk.module.content  # type: ignore[assignment]
    head = intro(desk, collection.page)
    texts = desk.ledger.texts(desk.module.course)
    fields = fields_of(collection.items, texts.course.language, texts.writer.t)
    return Written(
        fields={
            **head,
            "comments": 0,
            "timeavailablefrom": 0,
            "timeavailableto": 0,
            "timeviewfrom": 0,
            "timeviewto": 0,
            "requiredentries": 0,
            "requiredentriestoview": 0,
            "maxentries": collection.entries,
            "rssarticles": 0,
            **Templates(collection, fields, texts).columns(),
            "approval": int(not collection.shared),
            "manageapproved": 1,
            "scale": 0,
            "assessed": 0,
            "assesstimestart": 0,
            "assesstimefinish": 0,
            "defaultsort": BY_TIME,
            "defaultsortdir": NEWEST_FIRST,
            "editany": 0,
            "notification": 0,
            "timemodified": desk.ledger.start,
            "config": None,
            "completionentries": desk.module.completion.entries,
        },
        children=(branch("fields", [_field(desk, field) for field in fields]),) if fields else (),
    )


def _field(desk: Desk, field: Field) -> Element:
    params = dict(enumerate(field.params, 1))
    cells: dict[str, Value] = {
        "type": field.type,
        "name": field.name,
        "description": field.description,
        "required": int(field.item.required),
        **{f"param{number}": params.get(number) for number in range(1, PARAMETERS + 1)},
    }
    return record("field", desk.number(), cells)
