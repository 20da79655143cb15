"""The server of the preview: this machine only, pages from memory, a line that says when they change."""

from __future__ import annotations

import json
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from posixpath import splitext
from typing import cast
from urllib.parse import unquote, urlsplit

from builder.diagnostics import Diagnostic
from builder.preview.site import Site

OWN = "/_preview/"
"""Where the preview's own files stand; no course's folder begins with ``_``."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
}
"""Not the machine's own table: on Windows programs change what it says of ``.js``."""

HEARTBEAT = 15.0
"""Seconds between two signs of life on a line where nothing happens."""

INSERT = (
    b'<link rel="stylesheet" href="/_preview/overlay.css"><script src="/_preview/overlay.js" defer></script></head>'
)


def serve(site: Site, port: int) -> ThreadingHTTPServer:
    """A server of ``site`` on the loopback address, not running yet; port 0 takes a free one. Raises OSError."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, site))
    server.daemon_threads = True
    return server


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from a site's files; nothing is read from disk, so that no path leads out."""

    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        port = cast("ThreadingHTTPServer", self.server).server_port
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host") not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            # A page of another site could reach this server under a name of its own (DNS rebinding).
            self._answer(HTTPStatus.FORBIDDEN, ".txt", b"This preview is for this machine only.\n")
        elif path == f"{OWN}changes":
            self._changes()
        else:
            self._answer(*self._find(path))

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Requests are nobody's news."""

    def _find(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """What stands at ``path``: status, suffix, octets."""
        if path == f"{OWN}diagnostics.json":
            return HTTPStatus.OK, ".json", as_json(self.site.diagnostics)
        if path in (f"{OWN}overlay.css", f"{OWN}overlay.js"):
            data = files("builder.preview").joinpath(path.removeprefix(OWN)).read_bytes()
            return HTTPStatus.OK, splitext(path)[1], data
        found = self.site.files.get(path.removeprefix("/") + ("index.html" if path.endswith("/") else ""))
        if found is None:
            status = HTTPStatus.OK if path == "/" else HTTPStatus.NOT_FOUND
            return status, ".html", _with_overlay(self.site.start_page())
        suffix = splitext(path)[1].lower() or ".html"
        return HTTPStatus.OK, suffix, _with_overlay(found) if suffix == ".html" else found

    def _answer(self, status: HTTPStatus, suffix: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _changes(self) -> None:
        """Server-sent events: the digest of the pages at once, and again after each build."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = -1
        try:
            while True:
                latest = self.site.wait(version, HEARTBEAT)
                line = ": still here" if latest == version else f"data: {self.site.content}"
                self.wfile.write(f"{line}\n\n".encode())
                self.wfile.flush()
                version = latest
        except OSError:
            return  # the page was closed


def as_json(diagnostics: tuple[Diagnostic, ...]) -> bytes:
    """What the overlay shows."""
    return json.dumps(
        [
            {
                "severity": one.code.severity.value,
                "place": f"{one.span.path}:{one.span.line}:{one.span.column}" if one.span.line else one.span.path,
                "code": one.code.id,
                "message": one.message,
                "remedy": one.remedy,
            }
            for one in diagnostics
        ]
    ).encode()


def _with_overlay(page: bytes) -> bytes:
    return page.replace(b"</head>", INSERT, 1)
