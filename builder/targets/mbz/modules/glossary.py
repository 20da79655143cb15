"""``mod_glossary``: terms and what they mean (``backup_glossary_activity_structure_step``)."""

from __future__ import annotations

from html import escape

from builder.model.activity import Words
from builder.model.course import Term
from builder.render.parts import by_letters
from builder.targets.mbz.desk import HTML, Desk, Written
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.naming import named
from builder.targets.mbz.xml import Element, Value, branch, record


def write_glossary(desk: Desk) -> Written:
    """The terms of the module's course. Moodle takes entries for users' data, whoever wrote them: they are restored
    only with ``users``."""
    words: Words = desk.module.content  # type: ignore[assignment]
    entries = [_entry(desk, term) for term in sorted(desk.module.course.glossary.values(), key=by_letters)]
    fields = {
        **intro(desk, words.page),
        "allowduplicatedentries": 0,
        "displayformat": "dictionary",
        "mainglossary": 0,
        "showspecial": 1,
        "showalphabet": 1,
        "showall": 1,
        "allowcomments": 0,
        "allowprintview": 1,
        "usedynalink": 1,
        "defaultapproval": 0,
        "globalglossary": 0,
        "entbypage": 50,
        "editalways": 0,
        "rsstype": 0,
        "rssarticles": 0,
        "assessed": 0,
        "assesstimestart": 0,
        "assesstimefinish": 0,
        "scale": 0,
        "timecreated": desk.ledger.start,
        "timemodified": desk.ledger.start,
        "completionentries": desk.module.completion.entries,
    }
    if not entries:
        return Written(fields=fields)
    # Where entries of their own complete it, learners write; else it is the programme's, and they read.
    withheld = () if desk.module.completion.entries else ("mod/glossary:write",)
    return Written(fields=fields, children=(branch("entries", entries),), users=True, withheld=withheld)


def _entry(desk: Desk, term: Term) -> Element:
    fields: dict[str, Value] = {
        "userid": 0,
        "concept": named(term.term),
        "definition": desk.turned(f"<p>{escape(term.definition, quote=False)}</p>"),
        "definitionformat": HTML,
        "definitiontrust": 0,
        "attachment": "",
        "timecreated": desk.ledger.start,
        "timemodified": desk.ledger.start,
        "teacherentry": 1,
        "sourceglossaryid": 0,
        "usedynalink": 1,
        "casesensitive": 0,
        "fullmatch": 1,
        "approved": 1,
    }
    return record("entry", desk.number(), fields)
