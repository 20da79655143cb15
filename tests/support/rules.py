"""docs/reference/rules.md, made of the validator's rules.

``python -m tests.support.rules`` rewrites it. It stands with the generators of the other pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from builder.validate.catalogue import AREAS, area_of, rules
from builder.validate.rule import Rule

FILE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rules.md"

HEAD = """\
# Rules for packages

Everything `coursewright validate` can say about a package, by the id of the rule; `coursewright explain P4` explains
one on the command line. An **error** is what platforms refuse or what learners lose; a **warning** is what some
platforms stumble over, or what well-known tools break and most platforms put up with; a **note** is worth knowing, and
nothing is wrong. Behind the severity stands where the rule is laid down; *customary* and *good practice* mean that no
specification does.

How to use the command: [Judge a package](../how-to/validate.md). This page is generated from the rules in
`builder/validate/`.
"""


def text() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_areas()))


def _areas() -> Iterator[str]:
    for area, title in AREAS.items():
        found = [rule for rule in rules().values() if area_of(rule) == area]
        if found:
            yield f"## {title}\n"
            yield from map(_entry, found)


def _entry(rule: Rule) -> str:
    where = f" *{rule.clause}.*" if rule.clause else ""
    return (
        f"### {rule.id}\n\n**{rule.severity.value.capitalize()}.**{where} {_safe(rule.explanation)}\n\n"
        f"```text\n{plain(rule.summary)}\n= {plain(rule.remedy)}\n```\n"
    )


def plain(template: str) -> str:
    """A summary or remedy with ``<name>`` for what an occurrence fills in."""
    return "".join(part + (f"<{name}>" if name else "") for part, name, _, _ in Formatter().parse(template))


def _safe(words: str) -> str:
    """Words with the names of elements and stars in them as code or escaped, for Markdown."""
    return words.replace("<", "&lt;").replace("*", "\\*")


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
