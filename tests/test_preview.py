"""The development server: pages from memory, for this machine only, that follow the sources."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from builder.pipeline import Order
from builder.preview.server import serve
from builder.preview.site import Site
from builder.preview.watch import follow
from tests.support.miniature import write

PAGE = "c/en/01-lesson/01-page.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "courses")


@pytest.fixture
def site(root: Path) -> Site:
    made = Site(Order(root=str(root)))
    made.update()
    return made


@pytest.fixture
def server(site: Site) -> Iterator[ThreadingHTTPServer]:
    with serve(site, 0) as made:
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield made
        made.shutdown()


def get(server: ThreadingHTTPServer, path: str, host: str = "", method: str = "GET") -> tuple[int, str, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    line.request(method, path, headers={"Host": host or f"localhost:{server.server_port}"})
    answer = line.getresponse()
    found = answer.status, answer.headers.get("Content-Type", ""), answer.read()
    line.close()
    return found


def test_pages_are_served_with_the_overlay(server: ThreadingHTTPServer, site: Site) -> None:
    status, kind, page = get(server, "/c-en/index.html")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert page.count(b"/_preview/overlay.js") == 1
    assert (
        page.replace(b'<link rel="stylesheet" href="/_preview/overlay.css">', b"").replace(
            b'<script src="/_preview/overlay.js" defer></script>', b""
        )
        == site.files["c-en/index.html"]
    )
    assert get(server, "/c-en/")[2] == page
    assert get(server, "/c-en/cw/player.js")[:2] == (200, "text/javascript; charset=utf-8")
    assert get(server, "/_preview/overlay.js")[0] == get(server, "/_preview/overlay.css")[0] == 200
    assert get(server, "/c-en/index.html", method="HEAD")[2] == b""


def test_the_start_page_lists_the_courses(server: ThreadingHTTPServer) -> None:
    status, _, page = get(server, "/")
    assert status == 200
    assert b'<a href="/c-en/index.html">Course</a>' in page
    assert get(server, "/nowhere.html")[0] == 404


def test_the_server_listens_on_this_machine_only(server: ThreadingHTTPServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["example.org", "localhost", "localhost:1", "127.0.0.1.example.org:80", "evil\ttab"])
def test_other_hosts_are_refused(server: ThreadingHTTPServer, host: str) -> None:
    for path in ("/", "/c-en/index.html", "/_preview/diagnostics.json", "/_preview/changes"):
        status, _, body = get(server, path, host)
        assert status == 403
        assert b"Course" not in body


@pytest.mark.parametrize(
    "path", ["/../programme.yaml", "/c-en/../../programme.yaml", "/%2e%2e/programme.yaml", "//etc/passwd"]
)
def test_no_path_leads_to_the_disk(server: ThreadingHTTPServer, path: str) -> None:
    status, _, body = get(server, path)
    assert status == 404
    assert b"source_language" not in body


def test_a_mistake_stands_over_the_page_that_was(server: ThreadingHTTPServer, site: Site, root: Path) -> None:
    before = get(server, "/c-en/p-page.html")
    page = root / PAGE
    good = page.read_text()
    page.write_text(good + "\n::: note\n\nOpen.\n")
    site.update([page])
    assert get(server, "/c-en/p-page.html") == before
    (found,) = json.loads(get(server, "/_preview/diagnostics.json")[2])
    assert found["severity"] == "error"
    assert found["place"].startswith(PAGE)
    assert found["message"]
    page.write_text(good.replace("Trade is", "Commerce is"))
    site.update([page])
    assert json.loads(get(server, "/_preview/diagnostics.json")[2]) == []
    assert b"Commerce is" in get(server, "/c-en/p-page.html")[2]


def test_a_broken_programme_keeps_the_pages(site: Site, root: Path) -> None:
    before = dict(site.files)
    (root / "programme.yaml").write_text("id: [\n")
    site.update([root / "programme.yaml"])
    assert site.files == before
    assert site.diagnostics


def test_a_course_that_leaves_the_programme_leaves_the_preview(site: Site, root: Path) -> None:
    copy = root / "d"
    for file in list((root / "c").rglob("*.*")):
        target = copy / file.relative_to(root / "c")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.read_text().replace("id: c\n", "id: d\n"))
    programme = root / "programme.yaml"
    programme.write_text(programme.read_text().replace("[c]", "[d]"))
    site.update([programme])
    assert {path.split("/")[0] for path in site.files} == {"d-en"}


def test_pages_hear_of_changes(server: ThreadingHTTPServer, site: Site, root: Path) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    line.request("GET", "/_preview/changes", headers={"Host": f"127.0.0.1:{server.server_port}"})
    answer = line.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    first = answer.readline()
    assert first == f"data: {site.content}\n".encode()
    assert answer.readline() == b"\n"
    page = root / PAGE
    page.write_text(page.read_text().replace("Trade is", "Commerce is"))
    site.update([page])
    second = answer.readline()
    assert second.startswith(b"data: ")
    assert second != first
    line.close()


def test_changes_on_disk_are_followed(root: Path) -> None:
    site = Site(Order(root=str(root)))
    stop = threading.Event()
    told = threading.Semaphore(0)
    thread = threading.Thread(target=follow, args=(site, lambda site, seconds: told.release(), stop), daemon=True)
    thread.start()
    assert told.acquire(timeout=10)
    time.sleep(0.3)  # the watcher begins after the first build
    page = root / PAGE
    page.write_text(page.read_text().replace("Trade is", "Commerce is"))
    assert told.acquire(timeout=10)
    assert b"Commerce is" in site.files["c-en/p-page.html"]
    stop.set()
    thread.join(5)
    assert not thread.is_alive()


def test_the_preview_outlives_what_nobody_foresaw(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise KeyError("unforeseen")

    site = Site(Order(root=str(root)))
    stop = threading.Event()
    monkeypatch.setattr("builder.preview.site.read_programme", broken)
    follow(site, lambda site, seconds: stop.set(), stop)
    assert [one.code.id for one in site.diagnostics] == ["B901"]
