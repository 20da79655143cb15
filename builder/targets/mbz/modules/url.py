"""``mod_url``: a link to elsewhere (``backup_url_activity_structure_step``)."""

from __future__ import annotations

from builder.model.activity import Address
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.intro import intro

OPEN = 5
"""The link leads there in the same window (``RESOURCELIB_DISPLAY_OPEN``)."""


def write_url(desk: Desk) -> Written:
    """The address. Moodle shows no page of its own before it, so the text stands in the course itself."""
    content: Address = desk.module.content  # type: ignore[assignment]
    text = intro(desk, content.page)
    fields = {
        **text,
        "externalurl": content.url,
        "display": OPEN,
        "displayoptions": 'a:1:{s:10:"printintro";i:1;}',
        "parameters": "a:0:{}",
        "timemodified": desk.ledger.start,
    }
    return Written(fields=fields, cells={"showdescription": int(bool(text["intro"]))})
