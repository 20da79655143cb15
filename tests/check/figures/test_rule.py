"""Figures beside their sources: what is found, and what is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.check.figures.bench import PROGRAMME, codes, found
from tests.support.activities import activity, read
from tests.support.pages import BANK, CHECK, TEST, page, quiz

TEXT = (
    "On 14 March 2019, women were 24% of the owners of 6,500 boats in 9 ports. Men's share fell by 5.8 percentage "
    "points, and sales were USD 4.7 billion. [@FISH-01]"
)


def test_what_stands_in_the_sources(tmp_path: Path) -> None:
    assert codes(tmp_path, TEXT) == []


def test_any_changed_digit_is_found(tmp_path: Path) -> None:
    """Each digit in turn is another one: one warning, that names what stands there."""
    head = TEXT.partition("[@")[0]
    for place in [match.start() for match in re.finditer(r"\d", head)]:
        changed = str((int(TEXT[place]) + 3) % 10)
        text = TEXT[:place] + changed + TEXT[place + 1 :]
        lines = codes(tmp_path / str(place), text)
        assert "7 C311" in lines, text


@pytest.mark.parametrize(
    "text",
    [
        "Half of the fees of 16 to 37 billion stand out. [@FISH-02]",
        "Men mend 20% of nets, in other words one in five. [@FISH-02]",
        "Some 4.7 billion dollars, about 5 billion. [@FISH-01]",
        "Women were 24%, and men 76%, the rest. [@FISH-01]",
        "24% and 20% differ by a gap of 4 points. [@FISH-01; @FISH-02]",
        "24% \u2212 20% = 4 percentage points. [@FISH-01; @FISH-02]",
        "In March 2019 women were 24%. [@FISH-01]",
        "Read step 2 of lesson 3, SDG 5, ISO 8000, Article 7, Agenda 2030 and TG-101. [@FISH-01]",
        "It takes 5 minutes, on a scale from 0 to 10. [@FISH-01]",
        "Women were 24% (page read in 2026). [@FISH-01]",
        "Women were 24%.[^n]\n\n[^n]: See [@FISH-01].",
    ],
)
def test_what_the_sources_bear(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Women were 25%. [@FISH-01]", "7 C311"),
        ("Sales were 4.7 million. [@FISH-01]", "7 C311"),
        ("It was 15 March 2019. [@FISH-01]", "7 C311"),
        ("It was in April 2019. [@FISH-01]", "7 C311"),
        ("In 2018 women were 24%. [@FISH-01]", "7 C311"),
        ("One in four nets. [@FISH-02]", "7 C311"),
        ("Thirty ports. [@FISH-01]", "7 C311"),
        ("Men's share fell by 5.8%. [@FISH-01]", "7 C314"),
        ("24% \u2212 20% = 5 points. [@FISH-01; @FISH-02]", "7 C313"),
        ("Women were 24% of owners.", "7 C312"),
        ("In 2019 it was so.", "7 C312"),
        ("| Port | Boats |\n|---|---|\n| A | 24% [@FISH-01] |\n| B | 31% [@FISH-01] |", "10 C311"),
        ("- 24% [@FISH-01]\n- 31%", "8 C311"),
        ("::: example Boats\n\nWomen were 25%.\n\nSays the board. [@FISH-01]\n\n:::", "9 C311"),
        ('::: bars {unit="%"}\n\n| A | B |\n|---|---|\n| W | 25 |\n\nShares. [@FISH-01]\n\n:::', "11 C311"),
    ],
)
def test_what_they_do_not(tmp_path: Path, text: str, line: str) -> None:
    assert codes(tmp_path, text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Maravia is fictional: 68% of jobs there are held by women.",
        "::: example Tolanda (fictional)\n\nWomen hold 68% of jobs.\n\n:::",
        "## Tolanda (fictional)\n\nWomen hold 68% of jobs.",
        "Suppose that 300 boats sink.",
        "Both ports are fictional.\n\n## Boats\n\nThere are 300 boats.",
        "The course has 6 lessons, 40 questions and 60 days for them. You need 60% of the points.",
        "| Minutes | What |\n|---|---|\n| 5 to 15 | Talk |",
        "Call us by 15 March.",
    ],
)
def test_what_needs_no_source(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text) == []


def test_fiction_is_no_excuse_beside_a_citation(tmp_path: Path) -> None:
    text = "::: example Tolanda (fictional)\n\nWomen hold 68% of jobs. [@FISH-01]\n\n:::"
    assert codes(tmp_path, text) == ["9 C311"]


def test_sums_are_worked_out_in_fiction_too(tmp_path: Path) -> None:
    text = "Maravia (fictional): 30 of 120 boats, 30 ÷ 120 = 25%, and (30 + 10) x 2 = 90."
    assert [one.message for one in found(tmp_path, text)] == ["This calculation makes 80, not 90."]


@pytest.mark.parametrize(
    "text",
    [
        "One fee for 6 \u00d7 80 = 480 jars: 240 ÷ 480 = 0.50 crowns.",
        "30% \u00d7 400 = 120, and 120 of them \u2248 a third.",
        "Men and women: 12 + 8 = 20; 8 ÷ 20 = 40%.",
        "(33 \u2212 24) ÷ 24 \u2248 37.5%.",
        "2 + 2 = 4. 5 boats = a fleet.",
    ],
)
def test_sums_that_are_right(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, f"Maravia is fictional. {text}") == []


def test_a_programme_that_does_not_ask(tmp_path: Path) -> None:
    plain = PROGRAMME.replace("content: {figures: cited}\n", "")
    assert codes(tmp_path, "Women were 99%. [@FISH-01]", {"programme.yaml": plain}) == []


def test_messages_name_places_and_neighbours(tmp_path: Path) -> None:
    wrong, bare = found(tmp_path, "Women were 25%. [@FISH-01]\n\nAgain: 24%.")
    assert "The figure 25% stands in none of the sources cited here (FISH-01)" in wrong.message
    assert "Nearest there: 24% (FISH-01)" in wrong.remedy
    assert "`[@FISH-01]` (FISH-01, cited on this page, has what you write)" in bare.remedy


QUESTION = """\
## How many boats, of 6,500? [@FISH-01] {{#q-boats}}

