"""What assistive technology is given of each question in each state, held to ``tests/fixtures/aria``.

``make aria`` writes the snapshots anew: read what has changed before it is committed. A snapshot is Playwright's of
the tree (roles, names, states, text), then the descriptions Chromium computes, which that tree leaves out.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from builder.render.site import render_site
from tests.browser.conftest import Open, Serve
from tests.support import question_samples as samples
from tests.support.answering import answer
from tests.support.browsing import served
from tests.support.item_states import practice_states, sample_ids, sample_pages, test_states, write_samples
from tests.support.node import ROOT

FOLDER = ROOT / "tests" / "fixtures" / "aria"
Snapshots = Mapping[str, Mapping[str, str]]
"""By question (or part of a quiz), then by state."""

PARTS = {"quiz-start": ".quiz-start", "quiz-ask": ".quiz-ask", "quiz-end": ".quiz-end", "quiz-bar": ".quiz-bar"}
"""What a test says beside its questions, by the name of its file."""


@pytest.fixture(scope="module")
def snapshots(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Snapshots:
    folder = tmp_path_factory.mktemp("aria")
    write_samples(folder)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with served(folder) as address:
        for states in (practice_states, test_states):
            page = browser.new_context(viewport={"width": 650, "height": 800}, reduced_motion="reduce").new_page()
            session = page.context.new_cdp_session(page)
            for state in states(page, address):
                for name, snapshot in shown(page, session):
                    found[name][state] = snapshot
            page.context.close()
    if "WRITE_ARIA" in os.environ:
        write(found)
    return found


def shown(page: Page, session: CDPSession) -> Iterator[tuple[str, str]]:
    """The questions and parts that the page shows, by name."""
    session.send("DOM.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for name, selector in {**{id_: f"#{id_}" for id_ in sample_ids()}, **PARTS}.items():
        part = page.locator(selector)
        if part.count() and part.is_visible():
            node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
            nodes = session.send("Accessibility.queryAXTree", {"nodeId": node})["nodes"]
            yield name, "\n".join([part.aria_snapshot(), *descriptions(nodes)])


def descriptions(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What belongs to a control and is said after its name."""
    for node in nodes:
        described = node.get("description", {}).get("value", "")
        if described and not node["ignored"]:
            name = node.get("name", {}).get("value", "")
            yield f'- described {node["role"]["value"]} "{name}": {described}'


def path_of(name: str) -> Path:
    return FOLDER / f"{name.removeprefix('q-')}.yml"


def text_of(states: Mapping[str, str]) -> str:
    """All states of a question as YAML; a state like one before it says so."""
    parts, first = [], dict[str, str]()
    for state, snapshot in states.items():
        same = first.setdefault(snapshot, state)
        parts.append(f"{state}:\n{snapshot}\n" if same == state else f"{state}: as {same}\n")
    return "\n".join(parts)


def write(found: Snapshots) -> None:
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.yml"):
        file.unlink()
    for name, states in found.items():
        path_of(name).write_text(text_of(states), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", [*sample_ids(), *PARTS])
def test_assistive_technology_is_given(snapshots: Snapshots, name: str) -> None:
    assert text_of(snapshots[name]) == path_of(name).read_text("utf-8"), "see the top of this file"


def test_reading_only_gives_what_coming_back_gives(snapshots: Snapshots, serving: Serve, enter: Open) -> None:
    made = samples.package(*sample_pages("practice"))
    entries, _ = render_site(made, lms="scorm12", state_limit=4096)
    lms = serving({entry.path: entry.data for entry in entries})
    first = enter(lms, page="/content/p-1.html")
    expect(first.sco.locator(".quiz")).to_have_attribute("data-live", "")
    answer(first.sco, right=False)
    first.settled("saved")
    first.leave()
    again = enter(lms, mode="review", page="/content/p-1.html")
    expect(again.sco.locator(".quiz")).to_have_attribute("data-live", "")
    expect(again.sco.locator("#cw-save")).to_have_text("Reading only")
    for name in ("q-multiple", "q-matching", "q-branch", "q-checklist"):
        tree = again.sco.locator(f"#{name}").aria_snapshot()
        assert snapshots[name]["restored"].startswith(tree), name
    assert first.problems + again.problems == []


def test_every_snapshot_is_of_something() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {path_of(name).name for name in [*sample_ids(), *PARTS]}
