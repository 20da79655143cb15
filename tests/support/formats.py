"""docs/reference/formats.md, made of what the targets declare.

``python -m tests.support.formats`` rewrites it.
"""

from __future__ import annotations

from builder.targets.matrix import matrix
from builder.targets.registry import OWN
from tests.support.node import ROOT

FILE = ROOT / "docs" / "reference" / "formats.md"

HEAD = """\
# Formats

One source makes packages for many platforms, and formats differ in what they can hold. These tables say what each of
them does with what authors write. A build says the same of the course at hand: in a note for what a package is without,
whole with `coursewright build --losses`. Nothing is lost in silence: tests read each package back and hold it to this
page.

`--target NAME` builds a format, `targets: [...]` in programme.yaml sets those of a programme. Other distributions add
formats through the entry-point group `coursewright.targets`; `coursewright targets --matrix` prints the tables with
them.

"""


def text() -> str:
    """The whole page."""
    return HEAD + matrix(sorted(OWN, key=lambda own: own.name)) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
