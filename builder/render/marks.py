"""The mark of a course: a small figure that tells modules apart, drawn from a family of one language.

Every figure stands on a field of 16 units, in parts with a unit between them, so that it reads at 16 px and in one
colour. Each is unlike itself when it is turned.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from builder.model.course import Course
from builder.resources import templates
from builder.state.keys import key_of

MAIN, SECOND, THIRD = "", "m2", "m3"
"""The tones of the theme: the accent, the second colour, the accent at half strength."""

FAMILY: dict[str, tuple[tuple[str, str], ...]] = {
    "sail": (
        (MAIN, "M0 16V8a8 8 0 0 1 7.5-8v16z"),
        (SECOND, "M8.5 0H16v7.5A7.5 7.5 0 0 1 8.5 0z"),
        (THIRD, "M8.5 8.5H16V16H8.5z"),
    ),
    "steps": ((MAIN, "M0 11h4.7v5H0z"), (THIRD, "M5.7 5.5h4.6V16H5.7z"), (SECOND, "M11.3 0H16v16h-4.7z")),
    "gate": ((MAIN, "M0 16V8a8 8 0 0 1 16 0v8h-4.5V8a3.5 3.5 0 0 0-7 0v8z"), (SECOND, "M5.7 11h4.6v5H5.7z")),
    "arcs": (
        (SECOND, "M0 11a5 5 0 0 1 5 5H0z"),
        (MAIN, "M0 6a10 10 0 0 1 10 10H6.3A6.3 6.3 0 0 0 0 9.7z"),
        (THIRD, "M0 1a15 15 0 0 1 15 15h-3.7A11.3 11.3 0 0 0 0 4.7z"),
    ),
    "hill": ((MAIN, "M0 16a8 8 0 0 1 16 0z"), (SECOND, "M12.5 0a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z")),
    "flag": ((MAIN, "M0 0h4v16H0z"), (SECOND, "M5.2 0H16l-3.8 4.8L16 9.5H5.2z")),
    "share": ((MAIN, "M8.6 0a7.7 7.7 0 1 1-8.6 8.6h8.6z"), (SECOND, "M7.4 0v7.4H0A7.4 7.4 0 0 1 7.4 0z")),
    "fan": (
        (MAIN, "M0 0h7.5A7.5 7.5 0 0 1 0 7.5z"),
        (SECOND, "M8.5 0H16a7.5 7.5 0 0 1-7.5 7.5z"),
        (THIRD, "M0 8.5h7.5A7.5 7.5 0 0 1 0 16z"),
    ),
    "bricks": (
        (MAIN, "M0 0h9.5v7.5H0z"),
        (SECOND, "M10.5 0H16v7.5h-5.5z"),
        (THIRD, "M0 8.5h5.5V16H0z"),
        (MAIN, "M6.5 8.5H16V16H6.5z"),
    ),
    "ring": ((MAIN, "M7.5 0a8 8 0 1 0 8.5 8.5h-4.5a3.5 3.5 0 1 1-4-4z"), (SECOND, "M9.5 0H16v6.5H9.5z")),
    "kite": ((MAIN, "M0 0h14.5L0 14.5z"), (SECOND, "M16 6v10H6z")),
    "pillar": ((MAIN, "M0 0h16v5H0z"), (SECOND, "M5.5 6h5v10h-5z")),
    "seed": ((MAIN, "M0 0a16 16 0 0 1 16 16A16 16 0 0 1 0 0z"), (SECOND, "M16 0v5.5A5.5 5.5 0 0 1 10.5 0z")),
    "bridge": (
        (MAIN, "M0 16V8a3.7 3.7 0 0 1 7.5 0v8z"),
        (SECOND, "M8.5 16V8A3.7 3.7 0 0 1 16 8v8z"),
        (THIRD, "M0 0h16v3.2H0z"),
    ),
    "funnel": ((MAIN, "M0 0h16L8 8z"), (SECOND, "M2 16a6 6 0 0 1 12 0z")),
    "wheel": (
        (MAIN, "M0 7.5A7.5 7.5 0 0 1 7.5 0v7.5z"),
        (MAIN, "M8.5 8.5H16A7.5 7.5 0 0 1 8.5 16z"),
        (SECOND, "M12.2.5a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6z"),
    ),
}
"""Name -> its parts, each a tone and a path."""

TURNS = 4


def mark(course: Course) -> Markup:
    """The course's mark as SVG: the one it names (``mark:``), or the one of its code."""
    name, turn = (course.mark, 0) if course.mark else mark_of(course.code or course.id)
    return draw(name, turn)


def mark_of(code: str) -> tuple[str, int]:
    """Name and quarter turns of the mark of a code. Codes that differ in their last number alone have the same mark
    only where 64 or a multiple of it lies between the numbers.
    """
    number = re.search(r"\d+(?=\D*$)", code)
    head = code[: number.start()] if number else code
    place = (key_of(head) if head else 0) + (int(number[0][-6:]) if number else 0)
    turn, at = divmod(place % (len(FAMILY) * TURNS), len(FAMILY))
    return list(FAMILY)[at], turn


def icon(course: Course) -> bytes:
    """The mark as a picture by itself, in the light colours of the theme."""
    own = f"colours/{course.colour}"
    accent, sun = _colour(own, "accent"), _colour(own, "sun") or _colour("core/10-tokens", "sun")
    svg = str(mark(course)).replace(' class="mark"', f' xmlns="http://www.w3.org/2000/svg" fill="{accent}"')
    svg = svg.replace(f' class="{SECOND}"', f' fill="{sun}"').replace(f' class="{THIRD}"', ' opacity=".55"')
    return svg.encode()


def _colour(file: str, name: str) -> str:
    """The light value of a colour in a file of the theme, '' if it is not there."""
    text = (templates() / "theme" / f"{file}.css").read_text("utf-8")
    found = re.search(rf"--{name}: var\(--L, (#\w+)\)", text)
    return found[1] if found else ""


def draw(name: str, turn: int = 0) -> Markup:
    """A mark of the family, turned by so many quarters."""
    paths = "".join(f'<path class="{tone}" d="{d}"/>' if tone else f'<path d="{d}"/>' for tone, d in FAMILY[name])
    if turn:
        paths = f'<g transform="rotate({90 * turn} 8 8)">{paths}</g>'
    svg = f'<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{paths}</svg>'
    return Markup(svg)  # noqa: S704 - our own figures
