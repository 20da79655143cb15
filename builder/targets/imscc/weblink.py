"""Web links: the sources of a course, each as a link of the platform."""

from __future__ import annotations

from builder.model.course import Source
from builder.targets.imscc.names import WEB_LINK, add, document, root
from builder.targets.imscc.sturdy import sturdy_title
from builder.targets.safe import line


def name_of(source: Source) -> str:
    """What a source is called in lists: its name and its year."""
    name = line(source.source) or source.id
    year = line(source.year)
    return sturdy_title(f"{name} ({year})" if year and year not in name else name)


def web_link(source: Source) -> bytes:
    """The file of a link to ``source``."""
    top = root("webLink", WEB_LINK)
    add(top, "title", name_of(source))
    add(top, "url", href=line(source.url).replace(" ", "%20"), target="_blank")
    return document(top)
