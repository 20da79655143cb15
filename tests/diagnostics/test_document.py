from __future__ import annotations

import re

from builder.diagnostics.catalogue import catalogue
from tests.support import document


def test_reference_is_current() -> None:
    assert document.FILE.read_text(encoding="utf-8") == document.text(), "python -m tests.support.document rewrites it"


def test_reference_names_every_code_once() -> None:
    page = document.FILE.read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### ([A-Z][0-9]{3})$", page, re.MULTILINE)) == list(catalogue())