- [{a}] 24%
  > Right: 24%.
- [{b}] 31%
  > No: 31% is a guess, 24% is right. {feedback}
"""


def test_wrong_options_may_hold_any_number(tmp_path: Path) -> None:
    check = quiz(QUESTION.format(a="x", b=" ", feedback=""))
    assert codes(tmp_path, "Text.", {CHECK: check}) == []


def test_right_options_and_explanations_may_not(tmp_path: Path) -> None:
    right = quiz(QUESTION.format(a=" ", b="x", feedback=""))
    assert codes(tmp_path / "a", "Text.", {CHECK: right}) == ["12 C311"]
    explained = quiz(QUESTION.format(a="x", b=" ", feedback="The board counted 999."))
    assert codes(tmp_path / "b", "Text.", {CHECK: explained}) == ["13 C311"]


@pytest.mark.parametrize(("answer", "lines"), [("24", []), ("20..30", []), ("1560 +- 5", []), ("31", ["12 C311"])])
def test_typed_answers(tmp_path: Path, answer: str, lines: list[str]) -> None:
    """Known, or made of the numbers of the question: 24% of 6,500 is 1,560."""
    stem = "## How many? {#q-many}\n\nOf 6,500 boats 24% are theirs. [@FISH-01]\n"
    check = quiz(f"{stem}\n= {answer}\n! 99\n> 99 is no answer.\n")
    assert codes(tmp_path, "Text.", {CHECK: check}) == lines


def test_questions_answer_to_the_pages_they_lead_to(tmp_path: Path) -> None:
    see = "See [page](../01-lesson/01-page.md)."
    bank = quiz(
        f"## Which share? {{#q-share}}\n\n- [x] 24%\n- [ ] 31%\n  > No, 24%. {see}\n",
        f"## Which fee? {{#q-fee}}\n\n- [x] 37 billion\n- [ ] 31%\n  > No. {see}\n",
        id="bank-o1",
        kind="bank",
    )
    test = quiz(id="p-test", kind="test", front="objective: O1\ndraw:\n  - {bank: bank-o1, count: 2}\n")
    other = page("Fees were 37 billion. [@FISH-02]", "p-2")
    files = {BANK: bank, TEST: test, "c/en/01-lesson/02-two.md": other}
    # Fees stand on a page that the second question does not lead to.
    assert codes(tmp_path, "Women were 24%. [@FISH-01]", files) == ["16 C311"]


def test_false_statements_may_hold_any_number(tmp_path: Path) -> None:
    stem = "## Women were 99% of owners in 1990. {#q-false .truefalse}\n"
    check = quiz(f"{stem}\n- [ ] True\n  > No: 24%. [@FISH-01]\n- [x] False\n")
    assert codes(tmp_path, "Text.", {CHECK: check}) == []


def test_fictional_questions(tmp_path: Path) -> None:
    stem = '## Tolanda (fictional) has 300 boats; 30 sink. Which share? {#q-sink unit="%"}\n'
    assert codes(tmp_path, "Text.", {CHECK: quiz(f"{stem}\n= 10\n> 30 ÷ 300 = 10%.\n")}) == []


def test_french_pages_beside_english_sources(tmp_path: Path) -> None:
    text = "Le 14 mars 2019, les femmes étaient 24 % de 6 500 ; l'écart baissa de 5,{} points. [@FISH-01]"
    programme = PROGRAMME.replace("languages: [en]", "languages: [en, fr]")
    both = "title: {en: C, fr: C}\n"
    files = {
        "programme.yaml": programme.replace("title: Programme\n", both),
        "c/course.yaml": f"id: c\n{both}description: {{en: D, fr: D}}\nobjectives:\n  O1: {{en: E, fr: E}}\n",
        "c/fr/01-lesson/lesson.yaml": "id: l-lesson\ntitle: Leçon\n",
    }
    for digit, lines in (("8", []), ("9", ["7 C311"])):
        files["c/fr/01-lesson/01-page.md"] = page(text.format(digit))
        assert codes(tmp_path / digit, "Text.", files) == lines


def test_activities(tmp_path: Path) -> None:
    asked = "## 1. How many firms? {#firms .one}\n\nIn 2020 there were some.\n\n- [ ] 50,000\n- [ ] 250,000\n"
    files = {"programme.yaml": PROGRAMME, "en/a.md": activity("survey", f"Women own 4 in 9. [@EV-01]\n\n{asked}")}
    assert read(tmp_path, files).codes == ["C311:7", "C312:11"]


def test_chapters_answer_to_the_whole_book(tmp_path: Path) -> None:
    book = activity("book", "Women own one in three. [@EV-01]\n\n## Part\n\n- In 2020\n- In 2019\n")
    assert read(tmp_path, {"programme.yaml": PROGRAMME, "en/a.md": book}).codes == ["C311:12"]
