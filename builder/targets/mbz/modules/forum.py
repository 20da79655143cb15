"""``mod_forum``: a place to talk (``backup_forum_activity_structure_step``)."""

from __future__ import annotations

from builder.diagnostics.module_codes import APART_SINGLE
from builder.model.activity import Forum
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.intro import intro

WHO_WANTS = 0
"""Learners subscribe if they want to (``FORUM_CHOOSESUBSCRIBE``): a busy forum sends nobody mail unasked. Moodle
subscribes those who write to the discussion they write in."""

FILES, SIZE = 3, 5_242_880
"""Of one post: how many files, and how many octets each, which a slow line still carries."""


def write_forum(desk: Desk) -> Written:
    """A forum for discussions, or with ``single`` one discussion, which restoring makes of the name and the text.

    Moodle keeps groups apart in no forum of one discussion: there learners open their own.
    """
    forum: Forum = desk.module.content  # type: ignore[assignment]
    entry = desk.module.entry
    if forum.single and entry.apart:
        desk.ledger.diagnostics.append(APART_SINGLE.at(entry.span))
    fields = {
        "type": "single" if forum.single and not entry.apart else "general",
        **intro(desk, forum.page),
        "duedate": 0,
        "cutoffdate": 0,
        "assessed": 0,
        "assesstimestart": 0,
        "assesstimefinish": 0,
        "scale": 0,
        "maxbytes": SIZE,
        "maxattachments": FILES,
        "forcesubscribe": WHO_WANTS,
        "trackingtype": 1,
        "rsstype": 0,
        "rssarticles": 0,
        "timemodified": desk.ledger.start,
        "warnafter": 0,
        "blockafter": 0,
        "blockperiod": 0,
        "completiondiscussions": 0,
        "completionreplies": 0,
        "completionposts": desk.module.completion.posts,
        "displaywordcount": 0,
        "lockdiscussionafter": 0,
        "grade_forum": 0,
    }
    return Written(fields=fields)
