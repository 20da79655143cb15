"""Video and audio: what it is and weighs in words, the browser's own player, which loads nothing before it is asked to,
and the transcript.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

from builder.model.text import Recording
from builder.render.dimensions import dimensions
from builder.render.numbers import numbers

if TYPE_CHECKING:
    from builder.render.writer import Writer

SHAPE = (640, 360)
"""Width and height of a video without a poster: nearly all are as wide as this."""

MEGABYTE = 1_000_000


def write_recording(w: Writer, node: Recording) -> str:
    """A figure: caption, player, transcript. Where the HTML may hold no player, its caption and its transcript."""
    w.styles.update(("figures", "media"))
    w.assets.update((node.source, *(track.source for track in node.tracks)))
    plays = "video" in w.profile.elements
    outer = w.profile.element("figure")
    inner = "figcaption" if outer == "figure" else "p"
    caption = f"<{inner}>{_caption(w, node)}</{inner}>"
    return f'<{outer} class="media">{caption}\n{_player(w, node) if plays else ""}{_transcript(w, node)}</{outer}>'


def _caption(w: Writer, node: Recording) -> str:
    """Its title, ``Video, 3 min, 4.2 MB``, and a link for those whose browser does not play it."""
    title = f"<b>{escape(node.title, quote=False)}</b> " if node.title else ""
    kind = w.t("Video") if node.kind == "video" else w.t("Audio")
    length = w.t("{n} min").replace("{n}", str(node.minutes)) if node.minutes else ""
    told = escape(", ".join(part for part in (kind, length, _weight(w, node)) if part), quote=False)
    href, link = escape(w.profile.file(node.source)), escape(w.t("Open the file"), quote=False)
    if not w.profile.themed:
        return f'{title}{told}. <a href="{href}">{link}</a>'
    of = f": {escape(node.title, quote=False)}" if node.title else ""
    hint = f'<span class="vh">{of} ({escape(w.t("opens in a new window"), quote=False)})</span>'
    return f'{title}{told}. <a class="out" href="{href}" target="_blank" rel="noopener">{link}{hint}</a>'


def _weight(w: Writer, node: Recording) -> str:
    """The size of the file as learners know it, '' where there is none."""
    asset = w.course.assets.get(node.source)
    try:
        size = Path(asset.file).stat().st_size if asset else 0
    except OSError:
        size = 0
    if not size:
        return ""
    write = numbers(w.profile.language).write
    if size < MEGABYTE // 10:
        return write(Decimal(-(-size // 1000)), 0, w.t("kB"))
    return write(Decimal(size) / MEGABYTE, 1, w.t("MB"))


def _player(w: Writer, node: Recording) -> str:
    name = escape(node.title or (w.t("Video") if node.kind == "video" else w.t("Audio")))
    look = ""
    if node.kind == "video":
        poster = w.course.assets.get(node.poster)
        width, height = (dimensions(poster.file) if poster else None) or SHAPE
        look = f' width="{width}" height="{height}"'
        if node.poster:
            w.assets.add(node.poster)
            look += f' poster="{escape(w.profile.file(node.poster))}"'
    tracks = "".join(
        [
            f'<track kind="captions" src="{escape(w.profile.file(track.source))}" srclang="{escape(track.language)}"'
            f' label="{escape(_own_name(track.language))}"{DEFAULT if track.language == w.profile.language else ""}/>'
            for track in node.tracks
        ]
    )
    source = escape(w.profile.file(node.source))
    return f'<{node.kind} controls="" preload="none" src="{source}" aria-label="{name}"{look}>{tracks}</{node.kind}>\n'


DEFAULT = ' default=""'


def _transcript(w: Writer, node: Recording) -> str:
    name, inner = escape(w.t("Transcript"), quote=False), w.blocks(node.transcript)
    if "details" in w.profile.elements:
        return f'<details class="box reveal"><summary>{name}</summary>\n{inner}\n</details>'
    return f'<div class="box reveal"><p class="box-t"><b>{name}</b></p>\n{inner}\n</div>'


def _own_name(language: str) -> str:
    """What a language calls itself; its code where nobody knows."""
    try:
        return Locale.parse(language, sep="-").get_language_name() or language
    except (UnknownLocaleError, ValueError):
        return language
