"""What a browser would ask for when it shows a page, a stylesheet or a script; and what a page lacks for those who
cannot see it. Nothing is run: an address that a script puts together is not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from builder.validate.xml import line_of, local

LARGEST = 3_000_000
"""Octets of a page, stylesheet or script that are looked at."""

MOST_ELEMENTS = 60_000
"""Elements of a page that are looked at."""

MOST_ADDRESSES = 5000
"""Addresses of a file that are looked at."""

PAGES = (".html", ".htm", ".xhtml")
SOURCES = {
    "img": ("src", "srcset"),
    "script": ("src", "{http://www.w3.org/1999/xlink}href"),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "source": ("src", "srcset"),
    "track": ("src",),
    "input": ("src",),
    "object": ("data",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
}
"""Attributes whose address is loaded without a click."""
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
"""What a ``link`` must be for its address to be loaded."""

# Every repetition has a limit or cannot overlap the next one: hostile text must not make a search go back and forth.
_CSS = re.compile(
    r"""@import\s{1,20}(?:url\(\s{0,20})?["']?([^"'()\s;]{1,2000})|url\(\s{0,20}["']?([^"'()\s]{1,2000})["']?\s{0,20}\)""",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]{1,2000})["'`]""", re.IGNORECASE)
_LOADING = re.compile(
    r"""(?:\.(?:src|href)\s{0,5}=|setAttribute\(\s{0,5}["'](?:src|data)["']\s{0,5},|\bfetch\(|\bimportScripts\("""
    r"""|\bimport\b\s{0,5}\(?|\bfrom\b|\.open\(\s{0,5}["'](?:GET|POST)["']\s{0,5},"""
    r"""|\bnew\s{1,5}(?:Worker|WebSocket|EventSource)\()\s{0,5}$""",
    re.IGNORECASE,
)
"""What stands before an address that a script loads."""
_BEFORE = 60
"""Characters before an address in which that is looked for."""


class Request(NamedTuple):
    """An address that is loaded, as it is written, and its line."""

    address: str
    line: int

    @property
    def is_external(self) -> bool:
        return bool(re.match(r"(?:https?:|wss?:|ftp:)?//", self.address, re.IGNORECASE))


class _Found(NamedTuple):
    request: Request
    place: int
    """Where its pattern begins in the text."""


class Page(NamedTuple):
    """What a page says to those who cannot see it, and what it loads."""

    requests: tuple[Request, ...]
    has_language: bool
    """True for a fragment, which has no place to say it."""
    silent: tuple[Request, ...]
    """Pictures without a text alternative, by their addresses."""


def page_of(data: bytes) -> Page:
    """Read a page as browsers do: whatever it holds, it is a page."""
    root = _parsed(data)
    if root is None:
        return Page((), True, ())
    requests: list[Request] = []
    silent: list[Request] = []
    for element in islice(root.iter("{*}*"), MOST_ELEMENTS):
        name, line = local(element), line_of(element)
        requests += (Request(address, line) for address in _addresses(element, name))
        if _is_silent(element, name):
            silent.append(Request(element.get("src") or element.get("href") or "", line))
    html = next(root.iter("{*}html"), None)
    is_whole = re.search(rb"<html[\s>]", data[:4096], re.IGNORECASE) is not None
    has_language = not is_whole or html is None or bool(_language(html).strip())
    return Page(tuple(requests), has_language, tuple(silent))


def requests_of(path: str, data: bytes) -> tuple[Request, ...]:
    """What the file at ``path`` loads, by the suffix of its name; nothing for other kinds."""
    kind = path.lower()
    if kind.endswith(PAGES):
        return page_of(data).requests
    text = data.decode("utf-8", "replace")
    if kind.endswith(".css"):
        return tuple(_of_css(text))
    if kind.endswith((".js", ".mjs")):
        return tuple(_of_script(text))
    return ()


def _parsed(data: bytes) -> etree._Element | None:
    try:
        data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    try:
        parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=encoding)
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _addresses(element: etree._Element, name: str) -> Iterator[str]:
    for attribute in SOURCES.get(name, ()):
        address = str(element.get(attribute) or "").strip()
        if attribute == "srcset":
            yield from (part.split()[0] for part in address.split(",") if part.strip())
        elif address and not (name == "input" and str(element.get("type")).lower() != "image"):
            yield address
    if name == "link" and LOADED_LINKS & set(str(element.get("rel") or "").lower().split()):
        yield str(element.get("href") or "").strip()
    style = str(element.get("style") or "") if name != "style" else element.text or ""
    if style:
        yield from (one.address for one in _of_css(style))
    if name == "script" and element.text:
        yield from (one.address for one in _of_script(element.text))


def _is_silent(element: etree._Element, name: str) -> bool:
    if element.get("alt") is not None or element.get("aria-hidden") == "true":
        return False
    if element.get("role") in ("presentation", "none") or element.get("aria-label") or element.get("aria-labelledby"):
        return False
    return (
        name == "img"
        or (name == "input" and str(element.get("type")).lower() == "image")
        or (name == "area" and element.get("href") is not None)
    )


def _language(html: etree._Element) -> str:
    return str(html.get("lang") or html.get("xml:lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def _of_css(text: str) -> Iterator[Request]:
    yield from (one.request for one in _found(_CSS, _uncommented(text)))


def _uncommented(text: str) -> str:
    """A stylesheet without its comments, its lines where they were."""
    parts: list[str] = []
    place = 0
    while (start := text.find("/*", place)) >= 0:
        end = text.find("*/", start + 2)
        end = len(text) if end < 0 else end + 2
        parts += (text[place:start], "\n" * text.count("\n", start, end))
        place = end
    return "".join((*parts, text[place:]))


def _of_script(text: str) -> Iterator[Request]:
    for one in _found(_QUOTED, text):
        if _LOADING.search(text, max(0, one.place - _BEFORE), one.place):
            yield one.request


def _found(pattern: re.Pattern[str], text: str) -> Iterator[_Found]:
    line, place = 1, 0
    for match in islice(pattern.finditer(text), MOST_ADDRESSES):
        line += text.count("\n", place, match.start())
        place = match.start()
        address = next((group for group in match.groups() if group), "").strip()
        if address and not address.startswith(("data:", "#", "blob:")):
            yield _Found(Request(address, line), place)
