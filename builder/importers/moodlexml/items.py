"""The ``question`` elements of a Moodle XML file as items (``question/format/xml/format.php``)."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from lxml import etree

from builder.importers.bank.forms import number_of, path_of
from builder.importers.bank.item import GAP, Answer, Field, Item, Rich
from builder.importers.moodlexml.cloze import cloze_of
from builder.importers.moodlexml.texts import rich_of, text_in
from builder.model.span import Span

SYNONYMS = {"matching": "match", "multianswer": "cloze"}
FORMS = {
    "multichoice": "choice",
    "truefalse": "truefalse",
    "shortanswer": "typed",
    "numerical": "number",
    "match": "match",
    "ordering": "order",
    "cloze": "fields",
    "gapselect": "fields",
    "ddwtos": "fields",
    "essay": "essay",
    "description": "description",
}
"""Moodle's types by name, as kinds of items; a type that is not here has no form with us."""

_PLACE = re.compile(r"\[\[([1-9][0-9]{0,3})\]\]")


def items_of(root: etree._Element, name: str) -> tuple[list[Item], dict[tuple[str, ...], str]]:
    """The items of a file in its order, and what its categories are about, by their names."""
    items: list[Item] = []
    texts: dict[tuple[str, ...], str] = {}
    category: tuple[str, ...] = ()
    for element in root.iterchildren("question"):
        kind = SYNONYMS.get(element.get("type", ""), element.get("type", ""))
        if kind == "category":
            category = path_of(text_in(element.find("category")))
            if about := text_in(element.find("info")):
                texts[category] = about
            continue
        items.append(_item(element, kind, category, name))
    return items, texts


def _item(element: etree._Element, kind: str, category: tuple[str, ...], name: str) -> Item:
    """What all types have, and then what the type adds."""
    line = element.sourceline
    tags = element.findall("tags/tag") + element.findall("coursetags/tag")
    item = Item(
        kind=FORMS.get(kind, kind[:40] or "without a name"),
        name=html_module.unescape(text_in(element.find("name"))),
        text=rich_of(element.find("questiontext")),
        span=Span(name, line if isinstance(line, int) else 0),
        category=category,
        general=rich_of(element.find("generalfeedback")),
        points=number_of(element.findtext("defaultgrade")),
        id=(element.findtext("idnumber") or "").strip(),
        tags=tuple(text_in(tag) for tag in tags),
    )
    add = ADDS.get(kind)
    item = add(element, item) if add else item
    if item.is_ours:
        return item
    return replace(item, extras=(*item.extras, *_extras(element)))


def _extras(element: etree._Element) -> list[str]:
    """What has no place with us."""
    found = [
        ("hints between tries", any(text_in(hint) for hint in element.iterchildren("hint"))),
        (
            "texts for right, partly right and wrong answers",
            any(text_in(element.find(f"{name}feedback")) for name in ("correct", "partiallycorrect", "incorrect")),
        ),
    ]
    return [what for what, there in found if there]


def _says_yes(text: str | None) -> bool:
    return (text or "").strip() not in ("", "0", "false")


def _answers(element: etree._Element) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            rich_of(answer, own=True),
            number_of(answer.get("fraction")) or Decimal(0),
            rich_of(answer.find("feedback")),
            number_of(answer.findtext("tolerance")),
        )
        for answer in element.iterchildren("answer")
    )


def _plain_answers(element: etree._Element) -> tuple[Answer, ...]:
    """Answers that are typed: their text is no HTML, whatever the file calls it."""
    answers = zip(element.iterchildren("answer"), _answers(element), strict=True)
    return tuple(replace(read, body=Rich(text_in(answer) or (answer.text or "").strip())) for answer, read in answers)


def _choice(element: etree._Element, item: Item) -> Item:
    single, shuffle = element.findtext("single"), element.findtext("shuffleanswers")
    return replace(
        item,
        answers=_answers(element),
        single=single is None or _says_yes(single),
        shuffle=None if shuffle is None or _says_yes(shuffle) else False,
    )


