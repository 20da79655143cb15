"""The registry of targets: ours, and the plug-ins of others."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from builder.targets.base import INTERFACE, Product, Target
from builder.targets.registry import GROUP, OWN, registry

NAMES = sorted(one.name for one in OWN)


def plugin(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


@pytest.fixture
def strangers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("strangers")
    module.good = Target("aaa", "A format", lambda package, context: Product(()))  # type: ignore[attr-defined]
    module.doubled = Target("web", "Another", lambda package, context: Product(()))  # type: ignore[attr-defined]
    module.future = Target("future", "F", lambda package, context: Product(()), interface=INTERFACE + 1)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "strangers", module)
    return module


def test_own_targets_are_usable_and_sorted() -> None:
    found = registry(())
    assert list(found.targets) == NAMES
    assert not found.diagnostics
    assert found.targets["scorm12"].state_limit == 4096
    assert found.targets["web"].folder
    assert all(name == target.name for name, target in found.targets.items())


@pytest.mark.usefixtures("strangers")
def test_a_plugin_joins_in_the_order_of_names() -> None:
    found = registry([plugin("x", "strangers:good")])
    assert list(found.targets) == ["aaa", *NAMES]
    assert not found.diagnostics


@pytest.mark.usefixtures("strangers")
@pytest.mark.parametrize(
    ("value", "code", "says"),
    [
        ("no.such.module:TARGET", "B111", "No module named"),
        ("strangers:missing", "B111", "missing"),
        ("strangers:__name__", "B111", "it is a str, not a Target"),
        ("strangers:future", "B112", f"version {INTERFACE + 1}"),
        ("strangers:doubled", "B113", "`web`"),
    ],
)
def test_a_broken_plugin_is_a_diagnostic(value: str, code: str, says: str) -> None:
    found = registry([plugin("x", value), plugin("y", "strangers:good")])
    assert list(found.targets) == ["aaa", *NAMES]
    (diagnostic,) = found.diagnostics
    assert diagnostic.code.id == code
    assert says in diagnostic.message
    assert diagnostic.span.path == value


def test_entry_points_that_are_installed_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.targets.registry.entry_points", lambda group: [plugin(group, "no.such:T")])
    assert registry().diagnostics[0].message.startswith(f"The plug-in for the target `{GROUP}`")
