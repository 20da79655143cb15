"""The theme: enough contrast in both modes and every colour, logical sides, nothing from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builder.archive import Entry
from builder.render.bundle import shared_files
from builder.resources import templates
from tests.render.sample import sample

COLOURS = ("teal", "indigo", "plum", "rust", "moss", "ochre")
TOKEN = re.compile(r"--([\w-]+):\s*var\(--L, (#\w+)\) var\(--D, (#\w+)\)")

TEXT, SHAPE = 4.5, 3.0
"""Least contrast of text and of what is no text (WCAG 2.2, 1.4.3 and 1.4.11)."""

PAIRS = [
    *[("ink", ground, TEXT) for ground in ("paper", "band", "tint", "good-band", "bad-band")],
    *[("soft", ground, TEXT) for ground in ("paper", "band")],
    *[("accent", ground, TEXT) for ground in ("paper", "band", "tint", "good-band", "bad-band")],
    ("on", "accent", TEXT),
    ("good", "good-band", TEXT),
    ("good", "paper", TEXT),
    ("bad", "bad-band", TEXT),
    ("bad", "paper", TEXT),
    *[("edge", ground, SHAPE) for ground in ("paper", "band")],
]


def theme(colour: str) -> list[Entry]:
    styles = {file.stem for file in (templates() / "theme").glob("*.css")}
    return shared_files(replace(sample().course, colour=colour), "{}", "none", styles=styles)


def tokens(colour: str, mode: int) -> dict[str, str]:
    folder = templates() / "theme"
    files = ("core/10-tokens.css", "quiz.css", f"colours/{colour}.css")
    text = "".join((folder / file).read_text("utf-8") for file in files)
    return {name: (light, dark)[mode] for name, light, dark in TOKEN.findall(text)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("colour", COLOURS)
def test_contrast(colour: str, mode: int) -> None:
    found = tokens(colour, mode)
    low = {f"{f} on {g}": round(c, 2) for f, g, least in PAIRS if (c := contrast(found[f], found[g])) < least}
    assert low == {}
    assert contrast(found["accent"], found["sun"]) >= 1.3, "the two colours of figures"


@pytest.mark.parametrize("colour", COLOURS)
def test_theme_carries_only_its_colour(colour: str) -> None:
    css = dict(theme(colour))["cw/theme.css"].decode()
    assert re.findall(r"\[data-colour=\"(\w+)\"\]", css) == [colour]
    assert "--D: ;" in css, "an empty property needs its blank"


@pytest.mark.parametrize("name", ["theme.css", "figures.css", "lists.css"])
def test_sides_are_logical(name: str) -> None:
    css = dict(theme("teal"))[f"cw/{name}"].decode()
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|float:", css) == []
    assert re.findall(r"(?<![-\w])(?:left|right):", css) == []


def test_modes() -> None:
    css = b"".join(data for path, data in theme("teal") if path.endswith(".css")).decode()
    for mode in ("forced-colors:active", "prefers-reduced-motion", "@media print", "prefers-color-scheme:dark"):
        assert mode in css
    assert re.search(r"\[data-size=.?2.?\]", css)
