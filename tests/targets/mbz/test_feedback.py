"""Surveys of a backup: how each kind of item is asked, what depends on what, and what is exported."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from builder.model.activity import Survey
from builder.model.form import Choice, Item, When
from builder.render.pseudo import PSEUDO, pseudo
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.modules.feedback import write_feedback
from builder.targets.mbz.modules.sign import cut, signed
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.xml import branch
from tests.targets.mbz.form_samples import (
    NASTY,
    PLACE,
    SCALE,
    desk_for,
    item,
    line,
    options,
    picture,
    survey,
)

Cells = dict[str, str]


def written(made: Survey, **changes: object) -> tuple[Written, Desk]:
    desk = desk_for(made, **changes)  # type: ignore[arg-type]
    return write_feedback(desk), desk


def rows(made: Written) -> list[Cells]:
    found = branch("feedback", made.children).iterfind("items/item")
    return [{"id": one.get("id", ""), **{cell.tag: cell.text or "" for cell in one}} for one in found]


def asked(*items: Item, **changes: object) -> list[Cells]:
    return rows(written(survey(*items), **changes)[0])


def told(html: str) -> str:
    """What an export says: tags removed, references read."""
    return unescape(re.sub("<[^>]*>", "", html))


def options_of(row: Cells) -> list[str]:
    """The options of a choice as ``get_info`` and ``get_options`` of Moodle's types read them."""
    subtype, _, rest = row["presentation"].partition(">>>>>")
    shown = rest.split(">>>>>")[0]
    shown = shown if subtype == "d" else shown.split("<<<<<")[0]
    steps = shown.split("|")
    return [unescape(step.split("####")[1] if row["typ"] == "multichoicerated" else step) for step in steps]


def test_a_survey_is_written_by_its_writer() -> None:
    assert WRITERS[Survey] == ("feedback", write_feedback)


def test_every_kind_has_its_type() -> None:
    types = [(row["label"], row["typ"], row["hasvalue"]) for row in asked()]
    assert types == [
        ("s-note", "label", "0"),
        ("s-one", "multichoice", "1"),
        ("s-several", "multichoice", "1"),
        ("s-menu", "multichoice", "1"),
        ("s-rating", "multichoicerated", "1"),
        ("", "pagebreak", "0"),
        ("s-rank.1", "multichoice", "1"),
        ("s-rank.2", "multichoice", "1"),
        ("s-rank.3", "multichoice", "1"),
        ("s-number", "numeric", "1"),
        ("s-line", "textfield", "1"),
        ("s-date", "textfield", "1"),
        ("", "label", "0"),
        ("s-link", "textfield", "1"),
        ("", "pagebreak", "0"),
        ("s-text", "textarea", "1"),
        ("s-end", "label", "0"),
    ]


