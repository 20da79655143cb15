"""Collections of a backup: their fields, their names, and the templates that show them."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from builder.model.activity import Collection
from builder.model.form import Item
from builder.targets.mbz.desk import Written
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.modules.data import write_data
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.xml import NULL, branch
from tests.targets.mbz.form_samples import NASTY, collection, desk_for, item, options, picture

Cells = dict[str, str]


def written(made: Collection, **changes: object) -> Written:
    return write_data(desk_for(made, **changes))  # type: ignore[arg-type]


def fields(made: Written) -> list[Cells]:
    found = branch("data", made.children).iterfind("fields/field")
    return [{cell.tag: cell.text or "" for cell in one} for one in found]


def kept(*items: Item) -> list[Cells]:
    return fields(written(collection(*items)))


def template(name: str, *items: Item, **changes: object) -> str:
    return str(written(collection(*items), **changes).fields[name])


def test_a_collection_is_written_by_its_writer() -> None:
    assert WRITERS[Collection] == ("data", write_data)


def test_every_kind_has_its_field() -> None:
    found = {row["name"]: row["type"] for row in kept()}
    assert found == {
        "Does your ministry use gender data?": "radiobutton",
        "Which sources?": "checkbox",
        "Your region": "menu",
        "Trade policy affects women and men differently.": "menu",
        "What should come first? (Place 1 of 3)": "menu",
        "What should come first? (Place 2 of 3)": "menu",
        "What should come first? (Place 3 of 3)": "menu",
        "How many negotiations have you taken part in?": "number",
        "Your post": "text",
        "When did you begin?": "text",
        "Where can it be read?": "url",
        "Why not?": "textarea",
        "The document": "file",
        "Its page on the web": "url",
        "In force since": "date",
        "How useful is it?": "menu",
    }


def test_parameters_of_fields() -> None:
    found = {row["type"]: row for row in kept() if row["name"] != "When did you begin?"}
    assert found["radiobutton"]["param1"] == "Yes\nNo\nNot yet | planned"
    assert found["checkbox"]["param1"] == "Census\nFirm & farm surveys\nCustoms \u20392020>"
    assert found["menu"]["param1"] == "1 \u2013 Little\n2 \u2013 Much"
    assert [found["textarea"][f"param{n}"] for n in range(1, 5)] == ["", "60", "4", "1"]
    assert [found["url"][f"param{n}"] for n in range(1, 4)] == ["1", "Open the link", NULL]
    assert found["file"]["param3"] == "0"
    assert found["text"]["param1"] == NULL


def test_a_day_that_may_be_left_out_is_no_day_of_today() -> None:
    free, bound = kept(item("date", "d-1"), item("date", "d-2", required=True))
    assert (free["type"], bound["type"]) == ("text", "date")
    shown = template("addtemplate", item("date", "d-1"), item("date", "d-2", required=True))
    assert shown.count("such as 2030-03-31") == 1


@pytest.mark.parametrize("kind", ["one", "several", "menu"])
def test_moodle_finds_each_option_again(kind: str) -> None:
    """It shows an option as HTML, takes its value without tags, joins several by ``##`` and looks them up."""
    (row,) = kept(item(kind, options=options(*NASTY)))
    found = row["param1"].split("\n")
    assert len(found) == len(NASTY)
    for text in found:
        assert text == text.strip()
        assert unescape(text) == text
        assert re.sub(r"<[^>]*>?", "", text) == text
    assert "##".join(found).split("##") == found


def test_names_are_unique_whatever_their_capitals() -> None:
    names = [row["name"] for row in kept(*(item("line", f"s-{n}", text) for n, text in enumerate(("A", "a", "A"))))]
    assert names == ["A", "a (2)", "A (3)"]


def test_names_can_stand_in_templates() -> None:
    items = tuple(item("line", f"s-{n}", text) for n, text in enumerate((*NASTY, "A#id", "x" * 300)))
    names = [row["name"] for row in kept(*items)]
    assert max(map(len, names)) <= 255
    assert not any(re.search(r"[\[\]<]|##|#id$", name, re.IGNORECASE) for name in names)
    for shown in ("singletemplate", "addtemplate"):
        assert re.findall(r"\[\[(.*?)\]\]", template(shown, *items)) == names


