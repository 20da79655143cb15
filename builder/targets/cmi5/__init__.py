"""cmi5 (Quartz, 1st edition): one assignable unit a package, which talks to the platform's record store by itself."""

from __future__ import annotations

from builder.archive import Entry
from builder.model.package import Package
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target, changed
from builder.targets.cmi5.structure import structure
from builder.targets.support import EVERYTHING

STATE_LIMIT = 32_000
"""Characters of saved state. The State API sets no limit, but what is sent while a page closes may have 64 KiB in all
(Fetch, ``keepalive``), and the last statements go with it."""

HOSTS = "https: http:"
"""Where the record store is, only the launch tells: any host, by the policy of the pages."""


def build(package: Package, context: Context) -> Product:
    """The pages and the course structure, ``cmi5.xml``."""
    pages, found = render_site(package, lms="cmi5", state_limit=STATE_LIMIT, hosts=HOSTS)
    return Product((*pages, Entry("cmi5.xml", structure(package, context.programme))), tuple(found))


SUPPORT = {
    **EVERYTHING,
    "score": changed("Told with passed or failed: none without a pass mark, and no better one later."),
    "metadata": changed("The course structure has a title and a description; the rest stands on the pages."),
}

TARGET = Target("cmi5", "cmi5 package", build, state_limit=STATE_LIMIT, support=SUPPORT)
