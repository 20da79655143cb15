"""A platform with a learning record store, for courses in cmi5: what it launches, and all that it was sent.

It is as strict as the specification lets a platform be: whatever reaches it out of place is refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

Statement = dict[str, Any]

CMI5 = "https://w3id.org/xapi/cmi5/context/"
SESSION = f"{CMI5}extensions/sessionid"
MASTERY = f"{CMI5}extensions/masteryscore"
VERBS = "http://adlnet.gov/expapi/verbs/"
PUBLISHER = "https://example.org/p/c/en/au"
"""The id of the assignable unit in the course structure."""

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
SPAN = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Session:
    """One launch. ``over``: how it ended, '' while it goes on."""

    number: int
    learner: str
    mode: str
    mastery: float | None
    registration: str
    fetched: int = 0
    preferred: bool = False
    """The learner's preferences were read."""
    over: str = ""

    @property
    def id(self) -> str:
        return f"session-{self.number}"

    @property
    def token(self) -> str:
        return f"dG9rZW46{self.number:04}"

    @property
    def actor(self) -> Statement:
        account = {"homePage": "https://lms.test", "name": self.learner}
        return {"objectType": "Agent", "account": account, "name": self.learner.title()}

    @property
    def activity(self) -> str:
        """The platform's id of the unit, for an enrolment."""
        return f"https://lms.test/au/{self.registration}"

    @property
    def template(self) -> Statement:
        """What each context begins with."""
        grouping = [{"id": PUBLISHER}]
        return {"contextActivities": {"grouping": grouping}, "extensions": {SESSION: self.id}, "platform": "Test LMS"}


@dataclass(frozen=True, slots=True)
class Request:
    """What reached the platform, and how it answered. ``resource``: ``fetch``, ``statements``, ``activities/state``."""

    session: Session | None
    method: str
    resource: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: str
    status: int


@dataclass(slots=True)
class Lrs:
    """What the platform knows. ``line``: ``up``; ``cut`` (nothing is answered), ``deaf`` (the same, of the store
    alone), ``mute`` (the store takes all and answers nothing), ``error`` (500), ``expired`` (401)."""

    line: str = "up"
    tags: bool = True
    """It gives ETags, and holds those who name one to it."""
    answers: bool = True
    """It takes statements that cmi5 allows and does not define."""
    rules_first: bool = False
    """It refuses what has been reported before it looks whether that is the same statement again."""
    preferences: str | int = 404
    """The document, or the status of having none."""
    return_url: str = ""
    sessions: list[Session] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    stored: list[tuple[Session, Statement]] = field(default_factory=list)
    documents: dict[tuple[str, str], str] = field(default_factory=dict)
    """By registration and stateId."""
    url: str = ""
    """Where the course is."""
    store: str = ""
    """Where the record store is: another origin."""

    def launch(
        self, learner: str = "ana", mode: str = "Normal", mastery: float | None = 0.6, enrolment: int = 1
    ) -> Session:
        """Begin a session; one of the same enrolment that is still open is abandoned."""
        registration = str(uuid5(NAMESPACE_URL, f"{learner}/{enrolment}"))
        for other in self.sessions:
            if other.registration == registration and other.over != "abandoned":
                other.over = other.over or "abandoned"
        session = Session(len(self.sessions) + 1, learner, mode, mastery, registration)
        self.sessions.append(session)
        return session

    def address(self, session: Session, page: str = "index.html", *, turned: bool = False) -> str:
        """The launch URL; ``turned`` names the parameters in another order."""
        values = {
            "endpoint": f"{self.store}/xapi",
            "fetch": f"{self.store}/fetch/{session.number}",
            "actor": json.dumps(session.actor),
            "registration": session.registration,
            "activityId": session.activity,
        }
        order = sorted(values, reverse=True) if turned else values
        return f"{self.url}/content/{page}?" + urlencode({name: values[name] for name in order})

    def launch_data(self, session: Session) -> str:
        """The document LMS.LaunchData (section 10)."""
        data: Statement = {
            "contextTemplate": session.template,
            "launchMode": session.mode,
            "moveOn": "CompletedAndPassed",
        }
        if session.mastery is not None:
            data["masteryScore"] = session.mastery
        if self.return_url:
            data["returnURL"] = self.return_url
        return json.dumps(data)

    def verbs(self, session: Session | None = None) -> list[str]:
        """The verbs of the statements that were taken, in the order in which they came."""
        return [verb_of(each) for of, each in self.stored if session in {None, of}]

    def state(self, session: Session) -> str:
        """The saved state of an enrolment, '' without one."""
        text = self.documents.get((session.registration, "coursewright"))
        return str(json.loads(text)["state"]) if text else ""

    def take(self, session: Session, statements: list[Statement]) -> int:
        """The status that a batch is answered with; all of it is stored, or nothing."""
        known = {each["id"]: each for _, each in self.stored}
        fresh: list[Statement] = []
        for statement in statements:
            if fault_of(statement):
                return 400
            same = known.get(statement["id"])
            if same and same != statement:
                return 409
            if same and not self.rules_first:
                continue
            if self.objection(session, statement, [*(each for _, each in self.stored), *fresh]):
                return 403
            if not same:
                fresh.append(statement)
        self.stored += ((session, statement) for statement in fresh)
        if any(verb_of(each) == "terminated" for each in fresh):
            session.over = "terminated"
        return 200

    def objection(self, session: Session, statement: Statement, earlier: list[Statement]) -> str:
        """What speaks against a statement by the rules of cmi5; '' for nothing."""
        verb = verb_of(statement)
        context = statement.get("context", {})
        here = [verb_of(each) for each in earlier if session_of(each) == session.id]
        ever = [verb_of(each) for each in earlier if each["context"]["registration"] == session.registration]
        verdicts = {"passed", "failed"}
        rules = {
            "the session is over": bool(session.over),
            "another registration": context.get("registration") != session.registration,
            "another session": session_of(statement) != session.id,
            "another learner": statement["actor"] != session.actor,
            "initialized is the first, and once": (verb == "initialized") != (not here),
            "the preferences were not read": not session.preferred,
            "a second verdict": verb in verdicts and bool(verdicts & {*here}),
            "told before": verb in {"passed", "completed"} and verb in ever,
            "failed after all": verb == "failed" and "passed" in ever,
            "looking around": verb in {*verdicts, "completed"} and session.mode != "Normal",
            "no answers here": verb == "answered" and not self.answers,
        }
        return next((rule for rule, is_broken in rules.items() if is_broken), "")


