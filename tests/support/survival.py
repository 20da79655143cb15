"""docs/explanation/what-survives.md, made of the tests in tests/browser/faults.

Each test there carries a row that says what goes wrong, what the learner sees and what becomes of the work.
``python -m tests.support.survival`` rewrites the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "explanation" / "what-survives.md"
TESTS = "tests.browser.faults"

NAMES = {"scorm12": "1.2", "scorm2004": "2004", "none": "web"}
"""How the page calls the formats."""

HEAD = """\
# What survives

What happens to learners' work when something goes wrong, for those who run the learning platform.
How saving works in general: [How learners' work is kept](learners-work.md).

The rule behind every row: **an answer for which the bar has said *Saved* is on the server.**
What is not there yet stays in the browser, and the bar says *Not saved yet* until it has arrived.

Each row is a test that is run in a real browser against a platform that behaves as Moodle does, in the formats named
in the last column (1.2 and 2004: SCORM packages; web: the web edition, which keeps everything on the device).
At the end of each test, every answer that was called *Saved* is looked for in the record.
This page is generated from those tests.
"""

TAIL = """\
## What does not survive

- **Work that is *Not saved yet*, on a device that forgets.** Whoever clears the browser's data, works in a private
  window, or never comes back to that device and browser, loses what had not been sent. So does a browser that
  forbids storage, once its window is closed.
- **The same question answered on two devices.** Both pieces of work are united, but a question has one answer: one
  that was *Not saved yet* counts as the newer one.
- **Two devices in use within ten minutes of each other, the course open on both.** A window looks for work from
  elsewhere at its start and after a pause. Without a pause it saves what it knows, and the last save counts. What the
  other window knew comes back when that window saves again.
- **Two windows of a browser that forbids its storage,** or of a platform that gives the learner no name, do not know
  of each other. The last save counts.
- **A new attempt.** When the platform begins a new attempt, it hands over an empty record. The old one is still in
  its reports.
- **A record that the platform itself loses or damages.** It cannot be read back from anywhere else; only what the
  browser had not yet sent is still there.
- **Reflections and notes** are in the browser only, by design.
- **Answers to questions that were taken out of the course** stay in the record, but nobody sees them any more.
"""

TABLE = "| What happens | What the learner sees | What becomes of the work | Formats |\n|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """What one test shows."""

    group: str
    what: str
    """What goes wrong."""
    sees: str
    """What the learner sees."""
    work: str
    """What becomes of the work."""
    formats: tuple[str, ...]


def rows() -> list[Row]:
    """The rows of all tests, in their order in the modules, by the name of the module."""
    package = import_module(TESTS)
    modules = [module.name for module in iter_modules(package.__path__) if module.name.startswith("test_")]
    found = []
    for name in sorted(modules):
        values = vars(import_module(f"{TESTS}.{name}")).values()
        found += [value.row for value in values if hasattr(value, "row")]
    return found


def text() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_groups(), TAIL))


def _groups() -> Iterator[str]:
    groups: dict[str, list[Row]] = {}
    for row in rows():
        groups.setdefault(row.group, []).append(row)
    for group, members in groups.items():
        yield f"## {group}\n\n{TABLE}"
        for row in members:
            yield f"| {row.what} | {row.sees} | {row.work} | {', '.join(NAMES[name] for name in row.formats)} |"
        yield ""


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
