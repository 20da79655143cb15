"""What is being judged: the box, its format, and the documents read from it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from builder.model.span import Span


class Box(Protocol):
    """The files of a package that cannot be trusted; ``builder.validate.box`` opens one within limits."""

    name: str
    """As the user called it: ``dist/tg-101.zip``."""
    sizes: Mapping[str, int]
    """Octets of every file (not folder) by its path as written in the archive, unpacked; a bare XML or text file is the
    only file of its box. A path is never used on this machine's disk."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises KeyError for a path that is not there, Damaged for one that cannot be unpacked or
        is longer than it says."""

    def sha1(self, path: str) -> str:
        """The SHA-1 of a file in hexadecimal digits, by which Moodle names files. Raises as ``read``."""


class Damaged(Exception):  # noqa: N818 - a verdict on a package, not a failure of ours
    """A file or a document cannot be read; the message says why, for the user, ``line`` where."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Format:
    """A format and its version, as told by the package itself."""

    name: str
    """``scorm12``, ``scorm2004``, ``imscp``, ``imscc``, ``qti``, ``cmi5``, ``moodlexml``, ``gift`` or ``mbz``."""
    version: str
    """``2004 4th Edition``, ``1.1.0``, ``2.1`` ...; '' where the format has none."""
    title: str
    """For people: ``SCORM 2004 4th Edition``."""


@dataclass(slots=True)
class Subject:
    """A package with its format. Documents are parsed once, by ``builder.validate.xml.document``."""

    box: Box
    format: Format
    main: str
    """The document that says what the package is: ``imsmanifest.xml``, ``cmi5.xml``, ``moodle_backup.xml`` ..."""
    documents: dict[str, etree._Element | Damaged] = field(default_factory=dict)

    def at(self, path: str = "", line: int = 0) -> Span:
        """A place in the package; ``path`` '' means the package itself, which a bare file is, too."""
        return Span(f"{self.box.name}!{path}" if path and path != self.box.name else self.box.name, line)
