"""The pages of a small course in several editions, as they stand in a package of each format."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from builder.model.package import packages_of
from builder.render.site import render_site
from builder.source.load import load_course, load_programme
from builder.targets import scorm2004
from tests.support.miniature import write
from tests.support.packages import course

CHECK = "c/en/01-lesson/04-check.md"
TEST = "c/en/final-test.md"

LIMITS = {"scorm12": 4096, "scorm2004": 32000, "none": 0}
"""Characters of saved state, by format."""

RELEASES = {"first": 1, "timed": 1, "more time": 1, "second": 2}
TIMES = {"timed": "time: 40 min\nextend: false", "more time": "time: 40 min"}


@cache
def site(format: str, edition: str = "first") -> Mapping[str, bytes]:
    """The pages of an edition: ``first``; ``timed``, with 40 minutes for the test; ``more time``, in which a
    learner may add some; ``second``, a later one of the first, in which one question is new, one gone and one rebuilt.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "courses", {**_files(edition), "c/en/01-lesson/01-page.md": None})
        programme, _ = load_programme(root)
        assert programme is not None
        made, found = load_course(programme, "c", "en")
        assert made is not None, found
        package = packages_of(replace(made, release=RELEASES[edition]))[0]
        more = scorm2004.told(package) if format == "scorm2004" else None
        entries, found = render_site(package, lms=format, state_limit=LIMITS[format], more=more)
        assert not found
        return {entry.path: entry.data for entry in entries}


def _files(edition: str) -> dict[str, str]:
    files = course()
    if edition in TIMES:
        files[TEST] = files[TEST].replace("attempts: 3", f"attempts: 3\n{TIMES[edition]}")
    if edition == "second":
        files[CHECK] = (
            files[CHECK].replace("#q-p-check-1 ", "#q-p-check-new ").replace("#q-p-check-2 ", "#q-p-check-2 rev=2 ")
        )
    return files
