"""Packages whose questions are hard to write down: signs of every format, long texts, pictures, many options."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from builder.model import question as q
from builder.model import text as t
from builder.model.course import Asset
from builder.model.package import Package
from tests.support import question_samples as s
from tests.support.question_samples import AT, asked, option, para, words

NASTY = (
    "{1:SHORTANSWER:=no}", "a ~b =c #d {e} :f \\g", "[[1]] [[2]]",
    "\\~ \\}", "x ]]> y", "<b>&amp;</b> 5 < 6 & 7 > 3", "%50%half",
    "=start", "[html]text", "{#1}", "#### general", "{T#a#b}", "&#126;&amp;&#58;", "it\u2019s \"q\"",
    "// no comment", "::n::",
    "\\n \\} \\#", "a#b~c}", "$CATEGORY: x", "AT&T}", "*", "5 \\* 3", "0",
)  # fmt: skip
"""Texts that are signs to some format."""


def nasty_questions() -> tuple[q.Question, ...]:
    """Each nasty text in every place of every type that holds it."""
    made: list[q.Question] = []
    for number, text in enumerate(NASTY):
        said = f"said {text}"
        name = f"q-{number}"
        options = (option(text, said, right=True), option(f"not {text}", said))
        gap = t.Gap((t.GapChoice(text, True),), True, AT)
        chosen = t.Gap((t.GapChoice(text, True), t.GapChoice(f"{text} not", False)), False, AT)
        two = t.Paragraph((t.Text(text), gap, t.Text(text), chosen), AT)
        one = t.Paragraph((t.Text(f"{text} "), chosen, t.Text(f" {text}")), AT)
        sample = asked(f"{name}-a", f"Title {text}", stem=text, feedback=said)
        made += [
            q.Single(**sample, options=options),
            q.Single(
                **{**sample, "id": f"{name}-k"}, options=(option(text, said), option(f"not {text}", said, right=True))
            ),
            q.Multiple(**{**sample, "id": f"{name}-b"}, options=(*options, option(f"also {text}", right=True))),
            q.Short(
                **{**sample, "id": f"{name}-c"},
                answers=(q.Accepted(text, para(said), AT),),
                wrong=(q.Accepted(f"{text} wrong", para(said), AT),),
            ),
            q.Matching(
                **{**sample, "id": f"{name}-d"},
                rows=(q.Row(words(text), 0, AT), q.Row(words(f"{text} 2"), 2, AT)),
                values=(words(text), words(f"{text} other"), words(f"{text} 2")),
            ),
            q.Ordering(
                **{**sample, "id": f"{name}-e"}, items=(q.Step(para(text), para(said), AT), q.Step(para("b"), (), AT))
            ),
            q.GapFill(**{**sample, "id": f"{name}-f"}, body=(two,), gaps=(gap, chosen)),
            q.GapFill(**{**sample, "id": f"{name}-g"}, body=(one,), gaps=(chosen,)),
            q.TrueFalse(**{**sample, "id": f"{name}-h"}, options=options, reasons=options, because=para(text)),
            q.Reflection(**{**sample, "id": f"{name}-i"}, model=para(text)),
            q.Numerical(
                **{**sample, "id": f"{name}-j"},
                answers=(q.Range(Decimal(1), Decimal("2.5"), para(said), AT),),
                unit=text,
            ),
        ]
    return tuple(made)


def many(right: int, wrong: int = 2) -> q.Multiple:
    """A multiple response with so many right options."""
    options = (*(option(f"right {n}", right=True) for n in range(right)), *(option(f"wrong {n}") for n in range(wrong)))
    return q.Multiple(**asked(f"q-many-{right}", f"{right} are right"), options=options)


def shared() -> q.GapFill:
    """Two gaps that choose among the same words."""
    gaps = tuple(
        t.Gap(tuple(t.GapChoice(text, not place) for place, text in enumerate(texts)), False, AT)
        for texts in (("red", "green", "blue"), ("green", "red", "blue"))
    )
    body = (t.Paragraph((t.Text("Stop is "), gaps[0], t.Text(" and go is "), gaps[1], t.Text(".")), AT),)
    return q.GapFill(**asked("q-shared", "Fill in"), body=body, gaps=gaps)


def long() -> q.Matching:
    """Values longer than a database takes, and one that is a picture without words."""
    picture = t.Image("media/maps/a b.svg", "", "", AT)
    values = (words("x" * 400), words("&" * 190), (picture,), words("y"))
    rows = tuple(q.Row(words(f"row {n}"), n, AT) for n in range(3))
    return q.Matching(**asked("q-long", "Match " + "long " * 80), rows=rows, values=values)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def pictured() -> q.Single:
    """Pictures in the stem, in an option, in feedback: each must be where it is shown."""
    stem = (t.Picture(t.Image("media/maps/a b.svg", "A map", "", AT), AT),)
    inline = t.Paragraph((t.Text("This "), t.Image("media/sign.svg", "a sign", "", AT)), AT)
    options = (q.Option((inline,), True, (inline,), AT), option("Other"))
    return q.Single(**{**asked("q-pictured", "Look"), "stem": stem}, options=options)


def package_of(*questions: q.Question, language: str = "en", role: str = "test", **rules: object) -> Package:
    """A package that asks these, in a test; its pictures are on disk."""
    package = s.package(s.page(s.quiz("quiz-1", role, questions, **rules)), language=language)
    assets = {}
    for path in ("media/maps/a b.svg", "media/sign.svg"):
        file = Path(_folder().name) / path.replace("/", "-")
        file.write_bytes(SVG.replace(b"0 0 1 1", f"0 0 {len(path)} 1".encode()))
        assets[path] = Asset(path, str(file))
    return replace(package, course=replace(package.course, assets=assets))


def every_package() -> dict[str, Package]:
    """What targets for question banks are held against."""
    return {
        "samples": package_of(*s.every_type()),
        "nasty": package_of(*nasty_questions()),
        "hard": package_of(*(many(n) for n in (1, 3, 7, 10, 12, 20, 22)), shared(), long(), pictured()),
        "arabic": package_of(*s.every_type(), pictured(), language="ar"),
    }
