"""Where one module is written, and what its writer hands over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.model.text import Blocks, Footnote, Inlines
from builder.targets.mbz.dress import dressed, turned
from builder.targets.mbz.files import Area
from builder.targets.mbz.ledger import EVENING, Ledger
from builder.targets.mbz.plan import Module
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.xml import Element, Value

HTML = 1
"""Moodle's number of the format of HTML texts."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What a module puts into the gradebook. ``passing`` on the scale of ``most``; 0 for none."""

    most: float = 100
    passing: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A module's own file: the row of its table, beside ``name``, and what belongs to it."""

    fields: Mapping[str, Value]
    children: tuple[Element, ...] = ()
    grade: Grade | None = None
    cells: Mapping[str, Value] = field(default_factory=dict)
    """Of ``module.xml``, over what the assembler writes there."""
    users: bool = False
    """Something in it counts as users' data for Moodle, such as entries of a glossary."""
    withheld: tuple[str, ...] = ()
    """Capabilities that learners do not have in it; only with ``users``, as else no role is known."""


class Desk:
    """A module being written: texts whose files go where they belong, numbers, moments, other modules."""

    __slots__ = ("bank", "categories", "files", "ledger", "module")

    def __init__(self, ledger: Ledger, bank: Bank, module: Module) -> None:
        self.ledger = ledger
        self.bank = bank
        self.module = module
        self.files: list[int] = []
        """Numbers of the files that the module's inforef lists."""
        self.categories: list[int] = []
        """Numbers of the question categories that it lists: all above and below those it uses."""

    def html(self, blocks: Blocks, area: str = "intro", item: int = 0, notes: Iterable[Footnote] = ()) -> str:
        """Blocks as HTML, the pictures they show put into ``area``."""
        texts = self.ledger.texts(self.module.course)
        texts.writer.footnotes = tuple(notes)
        return self.turned(dressed(self.settle(texts.html(blocks), area, item)))

    def inline(self, nodes: Inlines, area: str = "intro", item: int = 0) -> str:
        """Inline nodes as HTML, their pictures put into ``area``."""
        return self.settle(self.ledger.texts(self.module.course).inline(nodes), area, item)

    def settle(self, html: str, area: str, item: int = 0) -> str:
        """Put the pictures that were written since the last call into ``area``."""
        for entry in self.ledger.texts(self.module.course).take_files():
            self.file(area, item, entry.path.removeprefix("media/"), entry.data)
        return html

    def keep(self, assets: Iterable[str], area: str, item: int = 0) -> None:
        """Put the course's files of these paths (``media/map.svg``) into ``area``; one that cannot be read is left
        out, as the checks have reported it."""
        found = ((path, self.module.course.assets.get(path)) for path in sorted(assets))
        for path, asset in found:
            if asset and Path(asset.file).is_file():
                self.file(area, item, path.removeprefix("media/"), Path(asset.file).read_bytes())

    def turned(self, html: str) -> str:
        """``html`` from right to left where the language of its course is."""
        return turned(html, self.module.course.language)

    def file(self, area: str, item: int, path: str, data: bytes) -> int:
        """Put a file into an area of the module; its number."""
        where = Area(self.module.context, f"mod_{self.module.kind}", area, item)
        number = self.ledger.files.add(where, path, data)
        if number not in self.files:
            self.files.append(number)
        return number

    def number(self) -> int:
        """An old id that nothing else in the backup has."""
        return self.ledger.number()

    def moment(self, seconds: int | None) -> int:
        """A time of the outline as Moodle keeps it; 0 for none."""
        return self.ledger.moment(seconds)

    def due(self, seconds: int | None) -> int:
        """The same for the end of a day."""
        return self.ledger.moment(seconds, EVENING)
