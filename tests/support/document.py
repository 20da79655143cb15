"""docs/reference/diagnostics.md, made of the catalogue and the fixtures.

``python -m tests.support.document`` rewrites it. It stands with the tests because the fixtures do.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import builder.diagnostics
from builder.diagnostics import DiagnosticCode
from builder.diagnostics.catalogue import catalogue
from builder.diagnostics.show import as_text
from tests.support.miniature import MINIATURE
from tests.support.outcome import fixtures_by_code, outcome

FILE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "diagnostics.md"
AROUND = 2
"""Lines shown before and after the one that is meant."""

HEAD = """\
# Diagnostics

Everything the tool can say about a course, by code. On the command line, `coursewright explain CODE` explains one.
An **error** keeps the course from being built; a **warning** does so under `--strict`; a **note** never does.
Each example comes from a test: what the author did, the lines in question, and what the tool says about them.

This page is generated from the texts in `builder/diagnostics/` and the examples in `tests/fixtures/diagnostics/`.
"""


def text() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_areas()))


def _areas() -> Iterator[str]:
    for title, codes in _by_area():
        yield f"## {title}\n"
        yield from (_entry(code) for code in codes)


def _by_area() -> list[tuple[str, list[DiagnosticCode]]]:
    """The codes by the module that holds them, with the first words of its docstring; in the order of the codes."""
    areas: list[tuple[str, list[DiagnosticCode]]] = []
    for module in iter_modules(builder.diagnostics.__path__):
        if module.name.endswith("_codes"):
            found = import_module(f"builder.diagnostics.{module.name}")
            codes = [code for code in catalogue().values() if any(value is code for value in vars(found).values())]
            title = (found.__doc__ or "").partition("\n")[0].rstrip(".").partition(" (``")[0].partition(": ``")[0]
            title = title.removeprefix("Codes of ").removeprefix("the ")
            areas.append((title[:1].upper() + title[1:], codes))
    return sorted(areas, key=lambda area: area[1][0].id)


def _entry(code: DiagnosticCode) -> str:
    parts = [f"### {code.id}", f"**{code.severity.value.capitalize()}.** {code.explanation}"]
    fixture = fixtures_by_code().get(code.id)
    parts += [fixture.story] if fixture else []
    if fixture is None or "command" in fixture.files:  # what a build of a course alone does not show
        parts.append(_block(f"{code.summary}\n= {code.remedy}"))
    else:
        found = next(one for one in outcome(code.id) if one.code is code)
        lines = _lines(code.id, found.span.path)
        if shown := _around(lines, found.span.line):
            parts.append(_block(shown))
        parts.append(_block(as_text(found, lambda _: lines)))
    return "\n\n".join(parts) + "\n"


def _lines(code: str, path: str) -> list[str]:
    data = fixtures_by_code()[code].files.get(path, MINIATURE.get(path, "").encode())
    return (data or b"").decode("utf-8", "replace").splitlines()


def _around(lines: list[str], line: int) -> str:
    """The lines around the one that is meant; of a file as a whole the first ones."""
    first = max(0, line - 1 - AROUND) if line else 0
    last = line + AROUND if line else 8
    shown = [one if len(one) <= 120 else one[:119] + "…" for one in lines[first:last]]
    return "\n".join("".join(sign if sign.isprintable() else "\ufffd" for sign in one) for one in shown).strip("\n")


def _block(content: str) -> str:
    fence = "```"
    while fence in content:
        fence += "`"
    return f"{fence}text\n{content}\n{fence}"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
