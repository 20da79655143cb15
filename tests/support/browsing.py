"""Pages in a real browser: a package written to a folder, served, and opened."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from builder.model.package import Package
from builder.render.site import render_site
from tests.support.node import ROOT

AXE = ROOT / "tests" / "npm" / "node_modules" / "axe-core" / "axe.min.js"


def until(place: Page | Frame, condition: str, given: object = None) -> None:
    """Wait until a condition, an expression or a function of ``given``, holds in a page of a package.

    Playwright's own waiting evaluates strings in the page, which the policy of packages forbids.
    """
    for _ in range(200):
        if place.evaluate(condition, given):
            return
        place.wait_for_timeout(50)
    pytest.fail(f"never came true: {condition}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        del format, args


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of ``folder`` on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def write(folder: Path, package: Package) -> Path:
    """The files of ``package`` under ``folder``, without an LMS."""
    entries, diagnostics = render_site(package, lms="none", state_limit=0)
    assert not diagnostics
    for entry in entries:
        path = folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(entry.data)
    return folder


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong in the page as it stands."""
    # The page allows no script of others, so the rules are put in through the browser itself.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"{each['id']}: {[node['html'][:160] for node in each['nodes']]}" for each in found]


def too_wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
