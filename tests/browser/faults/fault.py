"""What turns a test into a row of docs/explanation/what-survives.md."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import pytest

from tests.browser.faults.world import World
from tests.support.survival import Row

SCORM12 = ("scorm12",)
SCORM = ("scorm12", "scorm2004")
WEB = ("none",)
ALL = (*SCORM, *WEB)

Test = Callable[[World], None]


def fault(group: str, what: str, *, sees: str, work: str, formats: tuple[str, ...] = SCORM) -> Callable[[Test], Test]:
    """A test of one fault: run in each of ``formats``, and at its end no answer that the bar called saved is lost."""

    def mark(test: Test) -> Test:
        @wraps(test)
        def checked(world: World) -> None:
            test(world)
            world.nothing_is_lost()

        vars(checked)["row"] = Row(group, what, sees, work, formats)
        return pytest.mark.parametrize("world", formats, indirect=True)(checked)

    return mark
