"""The items of surveys and collections."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.form import KINDS, When
from builder.source.quiz.words import plain, plain_blocks
from tests.support.activities import activity, items, read, shown

USED = "## Did you use it? {#s-used}\n\n- [ ] Yes\n- [ ] No\n"


def test_a_task_list_is_a_choice_of_one(tmp_path: Path) -> None:
    (item,), codes = items(tmp_path, "## Did you *use* it? {#s-used required}\n\nThink back.\n\n- [ ] Yes\n- [ ] No\n")
    assert (item.id, item.kind, plain(item.title), plain_blocks(item.help)) == (
        "s-used",
        "one",
        "Did you use it?",
        "Think back.",
    )
    assert [(plain(option.text), option.value) for option in item.options] == [("Yes", None), ("No", None)]
    assert item.required
    assert codes == []


@pytest.mark.parametrize("kind", ["one", "several", "menu"])
def test_kinds_with_options(tmp_path: Path, kind: str) -> None:
    (item,), codes = items(tmp_path, USED.replace("}", f" .{kind}}}"))
    assert (item.kind, len(item.options), item.required) == (kind, 2, False)
    assert codes == []


def test_a_consent_is_one_box(tmp_path: Path) -> None:
    (item,), codes = items(tmp_path, "## Consent {#s-ok .several required}\n\n- [ ] I agree\n")
    assert [plain(option.text) for option in item.options] == ["I agree"]
    assert codes == []


def test_a_ranking_has_places(tmp_path: Path) -> None:
    body = "## Rank {#s-rank .rank top=2}\n\n- [ ] A\n- [ ] B\n- [ ] C\n"
    (item,), codes = items(tmp_path, body)
    assert (item.kind, item.top, len(item.options)) == ("rank", 2, 3)
    assert codes == []
    assert items(tmp_path, body.replace("top=2", "top=4"))[1] == ["A214:9"]


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        ("1. Little\n2. Much\n", [1, 2]),
        ("0. Not at all\n1. Little\n2. Much\n", [0, 1, 2]),
        ("1) Little\n3) Some\n5) Much\n", [1, 3, 5]),
        ("1.  Little\n\n2.  Much\n", [1, 2]),
    ],
)
def test_the_numbers_of_a_scale_are_its_values(tmp_path: Path, steps: str, values: list[int]) -> None:
    (item,), codes = items(tmp_path, f"## How useful? {{#s-useful .rating}}\n\n{steps}")
    assert [option.value for option in item.options] == [Decimal(value) for value in values]
    assert codes == []


def test_a_scale_for_all_ratings(tmp_path: Path) -> None:
    body = "## A {#s-a .rating}\n\n## B {#s-b .rating}\n\nHelp.\n\n## C {#s-c .rating}\n\n0. No\n1. Yes\n"
    asked, codes = items(tmp_path, body, "scale: [Little, Some, Much]\n")
    assert [[(plain(option.text), option.value) for option in item.options] for item in asked] == [
        [("Little", Decimal(1)), ("Some", Decimal(2)), ("Much", Decimal(3))],
        [("Little", Decimal(1)), ("Some", Decimal(2)), ("Much", Decimal(3))],
        [("No", Decimal(0)), ("Yes", Decimal(1))],
    ]
    assert codes == []


def test_kinds_without_options(tmp_path: Path) -> None:
    body = (
        "## A {#s-a .number least=-1.5 most=10}\n\n## B {#s-b .line max=120}\n\n## C {#s-c .text lines=6}\n\n"
        "## D {#s-d .date}\n\n## E {#s-e .link}\n\n## F {#s-f .note}\n\n- a plain list\n"
    )
    asked, codes = items(tmp_path, body)
    assert [item.kind for item in asked] == ["number", "line", "text", "date", "link", "note"]
    number, line, text = asked[:3]
    assert (number.least, number.most, line.max, text.lines) == (Decimal("-1.5"), Decimal(10), 120, 6)
    assert codes == []


def test_a_line_begins_the_next_page(tmp_path: Path) -> None:
    body = f"Hello.\n\n{USED}\n---\n\n## Why not? {{#s-why .text when=s-used:2}}\n\n## More {{#s-more .text}}\n"
    asked, codes = items(tmp_path, body)
    assert list(shown(asked)) == [("s-used", "one", 1), ("s-why", "text", 2), ("s-more", "text", 2)]
    assert asked[1].when == When("s-used", 2, asked[1].span)
    assert codes == []


@pytest.mark.parametrize("body", [f"---\n\n{USED}", f"Hello.\n\n---\n\n{USED}", f"{USED}\n---\n"])
def test_pages_without_questions(tmp_path: Path, body: str) -> None:
    assert [code.split(":")[0] for code in items(tmp_path, body)[1]] == ["A220"]


def test_two_lines_begin_one_page(tmp_path: Path) -> None:
    asked, codes = items(tmp_path, f"{USED}\n---\n\n---\n\n## Why? {{#s-why .text}}\n")
    assert [item.page for item in asked] == [1, 2]
    assert codes == ["A220:14"]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("## A {#s-a .text}\n\n- [ ] Yes\n- [ ] No\n", ["A217:9"]),
        ("## A {#s-a .note required}\n", ["A205:7"]),
        ("## A {#s-a .text required=perhaps}\n", ["A206:7"]),
        ("## A {#s-a .number least=1,5}\n", ["A206:7"]),
        ("## A {#s-a .line max=256}\n", ["A206:7"]),
        ("## A {#s-a .text when=s-a}\n", ["A206:7"]),
        ("## A {#s-a .text when=s-a:1}\n", ["A223:7", "A226:7"]),
        ("## A {#s-a .text}\n\n## B {#s-a .text}\n", ["I102:9"]),
        ("## A {.text}\n", ["I101:7"]),
        ("## A {#s-a}\n\n1. One\n2. Two\n", ["A208:7"]),
        ("## A {#s-a .rating}\n\n- [ ] One\n- [ ] Two\n", ["A217:9"]),
        ("## A {#s-a .rating}\n\n1. One\n", ["A214:9"]),
        ("## A {#s-a .rating}\n\n1. One\n1. Two\n", ["A216:10"]),
        ("## A {#s-a .rating}\n\n1. One\n2. One\n", ["A213:10"]),
        ("## A {#s-a}\n\n- [ ] One\n- [ ]\n", ["A212:10"]),
        ("## A {#s-a}\n\n- [ ] One\n- [ ] *One*\n", ["A213:10"]),
        ("## A {#s-a}\n\n- [ ] One\n- [ ] Two\n\nOr\n\n- [ ] Three\n- [ ] Four\n", ["A217:9"]),
        ("## A {#s-a .text}\n\n### B {#s-b .text}\n", ["A219:9"]),
        ("## A {#s-a .txet}\n", ["A202:7", "A208:7"]),
        ("## A {#s-a .text}\n\n> ## B {.text}\n", ["H109:9"]),
    ],
)
def test_questions_with_mistakes(tmp_path: Path, body: str, codes: list[str]) -> None:
    assert sorted(items(tmp_path, body)[1]) == codes


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_required_is_everything_but_a_note(tmp_path: Path, kind: str) -> None:
    body = f"## A {{#s-a .{kind} required}}\n\n" + ("- [ ] A\n- [ ] B\n- [ ] C\n" if kind in ("one", "several", "menu",
        "rank") else "1. A\n2. B\n" if kind == "rating" else "")  # fmt: skip
    (item,), codes = items(tmp_path, body, kind="collection")
    assert item.required
    assert codes == (["A205:7"] if kind == "note" else [])


def test_a_scale_of_one_step_or_of_equal_ones(tmp_path: Path) -> None:
    body = "## A {#s-a .rating}\n"
    assert items(tmp_path, body, "scale: [One]\n")[1] == ["A214:5"]
    assert items(tmp_path, body, "scale: [One, One]\n")[1] == ["A213:5"]


PIECES = (
    *(
        "## A {#s-a}\n",
        "## B {.rating}\n",
        "## C {.rank top=2}\n",
        "## ",
        "### D\n",
        "{.text when=s-a:1}",
        "{.number least=",
    ),
    *(
        "- [ ] ",
        "- [x] a\n",
        "- a\n",
        "1. a\n",
        "0. b\n",
        "> ",
        "---\n",
        "\n",
        "    ",
        "a",
        "|",
        "::: quiz\n",
        ":::\n",
        "[^1]",
    ),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4)).map("".join),
    st.sampled_from(["survey", "collection", "poll", "book"]),
)
def test_no_text_is_too_odd(tmp_path: Path, body: str, kind: str) -> None:
    result = read(tmp_path, {"en/a.md": activity(kind, body)})
    for one in result.diagnostics:
        assert one.span.path.startswith("activities/en")
        assert one.message
