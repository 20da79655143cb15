"""The look of our HTML in Moodle's themes: class names of Bootstrap, which Boost and Classic both bring, and the
direction of its language."""

from __future__ import annotations

import re
from html import escape

from builder.render.numbers import numbers

BOXES = {"note": "alert alert-info", "keypoint": "alert alert-success"}
"""What our callouts are there; the others stand in a frame."""

_FRAME = "border rounded p-3 mb-3"
_BOX = re.compile(r'class="box ([a-z-]+)"')
_INNER = re.compile(r'(?<=<)(div|details)( class="box .*?)(?=\n</\1>)', re.DOTALL)
_LAST = re.compile(r"<(p|ul|ol)>((?:(?!<\1>).)*</\1>)\Z", re.DOTALL)
_TABLE = re.compile(r"<table>")
_HEADING = re.compile(r"<h([2-6])")


def dressed(html: str) -> str:
    """``html`` as the renderer writes it without the theme, with the names Moodle's themes know."""
    # The room below the last text of a box would be added to the box's own.
    html = _INNER.sub(lambda box: _LAST.sub(r'<\1 class="mb-0">\2', box[0]), html)
    html = _BOX.sub(lambda match: f'class="{BOXES.get(match[1], _FRAME)}"', html)
    # What scrolls sideways must be reached by the keyboard.
    html = _TABLE.sub('<div class="table-responsive" tabindex="0"><table class="table table-bordered table-sm">', html)
    html = _HEADING.sub(lambda match: f'<h{match[1]} class="h{min(int(match[1]) + 2, 6)} mt-4"', html)
    html = html.replace("</table>", "</table></div>")
    html = html.replace('<p class="box-t">', '<p class="mb-1">').replace(
        "<blockquote>", '<blockquote class="blockquote">'
    )
    for picture in ("<img src=", '<img class="inline" src='):
        html = html.replace(picture, '<img class="img-fluid" src=')
    html = html.replace(' class="end"', ' class="text-right text-end"')
    html = html.replace('<a class="back" ', '<a class="back d-inline-block px-2 py-1" ')
    return html.replace("<figcaption>", '<figcaption class="small">')


def turned(html: str, language: str) -> str:
    """``html`` from right to left where its language is: Moodle turns it only with the language installed."""
    if not html or numbers(language).direction != "rtl":
        return html
    return f'<div dir="rtl" lang="{escape(language)}" class="text-right text-end">{html}</div>'
