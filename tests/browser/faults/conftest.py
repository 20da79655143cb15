"""The world of a fault: an LMS, devices, learners."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.faults.world import World
from tests.support.lms.server import serve
from tests.support.sites import site


@pytest.fixture
def world(request: pytest.FixtureRequest, browser: Browser) -> Iterator[World]:
    """An LMS with the first edition of a course in the format that the test asks for."""
    lms, server = serve(site(request.param), request.param)
    made = World(lms, request.param, browser)
    yield made
    made.close()
    server.shutdown()
    server.server_close()
