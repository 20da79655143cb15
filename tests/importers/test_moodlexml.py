"""Moodle XML in: our own comes back as it was, that of others as far as it fits, and nothing harms."""

from __future__ import annotations

import random
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from builder.importers.base import Draft
from builder.importers.moodlexml import MOODLE_XML, read
from builder.model import question as q
from builder.model import text as t
from builder.model.package import Package, packages_of
from builder.render.plain import plain
from builder.source.load import load_course, load_programme
from builder.targets.base import Context
from builder.targets.moodlexml import TARGET
from tests.importers.bank_support import changes, has_notes, received, sent
from tests.support.everything import everything
from tests.support.random_course import Size, random_course
from tests.targets.bank_samples import every_package
from tests.targets.samples import programme

LOST = (q.Branch, q.Checklist, q.Vote, q.Rank, q.Budget)
CHANGED = ("q-long",)
"""Questions that the matrix says are cut."""

FOREIGN = (Path(__file__).parent.parent / "fixtures" / "banks" / "moodle.xml").read_bytes()


def exported(package: Package) -> bytes:
    return TARGET.build(package, Context(programme())).entries[0].data


def understood(data: bytes) -> tuple[Draft, list[str]]:
    draft, found = read("bank.xml", data)
    assert draft is not None, found
    return draft, [f"{one.code.id} {one.span.line} {one.message}" for one in found]


def assert_same(package: Package) -> None:
    draft, found = understood(exported(package))
    assert not found
    before, after = sent(package), received(draft)
    assert set(after) == {name for name, question in before.items() if not isinstance(question, LOST)}
    for name, question in after.items():
        if name not in CHANGED and not has_notes(before[name]):
            assert changes(before[name], question, package.course) == []


@pytest.mark.parametrize("name", ("samples", "hard", "nasty", "arabic"))
def test_our_own_file_comes_back_as_it_was(name: str) -> None:
    assert_same(every_package()[name])


def test_every_construct_comes_back() -> None:
    for package in packages_of(everything()[1]):
        assert_same(package)


@pytest.mark.parametrize("seed", range(6))
def test_random_questions_come_back(seed: int, tmp_path: Path) -> None:
    for name, content in random_course(f"bank {seed}", Size(lessons=1, questions=6), ids=1.0, tidy=True).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found, _ = load_programme(tmp_path)
    assert found is not None
    course, _ = load_course(found, "c", "en")
    assert course is not None
    for package in packages_of(course):
        assert_same(package)


def test_course_objectives_language_and_pictures_come_back() -> None:
    draft, _ = understood(exported(every_package()["arabic"]))
    assert (draft.title, draft.language) == ("A course", "ar")
    assert {name: each.text for name, each in draft.objectives.items()} == {"O1": "Objective O1", "O2": "Objective O2"}
    assert [page.title for page in draft.banks] == ["O1: Objective O1", "O2: Objective O2"]
    assert sorted(draft.media) == ["media/a-b.svg", "media/sign.svg"]


@pytest.fixture(scope="module")
def foreign() -> tuple[dict[str, q.Question], list[str], Draft]:
    draft, found = understood(FOREIGN)
    questions = {}
    for page in draft.banks:
        questions.update((plain(each.title), each) for each in (page.quiz.questions if page.quiz else ()))
    return questions, found, draft


def test_a_file_of_others_becomes_banks_by_category(foreign: tuple[dict[str, q.Question], list[str], Draft]) -> None:
    _, _, draft = foreign
    assert draft.title == "Geography"
    assert [page.title for page in draft.banks] == ["Capitals", "Rivers / Big & small", "Geography"]
    assert [page.title for lesson in draft.lessons for page in lesson.pages] == ["Read this first"]
    assert draft.media == {"media/pixel.png": draft.media["media/pixel.png"]}
    assert draft.objectives == {}


def test_types_of_others(foreign: tuple[dict[str, q.Question], list[str], Draft]) -> None:
    questions, _, _ = foreign
    kinds = {title: type(question).__name__ for title, question in questions.items()}
    assert kinds == {
        "What is the capital of Kenya?": "Single",
        "Which lie on the sea?": "Multiple",
        "Nairobi is a port.": "TrueFalse",
        "Name the capital of Ghana.": "Short",
        "How long is the Volta, in km?": "Numerical",
        "Match capitals.": "Matching",
        "From north to south": "Ordering",
        "Fill in.": "GapFill",
        "Drag the words.": "GapFill",
        "Which of these are lakes?": "Multiple",
        "Why do rivers bend?": "Reflection",
        "Choose one of two": "Single",
    }


