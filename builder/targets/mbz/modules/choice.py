"""``mod_choice``: one question with options (``backup_choice_activity_structure_step``)."""

from __future__ import annotations

from builder.model.activity import Poll
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.asked import words_of
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.modules.sign import signed
from builder.targets.mbz.xml import branch, record

RESULTS = {"never": 0, "after": 1, "always": 3}
"""``CHOICE_SHOWRESULTS_*`` of ``mod/choice/lib.php``."""

VERTICAL = 1


def write_choice(desk: Desk) -> Written:
    """A poll. An answer can be changed; results are numbers, never names. How many chose a limited option is said
    before one answers only where results are."""
    poll: Poll = desk.module.content  # type: ignore[assignment]
    options = [
        record(
            "option",
            desk.number(),
            {"text": signed(words_of(text)), "maxanswers": poll.limit, "timemodified": desk.ledger.start},
        )
        for text in poll.options
    ]
    return Written(
        fields={
            **intro(desk, poll.page),
            "publish": 0,
            "showresults": RESULTS[poll.results],
            "display": VERTICAL,
            "allowupdate": 1,
            "allowmultiple": int(poll.several),
            "showunanswered": 0,
            "limitanswers": int(poll.limit > 0),
            "timeopen": 0,
            "timeclose": 0,
            "timemodified": desk.ledger.start,
            "completionsubmit": int(desk.module.completion.send),
            "showpreview": 0,
            "includeinactive": 1,
            "showavailable": int(poll.limit > 0 and poll.results == "always"),
        },
        children=(branch("options", options),),
    )
