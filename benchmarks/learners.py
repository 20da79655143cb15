"""``python -m benchmarks.learners [N]``: N learners finish a lesson in a real Moodle, and no track may be lost.

One learner goes through the first lesson of TG-101 in the restored programme, in a browser, and every request to
Moodle's scripts for SCORM is recorded. The others send the same, each signed in by itself and in an attempt of its own.
Then every row that Moodle keeps of each is held against those of the first. ``MOODLE_DIR`` names the Moodle, as for
``tests/moodle``.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import CookieJar
from urllib.parse import urlencode

from benchmarks.recording import Sent, record
from tests.moodle.site import FOLDER, TRIES, ask
from tests.moodle.test_restore import restored

LESSON = "tg-101-l-setting-the-scene"
OPENED_BY = ("consent", "tg-000-p-diagnostic")
"""The lesson, and what has to be done before it opens."""

ROWS = 300
"""Rows of scorm_scoes_value that a learner may take at most."""

OWN = "x.start.time"
"""The row that Moodle writes by its own clock."""

COMMIT = "datamodel.php"

Rows = list[tuple[str, str]]


@dataclass
class Learner:
    """A learner, and how long Moodle took: seconds of each request by script, and of all from the first to the last."""

    name: str
    user: int
    took: list[tuple[str, float]] = field(default_factory=list)
    whole: float = 0.0
    failed: str = ""


class Session:
    """What a browser is to Moodle: cookies, and the key that goes with them."""

    def __init__(self, address: str, learner: Learner) -> None:
        self.address = address
        self.learner = learner
        self.key = ""
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def ask(self, script: str, url: str, data: bytes | None = None, type: str = "") -> str:
        """The text of the answer, timed."""
        request = urllib.request.Request(url, data, {"Content-Type": type} if type else {})
        began = time.perf_counter()
        with self.opener.open(request, timeout=600) as answer:
            text: str = answer.read().decode("utf-8", "replace")
        self.learner.took.append((script, time.perf_counter() - began))
        if found := re.search(r'"sesskey":"(\w+)"', text):
            self.key = found[1]
        return text

    def sign_in(self, password: str) -> None:
        url = f"{self.address}/login/index.php"
        for _ in range(TRIES):
            token = re.search(r'name="logintoken" value="(\w+)"', self.ask("sign-in", url))
            assert token, "no form to sign in"
            given = {"logintoken": token[1], "username": self.learner.name, "password": password}
            if 'name="logintoken"' not in self.ask("sign-in", url, urlencode(given).encode()):
                return
        raise ConnectionError("not let in")

    def repeat(self, sent: Sent, key: str) -> None:
        """Send what was sent under ``key`` under the key of this session."""
        data = sent.data.replace(key.encode(), self.key.encode()) if sent.data is not None else None
        text = self.ask(sent.script, sent.url.replace(key, self.key), data, sent.type)
        if sent.script == COMMIT and not text.startswith("true"):
            raise ConnectionError(f"a commit was answered with {text[:80]!r}")


def learn(address: str, password: str, sent: Sequence[Sent], key: str, learner: Learner) -> Learner:
    """Sign in, and send all that was recorded, in its order and without a pause."""
    began = time.perf_counter()
    try:
        session = Session(address, learner)
        session.sign_in(password)
        for one in sent:
            session.repeat(one, key)
    except (OSError, AssertionError) as error:
        learner.failed = str(error)
    learner.whole = time.perf_counter() - began
    return learner


def key_of(sent: Iterable[Sent]) -> str:
    """The key of the session that was recorded."""
    found = {key for one in sent for key in re.findall(rb"sesskey\W+(\w{10})\b", one.url.encode() + (one.data or b""))}
    assert len(found) == 1, f"keys: {found}"
    return str(found.pop(), "ascii")


def lost(wanted: Rows, have: Rows) -> list[str]:
    """Rows that are missing, have another value or are there once too often."""
    wished, found = Counter(wanted), Counter(have)
    return [f"{sign}{element}" for sign, rows in (("-", wished - found), ("+", found - wished)) for element, _ in rows]


def compared(rows: Iterable[Sequence[str]]) -> Rows:
    return [(element, "" if element == OWN else value) for element, value in rows]


def percentiles(values: Sequence[float]) -> str:
    cuts = statistics.quantiles(values, n=100, method="inclusive") if len(values) > 1 else [*values] * 99
    return f"p50 {cuts[49]:7.2f} s   p95 {cuts[94]:7.2f} s   max {max(values):7.2f} s   ({len(values)})"


def main(count: int, concurrency: int) -> int:
    """Record, repeat, compare, and print; 1 where a track is lost or there are too many rows."""
    course = restored("programme")[1]
    names = {f"learner{number}": "open" for number in range(count + 1)}
    made = ask("learners", course=course, learners=names, done=OPENED_BY)
    learners = [Learner(made["names"][name], made["users"][name]) for name in names]
    first, others = learners[0], learners[1:]
    cm = ask("tracks", course=course, module=LESSON, users=[])["cm"]
    sent = record(made["address"], first.name, made["password"], cm)
    commits = sum(one.script == COMMIT for one in sent)
    print(f"recorded: {len(sent)} requests, {dict(Counter(one.script for one in sent))}")

    began = time.perf_counter()
    with ThreadPoolExecutor(concurrency) as pool:
        list(pool.map(partial(learn, made["address"], made["password"], sent, key_of(sent)), others))
    whole = time.perf_counter() - began

    kept = ask("tracks", course=course, module=LESSON, users=[one.user for one in learners])["tracks"]
    rows = {one.user: compared(kept[str(one.user)]) for one in learners}
    wanted = rows[first.user]
    assert ("cmi.core.lesson_status", "completed") in wanted or ("cmi.core.lesson_status", "passed") in wanted, wanted
    faults = {one.name: one.failed or lost(wanted, rows[one.user]) for one in others}
    faults = {name: fault for name, fault in faults.items() if fault}
    missing = sum(len(lost(wanted, rows[one.user])) for one in others)
    most = max(map(len, rows.values()))

    print(f"{count} learners, {concurrency} at a time, {whole:.0f} s in all")
    print(f"lost tracks       {missing} of {count * len(wanted)}; learners with a fault: {len(faults)}")
    print(f"commits a learner {commits}")
    print(f"rows a learner    {most} (at most {ROWS})")
    for script in dict.fromkeys(script for one in others for script, _ in one.took):
        print(f"{script:<17} {percentiles([took for one in others for name, took in one.took if name == script])}")
    print(f"{'all requests':<17} {percentiles([took for one in others for _, took in one.took])}")
    print(f"{'a learner':<17} {percentiles([one.whole for one in others])}")
    for name, fault in list(faults.items())[:10]:
        print(f"{name}: {fault}")
    return int(bool(faults) or most > ROWS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learners who finish a lesson of the programme in a real Moodle.")
    parser.add_argument("count", nargs="?", type=int, default=200, help="how many (200)")
    parser.add_argument("--concurrency", type=int, default=20, help="how many at a time (20)")
    given = parser.parse_args()
    if not FOLDER:
        sys.exit("not run: MOODLE_DIR names no Moodle")
    sys.exit(main(given.count, given.concurrency))
