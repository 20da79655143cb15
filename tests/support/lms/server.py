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


@dataclass(slots=True)
class Lms:
    """What the server knows and does. ``line``: ``up``, ``cut`` (answers nothing), ``error`` (HTTP 500 to data),
    ``false`` (the body says that it failed), ``deaf`` (only data is lost, files are served)."""

    content: Mapping[str, bytes]
    line: str = "up"
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


class Handler(BaseHTTPRequestHandler):
    """Answers for the Lms in ``lms``; HTTP/1.0, so that a cut line is one connection."""

    lms: Lms

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        self.lms.requests.append(self.path)
        if self.lms.line == "cut":
            return self.hang_up()
        if path == "/lms/stored":
            return self.answer(json.dumps(self.lms.of(self.learner())).encode(), "application/json")
        if path.startswith("/content/"):
            data = self.lms.content.get(path.removeprefix("/content/"))
            return self.answer(data, mimetypes.guess_type(path)[0] or "text/plain", SCO)
        for prefix, folder in (("/lms/", HERE), ("/npm/", FILES)):
            file = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and file.is_file():
                return self.answer(file.read_bytes(), mimetypes.guess_type(path)[0] or "text/plain")
        return self.answer(None, "text/plain")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        lms = self.lms
        lms.attempts += 1
        if lms.line in {"cut", "deaf"}:
            return self.hang_up()
        if lms.line == "error":
            self.send_error(500)
            return None
        if lms.line == "false":
            return self.answer(b"false", "text/plain")
        changed = json.loads(body)["changed"]
        lms.posts.append(changed)
        lms.of(self.learner()).update(changed)
        return self.answer(b"true", "text/plain")

    def learner(self) -> str:
        return parse_qs(urlsplit(self.path).query).get("learner", [""])[0]

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


def serve(content: Mapping[str, bytes]) -> tuple[Lms, ThreadingHTTPServer]:
    """An LMS on a free port of this machine, answering until the server is shut down."""
    lms = Lms(content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"lms": lms}))
    server.daemon_threads = True
    lms.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return lms, server