def verb_of(statement: Statement) -> str:
    return str(statement["verb"]["id"]).removeprefix(VERBS)


def session_of(statement: Statement) -> str:
    return str(statement.get("context", {}).get("extensions", {}).get(SESSION, ""))


def tag_of(text: str) -> str:
    """An ETag as xAPI has it (Communication, 3.1)."""
    return f'"{hashlib.sha1(text.encode()).hexdigest()}"'


def fault_of(statement: Statement) -> str:
    """What xAPI 1.0.3 (Data, 2.4) does not allow in a statement; '' for nothing."""
    known = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
    if extra := {*statement} - known:
        return f"unknown: {extra}"
    if not UUID.fullmatch(statement.get("id", "")):
        return "id"
    if not TIME.fullmatch(statement.get("timestamp", "")):
        return "timestamp"
    if ":" not in statement.get("verb", {}).get("id", "") or ":" not in statement.get("object", {}).get("id", ""):
        return "verb or object"
    return _result_fault(statement.get("result", {})) or _definition_fault(statement["object"].get("definition", {}))


def _result_fault(result: Statement) -> str:
    if extra := {*result} - {"score", "success", "completion", "response", "duration", "extensions"}:
        return f"unknown in the result: {extra}"
    if "duration" in result and not SPAN.fullmatch(result["duration"]):
        return "duration"
    if not isinstance(result.get("response", ""), str):
        return "response"
    score = result.get("score", {})
    if not -1 <= score.get("scaled", 0) <= 1 or not score.get("min", 0) <= score.get("raw", 0) <= score.get("max", 100):
        return "score"
    return ""


def _definition_fault(definition: Statement) -> str:
    kind = definition.get("interactionType")
    if kind is None:
        return "" if not definition else "an interaction without a type"
    patterns = definition.get("correctResponsesPattern", [])
    good = kind in INTERACTIONS and isinstance(patterns, list) and all(isinstance(each, str) for each in patterns)
    return "" if good else "interaction"
