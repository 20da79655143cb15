"""The interface of a target: one output format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from builder.archive import Entry, zip_bytes
from builder.diagnostics import Diagnostic
from builder.model.course import Programme
from builder.model.outline import Classroom
from builder.model.package import Package

INTERFACE = 2
"""Version of this interface, for targets that others register under ``coursewright.targets``."""


class Level(Enum):
    """How much of a construct a format can hold."""

    FULL = "full"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Support:
    """What becomes of a construct in a format. ``how`` says it to an author, in a short sentence; '' when full."""

    level: Level
    how: str = ""


FULL = Support(Level.FULL)


def changed(how: str) -> Support:
    """It is there in another way."""
    return Support(Level.CHANGED, how)


def lost(how: str = "Left out.") -> Support:
    """It is not there; ``how`` says what learners get instead, if anything."""
    return Support(Level.LOST, how)


@dataclass(frozen=True, slots=True)
class Context:
    """What a target needs besides the package."""

    programme: Programme
    schemas: str = ""
    """Folder of XSDs to put at the package's root ('' for none)."""


@dataclass(frozen=True, slots=True)
class Product:
    """What a target made: the files, and what it could not take as it is."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    parts: tuple[Entry, ...] = ()
    """Files inside the product that can be replaced one at a time where it is in use: they are written as a folder
    beside it."""


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
    single: bool = False
    """The product is one entry, written as it is and not as an archive."""
    archive: Callable[[Iterable[Entry]], bytes] = zip_bytes
    """Makes one file of the entries."""
    whole: bool = False
    """A package is always the whole course, however other formats pack it."""
    classroom: Callable[[Classroom, Context], Product] | None = None
    """Puts the whole programme into one file, by its outline; None where the format has no room for a programme."""
    state_limit: int = 0
    """Characters of saved state the format can hold; 0 where nothing limits it."""
    support: Mapping[str, Support] = field(default_factory=dict)
    """What becomes of each construct (``builder.model.constructs``), by its id: the loss report and the matrix are made
    from it. What is not named is taken for lost."""
    variants: Mapping[str, Mapping[str, Support]] = field(default_factory=dict)
    """The same for each delivery a course may choose (``Course.delivery``), where it decides; ``support`` is then that
    of the usual one."""
    lacks: Callable[[], str] = str
    """Why the target cannot be built on this machine, and what to install, as a sentence; '' where it can. It is asked
    only when the target is to be built."""
    interface: int = INTERFACE
