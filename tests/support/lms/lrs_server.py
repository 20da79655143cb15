"""The platform of ``lrs`` on two ports of this machine: the course on one, the record store on the other."""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.support.lms.lrs import Lrs, Request, Session, tag_of

ALLOWED = "Authorization, Content-Type, X-Experience-API-Version, If-Match"
HOME = b"<!doctype html><title>The platform</title><main><h1>The platform</h1></main>"


class Handler(BaseHTTPRequestHandler):
    """Answers for ``lrs``; HTTP/1.0, so that a cut line is one connection."""

    lrs: Lrs
    content: Mapping[str, bytes]
    lock = threading.Lock()

    def do_OPTIONS(self) -> None:
        if self.lrs.line in {"cut", "deaf"}:
            return self.hang_up()
        return self.answer(204, b"")

    def do_GET(self) -> None:
        self.handle_one_of("GET")

    def do_POST(self) -> None:
        self.handle_one_of("POST")

    def do_PUT(self) -> None:
        self.handle_one_of("PUT")

    def handle_one_of(self, method: str) -> None:
        """A file of the course, the token, or a resource of the store."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        line = self.lrs.line
        if not path.startswith(("/xapi/", "/fetch/")):
            if line == "cut":
                return self.hang_up()
            data = HOME if path == "/home" else self.content.get(path.removeprefix("/content/"))
            return self.answer(404 if data is None else 200, data or b"", mimetypes.guess_type(path)[0] or "text/html")
        if line in {"cut", "deaf"}:
            return self.hang_up()
        query = dict(parse_qsl(parts.query))
        resource = path.removeprefix("/xapi/") if path.startswith("/xapi/") else path.removeprefix("/")
        tag = ""
        with self.lock:
            session = self.session(resource)
            if line in {"error", "expired"}:
                status, data = (500 if line == "error" else 401), ""
            else:
                status, data, tag = self.give(method, resource, query, body, session)
            name = resource.partition("/")[0] if resource.startswith("fetch/") else resource
            self.lrs.requests.append(Request(session, method, name, query, dict(self.headers.items()), body, status))
        if line == "mute":
            return self.hang_up()
        kind = "application/json"
        return self.answer(status, data.encode(), kind, tag if self.lrs.tags else "")

    def session(self, resource: str) -> Session | None:
        """Whose request it is: by the number in the address of the token, else by the token."""
        for one in self.lrs.sessions:
            if resource == f"fetch/{one.number}" or self.headers.get("Authorization") == f"Basic {one.token}":
                return one
        return None

    def give(
        self, method: str, resource: str, query: Mapping[str, str], body: str, session: Session | None
    ) -> tuple[int, str, str]:
        """Status, text and tag of the answer."""
        if session and resource.startswith("fetch/"):
            session.fetched += method == "POST"
            once = method == "POST" and session.fetched == 1
            used = {"error-code": "1", "error-text": "Already in use"}
            return 200, json.dumps({"auth-token": session.token} if once else used), ""
        refusal = self.refusal(resource, query, session)
        if refusal or session is None:
            return refusal, "", ""
        if resource == "statements":
            return self.statements(method, query, body, session)
        if resource == "agents/profile" and query.get("profileId") == "cmi5LearnerPreferences" and method == "GET":
            session.preferred = True
            wishes = self.lrs.preferences
            return (wishes, "", "") if isinstance(wishes, int) else (200, wishes, tag_of(wishes))
        if resource == "activities/state":
            return self.state(method, query, body, session)
        return 404, "", ""

    def refusal(self, resource: str, query: Mapping[str, str], session: Session | None) -> int:
        """The status of a request that comes to nothing; 0 for others."""
        if self.headers.get("X-Experience-API-Version") != "1.0.3":
            return 400
        if not session or not session.fetched:
            return 401
        if session.over and session is not self.lrs.sessions[-1]:
            return 403
        return 400 if resource != "statements" and json.loads(query.get("agent", "{}")) != session.actor else 0

    def statements(self, method: str, query: Mapping[str, str], body: str, session: Session) -> tuple[int, str, str]:
        if method == "GET":
            found = [each for _, each in self.lrs.stored if each["id"] == query.get("statementId")]
            return (200, json.dumps(found[0]), "") if found else (404, "", "")
        batch = json.loads(body)
        batch = batch if isinstance(batch, list) else [batch]
        status = self.lrs.take(session, batch)
        return status, json.dumps([each["id"] for each in batch]) if status == 200 else "", ""

    def state(self, method: str, query: Mapping[str, str], body: str, session: Session) -> tuple[int, str, str]:
        if query.get("registration") != session.registration or query.get("activityId") != session.activity:
            return 400, "", ""
        name = query.get("stateId", "")
        if name == "LMS.LaunchData":
            return (200, self.lrs.launch_data(session), "") if method == "GET" else (403, "", "")
        place = (session.registration, name)
        held = self.lrs.documents.get(place)
        if method == "GET":
            return (404, "", "") if held is None else (200, held, tag_of(held))
        wanted = self.headers.get("If-Match")
        if self.lrs.tags and wanted and (held is None or wanted != tag_of(held)):
            return 412, "", ""
        self.lrs.documents[place] = body
        return 204, "", tag_of(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def answer(self, status: int, data: bytes, kind: str = "text/plain", tag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")
        self.send_header("Access-Control-Allow-Headers", ALLOWED)
        self.send_header("Access-Control-Expose-Headers", "ETag")
        if tag:
            self.send_header("ETag", tag)
        with suppress(ConnectionError):
            # A page that closes does not wait.
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def platform(content: Mapping[str, bytes]) -> Iterator[Lrs]:
    """A platform with a course, answering until the block ends."""
    lrs = Lrs()
    handler = type("Bound", (Handler,), {"lrs": lrs, "content": content})
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(2)]
    lrs.url, lrs.store = (f"http://127.0.0.1:{server.server_address[1]}" for server in servers)
    for server in servers:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield lrs
    for server in servers:
        server.shutdown()
        server.server_close()
