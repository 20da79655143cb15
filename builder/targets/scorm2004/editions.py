"""In what the editions of SCORM 2004 differ, and the schemas that control them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. The schemas of the two have the same names and differ inside."""

    name: str
    """Of the target, and of the folder with the edition's schemas."""
    version: str
    """As in ``schemaversion``."""
    attributes: bool
    """The completion threshold stands in attributes; before the 4th Edition it is a number in the text."""


EDITIONS = (
    Edition("scorm2004-3rd", "2004 3rd Edition", attributes=False),
    Edition("scorm2004-4th", "2004 4th Edition", attributes=True),
)

_PARTS = ("auxresource", "control", "delivery", "limit", "objective", "random", "rollup", "seqrule", "util")

SCHEMAS = (
    *("adlcp_v1p3.xsd", "adlnav_v1p3.xsd", "adlseq_v1p3.xsd", "imscp_v1p1.xsd", "imsss_v1p0.xsd", "xml.xsd"),
    *(f"imsss_v1p0{part}.xsd" for part in _PARTS),
)
"""The controlling documents, as published by ADL and IMS."""

_COMMON = ("anyElement", "dataTypes", "elementNames", "elementTypes", "rootElement", "vocabTypes", "vocabValues")

LOM_SCHEMAS = (
    "lom.xsd",
    *(f"common/{part}.xsd" for part in _COMMON),
    *("extend/custom.xsd", "extend/strict.xsd", "unique/loose.xsd", "unique/strict.xsd"),
    *("vocab/custom.xsd", "vocab/loose.xsd", "vocab/strict.xsd"),
)
"""Those of the metadata, which sets of the former often lack."""
