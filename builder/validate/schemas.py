"""XSD validation against a folder of schemas, as far as one is at hand.

The folder has one sub-folder a family (``scorm12``, ``scorm2004-4th``, ``imscp-1.1.4``, ``imscc-1.1``, ``qti/...``,
``cmi5``); each has a root schema that imports the others. A schema is compiled once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.rule import Rule
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document

SHOWN = 20
"""Objections to one document that are reported."""


class Held(NamedTuple):
    """A document that must be valid against a schema."""

    path: str
    schema: str
    """The root schema below the folder: ``scorm12/root.xsd``."""
    rule: Rule
    """What it breaks when it is not; its summary holds ``{problem}``."""


class BadSchema(Exception):  # noqa: N818 - a verdict on a folder of the user
    """A schema cannot be read or compiled; the message says which and why."""


@dataclass(slots=True)
class Schemas:
    """The schemas of a folder, compiled when they are first needed."""

    folder: Path
    compiled: dict[str, etree.XMLSchema | BadSchema | None] = field(default_factory=dict)

    def get(self, name: str) -> etree.XMLSchema | None:
        """The schema ``name``; None where the folder has none of that name. Raises BadSchema."""
        if name not in self.compiled:
            self.compiled[name] = self._compile(name)
        found = self.compiled[name]
        if isinstance(found, BadSchema):
            raise found
        return found

    def _compile(self, name: str) -> etree.XMLSchema | BadSchema | None:
        place = self.folder / name
        if not place.is_file():
            return None
        try:
            return etree.XMLSchema(etree.parse(str(place), etree.XMLParser(no_network=True, resolve_entities=False)))
        except (etree.Error, OSError) as error:
            return BadSchema(f"{name}: {str(error)[:200]}")

    def check(self, subject: Subject, held: Held) -> Iterator[Diagnostic]:
        """What the schema objects to. Raises BadSchema. A document that cannot be read is another rule's matter."""
        schema = self.get(held.schema)
        if schema is None:
            return
        try:
            root = document(subject, held.path)
        except (Damaged, KeyError):
            return
        if schema.validate(root):
            return
        seen: set[tuple[int, str]] = set()
        for error in schema.error_log:  # type: ignore[attr-defined] # the stubs do not know it
            key = (error.line, error.message)
            if key not in seen and len(seen) < SHOWN:
                seen.add(key)
                yield held.rule.at(subject.at(held.path, error.line), problem=_plain(error.message))


def _plain(message: str) -> str:
    """An objection without the namespaces in braces."""
    parts = message.split("{")
    return (parts[0] + "".join(part.partition("}")[2] if "}" in part else part for part in parts[1:])).rstrip(".")
