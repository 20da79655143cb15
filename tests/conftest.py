"""Settings for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import coverage
import pytest
from hypothesis import settings

from tests.support.browser import launch_options

# A busy machine is no failure; and what hypothesis tries is new on each run of a developer, the same in CI.
settings.register_profile("shared", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("shared")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """One browser a session, for every test that needs one."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture
def untraced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that a test begins do not count the lines they run: they are measured, or asked what they import."""
    for name in os.environ:
        if name.startswith(("COVERAGE_", "COV_CORE_")):
            monkeypatch.delenv(name)


@pytest.fixture
def unmeasured(untraced: None) -> Iterator[None]:
    """Nor does the test itself count its lines: it runs thousands of times what others measure, and counting takes more
    time than running."""
    measuring = coverage.Coverage.current()
    if measuring:
        measuring.stop()
    yield
    if measuring:
        measuring.start()
