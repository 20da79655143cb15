"""GIFT in: our own comes back as far as the format holds it, and the examples of its documentation are understood."""

from __future__ import annotations

import random
import time

import pytest

from builder.importers.base import Draft
from builder.importers.gift import GIFT, read
from builder.model import question as q
from builder.model.package import Package, packages_of
from builder.render.plain import plain
from builder.targets.base import Context
from builder.targets.gift import TARGET
from tests.importers.bank_support import changes, has_notes, received, sent
from tests.support.everything import everything
from tests.targets.bank_samples import every_package
from tests.targets.samples import programme

DOCUMENTED = """\
// A file as teachers write it, after the examples of Moodle's documentation.
$CATEGORY: $course$/top/History/Presidents

// question: 1  name: Grant
// [id:q-grant] [tag:easy] [tag:19th century]
::Grant's tomb:: Who's buried in Grant's tomb?{
~Grant # No, it is not.
~Jefferson
=no one # Right \\: nobody.
#### It is a trick.
}

Grant is {~buried =entombed ~living} in Grant's tomb.

Grant was a president.{TRUE}

The sun rises in the west.{F#It does not.#Right.}

Two plus two equals {=four =4 =%50%five#Nearly} today

Who were presidents?{
~%50%Grant
~%50%Lincoln
~%-50%Lee
}

When was Grant born?{#1822:5 #or so}

What is pi?{#3.141..3.142}

When?{#
=1822:0 # right
=%50%1822:2 # half
~ # no idea
}

Match.{
=Canada -> Ottawa
=Italy -> Rome
= -> Paris
}

Write about Grant.{}

[html]<p>Read <b>this</b>.</p>

::Signs:: What is 2 \\= 1 + 1 \\{in braces\\}?{=a \\~ b =c \\# d}

[markdown]*Which* one?{=this ~that}
"""


def understood(text: str) -> tuple[Draft, list[str]]:
    draft, found = read("bank.txt", text.encode())
    assert draft is not None, found
    return draft, [f"{one.code.id} {one.span.line} {one.message}" for one in found]


def questions(draft: Draft) -> dict[str, q.Question]:
    return {plain(each.title): each for page in draft.banks for each in (page.quiz.questions if page.quiz else ())}


def assert_same(package: Package) -> None:
    data = TARGET.build(package, Context(programme())).entries[0].data
    draft, found = understood(data.decode())
    assert not found
    before, after = sent(package), received(draft)
    assert after
    for name, question in after.items():
        if name != "q-long" and not has_notes(before[name]):
            left = [each for each in changes(before[name], question, package.course) if "media/" not in each]
            assert [each for each in left if "Image1/source" not in each] == []


@pytest.mark.parametrize("name", ("samples", "hard", "nasty", "arabic"))
def test_our_own_file_comes_back(name: str) -> None:
    assert_same(every_package()[name])


def test_every_construct_comes_back() -> None:
    for package in packages_of(everything()[1]):
        assert_same(package)


def test_documented_examples() -> None:
    draft, found = understood(DOCUMENTED)
    read_back = questions(draft)
    assert {title: type(question).__name__ for title, question in read_back.items()} == {
        "Who's buried in Grant's tomb?": "Single",
        "Grant is _____ in Grant's tomb.": "GapFill",
        "Grant was a president.": "TrueFalse",
        "The sun rises in the west.": "TrueFalse",
        "Two plus two equals _____ today": "Short",
        "Who were presidents?": "Multiple",
        "When was Grant born?": "Numerical",
        "What is pi?": "Numerical",
        "When?": "Numerical",
        "Match.": "Matching",
        "Write about Grant.": "Reflection",
        "What is 2 = 1 + 1 {in braces}?": "Short",
        "Which one?": "Single",
    }
    assert [page.title for page in draft.banks] == ["Presidents"]
    assert [page.title for lesson in draft.lessons for page in lesson.pages] == ["Read this ."]
    told = "\n".join(found)
    assert "the answer `five`, worth 50 %, is wrong here" in told
    assert "what it said to all other numbers is left out" in told


def test_details() -> None:
    read_back = questions(understood(DOCUMENTED)[0])
    grant = read_back["Who's buried in Grant's tomb?"]
    assert isinstance(grant, q.Single)
    assert grant.id == "q-grant"
    assert [option.correct for option in grant.options] == [False, False, True]
    assert [option.feedback != () for option in grant.options] == [True, False, True]
    assert grant.feedback
    sun = read_back["The sun rises in the west."]
    assert isinstance(sun, q.TrueFalse)
    assert [(option.correct, option.feedback != ()) for option in sun.options] == [(False, True), (True, True)]
    signs = read_back["What is 2 = 1 + 1 {in braces}?"]
    assert isinstance(signs, q.Short)
    assert [answer.pattern for answer in signs.answers] == ["a ~ b", "c # d"]
    born, pi = read_back["When was Grant born?"], read_back["What is pi?"]
    assert isinstance(born, q.Numerical)
    assert isinstance(pi, q.Numerical)
    assert [(str(each.low), str(each.high)) for each in (*born.answers, *pi.answers)] == [
        ("1817", "1827"), ("3.141", "3.142"),
    ]  # fmt: skip


def test_spans_name_the_line() -> None:
    draft, _ = understood(DOCUMENTED)
    grant = questions(draft)["Who's buried in Grant's tomb?"]
    assert (grant.span.path, grant.span.line) == ("bank.txt", 4)


def test_what_cannot_be_read_is_named_and_the_rest_read() -> None:
    draft, found = understood("Broken {=a ~b\n\nGood?{=a ~b}\n\nNo pair{=a -> b =c}\n")
    assert list(questions(draft)) == ["Good?"]
    assert [one[:6] for one in found] == ["J501 1", "J501 5"]


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xff\xfe\x00", b"// only a comment\n"])
def test_what_is_no_bank_is_refused(data: bytes) -> None:
    draft, found = read("bank.txt", data)
    assert draft is None
    assert found[-1].code.id == "J401"


def test_any_text_ends_in_a_verdict() -> None:
    chance = random.Random("gift")
    signs = [
        "{",
        "}",
        "=",
        "~",
        "#",
        "####",
        "%50%",
        "->",
        "\\",
        "\n",
        "\n\n",
        "::",
        "[html]",
        "T",
        "..",
        ":",
        "a",
        "1",
        "*",
    ]
    for _ in range(200):
        text = "".join(chance.choice(signs) for _ in range(chance.randint(1, 40)))
        draft, found = read("bank.txt", text.encode())
        assert draft is not None or found
        place = chance.randrange(len(DOCUMENTED))
        draft, found = read("bank.txt", (DOCUMENTED[:place] + text + DOCUMENTED[place:]).encode())
        assert draft is not None or found


def test_it_knows_its_files() -> None:
    assert GIFT.fits(DOCUMENTED.encode())
    assert not GIFT.fits(b"Dear all,\n\nthe meeting is on Monday.\n")
    assert not GIFT.fits(b"<quiz></quiz>")


@pytest.mark.parametrize(
    "piece", ["{", "}", "{=", "\n", "<", "[tag:", "// [id:", "::", "=%50%", "\\", "{#1..", "a {=b ~c} "]
)
def test_long_files_take_no_time(piece: str) -> None:
    """No pattern goes over a file again and again: what would take hours takes a second."""
    data = (piece * (400_000 // len(piece))).encode()
    begin = time.process_time()
    GIFT.fits(data[:65536])
    read("bank.txt", data)
    assert time.process_time() - begin < 20