def test_titles_are_no_controls_of_templates() -> None:
    shown = template("singletemplate", item("line", title="##delete## [[Your post]]"))
    assert "##delete##" not in shown
    assert "&#35;#delete&#35;#" in shown
    assert "&#91;[Your post]]" in shown


def test_an_entry_names_every_value() -> None:
    names = [row["name"] for row in kept()]
    shown = template("singletemplate")
    assert re.findall(r"<dt>.*?</dt>\n<dd>\[\[(.*?)\]\]</dd>", shown) == names
    assert "<dt>What should come first? (Place 2 of 3)</dt>" in shown
    assert all(control in shown for control in ("##actionsmenu##", "##approvalstatus##", "##user##"))


def test_the_list_shows_short_values_and_leads_to_the_rest() -> None:
    long = item("text", title="Why?")
    shown = template("listtemplate", long, *(item("line", f"s-{n}", f"Line {n}") for n in range(9)))
    assert "[[Why?]]" not in shown
    assert shown.count("<dt>") == 6
    assert '<a href="##moreurl##">Show all</a>' in shown
    assert "[[Why?]]" in template("listtemplate", long)


def test_the_list_prefers_what_every_entry_has() -> None:
    lines = [item("line", f"s-{n}", f"Line {n}", required=n > 6) for n in range(9)]
    shown = template("listtemplate", *lines)
    assert re.findall(r"\[\[Line (.)\]\]", shown) == ["0", "1", "2", "3", "7", "8"]


def test_the_form_says_what_is_to_be_entered() -> None:
    shown = template(
        "addtemplate",
        item("note", title="About the measure", help="Five minutes."),
        item("number", "n-1", least=Decimal(1), most=Decimal(1000)),
        item("number", "n-2", least=Decimal("0.5")),
        item("number", "n-3", most=Decimal(9)),
        item("line", max=40, help="As it is published."),
        item("rank", options=options("A", "B"), top=2, help="What matters more."),
    )
    texts = ("From 1 to 1,000.", "At least 0.5.", "At most 9.", "At most 40 characters.", "As it is published.")
    assert all(shown.count(text) == 1 for text in texts)
    assert shown.count("What matters more.") == shown.count("Choose a different one for each place.") == 1
    assert shown.index("About the measure") < shown.index("Five minutes.") < shown.index("[[")


def test_help_is_a_description_too() -> None:
    row = next(row for row in kept() if row["type"] == "textarea")
    assert row["description"] == "A few words are enough."


def test_pictures_stand_in_the_form_itself(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("<svg/>")
    assets, shown = picture(str(file))
    desk = desk_for(collection(item("line", help=shown)), assets=assets)
    form = str(write_data(desk).fields["addtemplate"])
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in form
    assert "PLUGINFILE" not in form
    assert not desk.files


def test_templates_hold_no_scripts_and_follow_the_language() -> None:
    made = written(collection(), language="ar").fields
    assert made["jstemplate"] == ""
    for name in ("singletemplate", "listtemplate", "listtemplateheader", "addtemplate"):
        assert 'dir="rtl" lang="ar"' in str(made[name])
        assert "<script" not in str(made[name])
    assert not re.search(
        r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)", str(made["csstemplate"])
    )


def test_rules_of_a_collection() -> None:
    own = written(collection(), completion=Completion(entries=2)).fields
    assert (own["approval"], own["manageapproved"], own["maxentries"], own["completionentries"]) == (1, 1, 0, 2)
    shared = written(collection(shared=True, entries=5), completion=Completion(view=True)).fields
    assert (shared["approval"], shared["maxentries"], shared["completionentries"]) == (0, 5, 0)


def test_required_fields() -> None:
    assert {row["name"] for row in kept() if row["required"] == "1"} >= {"Your region", "In force since"}