def test_details_of_others(foreign: tuple[dict[str, q.Question], list[str], Draft]) -> None:
    questions, _, _ = foreign
    short = questions["Name the capital of Ghana."]
    assert isinstance(short, q.Short)
    assert [each.pattern for each in short.answers] == ["Accra"]
    assert [each.pattern for each in short.wrong] == ["Kumasi", "*"]
    assert short.case
    number = questions["How long is the Volta, in km?"]
    assert isinstance(number, q.Numerical)
    assert [(str(each.low), str(each.high)) for each in number.answers] == [("1490", "1510")]
    assert number.unit == "km"
    gaps = questions["Fill in."]
    assert isinstance(gaps, q.GapFill)
    assert [(gap.typed, [choice.text for choice in gap.choices]) for gap in gaps.gaps] == [
        (True, ["Lagos", "Eko"]), (False, ["Abuja", "Kano", "a } b ~ c"]), (True, ["1991"]),
    ]  # fmt: skip
    assert str(gaps.points) == "4"
    drag = questions["Drag the words."]
    assert isinstance(drag, q.GapFill)
    assert [[choice.text for choice in gap.choices] for gap in drag.gaps] == [["sea", "lake"], ["lake", "sea"]]
    picture = questions["What is the capital of Kenya?"].stem[0]
    assert isinstance(picture, t.Picture)
    assert picture.image.source == "media/pixel.png"


def test_what_does_not_fit_is_named(foreign: tuple[dict[str, q.Question], list[str], Draft]) -> None:
    _, found, _ = foreign
    told = "\n".join(found)
    for expected in (
        "J402 123 The question “Calculated” was left out: there is no type `calculated` here",
        "“Which lie on the sea?” is not quite the same: each right option earns the same here",
        "“ghana” is not quite the same: the answer `Kumasi`, worth 50 %, is wrong here",
        "“order” is not quite the same: each item counts at its own place",
        "“volta” is not quite the same: what it said to all other numbers is left out",
        "“fill” is not quite the same: the gap takes 1991 itself, and no numbers around it",
        "J404 0 Left out of 1 of the questions: hints between tries",
        "other units of a number",
    ):
        assert expected in told, told
    assert not any("J401" in one for one in found)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/hostname">]><quiz><question type="description"><name><text>&b;&c;</text></name>
</question></quiz>"""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no XML"),
        (b"not xml", "no XML"),
        (b"<quiz><question>", "no question bank"),
        (b"<course/>", "its root element is `course`"),
        (b"<quiz/>", "no question that could be kept"),
        (BOMB, "declares entities"),
        (b"\xff\xfe<quiz/>", "no question bank"),
    ],
)
def test_what_is_no_bank_is_refused(data: bytes, reason: str) -> None:
    draft, found = read("bank.xml", data)
    assert draft is None
    assert found[-1].code.id == "J401"
    assert reason in found[-1].message or reason == "no XML"


def test_damaged_files_end_in_a_verdict() -> None:
    """Bytes changed, cut and doubled: never a traceback."""
    chance = random.Random("damage")
    whole = FOREIGN + exported(every_package()["samples"])[38:]
    for _ in range(150):
        data = bytearray(chance.choice((FOREIGN, whole)))
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randint(1, 60)]
                case 2:
                    data[place:place] = data[place : place + 40]
                case _:
                    data[place:place] = chance.choice((b"{1:MC:", b"[[9]]", b"</text>", b"&#0;", b"=", b"~", b"100"))
        draft, found = read("bank.xml", bytes(data))
        assert draft is not None or found


def test_missing_parts_do_no_harm() -> None:
    """Each element of the file taken away by itself."""
    from lxml import etree  # noqa: PLC0415

    root = etree.fromstring(FOREIGN)
    for element in list(root.iter())[1:]:
        parent = element.getparent()
        assert parent is not None
        place = parent.index(element)
        parent.remove(element)
        draft, found = read("bank.xml", etree.tostring(root))
        assert draft is not None or found
        parent.insert(place, element)


def test_it_knows_its_files() -> None:
    assert MOODLE_XML.fits(FOREIGN[:65536])
    assert not MOODLE_XML.fits(b"<manifest/>")


def test_the_page_names_every_field_of_every_type() -> None:
    """docs/reference/moodle-xml.md says of each field whether it comes back."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "moodle-xml.md").read_text(encoding="utf-8")
    common = {field.name for field in fields(q.Asked)}
    for kind in get_args(q.Question):
        rows = [line for line in page.splitlines() if line.startswith("|") and f"`{kind.__name__}`" in line]
        assert rows, kind
        for name in {field.name for field in fields(kind)} - common if kind not in LOST else ():
            assert any(f"`{name}`" in row for row in rows), (kind, name)
    assert not [name for name in common - {"type", "scored"} if f"`{name}`" not in page]
