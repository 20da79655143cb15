"""What each page cites, its questions included."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.course import Course
from builder.model.text import Citation
from builder.model.walk import nodes_in


def citations_by_page(course: Course) -> Mapping[str, tuple[str, ...]]:
    """Ids of sources by ids of pages, banks last; each once a page, in the order of first citation."""
    return {
        page.id: tuple(dict.fromkeys(name for node in nodes_in(page, (Citation,)) for name in node.ids))
        for page in (*course.pages, *course.banks)
    }
