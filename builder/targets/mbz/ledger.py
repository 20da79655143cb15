"""What the writers of one backup share: files, numbers, the bank, and the texts of each course."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from urllib.parse import quote

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.targets.base import Context
from builder.targets.fragments import Fragments
from builder.targets.mbz.files import Files
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import COURSE, Module, Plan
from builder.targets.moodlexml.sheet import address

DAY, HOUR = 86400, 3600
EVENING = 22
"""The hour at which something is due that is due on a day."""


class Ledger:
    """One backup in the making."""

    __slots__ = ("_number", "_texts", "context", "diagnostics", "files", "packages", "plan", "start")

    def __init__(self, plan: Plan, context: Context) -> None:
        self.plan = plan
        self.context = context
        self.files = Files()
        self.diagnostics: list[Diagnostic] = []
        self.packages: list[Entry] = []
        """The SCORM packages, for whoever replaces one of them in the restored course."""
        self.start = midnight(plan.classroom.outline.start)
        """The first day as seconds since 1970: all dates are counted from it, and restoring moves them together."""
        self._number = 100_000
        self._texts: dict[str, Fragments] = {}

    def number(self) -> int:
        """An old id that nothing else has."""
        self._number += 1
        return self._number

    def moment(self, seconds: int | None, hour: int = 1) -> int:
        """A time of the outline as Moodle keeps it; 0 for none. Whole days are meant from one in the morning, or from
        ``hour``: restoring moves moments by seconds, and where clocks change midnight would become the day before."""
        if seconds is None:
            return 0
        return self.start + seconds + (hour * HOUR if seconds % DAY == 0 else 0)

    def texts(self, course: Course) -> Fragments:
        """Writes pieces of ``course`` as HTML; links to pages lead to the modules that show them."""
        if course.folder not in self._texts:
            self._texts[course.folder] = Fragments(course, address, link=self.link(course))
        return self._texts[course.folder]

    def address_of(self, module: Module) -> str:
        """What restoring turns into the address of a module's page; of one without, the course's."""
        if module.kind == "label":
            return f"$@COURSEVIEWBYID*{COURSE}@$"
        return f"$@{module.kind.upper()}VIEWBYID*{module.number}@$"

    def link(self, course: Course) -> Callable[[str], str | None]:
        """Turns a link's target inside ``course`` into the address of the module that shows it; None for none. Terms
        lead to the glossary, where there is one."""
        terms = next((module for module in self.plan.modules if module.kind == "glossary"), None)
        shown = {page.path: page.id for page in course.pages}

        def link(target: str) -> str | None:
            if target.startswith(("http:", "https:", "mailto:", "tel:")):
                return target
            if target.startswith("glossary:"):
                term = course.glossary.get(target.partition(":")[2])
                return f"{self.address_of(terms)}&mode=term&hook={quote(named(term.term))}" if terms and term else None
            name = self.plan.pages.get((course.folder, shown.get(target.partition("#")[0], "")))
            return self.address_of(self.plan.by_name[name]) if name else None

        return link


def midnight(day: str) -> int:
    """The first second of a day (ISO 8601) in UTC, as seconds since 1970."""
    at = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    return int(at.timestamp())
