"""The loss report and the matrix: what targets declare, and where courses use it."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from builder.cli.targets import command
from builder.model.constructs import CONSTRUCTS
from builder.model.package import packages_of
from builder.targets.base import FULL, Level, Product, Target, changed, lost
from builder.targets.losses import loss_report, losses_of
from builder.targets.matrix import matrix, records
from builder.targets.registry import OWN
from builder.targets.uses import uses_of
from tests.support import formats
from tests.support.everything import everything
from tests.support.question_samples import every_type, package, page, quiz, single

IDS = [one.id for one in CONSTRUCTS]
PACKAGE = packages_of(everything()[1])[0]


def target(**support: object) -> Target:
    whole = dict.fromkeys(IDS, FULL) | {name.replace("_", "-"): how for name, how in support.items()}
    return Target("paper", "Paper", lambda package, context: Product(()), support=whole)  # type: ignore[arg-type]


def test_ids_are_unique_and_grouped() -> None:
    assert max(Counter(IDS).values()) == 1
    groups = [one.group for one in CONSTRUCTS]
    assert groups == sorted(groups, key=groups.index)


@pytest.mark.parametrize("own", OWN, ids=lambda own: own.name)
def test_own_targets_declare_every_construct(own: Target) -> None:
    assert sorted(own.support) == sorted(IDS)
    for support in own.support.values():
        assert (support.level is Level.FULL) == (support.how == "")
        assert not support.how or (support.how[0].isupper() and support.how.endswith("."))


def test_the_sample_course_uses_every_construct() -> None:
    assert sorted(uses_of(PACKAGE)) == sorted(IDS)


def test_every_type_is_a_construct() -> None:
    used = uses_of(package(page(quiz())))
    assert sum(len(uses) for name, uses in used.items() if name in IDS[:22]) >= len(every_type())


def test_uses_name_questions_quizzes_and_pages() -> None:
    used = uses_of(PACKAGE)
    assert "q-test-order" in [use.name for use in used["ordering"]]
    assert [use.name for use in used["draws"]] == ["p-test"]
    assert "p-text" in [use.name for use in used["footnote"]]
    assert [use.name for use in used["time-limit"]] == ["p-before", "p-test"]
    assert "q-bank-o2-wild" not in used["multiple"]
    assert used["short-wildcards"][0].span.line > 1


def test_losses_are_what_is_declared_and_used() -> None:
    paper = target(ordering=lost("It cannot be moved."), search=lost(), shuffle=changed("By hand."))
    found = losses_of(PACKAGE, paper)
    assert [(loss.construct, loss.level, loss.how) for loss in found] == [
        ("ordering", "lost", "It cannot be moved."),
        ("shuffle", "changed", "By hand."),
        ("search", "lost", "Left out."),
    ]
    (note,) = loss_report(PACKAGE, paper, found)
    assert "ordering (q-order and 2 more)" in note.message
    assert "search" not in note.message


def test_what_a_course_does_not_use_is_no_loss() -> None:
    plain = package(page(quiz(questions=(single(),))))
    assert not [loss for loss in losses_of(plain, target(ordering=lost())) if loss.level == "lost"]
    assert not loss_report(plain, target(), losses_of(plain, target()))


def test_what_a_target_does_not_name_is_lost() -> None:
    silent = Target("paper", "Paper", lambda package, context: Product(()))
    assert {loss.level for loss in losses_of(PACKAGE, silent)} == {"lost"}


def test_matrix_shows_every_construct_and_what_becomes_of_it() -> None:
    text = matrix([target(ordering=lost("It cannot | be moved.")), *OWN])
    assert "| Ordering | ○ |" in text
    assert "| Ordering | lost | It cannot \\| be moved. |" in text
    for one in CONSTRUCTS:
        assert f"| {one.title} |" in text
    assert records([target()])[0]["support"]["single"] == {"level": "full", "how": ""}  # type: ignore[index]


def test_command_prints_the_matrix_and_json() -> None:
    assert CliRunner().invoke(command, ["--matrix"]).output.startswith("● held in full")
    found = json.loads(CliRunner().invoke(command, ["--format", "json"]).output)
    assert {own.name for own in OWN} <= {one["name"] for one in found}


def test_reference_is_current() -> None:
    assert formats.FILE.read_text("utf-8") == formats.text(), "python -m tests.support.formats rewrites it"
