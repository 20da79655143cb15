"""Pages with the words of a real person."""

from __future__ import annotations

from builder.model import text as t
from builder.model.span import Span
from builder.render.profile import Profile
from builder.render.writer import Writer
from builder.targets.imscc.plain import Plain
from tests.render.sample import sample

AT = Span("c/en/p.md", 0)


def written(node: t.Testimony, language: str = "en") -> str:
    return str(Writer(sample(language).course, Profile(language=language)).blocks((node,)))


def test_a_voice_comes_with_its_consent_and_licence() -> None:
    html = written(t.Testimony("Amina <D.>", "exporter", "2026-05-14", "CC BY 4.0", placeholder=False, span=AT))
    assert "<b>Testimony</b>" in html
    assert "<strong>Amina &lt;D.&gt;</strong>, exporter" in html
    assert "14 May 2026. CC BY 4.0" in html


def test_a_placeholder_says_that_nobody_speaks() -> None:
    html = written(t.Testimony("", "", "", "", placeholder=True, span=AT))
    assert "<b>Placeholder</b>" in html
    assert "No real person speaks here." in html


def test_formats_without_a_theme_say_it_too() -> None:
    node = t.Testimony("", "", "", "", placeholder=True, span=AT)
    assert "No real person speaks here." in repr(Plain(sample("en").course).blocks((node,)))
