"""One file formatted: tidied, and its missing ids written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.diagnostics import Diagnostic
from builder.diagnostics import fmt_codes as codes
from builder.model.span import Span
from builder.source.fields import Fields
from builder.source.fmt.insert import insert_id, insert_key
from builder.source.fmt.names import Names, slug
from builder.source.fmt.same import is_same, is_same_fields
from builder.source.fmt.sheet import Sheet, Slot, read_sheet
from builder.source.fmt.tidy import PASSES, read_marks
from builder.source.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as ``fmt`` leaves it, and the ids it then has, in order ('' where one is still missing)."""

    text: str
    ids: tuple[str, ...]
    signs: tuple[str, ...] = ()
    """How each of the ids begins: what it names."""
    diagnostics: tuple[Diagnostic, ...] = ()


def format_page(path: str, text: str, names: Names, master: Formatted | None = None) -> Formatted:
    """The page ``path`` (relative to the courses) with its blanks tidied and its missing ids written.

    ``text`` has ``\\n`` as line ends. ``names`` makes the new ids; a translation takes them from ``master``, the same
    file in the source language. A change that would alter what the page means is not made.
    """
    sheet = read_sheet(path, text)
    if sheet is None:
        return _left(path, text, "its front matter cannot be read")
    tidied = _tidied(path, sheet)
    slots = tidied.slots
    found: list[Diagnostic] = []
    ids = _chosen(path, slots, names, master, found)
    lines = list(tidied.lines)
    for slot, name in zip(slots[1:], ids[1:], strict=True):
        if name and not slot.id:
            lines[slot.line] = insert_id(lines[slot.line], name)
    if ids[0] and not slots[0].id:
        lines = insert_key(lines, ids[0], 1)
    written = "\n".join(lines)
    if lines != tidied.lines:
        after = read_sheet(path, written)
        if after is None or not is_same(tidied, after) or [slot.id for slot in after.slots] != ids:
            return _left(path, "\n".join(tidied.lines), "its ids cannot be written without changing what it means")
    return Formatted(written, tuple(ids), tuple(slot.sign for slot in slots), tuple(found))


def format_lesson(path: str, text: str, names: Names, master: Formatted | None = None) -> Formatted:
    """The same for a ``lesson.yaml``."""
    fields = _yaml(path, text)
    if fields is None:
        return _left(path, text, "it cannot be read")
    tidied = text.rstrip("\n") + "\n"
    value = fields["id"].value if "id" in fields else None
    if value is not None:
        return Formatted(tidied, (str(value),), ("l-",))
    if master is not None:
        name = master.ids[0] if master.ids else ""
    else:
        title = fields["title"].value if "title" in fields else ""
        name = names.make("l-", slug(str(title)), _stem(PurePosixPath(path).parent.name))
    lines = tidied.split("\n")
    written = "\n".join(insert_key(lines, name, 1 if lines[0].rstrip() == "---" else 0)) if name else tidied
    after = _yaml(path, written)
    if after is None or not is_same_fields(fields, after):
        return _left(path, tidied, "its id cannot be written without changing what it means")
    return Formatted(written, (name,), ("l-",))


def _tidied(path: str, sheet: Sheet) -> Sheet:
    """The page after all passes; if they would change its meaning, after each that does not."""
    marks = read_marks(sheet)
    lines = sheet.lines
    for each in PASSES:
        lines = each(lines, marks)
    if lines == sheet.lines:
        return sheet
    together = _unless_changed(path, sheet, lines)
    if together is not sheet:
        return together
    for each in PASSES:
        sheet = _unless_changed(path, sheet, each(sheet.lines, read_marks(sheet)))
    return sheet


def _unless_changed(path: str, sheet: Sheet, lines: list[str]) -> Sheet:
    """The page of ``lines``, or ``sheet`` itself where that would mean something else."""
    after = read_sheet(path, "\n".join(lines)) if lines != sheet.lines else None
    if after is None or not is_same(sheet, after) or len(after.slots) != len(sheet.slots):
        return sheet
    return after


def _chosen(
    path: str, slots: Sequence[Slot], names: Names, master: Formatted | None, found: list[Diagnostic]
) -> list[str]:
    """The id of each slot: as written, taken over from the master, or made."""
    own = [slot.id for slot in slots]
    if all(own):
        return own
    if master is None or not master.ids:
        return _made(path, slots, names) if master is None else own
    own[0] = own[0] or master.ids[0]
    if _is_counterpart(slots, master):
        return [mine or theirs for mine, theirs in zip(own, master.ids, strict=True)]
    if not all(own):
        missing = next(slot for slot in slots[1:] if not slot.id)
        found.append(codes.COUNTERPART_DIFFERS.at(Span(path, missing.line + 1)))
    return own


def _made(path: str, slots: Sequence[Slot], names: Names) -> list[str]:
    first = slots[0]
    page = first.id or names.make(first.sign, slug(first.words), _stem(PurePosixPath(path).stem))
    stem = page.removeprefix("p-")
    made = [page]
    for number, slot in enumerate(slots[1:], 1):
        fallback = stem if slot.sign == "quiz-" else f"{stem}-{number}"
        made.append(slot.id or names.make(slot.sign, slug(slot.words), fallback))
    return made


def _is_counterpart(slots: Sequence[Slot], master: Formatted) -> bool:
    """Whether a translation has the same places for ids, and no id that belongs elsewhere."""
    return [slot.sign for slot in slots] == list(master.signs) and all(
        slot.id in ("", name) for slot, name in zip(slots[1:], master.ids[1:], strict=True)
    )


def _stem(name: str) -> str:
    """What a file's or folder's name says, its number left out."""
    return slug(name.lstrip("0123456789-_. "))


def _yaml(path: str, text: str) -> Fields | None:
    field, problems = read_yaml(text, path, 1)
    if problems or field is None or not isinstance(field.value, dict):
        return None
    return field.value


def _left(path: str, text: str, reason: str) -> Formatted:
    return Formatted(text, (), (), (codes.NOT_FORMATTED.at(Span(path, 0), reason=reason),))
