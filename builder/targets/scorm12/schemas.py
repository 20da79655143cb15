"""The controlling documents of SCORM 1.2, which strict importers want at the package's root."""

from __future__ import annotations

from pathlib import Path

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import MISSING_SCHEMA
from builder.model.span import Span

SCHEMAS = ("adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd")
"""The four files as published by ADL and IMS."""


def schema_entries(folder: str) -> tuple[list[Entry], list[Diagnostic]]:
    """The four schemas, read from ``folder`` or its ``scorm12`` folder; nothing for ''."""
    if not folder:
        return [], []
    home = Path(folder)
    if (home / "scorm12").is_dir():
        home /= "scorm12"
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for name in SCHEMAS:
        try:
            entries.append(Entry(name, (home / name).read_bytes()))
        except OSError:
            diagnostics.append(MISSING_SCHEMA.at(Span(folder, 0), name=name, names=", ".join(SCHEMAS)))
    return entries, diagnostics
