"""All rules of the validator, found in the modules that apply them."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

import builder.validate
import builder.validate.formats
import builder.validate.profiles
from builder.validate.rule import Rule

AREAS = {
    "N": "Whether there is a package at all",
    "Z": "The archive, and the files a manifest names",
    "W": "What learners get, in every format",
    "P": "Content packaging: SCORM and IMS CP",
    "S": "Sequencing: SCORM 2004",
    "M": "cmi5",
    "C": "Common Cartridge",
    "Q": "QTI",
    "X": "Moodle XML",
    "G": "GIFT",
    "B": "Moodle backup",
    "MS": "Moodle: SCORM",
    "MI": "Moodle: IMS content package",
    "MC": "Moodle: Common Cartridge",
    "MQ": "Moodle: questions",
    "MB": "Moodle: backup",
    "MO": "Moodle: other formats",
}
"""What the letters of an id mean; the two-letter ones belong to the profile of Moodle."""


def area_of(rule: Rule) -> str:
    """The letters of a rule's id."""
    return _parts(rule)[0]


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id: by area, then by number. Raises ValueError when two share an id."""
    found: dict[str, Rule] = {}
    for module in modules():
        for rule in rules_of(module):
            if found.setdefault(rule.id, rule) is not rule:
                raise ValueError(f"two rules are called {rule.id}")
    order = list(AREAS)
    ordered = sorted(found.values(), key=lambda rule: (order.index(area_of(rule)), *_parts(rule)[1:]))
    return MappingProxyType({rule.id: rule for rule in ordered})


def _parts(rule: Rule) -> tuple[str, int, str]:
    """The letters, the number and the small letters behind it."""
    match = re.fullmatch(r"([A-Z]+)(\d+)([a-z]*)", rule.id)
    if match is None:
        raise ValueError(f"not an id of a rule: {rule.id}")
    return match[1], int(match[2]), match[3]


def rules_of(module: ModuleType) -> list[Rule]:
    """The rules that ``module`` holds."""
    listed = vars(module).get("RULES", ())
    return [value for value in (*listed, *vars(module).values()) if isinstance(value, Rule)]


def modules() -> Iterator[ModuleType]:
    """The modules that may define rules: ``run`` and ``weight``, the formats, the profiles."""
    yield import_module("builder.validate.run")
    yield import_module("builder.validate.weight")
    for package in (builder.validate.formats, builder.validate.profiles):
        for module in pkgutil.iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{module.name}")
