"""The floor: the stock Markdown parser and renderer with the tool's plug-ins, one page template, one zip."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from builder.archive import Entry, zip_bytes

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title><link rel="stylesheet" href="cw/theme.css"><script src="cw/player.js" defer></script></head>
<body><a class="skip" href="#main">Skip</a><header><a href="contents.html">Contents</a><p>{{ place }}</p></header>
<main id="main"><h1>{{ title }}</h1>{{ body|safe }}
<nav>{% if before %}<a href="{{ before }}">Back</a>{% endif %}
{% if after %}<a href="{{ after }}">Next</a>{% endif %}</nav>
</main></body></html>
"""


def build(root: Path, out: Path) -> None:
    """Read, convert, set and zip every page below ``root`` into ``out``."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").use(deflist_plugin).use(footnote_plugin)
    template = Environment(autoescape=True).from_string(PAGE)
    sources = sorted(root.rglob("*.md"))
    names = [f"{number}.html" for number in range(len(sources))]
    entries = []
    for number, source in enumerate(sources):
        _, front, text = source.read_text("utf-8").split("---\n", 2)
        title = re.search(r'^title: "(.*)"$', front, re.MULTILINE)
        html = template.render(
            title=title[1] if title else "",
            place=f"Page {number + 1} of {len(sources)}",
            body=markdown.render(text),
            before=names[number - 1] if number else "",
            after=names[number + 1] if number + 1 < len(names) else "",
        )
        entries.append(Entry(names[number], html.encode()))
    (out / "floor.zip").write_bytes(zip_bytes(entries))
