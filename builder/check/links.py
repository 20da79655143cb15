"""Links: to pages, headings, questions and terms that exist, secure, and with a text that says where they lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from builder.check.hints import meant
from builder.check.view import View, text_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import LINK_ANCHOR, LINK_BANK, LINK_HERE, LINK_HTTP, LINK_PAGE, LINK_TERM
from builder.model.course import Page
from builder.model.text import Link

EMPTY_WORDS = frozenset(
    """
    here; click here; see here; read here; this; this link; link; this page; this site; this website; more; read more;
    learn more; more information; ici; cliquez ici; voir ici; ce lien; lien; cette page; ce site; plus; lire plus;
    lire la suite; en savoir plus; plus d'informations; aquí; haga clic aquí; pulse aquí; ver aquí; este enlace; enlace;
    esta página; este sitio; más; leer más; saber más; más información; هنا; اضغط هنا; انقر هنا; هذا الرابط; الرابط;
    رابط; هذه الصفحة; المزيد; اقرأ المزيد
    """.replace("\n", " ")
    .strip()
    .split("; ")
)
"""Link texts that say nothing, in the languages of the interface."""


def check_links(view: View) -> Iterator[Diagnostic]:
    """Every link of the course, in reading order."""
    pages = {page.path: page for page in view.pages}
    anchors = {path: {named.id for named in found} for path, found in view.anchors.items()}
    for page, link in view.links:
        yield from _target(view, page, link, pages, anchors)
        words = text_of(link.children)
        if words.strip(" .,:;!?…»«→").casefold() in EMPTY_WORDS:
            yield LINK_HERE.at(link.span, text=words)


def _target(
    view: View, page: Page, link: Link, pages: Mapping[str, Page], anchors: Mapping[str, set[str]]
) -> Iterator[Diagnostic]:
    target = link.target
    if target.startswith("glossary:"):
        term = target.removeprefix("glossary:")
        if term not in view.course.glossary:
            hint = meant(term, view.course.glossary)
            yield LINK_TERM.at(link.span, term=term, language=view.course.language, hint=hint)
    elif scheme := urlsplit(target).scheme:
        if scheme == "http":
            yield LINK_HTTP.at(link.span)
    else:
        path, _, anchor = target.partition("#")
        path = path or page.path
        if path not in pages:
            here = posixpath.dirname(page.path)
            seen = [posixpath.relpath(name, here) if here else name for name in pages]
            yield LINK_PAGE.at(link.span, target=path, hint=meant(posixpath.relpath(path, here or "."), seen))
        elif pages[path].kind == "bank" and pages[path] is not page:
            yield LINK_BANK.at(link.span, target=path)
        elif anchor and anchor not in anchors[path]:
            where = "this page" if path == page.path else f"`{path}`"
            yield LINK_ANCHOR.at(link.span, anchor=anchor, page=where, hint=meant(anchor, anchors[path]))
