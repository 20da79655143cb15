"""The look of our HTML in Moodle's themes: class names of Bootstrap, which Boost and Classic both bring."""

from __future__ import annotations

import re

BOXES = {"note": "alert alert-info", "keypoint": "alert alert-success"}
"""What our callouts are there; the others stand in a frame."""

_FRAME = "border rounded p-3 mb-3"
_BOX = re.compile(r'class="box ([a-z-]+)"')
_TABLE = re.compile(r"<table>")


_HEADING = re.compile(r"<h([2-6])")


def dressed(html: str) -> str:
    """``html`` as the renderer writes it without the theme, with the names Moodle's themes know."""
    html = _BOX.sub(lambda match: f'class="{BOXES.get(match[1], _FRAME)}"', html)
    html = _TABLE.sub('<div class="table-responsive"><table class="table table-bordered table-sm">', html)
    html = _HEADING.sub(lambda match: f'<h{match[1]} class="h{min(int(match[1]) + 2, 6)} mt-4"', html)
    html = html.replace("</table>", "</table></div>")
    html = html.replace('<p class="box-t">', '<p class="mb-1">').replace(
        "<blockquote>", '<blockquote class="blockquote">'
    )
    for picture in ("<img src=", '<img class="inline" src='):
        html = html.replace(picture, '<img class="img-fluid" src=')
    return html.replace("<figcaption>", '<figcaption class="small text-muted">')
