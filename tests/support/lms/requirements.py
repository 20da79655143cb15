"""What cmi5 asks of an assignable unit, held against the record of a platform: the ids are those of the CATAPULT list.

A check takes the record of a platform whose visits have all ended and says whether the requirement was kept. Statements
count once, however often they were sent.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from builder.state.codec import decode
from tests.support.lms.lrs import (
    CMI5,
    MASTERY,
    SPAN,
    TIME,
    UUID,
    Lrs,
    Request,
    Session,
    Statement,
    fault_of,
    session_of,
    verb_of,
)  # fmt: skip

Check = Callable[[Lrs], bool]

DEFINED = f"{CMI5}categories/cmi5"
MOVE_ON = f"{CMI5}categories/moveon"
VERDICTS = {"passed", "failed"}
STANDING = {"passed", "failed", "completed"}
OWN = {"initialized", "terminated", *STANDING}


def sent(lrs: Lrs) -> Iterator[tuple[Session, Statement]]:
    """The statements that were sent, refused ones too, each once, with whose token."""
    seen = set()
    for request in lrs.requests:
        if request.resource == "statements" and request.method == "POST" and request.session:
            for statement in json.loads(request.body):
                if statement.get("id") not in seen:
                    seen.add(statement.get("id"))
                    yield request.session, statement


def by_session(lrs: Lrs) -> Iterator[tuple[Session, list[str], list[Statement]]]:
    """Each session that sent something, the verbs in the order of their times, and the statements."""
    found = sorted(sent(lrs), key=lambda pair: (pair[0].number, pair[1].get("timestamp", "")))
    for session, pairs in groupby(found, key=lambda pair: pair[0]):
        statements = [statement for _, statement in pairs]
        yield session, [verb_of(each) for each in statements], statements


def by_registration(lrs: Lrs) -> Iterator[list[str]]:
    """The verbs of each enrolment, in the order in which they were sent."""
    found = sorted(sent(lrs), key=lambda pair: pair[0].registration)
    for _, pairs in groupby(found, key=lambda pair: pair[0].registration):
        yield [verb_of(statement) for _, statement in pairs]


def every(holds: Callable[[Session, Statement], bool], verbs: set[str] | None = None) -> Check:
    """For each statement with one of ``verbs``; there must be one."""

    def check(lrs: Lrs) -> bool:
        chosen = [pair for pair in sent(lrs) if verbs is None or verb_of(pair[1]) in verbs]
        return all(holds(*pair) for pair in chosen)

    return check


def sessions(holds: Callable[[Session, list[str]], bool]) -> Check:
    return lambda lrs: all(holds(session, verbs) for session, verbs, _ in by_session(lrs))


def registrations(holds: Callable[[list[str]], bool]) -> Check:
    return lambda lrs: all(holds(verbs) for verbs in by_registration(lrs))


def requests(holds: Callable[[Request], bool]) -> Check:
    """For each request to the store."""
    return lambda lrs: all(holds(one) for one in lrs.requests if one.resource != "fetch")


def is_defined(statement: Statement) -> bool:
    return DEFINED in categories(statement)


def categories(statement: Statement) -> list[str]:
    return [one["id"] for one in statement.get("context", {}).get("contextActivities", {}).get("category", [])]


def result(statement: Statement) -> Statement:
    found: Statement = statement.get("result", {})
    return found


def holds_template(template: object, context: object) -> bool:
    """Whether all of the platform's context is there, unchanged; lists may be longer."""
    if isinstance(template, dict):
        return isinstance(context, dict) and all(holds_template(template[key], context.get(key)) for key in template)
    if isinstance(template, list):
        return isinstance(context, list) and all(one in context for one in template)
    return template == context


def of_learner(request: Request) -> bool:
    if request.session is None or request.resource == "statements":
        return request.session is not None
    return json.loads(request.query.get("agent", "{}")) == request.session.actor


def of_enrolment(request: Request) -> bool:
    return request.resource != "activities/state" or (
        request.session is not None
        and request.query.get("registration") == request.session.registration
        and request.query.get("activityId") == request.session.activity
    )


