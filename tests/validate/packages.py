"""Small packages made in code, and what a test of a rule consists of."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

S12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD12 = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PAGE = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p>Text</p></body></html>'


class Sample(NamedTuple):
    """A package as it would lie on disk."""

    name: str
    data: bytes


class Case(NamedTuple):
    """A package that breaks a rule, and one that keeps it and has no error at all."""

    breaking: Sample
    keeping: Sample
    lms: str = ""
    schemas: bool = False
    """Whether the schemas must be at hand."""


def zip_of(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of ``files``, in their order."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def package(files: Mapping[str, str | bytes], name: str = "package.zip") -> Sample:
    """``files`` as a zip called ``name``."""
    return Sample(name, zip_of(files))
