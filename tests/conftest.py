"""Settings for all tests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings

from tests.support.browser import launch_options

settings.register_profile("shared", deadline=None)  # a busy machine is no failure
settings.load_profile("shared")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """One browser a session, for every test that needs one."""
    return {**browser_type_launch_args, **launch_options()}
