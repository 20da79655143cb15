"""The interface of a target: one output format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.model.course import Programme
from builder.model.package import Package

INTERFACE = 1
"""Version of this interface, for targets that others register under ``coursewright.targets``."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a target needs besides the package."""

    programme: Programme
    schemas: str = ""
    """Folder of XSDs to put at the package's root ('' for none)."""


@dataclass(frozen=True, slots=True)
class Product:
    """What a target made: the files, and what it could not represent (the loss report)."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One output format."""

    name: str
    """As in ``--target NAME`` and in file names."""
    title: str
    build: Callable[[Package, Context], Product]
    suffix: str = ".zip"
    folder: bool = False
    """Write the files as a folder beside the archive, too."""
    state_limit: int = 0
    """Characters of saved state the format can hold; 0 where nothing limits it."""
    interface: int = INTERFACE
