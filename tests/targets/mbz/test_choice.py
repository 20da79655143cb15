"""Polls of a backup."""

from __future__ import annotations

from html import unescape

import pytest

from builder.model.activity import Poll
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.modules.choice import write_choice
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.xml import Element, branch
from tests.targets.mbz.form_samples import NASTY, desk_for, poll


def options(made: Poll) -> list[Element]:
    return list(branch("choice", write_choice(desk_for(made)).children).iterfind("options/option"))


def test_a_poll_is_written_by_its_writer() -> None:
    assert WRITERS[Poll] == ("choice", write_choice)


def test_options_say_what_the_author_wrote() -> None:
    found = options(poll(*NASTY))
    assert [unescape(one.findtext("text") or "") for one in found] == list(NASTY)
    assert not any("<" in (one.findtext("text") or "") for one in found)
    assert len({one.get("id") for one in found}) == len(NASTY)


def test_a_limit_holds_for_each_option() -> None:
    assert [one.findtext("maxanswers") for one in options(poll("A", "B", limit=3))] == ["3", "3"]
    assert write_choice(desk_for(poll("A", limit=3))).fields["limitanswers"] == 1
    assert write_choice(desk_for(poll("A"))).fields["limitanswers"] == 0


def test_how_many_chose_is_said_before_only_where_results_are() -> None:
    shown = {
        results: write_choice(desk_for(poll("A", limit=3, results=results))).fields["showavailable"]
        for results in ("never", "after", "always")
    }
    assert shown == {"never": 0, "after": 0, "always": 1}
    assert write_choice(desk_for(poll("A", results="always"))).fields["showavailable"] == 0


@pytest.mark.parametrize(("results", "number"), [("never", 0), ("after", 1), ("always", 3)])
def test_results_are_shown_without_names(results: str, number: int) -> None:
    fields = write_choice(desk_for(poll("A", results=results))).fields
    assert (fields["showresults"], fields["publish"]) == (number, 0)


def test_rules_of_a_poll() -> None:
    fields = write_choice(desk_for(poll("A", several=True), Completion(send=True))).fields
    assert (fields["allowmultiple"], fields["allowupdate"], fields["completionsubmit"]) == (1, 1, 1)
    assert write_choice(desk_for(poll("A"), Completion(view=True))).fields["completionsubmit"] == 0
    assert "In short." in str(fields["intro"])
