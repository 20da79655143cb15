"""``mod_feedback``: questions without right answers (``backup_feedback_activity_structure_step``)."""

from __future__ import annotations

from html import escape

from builder.model.activity import Survey
from builder.render.numbers import numbers
from builder.targets.mbz.desk import HTML, Desk, Written
from builder.targets.mbz.modules.feedback_items import Row, Rows
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.xml import Element, branch, record

ANONYMOUS, NAMED = 1, 2
"""``FEEDBACK_ANONYMOUS_*`` of ``mod/feedback/lib.php``."""

NUMBERED = 4
"""From so many questions on they are numbered: a consent alone is no list."""

READABLE = ".path-mod-feedback div.feedback_is_dependent { background: none; }"
"""Moodle's themes set questions that depend on others in black on dark grey, for learners, too: a contrast of 3.3."""

PARTED = ".path-mod-feedback .feedback_form .form-check-inline { gap: .25rem; }"
"""Between a button, the value of a step, and its words: else they touch, as in ``(1)Agree``."""

TURNED = ".path-mod-feedback .feedback_form { direction: rtl; text-align: right; }"
"""For a platform that has not installed a language written from right to left."""


def write_feedback(desk: Desk) -> Written:
    """A survey. Who answers again overwrites, where answers carry names; without names each answer stays by itself."""
    survey: Survey = desk.module.content  # type: ignore[assignment]
    rows = list(Rows(desk, survey))
    items = [_item(place, row) for place, row in enumerate(rows, 1)]
    head = intro(desk, survey.page)
    head["intro"] = f"{head['intro']}{_style(desk, rows)}"
    thanks = desk.turned(f"<p>{escape(survey.thanks, quote=False)}</p>") if survey.thanks else ""
    return Written(
        fields={
            **head,
            "anonymous": ANONYMOUS if survey.anonymous else NAMED,
            "email_notification": 0,
            "multiple_submit": int(survey.again),
            "autonumbering": int(sum(row.has_value for row in rows) >= NUMBERED),
            "site_after_submit": "",
            "page_after_submit": thanks,
            "page_after_submitformat": HTML,
            "publish_stats": 0,
            "timeopen": 0,
            "timeclose": 0,
            "timemodified": desk.ledger.start,
            "completionsubmit": int(desk.module.completion.send),
        },
        children=(branch("items", items),) if items else (),
    )


def _item(place: int, row: Row) -> Element:
    return record(
        "item",
        row.number,
        {
            "template": 0,
            "name": row.name,
            "label": row.label,
            "presentation": row.presentation,
            "typ": row.type,
            "hasvalue": int(row.has_value),
            "position": place,
            "required": int(row.required),
            "dependitem": row.depends[0],
            "dependvalue": row.depends[1],
            "options": row.options,
        },
    )


def _style(desk: Desk, rows: list[Row]) -> str:
    """What the form needs beyond the theme, as HTML: the introduction stands on every page of the survey and is not
    cleaned. '' mostly."""
    is_turned = numbers(desk.module.course.language).direction == "rtl"
    wanted = {
        READABLE: any(row.depends[0] for row in rows),
        PARTED: is_turned or any(row.type == "multichoicerated" for row in rows),
        TURNED: is_turned,
    }
    rules = [rule for rule, is_wanted in wanted.items() if is_wanted]
    return f"\n<style>{' '.join(rules)}</style>" if rules else ""
