"""Where the pages of a package stand, and where links inside the course lead."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.model.course import Page
from builder.model.package import Package

OPENING, CONTENTS, GLOSSARY, RESULT = "index.html", "contents.html", "glossary.html", "result.html"
NOTES, ABOUT = "notes.html", "about.html"
TAKEN = frozenset({OPENING, CONTENTS, GLOSSARY, NOTES, RESULT, ABOUT})


@dataclass(frozen=True, slots=True)
class Addresses:
    """The file of each page, and the resolver of links for a Profile."""

    files: dict[str, str]
    """Page id -> file."""
    paths: dict[str, str]
    """Page path -> file."""
    terms: frozenset[str] = field(default=frozenset())

    def link(self, target: str) -> str | None:
        """The href of a link's target (see ``builder.model.text.Link``), None when it is not in the package."""
        if target.startswith("glossary:"):
            term = target.removeprefix("glossary:")
            return f"{GLOSSARY}#{term}" if term in self.terms else None
        path, sharp, fragment = target.partition("#")
        if not path:
            return target
        file = self.paths.get(path)
        return None if file is None else file + sharp + fragment


def addresses(package: Package) -> Addresses:
    """``<id>.html`` for each page, ``<id>_.html`` where that name is taken."""
    files: dict[str, str] = {}
    paths: dict[str, str] = {}
    for page in package.pages:
        files[page.id] = paths[page.path] = _file(page)
    return Addresses(files, paths, frozenset(package.course.glossary))


def _file(page: Page) -> str:
    name = f"{page.id}.html"
    return f"{page.id}_.html" if name in TAKEN else name
