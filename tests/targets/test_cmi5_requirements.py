"""The requirements of cmi5 on an assignable unit: none is forgotten, and each check can fail.

That packages keep them is seen in tests/browser/test_cmi5.py.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

from builder.state.codec import State, encode
from tests.support.lms.lrs import MASTERY, VERBS, Lrs, Request, Session, Statement
from tests.support.lms.requirements import (
    CHECKS,
    DEFINED,
    ELSEWHERE,
    MOVE_ON,
    OWN,
    PLATFORM,
    STANDING,
    UNCHECKED,
    VERDICTS,
    broken,
)  # fmt: skip

REPOSITORY = Path(__file__).resolve().parents[2]
COPY = REPOSITORY / "tests" / "fixtures" / "cmi5" / "requirements.txt"
STRUCTURE = ("3.", "4.4", "13.", "14.")
"""Sections on the course structure and the package: tests/targets/test_cmi5.py and the validator."""


def ids() -> dict[str, str]:
    """The list of CATAPULT beside the schemas, without what it derives for platforms; else the ids alone."""
    schemas = Path(os.environ.get("SCHEMAS_DIR", REPOSITORY.parent / "shared" / "schemas"))
    file = schemas.parent / "rules" / "cmi5_requirements.json"
    if not file.is_file():
        return dict.fromkeys(COPY.read_text("utf-8").split(), "")
    return {name: one["txt"] for name, one in json.loads(file.read_text("utf-8")).items() if "(d" not in name}


def test_every_requirement_has_its_place() -> None:
    mine = {*CHECKS, *ELSEWHERE, *UNCHECKED}
    assert mine <= {*ids()}
    assert len(mine) == len(CHECKS) + len(ELSEWHERE) + len(UNCHECKED)
    for name, text in ids().items():
        if text and name not in mine | PLATFORM and not name.startswith(STRUCTURE):
            assert re.search(r"\bLMS (MUST|must)\b", text), f"{name}: {text}"


def test_the_copied_list_is_whole() -> None:
    assert sorted(ids()) == sorted(COPY.read_text("utf-8").split())


def test_a_good_record_breaks_none() -> None:
    assert broken(record()) == []


def statement(session: Session, verb: str, minute: int) -> Statement:
    """As a good unit sends it."""
    context = session.template
    category = [{"id": DEFINED}] if verb in OWN else []
    found: Statement = {"duration": "PT1M"}
    if verb in STANDING:
        category.append({"id": MOVE_ON})
        found["completion" if verb == "completed" else "success"] = verb != "failed"
    if verb in VERDICTS:
        found["score"] = {"scaled": 0.8 if verb == "passed" else 0.2, "raw": 8, "min": 0, "max": 10}
        context["extensions"][MASTERY] = session.mastery
    return {
        "id": str(uuid5(NAMESPACE_URL, f"{session.id}/{verb}")),
        "actor": session.actor,
        "verb": {"id": VERBS + verb},
        "object": {"id": session.activity if verb in OWN else "https://example.org/q"},
        "result": found,
        "context": {
            **context,
            "registration": session.registration,
            "contextActivities": {**context["contextActivities"], "category": category},
        },
        "timestamp": f"2026-11-22T{session.number:02}:{minute:02}:00.000Z",
    }


def visit(lrs: Lrs, session: Session, *verbs: str, status: int = 0) -> None:
    """A session of a good unit."""
    headers = {"Authorization": f"Basic {session.token}", "X-Experience-API-Version": "1.0.3"}
    agent = json.dumps(session.actor)
    place = {"activityId": session.activity, "registration": session.registration, "agent": agent}

    def reach(method: str, resource: str, query: dict[str, str], body: str = "") -> None:
        lrs.requests.append(Request(session, method, resource, query, headers, body, 200))

    session.fetched = 1
    reach("POST", "fetch", {})
    reach("GET", "activities/state", {**place, "stateId": "LMS.LaunchData"})
    reach("GET", "agents/profile", {"profileId": "cmi5LearnerPreferences", "agent": agent})
    for minute, verb in enumerate(verbs):
        one = statement(session, verb, minute)
        reach("POST", "statements", {}, json.dumps([one]))
        lrs.stored.append((session, one))
    state = encode(State(status=status))
    lrs.documents[session.registration, "coursewright"] = json.dumps({"state": state})


def record() -> Lrs:
    """Somebody fails, passes later, and looks at it again; somebody else is new."""
    lrs = Lrs()
    visit(lrs, lrs.launch(), "initialized", "answered", "failed", "terminated", status=3)
    visit(lrs, lrs.launch(), "initialized", "passed", "completed", "terminated", status=2)
    visit(lrs, lrs.launch(mode="Review"), "initialized", "terminated", status=2)
    visit(lrs, lrs.launch("ben"), "initialized", "terminated")
    return lrs


def spoil(verbs: set[str], change: Callable[[Statement], object]) -> Callable[[Lrs], None]:
    """Change the statements of some verbs."""

    def do(lrs: Lrs) -> None:
        for at, one in enumerate(lrs.requests):
            if one.resource == "statements":
                batch = json.loads(one.body)
                for each in batch:
                    if each["verb"]["id"].removeprefix(VERBS) in verbs:
                        change(each)
                lrs.requests[at] = replace(one, body=json.dumps(batch))

    return do


def ask(which: str, **change: object) -> Callable[[Lrs], None]:
    """Change the requests for a resource."""

    def do(lrs: Lrs) -> None:
        lrs.requests = [
            replace(one, **change) if one.resource == which else one  # type: ignore[arg-type]
            for one in lrs.requests
        ]

    return do


def drop(resource: str, verb: str = "") -> Callable[[Lrs], None]:
    """Leave requests out, or those of one verb."""

    def do(lrs: Lrs) -> None:
        lrs.requests = [
            one for one in lrs.requests if one.resource != resource or (verb and VERBS + verb not in one.body)
        ]
        lrs.stored = [pair for pair in lrs.stored if pair[1]["verb"]["id"] != VERBS + verb]

    return do


def more(session: int, verb: str, minute: int, **change: object) -> Callable[[Lrs], None]:
    """A further statement of the session of that number."""

    def do(lrs: Lrs) -> None:
        one = {**statement(lrs.sessions[session - 1], verb, minute), "id": str(uuid5(NAMESPACE_URL, "more")), **change}
        like = next(one for one in reversed(lrs.requests) if one.session is lrs.sessions[session - 1])
        lrs.requests.append(replace(like, body=json.dumps([one])))
        lrs.stored.append((lrs.sessions[session - 1], one))

    return do


def activities(one: Statement) -> Statement:
    found: Statement = one["context"]["contextActivities"]
    return found


ALL = {*OWN, "answered"}

SPOILT: dict[str, Callable[[Lrs], None]] = {
    "no id": spoil(ALL, lambda one: one.pop("id")),
    "a strange id": spoil(ALL, lambda one: one.update(id="1")),
    "local time": spoil(ALL, lambda one: one.update(timestamp="2026-11-22T10:00:00+01:00")),
    "no time": spoil({"passed"}, lambda one: one.pop("timestamp")),
    "another learner": spoil({"passed"}, lambda one: one.update(actor={"objectType": "Group", "mbox": "mailto:a@b.c"})),
    "another object": spoil({"completed"}, lambda one: one["object"].update(id="https://example.org/other")),
    "an empty object": spoil({"completed"}, lambda one: one.update(object={"id": ""})),
    "no categories": spoil(ALL, lambda one: activities(one).pop("category")),
    "moveon everywhere": spoil(ALL, lambda one: activities(one)["category"].append({"id": MOVE_ON})),
    "no grouping": spoil(ALL, lambda one: activities(one).pop("grouping")),
    "no extensions": spoil(ALL, lambda one: one["context"].pop("extensions")),
    "no registration": spoil(ALL, lambda one: one["context"].pop("registration")),
    "no result": spoil(ALL, lambda one: one.pop("result")),
    "too much result": spoil({"terminated"}, lambda one: one["result"].update(score={}, success=True, completion=True)),
    "raw alone": spoil(VERDICTS, lambda one: one["result"].update(score={"raw": 3})),
    "a score too low": spoil({"passed"}, lambda one: one["result"]["score"].update(scaled=0.5)),
    "a score too high": spoil({"failed"}, lambda one: one["result"]["score"].update(scaled=0.6)),
    "no version": ask("statements", headers={"Authorization": "Basic x"}),
    "no token": ask("statements", headers={}, session=None),
    "no token for reading": ask("agents/profile", headers={"X-Experience-API-Version": "1.0.3"}),
    "the token by GET": ask("fetch", method="GET"),
    "launch data written": ask("activities/state", method="PUT"),
    "launch data unread": drop("activities/state"),
    "preferences unread": drop("agents/profile"),
    "preferences written": ask("agents/profile", method="PUT"),
    "other preferences": ask("agents/profile", query={"profileId": "mine", "agent": "{}"}),
    "another document": ask("activities/state", query={"stateId": "LMS.LaunchData", "agent": "{}"}),
    "another place": ask("agents/profile", resource="about"),
    "no beginning": drop("statements", "initialized"),
    "no end": drop("statements", "terminated"),
    "not told": drop("statements", "passed"),
    "begun twice": more(4, "initialized", 9),
    "passed twice": more(2, "passed", 9),
    "completed twice": more(2, "completed", 9),
    "failed after all": more(2, "failed", 9),
    "in a review": more(3, "passed", 0),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_record_is_noticed(name: str) -> None:
    lrs = record()
    SPOILT[name](lrs)
    assert broken(lrs)


def test_every_check_can_fail() -> None:
    noticed = set()
    for spoiling in SPOILT.values():
        lrs = record()
        spoiling(lrs)
        noticed |= {*broken(lrs)}
    assert sorted({*CHECKS} - noticed) == []