def test_rows_are_numbered_apart_and_stand_in_order() -> None:
    found = asked()
    assert len({row["id"] for row in found}) == len(found)
    assert [int(row["position"]) for row in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize(
    ("kind", "presentation"),
    [
        ("one", "r>>>>>A|B"),
        ("several", "c>>>>>A|B"),
        ("menu", "d>>>>>A|B"),
        ("rating", "r>>>>>1####A|2####B<<<<<1"),
    ],
)
def test_options_are_kept_as_their_type_reads_them(kind: str, presentation: str) -> None:
    (row,) = asked(item(kind, options=options("A", "B")))
    assert row["presentation"] == presentation


def test_the_steps_of_a_scale_count_as_their_values() -> None:
    steps = (Choice(line("None"), PLACE, Decimal(-1)), Choice(line("Some"), PLACE, Decimal(0)))
    (row,) = asked(item("rating", options=steps))
    assert row["presentation"] == "r>>>>>-1####None|0####Some<<<<<1"


@pytest.mark.parametrize(("steps", "beside"), [(("Yes", "Partly", "No"), True), ("12345", True), (SCALE, False)])
def test_steps_stand_beside_each_other_where_a_phone_has_room(steps: tuple[str, ...], *, beside: bool) -> None:
    (row,) = asked(item("rating", options=options(*steps, values=True)))
    assert row["presentation"].endswith("<<<<<1") == beside


def test_a_choice_that_is_required_cannot_be_taken_back() -> None:
    for kind in ("one", "rating"):
        free, bound = asked(*(item(kind, f"s-{n}", options=options("A", "B"), required=n == 1) for n in range(2)))
        assert (free["options"], bound["options"]) == ("i", "ih")
        assert (free["required"], bound["required"]) == ("0", "1")


@pytest.mark.parametrize("kind", ["one", "several", "menu", "rating", "rank"])
def test_separators_in_texts_separate_nothing(kind: str) -> None:
    for row in asked(item(kind, title=" ".join(NASTY[:4]), options=options(*NASTY), top=1)):
        assert options_of(row) == list(NASTY)
        assert told(row["name"]).startswith(" ".join(NASTY[:4]))


def test_exports_say_what_the_author_wrote() -> None:
    """References are numeric: Moodle's exports write all others twice."""
    for text in NASTY:
        assert unescape(signed(text)) == text
        assert re.fullmatch(r"(?:[^&<>|]|&#\d+;)*", signed(text))


def test_a_ranking_asks_for_each_place_together() -> None:
    made = item("rank", title="First?", options=options("A", "B"), top=5, required=True)
    first, second = asked(made)
    assert (first["label"], second["label"]) == ("s-rank.1", "s-rank.2")
    assert told(first["name"]) == "First? Choose a different one for each place. Place 1 of 2:"
    assert told(second["name"]) == "First? Place 2 of 2:"
    assert 'class="accesshide">First? </span>' in second["name"]
    assert first["required"] == second["required"] == "1"
    assert first["presentation"] == second["presentation"] == "d>>>>>A|B"


def test_bounds_sizes_and_hints() -> None:
    made = asked(
        item("number", "n-1"),
        item("number", "n-2", least=Decimal("0.5"), most=Decimal(10)),
        item("line", max=20),
        item("line", "l-2"),
        item("text", lines=7),
        item("date"),
        item("link"),
    )
    assert [row["presentation"] for row in made] == ["-|-", "0.5|10", "20|20", "60|255", "60|7", "60|255", "60|255"]
    assert told(made[5]["name"]) == "Question of date Year, month and day, such as 2030-03-31."
    assert told(made[6]["name"]) == "Question of link The whole address, beginning with https://."


def test_what_depends_names_the_option_as_it_is_kept() -> None:
    for place, text in enumerate(NASTY, 1):
        first = item("one", options=options(*NASTY))
        when = When("s-one", place, PLACE)
        made = asked(first, item("line", page=2, when=when), item("note", page=2, when=when))
        dependent = made[2:]
        assert made[1]["typ"] == "pagebreak"
        assert {row["dependitem"] for row in dependent} == {made[0]["id"]}
        presentation = made[0]["presentation"].removeprefix("r>>>>>").split("|")
        assert {row["dependvalue"] for row in dependent} == {presentation[place - 1].strip()}
        assert unescape(dependent[0]["dependvalue"]) == text
    assert (made[0]["dependitem"], made[0]["dependvalue"]) == ("0", "")


def test_questions_that_depend_can_be_read() -> None:
    first = item("one", options=options("A", "B"))
    when = When("s-one", 1, PLACE)
    assert "feedback_is_dependent" in str(written(survey(first, item("line", page=2, when=when)))[0].fields["intro"])
    assert "<style>" not in str(written(survey(first, item("line", page=2)))[0].fields["intro"])


def test_values_and_words_of_steps_stand_apart() -> None:
    made = written(survey(item("rating", options=options("A", "B"))))[0]
    assert "form-check-inline { gap:" in str(made.fields["intro"])


def test_what_stands_above_a_question_depends_with_it() -> None:
    when = When("s-one", 1, PLACE)
    ranked = item("rank", page=2, options=options("C", "D"), top=2, help="word " * 80, when=when)
    made = asked(item("one", options=options("A", "B")), ranked)
    assert [row["dependvalue"] for row in made] == ["", "", "A", "A", "A"]


def test_help_stands_below_the_question_where_it_has_room() -> None:
    (row,) = asked(item("line", title="Your post?", help="As in your contract."))
    assert row["name"] == "Your post? <br><small>As in your contract.</small>"
    above, row = asked(item("line", title="Your post?", help="As in your contract. " * 20))
    assert above["typ"] == "label"
    assert "As in your contract." in above["presentation"]
    assert row["name"] == "Your post?"


def test_help_with_markup_keeps_it() -> None:
    above, row = [row for row in asked() if row["label"] == "s-link" or (row["typ"] == "label" and not row["label"])]
    assert '<a href="https://example.org/"' in above["presentation"]
    assert "the list" not in row["name"]


@pytest.mark.parametrize("sign", ["w", "&", "é", "w "])
def test_a_question_beyond_the_column_stands_in_full_above(sign: str) -> None:
    title = (sign * 300).strip()
    above, row = asked(item("line", title=title, help="Help."))
    assert told(above["presentation"]).replace("\n", "") == f"{title}Help."
    assert len(row["name"]) <= 255
    assert "…" in row["name"]
    for place in asked(item("rank", title=title, options=options("A", "B"), top=2))[1:]:
        assert len(place["name"]) <= 255
        assert "Place" in place["name"]


def test_an_option_beyond_the_column_stands_in_full_above() -> None:
    long = "I agree that " + "my answers are used, " * 20
    above, one, _, dependent = asked(
        item("one", options=options(long, "No")), item("line", page=2, when=When("s-one", 1, PLACE))
    )
    assert long.strip() in above["presentation"]
    assert dependent["dependvalue"] == one["presentation"].removeprefix("r>>>>>").split("|")[0]
    assert len(dependent["dependvalue"]) <= 255


def test_cutting_keeps_whole_references_and_words() -> None:
    assert cut("one two three", 40) == "one two three"
    assert cut("one two three", 10) == "one two…"
    assert cut("&&&&", 11) == "&#38;&#38;…"


def test_pages_begin_at_breaks_only() -> None:
    made = asked(*(item("line", f"s-{n}", page=page) for n, page in enumerate((2, 2, 5, 5))))
    assert [row["typ"] for row in made] == ["textfield", "textfield", "pagebreak", "textfield", "textfield"]


def test_rules_of_a_survey() -> None:
    plain = written(survey(), completion=Completion(view=True))[0].fields
    assert (plain["anonymous"], plain["multiple_submit"], plain["page_after_submit"]) == (2, 0, "")
    assert (plain["publish_stats"], plain["autonumbering"], plain["completionsubmit"]) == (0, 1, 0)
    other = survey(anonymous=True, again=True, thanks="Thank you & goodbye")
    fields = written(other, completion=Completion(send=True))[0].fields
    assert (fields["anonymous"], fields["multiple_submit"], fields["completionsubmit"]) == (1, 1, 1)
    assert fields["page_after_submit"] == "<p>Thank you &amp; goodbye</p>"


def test_a_single_question_has_no_number() -> None:
    assert written(survey(item("one", options=options("I agree"))))[0].fields["autonumbering"] == 0


def test_pictures_lie_beside_the_item_that_shows_them(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assets, shown = picture(str(file))
    made, desk = written(survey(item("line", help=shown)), assets=assets)
    above = rows(made)[0]
    assert "@@PLUGINFILE@@/map.svg" in above["presentation"]
    (one,) = desk.ledger.files.listing()
    assert (one.findtext("filearea"), one.findtext("itemid")) == ("item", above["id"])
    assert desk.files == [int(one.get("id", "0"))]


def test_texts_run_from_right_to_left_where_the_language_does() -> None:
    made, _ = written(survey(thanks="شكرا"), language="ar")
    assert ".feedback_form { direction: rtl;" in str(made.fields["intro"])
    shown = [row["presentation"] for row in rows(made) if row["typ"] == "label"]
    assert all(text.startswith('<div dir="rtl" lang="ar"') for text in (*shown, str(made.fields["page_after_submit"])))


def test_a_picture_in_a_question_or_an_option_is_shown_above() -> None:
    _, (shown,) = picture("")
    above, row = asked(item("line", title=shown.children))
    assert told(row["name"]) == "A mapof trade"
    assert "<img " in above["presentation"]
    above, row = asked(item("one", options=(Choice(shown.children, PLACE), Choice(line("Other"), PLACE))))
    assert options_of(row) == ["A mapof trade", "Other"]
    assert "<img " in above["presentation"]
    assert "Question of one" not in above["presentation"]


def test_words_of_the_interface_are_in_the_language() -> None:
    made, _ = written(survey(item("rank", options=options("A", "B"), top=2)), language=PSEUDO)
    assert pseudo("Place {n} of {m}").replace("{n}", "2").replace("{m}", "2") in told(rows(made)[1]["name"])
