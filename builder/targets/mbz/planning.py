"""From a classroom to the plan of a backup: every line of the outline becomes modules, every name in a rule theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from builder.model import activity as a
from builder.model.outline import Classroom, Entry, Section
from builder.render.words import words
from builder.targets.banks import ID_LENGTH
from builder.targets.mbz.deliveries import Piece, pieces_of
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.plan import Completion, Content, Heading, Module, Plan, Room, Test
from builder.targets.mbz.resolve import resolved
from builder.targets.safe import line

USUAL = {
    "page": Completion(view=True),
    "book": Completion(view=True),
    "url": Completion(view=True),
    "files": Completion(view=True),
    "survey": Completion(send=True),
    "poll": Completion(send=True),
    "assignment": Completion(send=True),
    "collection": Completion(entries=1),
}
"""What completes an activity whose entry does not say, by its kind; nothing for the others."""


def plan_of(classroom: Classroom) -> Plan:
    """The plan of a classroom whose outline has been checked; lines that name nothing are passed over."""
    planner = _Planner(classroom)
    sections = [_front(classroom), *classroom.outline.sections]
    drafts = [(section, planner.section(section, number)) for number, section in enumerate(sections)]
    modules = [module for _, section in drafts for module in section]
    rooms = tuple(
        Room(section, number, resolved(section.opens, modules), tuple(_resolved(one, modules) for one in inner))
        for number, (section, inner) in enumerate(drafts)
    )
    named = set(classroom.outline.completes)
    completes = tuple(
        module.name
        for module in modules
        if (module.completion.is_automatic or (named and module.completion.manual))
        and (not named or named & {module.entry.name, module.entry.course, *module.parts})
    )
    return Plan(classroom, rooms, planner.pages, completes)


def _front(classroom: Classroom) -> Section:
    """Moodle's first section, which stands above the others even when it is empty: what the whole is. Without a title
    it would be called "General"."""
    title = words(classroom.language).gettext("About this course") if classroom.summary else classroom.title
    return Section(id="", title=title, summary=classroom.summary, entries=(), span=classroom.outline.span)


def _resolved(module: Module, modules: list[Module]) -> Module:
    return replace(module, opens=resolved(module.entry.opens, modules))


class _Planner:
    """One run of ``plan_of``: numbers modules and remembers where pages stand."""

    __slots__ = ("classroom", "count", "pages", "taken")

    def __init__(self, classroom: Classroom) -> None:
        self.classroom = classroom
        self.count = 0
        self.pages: dict[tuple[str, str], str] = {}
        self.taken: set[str] = set()

    def section(self, section: Section, number: int) -> tuple[Module, ...]:
        return tuple(module for entry in section.entries for module in self.entry(entry, number))

    def entry(self, entry: Entry, section: int) -> Iterator[Module]:
        """The modules of a line, in order."""
        course = self.classroom.courses.get(entry.course)
        activity = self.classroom.activities.get(entry.activity)
        if course is not None:
            for piece in pieces_of(course, entry.part):
                module = self._module(piece.content, piece.title, piece.name, entry, section, piece)
                self.pages.update(((course.folder, page), module.name) for page in piece.pages)
                yield module
        elif activity is not None:
            module = self._module(activity, activity.title, activity.id, entry, section)
            self.pages[self.classroom.commons.folder, activity.id] = module.name
            yield module

    def _module(  # noqa: PLR0913, PLR0917 - what a line, a piece and a place make together
        self, content: Content, title: str, name: str, entry: Entry, section: int, piece: Piece | None = None
    ) -> Module:
        self.count += 1
        usual = piece.completion if piece else USUAL.get(content.kind, Completion())  # type: ignore[union-attr]
        return Module(
            name=self._free(name),
            kind=_kind(content),
            title=line(title) or name,
            content=content,
            course=self.classroom.courses[entry.course] if piece else self.classroom.commons,
            entry=entry,
            opens=None,
            completion=usual if isinstance(content, Heading) else _completion(entry, usual),
            number=1000 + self.count,
            section=section,
            parts=_parts(entry.course, piece) if piece else (),
            weight=(piece.weight if piece else 1) * entry.weight,
        )

    def _free(self, name: str) -> str:
        """An idnumber that no other module has, as Moodle keeps only the first of a kind."""
        wanted = name if len(name) <= ID_LENGTH else f"{name[: ID_LENGTH - 9]}-{sha256(name.encode()).hexdigest()[:8]}"
        free, number = wanted, 1
        while free in self.taken:
            number += 1
            free = f"{wanted[: ID_LENGTH - 4]}-{number}"
        self.taken.add(free)
        return free


def _parts(folder: str, piece: Piece) -> tuple[str, ...]:
    tests = piece.pages if isinstance(piece.content, Test) else ()
    return tuple(f"{folder}/{name}" for name in dict.fromkeys((piece.lesson, *tests)))


def _kind(content: Content) -> str:
    if isinstance(content, a.Download):
        return "folder" if content.folder else "resource"
    return WRITERS[type(content)][0]


def _completion(entry: Entry, usual: Completion) -> Completion:
    """What an entry asks for; '' leaves it to the kind."""
    return {
        "": usual,
        "none": Completion(),
        "manual": Completion(manual=True),
        "view": Completion(view=True),
        "send": Completion(send=True),
        "grade": Completion(grade=True),
        "pass": Completion(passed=True),
        "entries": Completion(entries=entry.count),
        "posts": Completion(posts=entry.count),
    }[entry.completes]
