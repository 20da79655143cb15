"""A built course in a browser: answering whatever it asks, and holding what is shown to the rules of access."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from builder.pipeline import Order, build
from tests.support.browsing import AXE
from tests.support.node import ROOT

ANSWER = (Path(__file__).parent / "answering.js").read_text("utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""WCAG 2.0 to 2.2, levels A and AA, as axe-core names them."""


@cache
def course_files(target: str, course: str = "tg-101-essentials", language: str = "en") -> Mapping[str, bytes]:
    """The package of a course in ``courses/``, by path; built once a session."""
    with tempfile.TemporaryDirectory() as out:
        report = build(
            Order(root=str(ROOT / "courses"), out=out, courses=(course,), languages=(language,), targets=(target,))
        )
        assert report.made, [found.message for found in report.diagnostics]
        with zipfile.ZipFile(Path(out) / report.made[0].file) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def answer(page: Page, *, right: bool, submit: bool = True) -> list[str]:
    """Answer every question that is shown, and press its button; their ids."""
    ids: list[str] = page.evaluate(ANSWER, {"right": right, "submit": submit})
    return ids


def press(page: Page, name: str) -> int:
    """Press every button of this name that is shown; how many."""
    count: int = page.evaluate(
        """name => [...document.querySelectorAll(`[data-do="${name}"]`)].filter(each => each.checkVisibility())
        .map(each => each.click()).length""",
        name,
    )
    return count


def barriers(page: Page, within: str = "html", rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds in the way of anybody, within the element of this selector as it is shown.

    ``rules`` are the names of those to look for; without, all of ``STANDARDS``.
    """
    # The page allows no script of others, so the rules are put in through the browser itself.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        """([within, type, values]) => axe.run(document.querySelector(within), {
            resultTypes: ['violations'], runOnly: {type, values}}).then(({violations}) => violations)""",
        [within, "rule" if rules else "tag", list(rules) or STANDARDS],
    )
    return [f"{each['id']}: {[node['html'][:160] for node in each['nodes']]}" for each in found]
