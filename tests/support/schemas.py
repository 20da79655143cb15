"""Where the XSDs of others are: not our files to copy, so tests read them from a folder beside the repository."""

from __future__ import annotations

import os
import warnings
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

REPOSITORY = Path(__file__).resolve().parents[2]


def schemas_folder() -> Path:
    """The folder named by SCHEMAS_DIR, or ../shared/schemas. Without it a test fails in CI, and is loudly left out
    elsewhere."""
    folder = Path(os.environ.get("SCHEMAS_DIR", REPOSITORY.parent / "shared" / "schemas"))
    if not (folder / "scorm12" / "root.xsd").is_file():
        message = f"NO SCHEMAS: {folder} has no scorm12/root.xsd; set SCHEMAS_DIR. Manifests were NOT validated."
        if os.environ.get("CI"):
            pytest.fail(message)
        warnings.warn(message, stacklevel=2)
        pytest.skip(message)
    return folder


def scorm12() -> etree.XMLSchema:
    """The compiled schema of a SCORM 1.2 manifest, with its metadata."""
    return compiled("scorm12/root.xsd")


@cache
def compiled(name: str) -> etree.XMLSchema:
    """The compiled schema of this name in the folder."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(schemas_folder() / name, parser))