def _truefalse(element: etree._Element, item: Item) -> Item:
    """True before false; files of old versions name neither and have them in this order."""
    answers = list(zip(element.iterchildren("answer"), _answers(element), strict=True))
    if [text_in(answer) for answer, _ in answers] == ["false", "true"]:
        answers.reverse()
    return replace(item, answers=tuple(read for _, read in answers))


def _typed(element: etree._Element, item: Item) -> Item:
    return replace(item, answers=_plain_answers(element), case=_says_yes(element.findtext("usecase")))


def _number(element: etree._Element, item: Item) -> Item:
    units = [
        ((unit.findtext("unit_name") or "").strip(), number_of(unit.findtext("multiplier")))
        for unit in element.findall("units/unit")
    ]
    own = next((name for name, factor in units if factor in (None, 1)), "")
    extras = ("other units of a number",) if len(units) > 1 else ()
    graded = number_of(element.findtext("unitgradingtype")) or 0
    differences = ("a wrong or missing unit costs nothing",) if graded and units else ()
    return replace(
        item, answers=_plain_answers(element), unit=own, extras=(*item.extras, *extras), differences=differences
    )


def _match(element: etree._Element, item: Item) -> Item:
    pairs = tuple(
        (rich_of(part, own=True), html_module.unescape(text_in(part.find("answer"))))
        for part in element.iterchildren("subquestion")
    )
    return replace(item, pairs=pairs)


def _order(element: etree._Element, item: Item) -> Item:
    differences = []
    if (element.findtext("gradingtype") or "").strip().upper() not in ("ABSOLUTE_POSITION", "ABSOLUTE", "ABS"):
        differences.append("each item counts at its own place, and not beside its neighbours")
    if (element.findtext("selecttype") or "").strip().upper() not in ("ALL", "EXACT"):
        differences.append("all of its items are asked for, and not some of them")
    return replace(item, answers=_answers(element), differences=tuple(differences))


def _essay(element: etree._Element, item: Item) -> Item:
    extras = ("forms to fill in",) if text_in(element.find("responsetemplate")) else ()
    return replace(item, model=rich_of(element.find("graderinfo")), extras=extras)


def _cloze(element: etree._Element, item: Item) -> Item:
    text, fields = cloze_of(item.text)
    points = item.points
    if element.find("defaultgrade") is None:  # as Moodle writes it: the question is worth the sum of its fields
        of_fields = Decimal(sum(each.weight for each in fields))
        points = (number_of(item.tag("points")) or Decimal(1)) if item.is_ours else of_fields
    return replace(item, text=text, fields=fields, points=points)


def _places(element: etree._Element, item: Item) -> Item:
    """A text with ``[[n]]`` for the right choice of a place; the choices of its group are the others."""
    boxes = [
        (
            html_module.unescape(re.sub(r"<[^>]*>", "", (box.findtext("text") or "")[:2000])).strip(),
            box.findtext("group") or "1",
        )
        for tag in ("selectoption", "dragbox")
        for box in element.iterchildren(tag)
    ]
    fields: list[Field] = []

    def field(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place >= len(boxes):
            return match[0]
        right, group = boxes[place]
        others = [text for text, its in boxes if its == group and text != right]
        choices = [Answer(Rich(html_module.escape(right)), Decimal(100))]
        choices += [Answer(Rich(html_module.escape(text)), Decimal(0)) for text in others]
        fields.append(Field("choice", tuple(choices)))
        return GAP.format(len(fields) - 1)

    text = Rich(_PLACE.sub(field, item.text.html), item.text.files)
    once = any(tag.find("infinite") is None for tag in element.iterchildren("dragbox"))
    differences = ("each word may be used more than once",) if once else ()
    return replace(item, text=text, fields=tuple(fields), differences=differences)


ADDS: Mapping[str, Callable[[etree._Element, Item], Item]] = {
    "multichoice": _choice,
    "truefalse": _truefalse,
    "shortanswer": _typed,
    "numerical": _number,
    "match": _match,
    "ordering": _order,
    "cloze": _cloze,
    "gapselect": _places,
    "ddwtos": _places,
    "essay": _essay,
}
"""A function for each type that has more than all have."""
