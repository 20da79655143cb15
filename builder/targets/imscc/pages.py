"""Pages as web content: whole HTML files that need nothing but their pictures, and read well when they are stripped.

There is no ``h1`` in the body: platforms show the title of an item above its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from builder.diagnostics import Diagnostic
from builder.model import text as t
from builder.model.course import Page
from builder.render.numbers import numbers
from builder.render.profile import Profile
from builder.render.writer import Writer
from builder.targets.imscc.plain import Plain
from builder.targets.imscc.sturdy import sturdy_html
from builder.targets.safe import line

ELEMENTS = frozenset({"abbr"})
"""What survives the cleaning of all platforms known."""

LOOK = (
    "body{font:1rem/1.6 sans-serif;max-width:45rem;margin:1rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #888;padding:.3rem .6rem;text-align:start}"
    "blockquote{margin:1rem 0;padding:.1rem 1rem;border-inline-start:4px solid #888}img{max-width:100%;height:auto}"
)
"""The look where a file is shown as it is; platforms that clean it have a look of their own."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as written, the files it shows, and what could not be written."""

    html: bytes
    assets: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def write_page(page: Page, blocks: t.Blocks, plain: Plain, link: Callable[[str], str | None], title: str) -> Sheet:
    """The lead of ``page``, ``blocks``, and at the end the notes and the sources, which ``plain`` counts."""
    language = plain.course.language
    writer = Writer(plain.course, Profile(language, link, str, ELEMENTS, themed=False, numbered=False))
    lead = plain.inlines(page.lead)
    body = [f"<p><strong>{writer.inlines(lead)}</strong></p>"] if lead else []
    body.append(str(writer.blocks(plain.blocks(blocks))))
    body.append(_listed(plain.gettext("Notes"), [str(writer.blocks(note)) for note in plain.notes()]))
    body.append(_listed(plain.gettext("Sources"), [str(writer.inlines(source)) for source in plain.sources()]))
    return Sheet(document(language, title, body), tuple(sorted(writer.assets)), tuple(writer.diagnostics))


def document(language: str, title: str, body: Iterable[str]) -> bytes:
    """An HTML file, well-formed as XML too. Language and direction stand on a ``div`` as well: cleaning takes ``html``
    and ``body`` away, and Arabic would run from left to right."""
    told = f'lang="{escape(language)}" dir="{numbers(language).direction}"'
    inner = sturdy_html("\n".join(part for part in body if part))
    return f"""<!DOCTYPE html>
<html {told}>
<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{escape(line(title), quote=False)}</title>
<style>{LOOK}</style></head>
<body><div {told}>
{inner}
</div></body>
</html>
""".encode()


def _listed(name: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    rows = "\n".join([f"<li>{item}</li>" for item in items])
    return f"<h2>{escape(name, quote=False)}</h2>\n<ol>\n{rows}\n</ol>"
