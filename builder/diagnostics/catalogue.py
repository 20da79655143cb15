"""All diagnostic codes, found in the modules ``builder.diagnostics.*_codes``."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

import builder.diagnostics
from builder.diagnostics.code import DiagnosticCode


@cache
def catalogue() -> Mapping[str, DiagnosticCode]:
    """Every code by its id, sorted. Raises ValueError when two codes share an id."""
    found: dict[str, DiagnosticCode] = {}
    for module in pkgutil.iter_modules(builder.diagnostics.__path__):
        if not module.name.endswith("_codes"):
            continue
        for value in vars(import_module(f"builder.diagnostics.{module.name}")).values():
            if isinstance(value, DiagnosticCode) and found.setdefault(value.id, value) is not value:
                raise ValueError(f"two diagnostic codes are called {value.id}")
    return MappingProxyType(dict(sorted(found.items())))
