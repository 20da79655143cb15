"""Texts, numbers and paths as Moodle's files write them."""

from __future__ import annotations

import html as html_module
import re
from decimal import Decimal, InvalidOperation

DIGITS = 28
"""Of a number, and of its exponent: more than any quantity has, fewer than would slow anybody down."""

_CONTEXT = re.compile(r"\$[a-z]+\$")


def path_of(text: str) -> tuple[str, ...]:
    """The names in a category's path, without its context and ``top``; a doubled slash is one in a name."""
    names = [html_module.unescape(part.replace("//", "/")).strip() for part in re.split(r"(?<!/)/(?!/)", text)]
    if names and _CONTEXT.fullmatch(names[0]):
        names = names[1:]
    return tuple(name for name in (names[1:] if names[:1] == ["top"] else names) if name)


def number_of(text: str | None) -> Decimal | None:
    """A number as such files write it, or None."""
    try:
        number = Decimal((text or "")[:100].strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    is_sane = len(number.as_tuple().digits) <= DIGITS and (not number or abs(number.adjusted()) <= DIGITS)
    return number if is_sane else None


def as_html(text: str, form: str) -> str:
    """A text of another format as HTML."""
    if form == "plain_text":
        return "<br>".join(html_module.escape(line, quote=False) for line in text.splitlines())
    if form == "markdown":
        from markdown_it import MarkdownIt  # noqa: PLC0415 - hardly a file has any

        return str(MarkdownIt("commonmark", {"html": True}).render(text))
    if form == "moodle_auto_format" and "<p" not in text:
        return "<br>".join(text.splitlines())
    return text
