"""IMS Content Package 1.1.4: the pages of the web edition, listed for the contents of a platform."""

from __future__ import annotations

from builder.archive import Entry
from builder.model.package import Package
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target, changed
from builder.targets.doubts import doubts, long_title
from builder.targets.imscp.manifest import manifest
from builder.targets.support import EVERYTHING, UNREPORTED


def build(package: Package, context: Context) -> Product:
    """The pages of ``package``, tracking nothing, and the manifest that lists them."""
    pages, found = render_site(package, lms="none", state_limit=0)
    texts = {entry.path: entry.data for entry in pages}
    entries = (*pages, Entry("imsmanifest.xml", manifest(package, context.programme, texts)))
    lessons = [lesson for lesson in package.lessons if not lesson.loose]
    titles = (*((one.title, one.span) for one in lessons), *((one.title, one.span) for one in package.pages))
    cut = [diagnostic for title, span in titles for diagnostic in long_title(title, span)]
    return Product(entries, (*found, *doubts(package, pages), *cut))


SUPPORT = {
    **EVERYTHING,
    **UNREPORTED,
    "structure": changed("As the platform's own contents too, where `&` in a title is written `+`."),
    "resume": changed("In the same browser, until a platform clears it; Moodle does so when one signs in."),
}

TARGET = Target("imscp", "IMS Content Package", build, support=SUPPORT)
