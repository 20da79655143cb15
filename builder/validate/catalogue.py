"""All rules of the validator, found in the modules that apply them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

import builder.validate
import builder.validate.formats
import builder.validate.profiles
from builder.validate.rule import Rule


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order of the areas. Raises ValueError when two share an id."""
    found: dict[str, Rule] = {}
    for module in modules():
        for rule in rules_of(module):
            if found.setdefault(rule.id, rule) is not rule:
                raise ValueError(f"two rules are called {rule.id}")
    return MappingProxyType(found)


def rules_of(module: ModuleType) -> list[Rule]:
    """The rules that ``module`` itself defines, in the order of their definition."""
    listed = vars(module).get("RULES", ())
    return [value for value in (*listed, *vars(module).values()) if isinstance(value, Rule)]


def modules() -> Iterator[ModuleType]:
    """The modules that may define rules: ``run`` and ``weight``, the formats, the profiles."""
    yield import_module("builder.validate.run")
    yield import_module("builder.validate.weight")
    for package in (builder.validate.formats, builder.validate.profiles):
        for module in pkgutil.iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{module.name}")
