"""An LMS for browser tests: it serves a package in a frame and keeps what reaches it, on a line that can be cut."""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

HERE = Path(__file__).resolve().parent
FILES = HERE.parents[1] / "npm" / "node_modules"

SCO = "default-src 'self'"
"""The policy every page of a package must live with."""

RUNTIMES = {"scorm12": "moodle12", "scorm2004": "moodle2004"}
"""The script of the run-time, by format."""

STRANGER = b"<!doctype html><title>Welcome</title><form><p>Please sign in to go on.</p><button>Sign in</button></form>"
"""What somebody else answers in the place of the server, in good order and with 200."""


@dataclass(slots=True)
class Lms:
    """What the server knows and does. ``line``: ``up``, ``cut`` (answers nothing), ``error`` (HTTP 500 to data),
    ``false`` (the body says that it failed), ``deaf`` (only data is lost, files are served), ``expired`` (sends
    everything to the page where one signs in), ``portal`` (a page of the network answers instead), ``slow`` (data is
    stored when the ``gate`` opens), ``stuck`` (it is refused when the ``gate`` opens)."""

    content: Mapping[str, bytes]
    format: str = "scorm12"
    line: str = "up"
    gate: threading.Event = field(default_factory=threading.Event)
    signed_in: str = ""
    """Whose session it is, whoever the address names; data of others is refused. '': of whom the address names."""
    stored: dict[str, dict[str, str]] = field(default_factory=dict)
    """By learner: element -> value."""
    posts: list[dict[str, str]] = field(default_factory=list)
    """What each commit carried, in order; those that were lost are not here."""
    attempts: int = 0
    """Commits that reached the server's door, lost ones included."""
    requests: list[str] = field(default_factory=list)
    """Paths asked for."""
    url: str = ""

    def of(self, learner: str) -> dict[str, str]:
        """What is stored of a learner."""
        return self.stored.setdefault(learner, {})

    def at_launch(self, learner: str, mode: str) -> dict[str, str]:
        """What a run-time begins with."""
        stored = self.of(learner)
        # Moodle writes the field into its page whether there is something in it or not.
        field = {"cmi.suspend_data": ""}
        credit = "no-credit" if mode else "credit"
        mode = mode or "normal"
        if self.format == "scorm12":
            own = {"cmi.core.student_id": learner, "cmi.core.lesson_mode": mode, "cmi.core.credit": credit}
            own["cmi.core.student_name"] = f"Family, {learner.title()}"
            return {**field, **stored, **own}
        # Moodle hands a record of 2004 back to one who has said "suspend", and to nobody else.
        kept = stored if stored.get("cmi.exit") == "suspend" else {}
        return {**field, **kept, "cmi.learner_id": learner, "cmi.mode": mode, "cmi.credit": credit}


class Handler(BaseHTTPRequestHandler):
    """Answers for the Lms in ``lms``; HTTP/1.0, so that a cut line is one connection."""

    lms: Lms

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.lms.requests.append(self.path)
        if self.lms.line == "cut":
            self.hang_up()
        elif self.lms.line == "portal" or path == "/login":
            self.answer(STRANGER, "text/html")
        elif self.lms.line == "expired":
            self.send_to_login()
        else:
            self.give(path)

    def give(self, path: str) -> None:
        """A file of the package, or of the LMS around it."""
        kind = mimetypes.guess_type(path)[0] or "text/plain"
        if path == "/lms/frame.html":
            return self.answer(self.frame(), kind)
        if path.startswith("/content/"):
            return self.answer(self.lms.content.get(path.removeprefix("/content/")), kind, SCO)
        for prefix, folder in (("/lms/", HERE), ("/npm/", FILES)):
            file = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and file.is_file():
                return self.answer(file.read_bytes(), kind)
        return self.answer(None, kind)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        lms = self.lms
        lms.attempts += 1
        line = lms.line
        if line in {"slow", "stuck"}:
            lms.gate.wait(20)
        if line in {"cut", "deaf"}:
            return self.hang_up()
        if line == "error":
            self.send_error(500)
            return None
        if line == "portal":
            return self.answer(STRANGER, "text/html")
        if line == "expired":
            return self.send_to_login()
        if line in {"false", "stuck"} or lms.signed_in not in {"", self.asked("learner")}:
            return self.answer(b"false", "text/plain")
        changed = json.loads(body)["changed"]
        lms.posts.append(changed)
        lms.of(self.asked("learner")).update(changed)
        return self.answer(b"true", "text/plain")

    def frame(self) -> bytes:
        """The page that holds the API, the learner's record within."""
        stored = self.lms.at_launch(self.lms.signed_in or self.asked("learner"), self.asked("mode"))
        page = (HERE / "frame.html").read_text("utf-8")
        page = page.replace("{RUNTIME}", RUNTIMES[self.lms.format])
        return page.replace("{STORED}", json.dumps(stored).replace("<", "\\u003c")).encode()

    def asked(self, name: str) -> str:
        """A value of the address."""
        return parse_qs(urlsplit(self.path).query).get(name, [""])[0]

    def send_to_login(self) -> None:
        self.send_response(303)
        self.send_header("Location", "/login")
        self.end_headers()

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def answer(self, data: bytes | None, kind: str, policy: str = "") -> None:
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Cache-Control", "no-store")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(content: Mapping[str, bytes], format: str = "scorm12") -> tuple[Lms, ThreadingHTTPServer]:
    """An LMS on a free port of this machine, answering until the server is shut down."""
    lms = Lms(content, format)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"lms": lms}))
    server.daemon_threads = True
    lms.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return lms, server
