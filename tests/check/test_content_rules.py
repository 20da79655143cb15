"""The rules for content: what they must not say, and the edges of what they say; the fixtures show the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check.content_rules import run
from tests.support.examine import examine, place
from tests.support.miniature import MINIATURE, write
from tests.support.pages import BANK, CHECK, PAGE, TEST, page, quiz, single

COURSE = MINIATURE["c/course.yaml"]
PROGRAMME = MINIATURE["programme.yaml"]
TERMS = """\
- id: owned
  term: women-owned business
  definition: A firm in which women hold most of the shares.
  avoid: [female-owned business, women-owned company]
  common: true
- id: owned-company
  term: women-owned company limited
  definition: One of them.
  common: true
"""
BRANCH = """\
## Case {#q-1 .branch}

She waits.

### Now {#s-1}

- [x] Ask who has waited how long [→](#s-2)
- [ ] Go [→](#s-2)

### End {#s-2}

Done.
"""
EXPLAINED = "- [x] Goods\n  > They are.\n- [ ] Clouds\n  > They are not.\n"


def found(root: Path, rule: str, files: dict[str, str | bytes | None]) -> list[str]:
    given = {"programme.yaml": f"{PROGRAMME}content:\n  {rule}\n", **files}
    return [place(diagnostic) for diagnostic in examine(write(root / "courses", given))]


def practice(*questions: str) -> str:
    return page("Trade.\n\n::: quiz {#quiz-page}\n\n" + "\n".join(questions) + "\n:::")


def test_without_rules_nothing_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(run, "measure_course")
    assert examine(write(tmp_path / "courses")) == []


def test_a_course_lifts_a_rule(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {"c/course.yaml": f"{COURSE}content: {{words: no}}\n"}
    assert found(tmp_path, "words: {least: 180}", files) == []


def test_bounds_are_within(tmp_path: Path) -> None:
    assert found(tmp_path, "words: {least: 8, most: 8}", {}) == []


@pytest.mark.parametrize(
    "body",
    [
        "::: cards\n\n| Measure | Kind |\n|---|---|\n| Lamps | Roads |\n\n:::",
        "Rate.\n\n::: quiz {#quiz-page}\n\n## So? {#q-1 .checklist}\n\n| Part | I |\n|---|---|\n| A | can. |\n\n:::",
    ],
)
def test_a_page_that_is_more_than_its_text_may_be_short(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, "words: {least: 180}", {PAGE: page(body)}) == []


def test_quizzes_need_no_words_and_no_questions_on_top(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {PAGE: practice(single("q-1")), CHECK: quiz(single("q-2"))}
    assert found(tmp_path, "words: {least: 1}\n  interactions: {least: 1}", files) == []


def test_every_long_sentence_is_told(tmp_path: Path) -> None:
    body = "One two three four five. One two.\n\n- One two three four five six\n- One\n\n## One two three four five six"
    assert found(tmp_path, "sentences: {longest: 4, average: 4}", {PAGE: page(body)}) == [
        "c/en/01-lesson/01-page.md:7:1 X104",
        "c/en/01-lesson/01-page.md:9:3 X104",
    ]


def test_questions_have_sentences_too(tmp_path: Path) -> None:
    case = "## Case {#q-1}\n\nOne two three four five six.\n\n### Why? {#q-2}\n\n"
    files: dict[str, str | bytes | None] = {
        PAGE: practice(f"{case}- [x] Goods\n  > One two\n  > three four five.\n- [ ] One two three four\n  > No.\n"),
        CHECK: quiz("## One two three four five? {#q-3}\n\nIt is [[=one two / three four five six]] here.\n"),
    }
    assert found(tmp_path, "sentences: {longest: 4}", files) == [
        "c/en/01-lesson/01-page.md:13:1 X104",
        "c/en/01-lesson/01-page.md:18:5 X104",
        "c/en/01-lesson/02-check.md:8:1 X104",
        "c/en/01-lesson/02-check.md:10:1 X104",
    ]


@pytest.mark.parametrize(
    ("levels", "rule", "told"),
    [
        (("apply", "analyse"), "{apply: 50, analyse: 50}", 0),
        (("apply", "evaluate"), "{analyse: 50}", 0),
        (("apply", "create"), "{evaluate: 50}", 0),
        (("remember", "analyse"), "{apply: 1}", 1),
        (("remember", "apply"), "{understand: 1, analyse: 1}", 2),
    ],
)
def test_levels(tmp_path: Path, levels: tuple[str, ...], rule: str, told: int) -> None:
    questions = (single(f"q-{level}", more=f"objective=O1 level={level}") for level in levels)
    files: dict[str, str | bytes | None] = {
        PAGE: practice(single("q-0", more="level=remember")),
        TEST: quiz(*questions, kind="test"),
    }
    assert found(tmp_path, f"levels: {rule}", files) == [f"{TEST} X108"] * told


def test_levels_are_counted_in_banks_and_not_in_diagnostics(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        PAGE: practice(single("q-0", more="objective=O1")),
        "c/en/a-before.md": quiz(single("q-1", more="objective=O1"), kind="test", id="p-before", front="weight: 0\n"),
        TEST: quiz(kind="test", front="draw:\n  - {bank: bank-1, count: 1}\n"),
        BANK: quiz(single("q-2", more="objective=O1 level=apply"), kind="bank", id="bank-1"),
    }
    assert found(tmp_path, "levels: {apply: 100}", files) == []


def test_a_course_without_a_test_has_no_shares(tmp_path: Path) -> None:
    assert found(tmp_path, "levels: {apply: 45}", {PAGE: practice(single("q-0"))}) == []


def test_feedback_of_a_bank_is_asked_for_and_told_once(tmp_path: Path) -> None:
    silent = "## What is it? {#q-1 objective=O1}\n\n- [x] Goods\n- [ ] Clouds\n- [ ] Songs\n"
    files: dict[str, str | bytes | None] = {
        PAGE: practice("## What is traded? {#q-0}\n\n" + EXPLAINED),
        TEST: quiz(kind="test", front="draw:\n  - {bank: bank-1, count: 1}\n"),
        BANK: quiz(silent, kind="bank", id="bank-1"),
    }
    assert found(tmp_path, "feedback: every", files) == [f"{BANK}:10:1 X109"]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("Goods that cross a border", ("Goods that stay at home",), ""),
        ("Goods", ("A", "Clouds"), ""),
        ("15", ("1,500,000",), ""),
        ("Goods that cross a border", ("Clouds", "Songs", "Stars and the moon at night"), ""),
        ("Goods that cross a border", ("Clouds", "Songs", "Stars"), "X110"),
        ("Goods", ("Clouds above the sea", "Songs of all the birds"), "X111"),
    ],
)
def test_options(tmp_path: Path, right: str, wrong: tuple[str, ...], code: str) -> None:
    files: dict[str, str | bytes | None] = {PAGE: practice(single("q-1", right=right, wrong=wrong))}
    codes = [line.rpartition(" ")[2] for line in found(tmp_path, "options: 1.35", files)]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    "question",
    [
        "## So? {#q-1 .truefalse}\n\n- [x] True\n- [ ] False\n  > No.\n\nWhy?\n\n- [x] Goods pay duties\n- [ ] Rain\n",
        "## Fill {#q-1}\n\nIt is [[=a thing that crosses a border / rain]].\n",
        BRANCH,
        "## Which? {#q-1}\n\n- [x] Rain\n- [x] Goods that cross a border\n- [ ] Clouds\n  > No.\n",
    ],
)
def test_options_of_every_kind(tmp_path: Path, question: str) -> None:
    told = found(tmp_path, "options: 1.35", {PAGE: practice(question)})
    assert [line.rpartition(" ")[2] for line in told] == ["X110"]


def test_an_objective_says_what_it_lacks_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "c/course.yaml": f"{COURSE}  O2: Name three barriers.\n",
        PAGE: practice("## What is traded? {#q-0 objective=O1 level=apply}\n\n" + EXPLAINED),
        TEST: quiz("## What is sold? {#q-1 objective=O1 level=apply}\n\n" + EXPLAINED, kind="test"),
    }
    assert found(tmp_path, "objectives: complete", files) == ["c/course.yaml:6:3 X112"]


def test_an_opinion_practises_what_it_names(tmp_path: Path) -> None:
    vote = "## Who gains? {{#q-1 .vote{}}}\n\n- [ ] Firms\n- [ ] Traders\n\n> See.\n"
    files: dict[str, str | bytes | None] = {PAGE: practice(vote.format(""))}
    assert found(tmp_path / "a", "objectives: complete", files) == ["c/course.yaml:5:3 X112"]
    files = {PAGE: practice(vote.format(" objective=O1"))}
    assert found(tmp_path / "b", "objectives: complete", files) == []


def test_a_diagnostic_may_be_all_that_asks(tmp_path: Path) -> None:
    question = "## What is sold? {#q-1 objective=O1 level=apply}\n\n" + EXPLAINED
    files: dict[str, str | bytes | None] = {TEST: quiz(question, kind="test", front="weight: 0\n")}
    assert found(tmp_path, "objectives: complete", files) == []


def test_a_message_names_the_pages(tmp_path: Path) -> None:
    question = "## What is traded? {#q-0 objective=O1 level=apply}\n\n" + EXPLAINED
    files: dict[str, str | bytes | None] = {
        "programme.yaml": f"{PROGRAMME}content:\n  objectives: complete\n",
        "c/course.yaml": f"{COURSE}  O2: Name three barriers.\n",
        CHECK: quiz(question),
        TEST: quiz(question.replace("q-0", "q-1").replace("O1", "O2"), kind="test", id="p-test"),
        **{f"c/en/01-lesson/0{n}-more.md": page("More.", f"p-{n}").replace("Page", f"More {n}") for n in range(3, 7)},
    }
    told = [one.message for one in examine(write(tmp_path / "courses", files)) if one.code.id == "X112"]
    first, second = (one.replace("\u201c", "<").replace("\u201d", ">") for one in told)
    taught = "it is taught on <Page>, <More 3>, <More 4> and 2 more"
    assert first == f"The objective `O1` is asked for in no test; {taught}, is practised on <Check>."
    lacks = "is taught on no page and is practised by no question"
    assert second == f"The objective `O2` {lacks}; it is asked for by questions of <Check>."


def test_too_many_questions_for_a_page_without_any(tmp_path: Path) -> None:
    told = found(tmp_path, "interactions: {most: 0}", {PAGE: practice(single("q-1"))})
    assert told == [f"{PAGE} X107"]


def test_opinions_need_no_level(tmp_path: Path) -> None:
    vote = "## Who gains? {#q-1 .vote objective=O1}\n\n- [ ] Firms\n- [ ] Traders\n\n> See.\n"
    assert found(tmp_path, "objectives: complete", {PAGE: practice(vote)}) == []


def test_without_objectives_nothing_is_missing(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "c/course.yaml": "id: c\ntitle: Course\ndescription: One.\n",
        PAGE: page("Trade.", front=""),
    }
    assert found(tmp_path, "objectives: complete", files) == []


@pytest.mark.parametrize(("minutes", "told"), [(1, False), (5, True), (2, False), (0, True)])
def test_a_minute_more_or_less_is_always_allowed(tmp_path: Path, minutes: int, *, told: bool) -> None:
    text = "Trade is an exchange of goods. " * 22  # 132 words
    files: dict[str, str | bytes | None] = {
        "c/course.yaml": f"{COURSE}minutes: 1\n",
        PAGE: page(text, front=f"objective: O1\nminutes: {minutes}\n" if minutes else "objective: O1\n"),
    }
    assert found(tmp_path, "study_time: {}", files) == ([f"{PAGE} X114"] if told else [])


def test_a_fifth_of_many_minutes_is_allowed(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "c/course.yaml": f"{COURSE}minutes: 60\n",
        "c/en/01-lesson/lesson.yaml": "id: l-lesson\ntitle: Lesson\nminutes: 9\n",
        PAGE: page("Trade.", front="objective: O1\nminutes: 1\n"),
        TEST: quiz(single("q-1", more="objective=O1"), kind="test", front="time: 50 min\n"),
    }
    assert found(tmp_path, "study_time: {}", files) == ["c/course.yaml:5:3 O104", "c/en/01-lesson/lesson.yaml X114"]


@pytest.mark.parametrize(
    "text",
    [
        'The law says "female-owned business".',
        "The law says \u201ca female-owned business\u201d.",
        "The report *Women-owned companies* of 2020.",
        "> Each female-owned business\n> pays.",
        "A women-owned company limited.",
        "`female-owned business`",
    ],
)
def test_words_of_others_stay(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "terms: fixed", {"glossary/en.yaml": TERMS, PAGE: page(text)}) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("| Who | How many |\n|---|---|\n| Firms | 3 |\n| Female-owned businesses | 2 |", 10),
        ("- One\n- A female-owned business", 8),
        ("::: note A women-owned company\n\nNo.\n\n:::", 7),
        ("::: bars\n\n| Firms | 3 |\n|---|--:|\n| A | 2 |\n\nFemale-owned businesses.\n\n:::", 7),
        ("One.[^1]\n\n[^1]: A women-owned company.", 9),
        ("::: quiz {#quiz-page}\n\n## What? {#q-1}\n\n- [x] Goods\n- [ ] A female-owned business\n  > No.\n\n:::", 9),
    ],
)
def test_variants_stand_anywhere(tmp_path: Path, text: str, line: int) -> None:
    told = found(tmp_path, "terms: fixed", {"glossary/en.yaml": TERMS, PAGE: page(text)})
    assert [(one.split(":")[1], one.rpartition(" ")[2]) for one in told] == [(str(line), "X115")]


def test_text_to_find_faults_in_has_faults(tmp_path: Path) -> None:
    quoted = "> A female-owned business pays.\n\n- [x] A female-owned business\n  > Yes.\n- [ ] pays\n  > No.\n"
    spot = "## Where? {#q-1 .spot}\n\n" + quoted
    assert found(tmp_path, "terms: fixed", {"glossary/en.yaml": TERMS, PAGE: practice(spot)}) == []


def test_titles_use_the_terms_too(tmp_path: Path) -> None:
    body = page("Trade.").replace("title: Page", "title: A female-owned business")
    assert found(tmp_path, "terms: fixed", {"glossary/en.yaml": TERMS, PAGE: body}) == [f"{PAGE} X115"]


@pytest.mark.parametrize(
    ("kind", "body", "where"),
    [
        ("page", "A female-owned business.", ":7:1"),
        ("book", "Read.\n\n## One\n\nA female-owned business.", ":11:1"),
        ("survey", "Answer.\n\n## Is it a female-owned business? {#s-1 .line}", ":9:1"),
        ("poll", "Choose.\n\n- [ ] A female-owned business\n- [ ] None", ""),
    ],
)
def test_variants_in_activities(tmp_path: Path, kind: str, body: str, where: str) -> None:
    files: dict[str, str | bytes | None] = {
        "glossary/en.yaml": TERMS,
        "outline.yaml": "id: whole\ntitle: All\nsections:\n  - id: s\n    title: S\n    entries: [a, {course: c}]\n",
        "activities/en/a.md": f"---\nid: a\ntitle: A\nkind: {kind}\n---\n\n{body}\n",
    }
    assert found(tmp_path, "terms: fixed", files) == [f"activities/en/a.md{where} X115"]


def test_a_term_is_linked_on_its_first_page(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        PAGE: page("The gender lens.\n\nThe [gender lens](glossary:gender-lens) again."),
        "c/en/01-lesson/02-more.md": page("A gender lens.", "p-more"),
    }
    assert found(tmp_path, "terms: fixed", files) == []


def test_a_translation_answers_for_its_words_alone(tmp_path: Path) -> None:
    long = "Le commerce est un échange de biens et de services entre des personnes et des pays."
    rules = "words: {most: 10}\n  study_time: {within: 0}\n  sentences: {longest: 10}\n  interactions: {most: 3}"
    files: dict[str, str | bytes | None] = {
        "programme.yaml": f"{PROGRAMME.replace('[en]', '[en, fr]')}content:\n  {rules}\n",
        "glossary/fr.yaml": "[]\n",
        "c/course.yaml": f"{COURSE}minutes: 1\n",
        PAGE: page("Trade is an exchange.", front="objective: O1\nminutes: 1\n"),
        PAGE.replace("/en/", "/fr/"): page(long, front="objective: O1\nminutes: 9\n"),
        "c/fr/01-lesson/lesson.yaml": "id: l-lesson\ntitle: Leçon\n",
    }
    told = [place(one) for one in examine(write(tmp_path / "courses", files))]
    assert told == ["c/fr/01-lesson/01-page.md:8:1 X104"]
