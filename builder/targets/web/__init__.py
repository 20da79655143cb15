"""The web edition: a folder, and the same as a zip, that open from disk or from any web server."""

from __future__ import annotations

from builder.model.package import Package
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target, changed
from builder.targets.support import EVERYTHING, UNREPORTED


def build(package: Package, context: Context) -> Product:
    """The pages of ``package``, tracking nothing; progress stays in the reader's browser."""
    del context
    entries, diagnostics = render_site(package, lms="none", state_limit=0)
    return Product(tuple(entries), tuple(diagnostics))


SUPPORT = {**EVERYTHING, **UNREPORTED, "resume": changed("In the same browser only.")}

TARGET = Target("web", "Web edition, a folder and a zip", build, folder=True, support=SUPPORT)
