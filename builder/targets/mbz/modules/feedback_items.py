"""The rows of a survey: one a question, one a place of a ranking, and between them texts and page breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.activity import Survey
from builder.model.form import Choice, Item
from builder.targets.mbz.desk import Desk
from builder.targets.mbz.modules.asked import is_said, words_of
from builder.targets.mbz.modules.feedback_forms import form_of, option_text
from builder.targets.mbz.modules.feedback_names import ROOM, Names, names_of
from builder.targets.mbz.modules.sign import cut, signed

SILENT = ("label", "pagebreak")
"""Types nobody answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of ``feedback_item``."""

    number: int
    type: str
    name: str = ""
    label: str = ""
    """What answers are exported under."""
    presentation: str = ""
    options: str = ""
    required: bool = False
    depends: tuple[int, str] = (0, "")
    """Number of an earlier row, and the option chosen there, as it stands in that row."""

    @property
    def has_value(self) -> bool:
        return self.type not in SILENT


class Rows:
    """Writes the rows of one survey, in order."""

    def __init__(self, desk: Desk, survey: Survey) -> None:
        self.desk = desk
        self.notes = survey.page.footnotes
        self.items = {item.id: item for item in survey.items}
        self.numbers = {item.id: desk.number() for item in survey.items}
        self.gettext = desk.ledger.texts(desk.module.course).writer.t

    def __iter__(self) -> Iterator[Row]:
        page = 0
        for item in self.items.values():
            if page and item.page > page:
                yield Row(number=self.desk.number(), type="pagebreak")
            page = item.page
            yield from self._note(item) if item.kind == "note" else self._asked(item)

    def _note(self, item: Item) -> Iterator[Row]:
        number = self.numbers[item.id]
        title = self.desk.inline(item.title, "item", number)
        heading = self.desk.turned(f'<h3 class="h5">{title}</h3>') if title else ""
        text = heading + self.desk.html(item.help, "item", number, self.notes)
        yield self._label(item, number, text, item.id)

    def _asked(self, item: Item) -> Iterator[Row]:
        names, form = names_of(item, self.gettext), form_of(item)
        number = self.desk.number()
        if above := self._above(item, names, number):
            yield self._label(item, number, above)
        for place, name in enumerate(names.names, 1):
            yield Row(
                number=self.numbers[item.id] if place == 1 else self.desk.number(),
                type=form.type,
                name=name,
                label=item.id if len(names.names) == 1 else f"{item.id}.{place}",
                presentation=form.presentation,
                options=form.options,
                required=item.required,
                depends=self._depends(item),
            )

    def _above(self, item: Item, names: Names, number: int) -> str:
        """What the columns of a question have no room for, as HTML above it; '' mostly."""
        shown = [] if names.is_whole else [item.title]
        shown += [option.text for option in item.options if not _is_kept(option)]
        lines = "".join(f"<p>{self.desk.inline(text, 'item', number)}</p>" for text in shown)
        told = "" if names.is_told else self.desk.html(item.help, "item", number, self.notes)
        return self.desk.turned(lines) + told

    def _label(self, item: Item, number: int, html: str, label: str = "") -> Row:
        name = cut(words_of(item.title), ROOM)
        return Row(number=number, type="label", name=name, label=label, presentation=html, depends=self._depends(item))

    def _depends(self, item: Item) -> tuple[int, str]:
        """Moodle compares the text of an option, and not its place (``compare_value`` of the item's type)."""
        if item.when is None:
            return 0, ""
        asked = self.items[item.when.item]
        return self.numbers[asked.id], option_text(asked.options[item.when.option - 1])


def _is_kept(option: Choice) -> bool:
    return is_said(option.text) and option_text(option) == signed(words_of(option.text))
