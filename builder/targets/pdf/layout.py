"""HTML to PDF through WeasyPrint, which the extra ``coursewright[pdf]`` brings."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from warnings import catch_warnings

from builder.resources import templates

PLACE = "https://package.invalid/"
"""Where relative addresses lead: to the files at hand and nowhere else."""

LIGHT = re.compile(r"var\(--L, ([^)]+)\) var\(--D, [^)]+\)")
"""A colour of the theme, written for light and dark: paper is light."""

NAMED = re.compile(r"--(\w+): (#[0-9a-f]+)")

BAR = re.compile(r'<svg class="b([1-4])')
"""A bar of a figure. Stylesheets do not reach into drawings here, so it is told its colour."""

BARS = ("accent", "sun", "edge", "good")
"""The colours of bars, as in the theme's figures.css."""


@cache
def missing() -> str:
    """Why WeasyPrint cannot be used, and the way out; '' when it can."""
    try:
        with catch_warnings(action="ignore"):  # what it is warned of is its own affair
            import_module("weasyprint")
    except ImportError:
        return "WeasyPrint is not installed; `pip install 'coursewright[pdf]'` brings it."
    except OSError as error:  # its libraries in C
        return f"WeasyPrint lacks a library of the system ({str(error).splitlines()[0]}): install Pango."
    return ""


def pdf(html: str, files: Mapping[str, str], colour: str) -> bytes:
    """``html`` as tagged PDF (PDF/UA-1) with bookmarks, in the theme's ``colour``; the same bytes for the same HTML,
    fonts and version of WeasyPrint.

    ``files`` gives the place on disk of each picture by its address in the HTML; nothing else is read, and no network.
    """
    weasyprint: Any = import_module("weasyprint")
    urls: Any = import_module("weasyprint.urls")
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)

    class Files(urls.URLFetcher):  # type: ignore[misc]
        """Finds the files of the course, and no others."""

        def fetch(self, url: str, headers: object = None) -> Any:
            del headers
            path = files.get(url.removeprefix(PLACE))
            if path is None:
                raise ValueError(f"{url} is not a file of the course")
            return urls.URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": _mime(path)})

    painted = BAR.sub(lambda found: f'<svg fill="{_colours(colour)[BARS[int(found[1]) - 1]]}" {found[0][5:]}', html)
    document = weasyprint.HTML(string=painted, base_url=PLACE, url_fetcher=Files())
    written: bytes = document.write_pdf(stylesheets=[_sheet(colour)], pdf_variant="pdf/ua-1")
    return written


def _mime(path: str) -> str:
    kinds = {".svg": "image/svg+xml", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
    return kinds.get(Path(path).suffix.lower(), "image/jpeg")


@cache
def _sheet(colour: str) -> Any:
    weasyprint: Any = import_module("weasyprint")
    return weasyprint.CSS(string=_theme(colour) + (templates() / "paper" / "paper.css").read_text("utf-8"))


@cache
def _theme(colour: str) -> str:
    """The colours of the theme as they are in the light."""
    home = templates() / "theme"
    files = (home / "core" / "10-tokens.css", home / "colours" / f"{colour}.css")
    return LIGHT.sub(r"\1", "".join(file.read_text("utf-8") for file in files))


@cache
def _colours(colour: str) -> dict[str, str]:
    return dict(NAMED.findall(_theme(colour)))