def reads(resource: str, name: str) -> Check:
    """Each session with a statement has read a document before the first one."""

    def check(lrs: Lrs) -> bool:
        for session, _, _ in by_session(lrs):
            own = [one for one in lrs.requests if one.session is session]
            first = next(at for at, one in enumerate(own) if one.resource == "statements")
            if not any(name in one.query.values() and one.resource == resource for one in own[:first]):
                return False
        return True

    return check


def fits_mastery(session: Session, statement: Statement) -> bool:
    scaled = result(statement).get("score", {}).get("scaled")
    if scaled is None or session.mastery is None:
        return True
    return bool((scaled >= session.mastery) == (verb_of(statement) == "passed"))


def in_order(lrs: Lrs) -> bool:
    """By the times of the statements, and as they arrived."""
    return all(verbs[0] == "initialized" and verbs[-1] == "terminated" for _, verbs, _ in by_session(lrs)) and all(
        [verb_of(each) for of, each in lrs.stored if of is session][-1:] in ([], ["terminated"])
        for session, _, _ in by_session(lrs)
    )


def told(lrs: Lrs) -> bool:
    """Whoever has a saved state that says so has a statement that says so."""
    names = {1: {"completed"}, 2: {"completed", "passed"}, 3: {"failed"}}
    for session in lrs.sessions:
        state = decode(lrs.state(session))
        said = {verb_of(each) for of, each in lrs.stored if of.registration == session.registration}
        if state and not names.get(state.status, set()) <= said:
            return False
    return True


def says(name: str, value: object, verbs: set[str]) -> Check:
    """The result of each of ``verbs`` holds ``value`` under ``name``."""
    return every(lambda _, each: result(each).get(name) is value, verbs)


def never(name: str, verbs: set[str]) -> Check:
    """No statement that cmi5 defines holds ``name`` in its result, but for ``verbs``."""
    return every(lambda _, each: not is_defined(each) or verb_of(each) in verbs or name not in result(each))


def timed(verb: str) -> Check:
    return every(lambda _, each: bool(SPAN.fullmatch(result(each).get("duration", ""))), {verb})


def token_posted(lrs: Lrs) -> bool:
    """Asked for by POST, once a session."""
    fetches = [one for one in lrs.requests if one.resource == "fetch"]
    return all(one.method == "POST" for one in fetches) and all(one.fetched == 1 for one, _, _ in by_session(lrs))


authorized = requests(lambda one: one.session is not None and one.headers.get("Authorization", "").startswith("Basic "))
versioned = requests(lambda one: one.headers.get("X-Experience-API-Version") == "1.0.3")
well_formed = every(lambda _, each: not fault_of(each))
first = sessions(lambda _, verbs: verbs[0] == "initialized" and verbs.count("initialized") == 1)
last = sessions(lambda _, verbs: verbs[-1] == "terminated" and verbs.count("terminated") == 1)
about_unit = every(lambda session, each: each["object"]["id"] == session.activity, OWN)
is_marked = every(lambda _, each: is_defined(each) == (verb_of(each) in OWN))
from_template = every(lambda session, each: holds_template(session.template, each.get("context")))
only_looked = sessions(lambda session, verbs: session.mode == "Normal" or {*verbs} == {"initialized", "terminated"})
learners = every(lambda session, each: each.get("actor") == session.actor)
enrolled = every(lambda session, each: each.get("context", {}).get("registration") == session.registration)
judged = every(fits_mastery, VERDICTS)
utc = every(lambda _, each: bool(TIME.fullmatch(each.get("timestamp", ""))))

