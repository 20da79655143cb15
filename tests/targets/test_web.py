"""The web edition: the pages as they are, as a folder and a zip."""

from __future__ import annotations

import pytest

from builder.targets import web
from builder.targets.base import Context
from tests.targets.samples import PAGES, package, programme


def test_the_web_edition_tracks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(web, "render_site", lambda package, **how: asked.append(how) or (PAGES, []))
    product = web.build(package(), Context(programme()))
    assert asked == [{"lms": "none", "state_limit": 0}]
    assert list(product.entries) == PAGES
    assert web.TARGET.folder