CHECKS: dict[str, Check] = {
    "4.1.0.0-1": lambda lrs: well_formed(lrs) and versioned(lrs),
    "7.0.0.0-1": lambda lrs: token_posted(lrs) and authorized(lrs),
    "7.0.0.0-2": lambda lrs: well_formed(lrs) and versioned(lrs),
    "7.0.0.0-3": reads("activities/state", "LMS.LaunchData"),
    "7.0.0.0-4": reads("agents/profile", "cmi5LearnerPreferences"),
    "7.0.0.0-5": in_order,
    "7.1.1.0-1": first,
    "7.1.2.0-1": last,
    "7.1.3.0-1": in_order,
    "8.1.1.0-2": requests(lambda one: one.resource in {"statements", "activities/state", "agents/profile"}),
    "8.1.1.0-3": requests(lambda one: one.resource in {"statements", "activities/state", "agents/profile"}),
    "8.1.2.0-3": token_posted,
    "8.1.2.0-4": token_posted,
    "8.1.2.0-5": authorized,
    "8.1.3.0-2": requests(of_learner),
    "8.1.3.0-3": lambda lrs: learners(lrs) and requests(of_learner)(lrs),
    "8.1.4.0-2": requests(of_enrolment),
    "8.1.4.0-3": lambda lrs: enrolled(lrs) and requests(of_enrolment)(lrs),
    "8.1.5.0-5": requests(of_enrolment),
    "8.1.5.0-6": about_unit,
    "8.2.1.0-2": token_posted,
    "8.2.1.0-5": authorized,
    "8.2.2.0-4": token_posted,
    "8.2.2.0-5": authorized,
    "9.1.0.0-1": every(lambda _, each: bool(UUID.fullmatch(each.get("id", "")))),
    "9.2.0.0-2": every(lambda _, each: each["actor"].get("objectType") == "Agent", OWN),
    "9.2.0.0-3": every(lambda _, each: "account" in each["actor"]),
    "9.3.0.0-1": sessions(lambda _, verbs: {"initialized", "terminated"} <= {*verbs}),
    "9.3.0.0-2": sessions(lambda _, verbs: all(verbs.count(verb) < 2 for verb in OWN)),
    "9.3.0.0-3": sessions(lambda _, verbs: sum(verb in VERDICTS for verb in verbs) < 2),
    "9.3.0.0-4": first,
    "9.3.0.0-5": last,
    "9.3.0.0-6": registrations(lambda verbs: verbs.count("completed") < 2),
    "9.3.0.0-7": registrations(lambda verbs: verbs.count("passed") < 2),
    "9.3.0.0-8": registrations(lambda verbs: "passed" not in verbs or "failed" not in verbs[verbs.index("passed") :]),
    "9.3.2.0-2": first,
    "9.3.2.0-3": sessions(lambda _, verbs: verbs.count("initialized") == 1),
    "9.3.3.0-1": told,
    "9.3.3.0-2": registrations(lambda verbs: Counter(verbs)["completed"] < 2),
    "9.3.4.0-1": told,
    "9.3.4.0-2": judged,
    "9.3.4.0-3": registrations(lambda verbs: Counter(verbs)["passed"] < 2),
    "9.3.5.0-1": told,
    "9.3.5.0-2": judged,
    "9.3.8.0-1": sessions(lambda _, verbs: "terminated" in verbs),
    "9.3.8.0-2": in_order,
    "9.4.0.0-1": every(lambda _, each: bool(each.get("object", {}).get("id"))),
    "9.4.0.0-2": about_unit,
    "9.5.1.0-1": judged,
    "9.5.1.0-2": never("score", VERDICTS),
    "9.5.1.0-3": every(
        lambda _, each: "raw" not in result(each).get("score", {}) or {"min", "max"} <= {*result(each)["score"]}
    ),
    "9.5.2.0-1": says("success", True, {"passed"}),
    "9.5.2.0-2": says("success", False, {"failed"}),
    "9.5.2.0-3": never("success", VERDICTS),
    "9.5.3.0-1": says("completion", True, {"completed"}),
    "9.5.3.0-2": never("completion", {"completed"}),
    "9.5.4.1-1": timed("terminated"),
    "9.5.4.1-2": timed("completed"),
    "9.5.4.1-3": timed("passed"),
    "9.5.4.1-4": timed("failed"),
    "9.6.0.0-1": lambda lrs: from_template(lrs) and enrolled(lrs) and is_marked(lrs),
    "9.6.1.0-1": enrolled,
    "9.6.2.0-1": from_template,
    "9.6.2.1-1": is_marked,
    "9.6.2.2-1": every(lambda _, each: MOVE_ON in categories(each), STANDING),
    "9.6.2.2-2": every(lambda _, each: verb_of(each) in STANDING or MOVE_ON not in categories(each)),
    "9.6.3.1-4": every(lambda session, each: session_of(each) == session.id),
    "9.6.3.2-2": every(
        lambda session, each: each["context"].get("extensions", {}).get(MASTERY) == session.mastery, VERDICTS
    ),
    "9.7.0.0-1": every(lambda _, each: "timestamp" in each),
    "9.7.0.0-2": utc,
    "10.2.1.0-4": reads("activities/state", "LMS.LaunchData"),
    "10.2.1.0-5": requests(lambda one: one.method == "GET" or "LMS.LaunchData" not in one.query.values()),
    "10.2.1.0-6": from_template,
    "10.2.1.0-7": from_template,
    "10.2.2.0-1": told,
    "10.2.2.0-2": only_looked,
    "10.2.2.0-3": only_looked,
    "10.2.2.0-5": only_looked,
    "10.2.2.0-6": lambda lrs: first(lrs) and last(lrs),
    "10.2.2.0-7": lambda lrs: is_marked(lrs) and told(lrs),
    "10.2.2.0-8": lambda lrs: first(lrs) and last(lrs),
    "10.2.2.0-9": only_looked,
    "10.2.2.0-10": lambda lrs: first(lrs) and last(lrs),
    "10.2.2.0-11": only_looked,
    "10.2.4.0-2": judged,
    "11.0.0.0-1": requests(lambda one: one.resource != "agents/profile" or of_learner(one)),
    "11.0.0.0-3": reads("agents/profile", "cmi5LearnerPreferences"),
    "11.0.0.0-4": requests(
        lambda one: one.resource != "agents/profile" or one.query.get("profileId") == "cmi5LearnerPreferences"
    ),
    "11.0.0.0-5": requests(lambda one: one.resource != "agents/profile" or one.method == "GET"),
}
"""By id."""

ELSEWHERE = {
    "8.1.0.0-6": "the url in the course structure has no query: tests/targets/test_cmi5.py",
    "8.1.0.0-7": "the browser launches with the parameters in another order: test_a_course_is_left_and_taken_up_again",
    "10.2.6.0-1": "the closing page leads to the returnURL and ends the session: test_the_closing_page_leads_back",
    "11.0.0.0-2": "preferences answered with 403: test_preferences_are_read",
    "11.2.0.0-1": "audioPreference: test_preferences_are_read",
}
"""Those that no record shows, and where they are seen to."""

UNCHECKED = {
    "9.3.2.0-1": "no time is named; the player sends it when the launch data have come",
    "11.1.0.0-1": "preferences are read and never written",
    "11.1.0.0-2": "preferences are read and never written",
}
"""Those that have nothing to be checked on, and why."""

PLATFORM = {
    "8.1.0.0-1", "8.1.0.0-4", "8.1.0.0-5", "8.1.0.0-8", "8.1.2.0-2", "8.1.5.0-3", "8.2.1.0-3", "8.2.1.0-4",
    "8.2.1.0-6", "8.2.2.0-2", "8.2.2.0-3", "8.2.3.0-1", "8.2.3.2-1", "9.2.0.0-1", "9.3.7.0-2", "9.3.9.0-4",
    "9.3.9.0-8", "9.5.4.2-1", "9.5.4.2-2", "9.6.3.1-1", "10.1.0.0-2", "10.1.0.0-3", "10.1.0.0-4", "10.1.0.0-5",
    "10.2.1.0-2", "10.2.1.0-3",
}  # fmt: skip
"""Those that ask something of the platform without naming it as the one who must."""


def broken(lrs: Lrs) -> list[str]:
    """The ids of the requirements that the record of a platform breaks."""
    return [name for name, check in CHECKS.items() if not check(lrs)]
