"""Books, forums, links, files, assignments and glossaries of a backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.model import activity
from builder.model.activity import Activity, Address, Assignment, Book, Chapter, Download, Forum, Words
from builder.model.course import Asset, Lesson, Page, Term
from builder.model.text import Blocks, Footnote, FootnoteRef, Image, Inlines, Link, Paragraph, Text
from builder.targets import pdf
from builder.targets.mbz.desk import Desk, Grade, Written
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.naming import LENGTH, named
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.xml import Element, branch
from tests.targets.mbz.form_samples import desk_for
from tests.targets.mbz.rooms import taught, words
from tests.targets.samples import PLACE


def page(id: str = "a", blocks: Blocks = (), lead: Inlines = (), **fields: Any) -> Page:
    return Page(
        id=id, path=f"{id}.md", title=f"Title of {id}", kind="page", blocks=blocks, span=PLACE, lead=lead, **fields
    )


def write(desk: Desk) -> Written:
    return WRITERS[type(desk.module.content)][1](desk)


def written(activity: Activity, completion: Completion | None = None, **commons: Any) -> Written:
    return write(desk_for(activity, completion, **commons))


def rows(made: Written, path: str) -> list[Element]:
    return list(branch("activity", made.children).iterfind(path))


def column(made: Written, path: str, name: str) -> list[str | None]:
    return [row.findtext(name) for row in rows(made, path)]


def stored(desk: Desk) -> list[tuple[str, ...]]:
    """Component, area, folder, name and order of the files of a backup that the module lists."""
    names = ("component", "filearea", "itemid", "filepath", "filename", "sortorder")
    listed = [one for one in desk.ledger.files.listing() if int(one.get("id", "")) in desk.files]
    return [tuple(one.findtext(name) or "" for name in names) for one in listed]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("R&D: 5 < 6", "R&D: 5 < 6"),
        ("a<b & c>d", "a&lt;b & c>d"),
        ("&lt; is <", "&amp;lt; is <"),
        ("two\n lines ", "two lines"),
        ("x" * 255, "x" * 255),
        ("x" * 256, "x" * 254 + "…"),
    ],
)
def test_names_are_shown_as_they_are(text: str, name: str) -> None:
    assert named(text) == name


@pytest.mark.parametrize("text", ["<y" * 60, "<y" * 128, "<" * 300, "&lt;" * 90])
def test_names_fit_however_much_stands_for_a_sign(text: str) -> None:
    assert len(named(text)) <= LENGTH


def book(*chapters: Chapter, blocks: Blocks = (), **fields: Any) -> Book:
    return Book(page=page(blocks=blocks, **fields), chapters=chapters)


def chapter(title: str, blocks: Blocks = (), *, sub: bool = False) -> Chapter:
    return Chapter((Text(title),), blocks, sub)


def test_chapters_stand_in_order_and_never_begin_with_a_part() -> None:
    made = written(book(chapter("One", sub=True), chapter("1 < 2 <b>", sub=True), chapter("Two", words("End."))))
    assert column(made, "chapters/chapter", "title") == ["One", "1 < 2 &lt;b>", "Two"]
    assert column(made, "chapters/chapter", "subchapter") == ["0", "1", "0"]
    assert column(made, "chapters/chapter", "pagenum") == ["1", "2", "3"]
    assert column(made, "chapters/chapter", "content")[2] == "<p>End.</p>"


def test_what_stands_before_the_first_heading_is_a_chapter() -> None:
    made = written(book(chapter("One", sub=True), blocks=words("Before."), lead=(Text("Lead."),)))
    assert column(made, "chapters/chapter", "title") == ["Title of a", "One"]
    assert column(made, "chapters/chapter", "subchapter") == ["0", "1"]
    assert column(made, "chapters/chapter", "content")[0] == "<p>Before.</p>"
    assert made.fields["intro"] == "<p>Lead.</p>"
    assert written(book()).children == ()


def test_a_chapter_has_its_own_pictures_notes_and_links(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("<svg/>")
    shown = (Paragraph((Image("media/map.svg", "A map", "", PLACE),), PLACE),)
    noted = (Paragraph((Text("Noted"), FootnoteRef(1), Link("a.md", (Text("here"),), "", PLACE)), PLACE),)
    content = book(
        chapter("One", noted), chapter("Two", shown), footnotes=(Footnote("1", words("What the note says.")),)
    )
    desk = desk_for(content, assets={"media/map.svg": Asset("media/map.svg", str(file))}, lessons=(lesson_of(content),))
    made = write(desk)
    numbers = [row.get("id") for row in rows(made, "chapters/chapter")]
    assert stored(desk) == [("mod_book", "chapter", numbers[1], "/", "map.svg", "0")]
    first, second = column(made, "chapters/chapter", "content")
    assert "What the note says." in str(first)
    assert f'href="$@BOOKVIEWBYID*{desk.module.number}@$"' in str(first)
    assert "@@PLUGINFILE@@/map.svg" in str(second)


def lesson_of(activity: Activity) -> Lesson:
    return replace(taught().lessons[0], pages=(activity.page,))


def test_a_forum_is_general_or_has_one_discussion() -> None:
    assert written(Forum(page=page())).fields["type"] == "general"
    made = written(Forum(page=page(blocks=words("Hello.")), single=True), Completion(posts=2))
    assert (made.fields["type"], made.fields["completionposts"]) == ("single", 2)
    assert made.fields["intro"] == "<p>Hello.</p>"


def test_groups_kept_apart_open_discussions_of_their_own() -> None:
    desk = desk_for(Forum(page=page(), single=True))
    desk.module = replace(desk.module, entry=replace(desk.module.entry, apart=True))
    assert write(desk).fields["type"] == "general"
    assert [one.code.id for one in desk.ledger.diagnostics] == ["Z102"]


def test_a_link_shows_its_text_in_the_course() -> None:
    made = written(Address(page=page(blocks=words("Look.")), url="https://example.org/?a=1&b=2"))
    assert made.fields["externalurl"] == "https://example.org/?a=1&b=2"
    assert made.cells == {"showdescription": 1}
    assert written(Address(page=page(), url="https://example.org/")).cells == {"showdescription": 0}


@pytest.fixture
def media(tmp_path: Path) -> dict[str, Asset]:
    made = {}
    for path in ("media/note.pdf", "media/sub/table b.csv"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())
        made[path] = Asset(path, str(file))
    return {**made, "media/gone.pdf": Asset("media/gone.pdf", str(tmp_path / "gone"))}


def test_a_file_is_the_one_its_area_opens(media: dict[str, Asset]) -> None:
    desk = desk_for(Download(page=page(), files=("media/sub/table b.csv",)), assets=media)
    assert desk.module.kind == "resource"
    assert write(desk).cells == {"showdescription": 0}
    assert stored(desk) == [("mod_resource", "content", "0", "/", "table b.csv", "1")]


def test_a_folder_keeps_its_folders_and_leaves_out_what_is_not_there(media: dict[str, Asset]) -> None:
    desk = desk_for(Download(page=page(), files=tuple(media), folder=True), assets=media)
    assert desk.module.kind == "folder"
    assert write(desk).fields["forcedownload"] == 1
    assert stored(desk) == [
        ("mod_folder", "content", "0", "/", "note.pdf", "0"),
        ("mod_folder", "content", "0", "/sub/", "table b.csv", "0"),
    ]


def printing(monkeypatch: pytest.MonkeyPatch, *folders: str, lacks: str = "") -> Desk:
    monkeypatch.setattr(pdf, "TARGET", replace(pdf.TARGET, lacks=lambda: lacks))
    monkeypatch.setattr("builder.targets.pdf.layout.pdf", lambda html, files, colour: html.encode())
    desk = desk_for(Download(page=page(), files=(), folder=True, print=folders))
    courses = {folder: taught(folder=folder, code=folder.upper()) for folder in ("tg", "th")}
    plan = replace(desk.ledger.plan, classroom=replace(desk.ledger.plan.classroom, courses=courses))
    desk.ledger.plan = plan
    return desk


def test_hand_outs_are_a_booklet_a_course_of_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = printing(monkeypatch, "tg", "th")
    write(desk)
    assert [one[3:5] for one in stored(desk)] == [("/", "TG Course.pdf"), ("/", "TH Course.pdf")]
    assert not desk.ledger.diagnostics
    html = next(desk.ledger.files.entries()).data.decode()
    assert all(f"Text of p-{number}." in html for number in (1, 2, 3))
    assert "p-check" not in html
    assert "p-final" not in html


def test_the_text_of_an_activity_is_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = printing(monkeypatch, "note")
    note = activity.Text(page=replace(page(), id="note", title="One sheet"))
    room = replace(desk.ledger.plan.classroom, activities={"note": note})
    desk.ledger.plan = replace(desk.ledger.plan, classroom=room)
    write(desk)
    assert [one[3:5] for one in stored(desk)] == [("/", "One sheet.pdf")]
    assert "One sheet" in next(desk.ledger.files.entries()).data.decode()


def test_names_of_hand_outs_fit_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = printing(monkeypatch, "tg")
    course = taught(code="", title='Who? "Men/women" & d\'eux: ' + "x" * 100)
    desk.ledger.plan = replace(desk.ledger.plan, classroom=replace(desk.ledger.plan.classroom, courses={"tg": course}))
    write(desk)
    assert [one[4] for one in stored(desk)] == [
        "Who Men women d\N{RIGHT SINGLE QUOTATION MARK}eux " + "x" * 60 + ".pdf"
    ]


def test_hand_outs_that_cannot_be_made_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = printing(monkeypatch, "tg", "gone", lacks="There is no ink.")
    write(desk)
    told = [one.message for one in desk.ledger.diagnostics]
    assert len(told) == 2
    assert "There is no ink." in told[0]
    assert "`gone`" in told[1]
    assert not stored(desk)


def settings(made: Written) -> dict[tuple[str, str, str], str]:
    return {
        (row.findtext("subtype", ""), row.findtext("plugin", ""), row.findtext("name", "")): row.findtext("value", "")
        for row in rows(made, "plugin_configs/plugin_config")
    }


def test_an_assignment_takes_what_the_author_asks_for() -> None:
    work = Assignment(page=page(), files=3, types=(".pdf", ".docx"), text=False, due=86400, points=50)
    made = written(work, Completion(send=True))
    taken = settings(made)
    assert taken["assignsubmission", "onlinetext", "enabled"] == "0"
    assert taken["assignsubmission", "file", "enabled"] == "1"
    assert taken["assignsubmission", "file", "maxfilesubmissions"] == "3"
    assert taken["assignsubmission", "file", "filetypeslist"] == ".pdf,.docx"
    assert taken["assignfeedback", "comments", "enabled"] == "1"
    assert made.grade == Grade(50)
    start = desk_for(Assignment(page=page())).ledger.start
    assert (made.fields["duedate"], made.fields["cutoffdate"]) == (start + 86400 + 22 * 3600, 0)
    assert (made.fields["grade"], made.fields["completionsubmit"], made.fields["nosubmissions"]) == (50, 1, 0)


def test_an_assignment_without_points_date_or_files() -> None:
    made = written(Assignment(page=page(), files=0, points=0), Completion(view=True))
    assert made.grade is None
    assert (made.fields["grade"], made.fields["duedate"], made.fields["completionsubmit"]) == (0, 0, 0)
    assert settings(made)["assignsubmission", "file", "enabled"] == "0"
    assert ("assignsubmission", "file", "maxfilesubmissions") not in settings(made)
    assert written(Assignment(page=page(), files=0, text=False)).fields["nosubmissions"] == 1


def test_a_glossary_has_its_terms_by_their_letters() -> None:
    terms = {
        one.id: one
        for one in (
            Term("z", "zed", "Last.", PLACE),
            Term("e", "Étiquette", "Of a < b & c.", PLACE),
            Term("f", "Free", "First.", PLACE),
        )
    }
    made = written(Words(page=page(blocks=words("The words."))), Completion(entries=1), glossary=terms)
    assert column(made, "entries/entry", "concept") == ["Étiquette", "Free", "zed"]
    assert column(made, "entries/entry", "definition")[0] == "<p>Of a &lt; b &amp; c.</p>"
    assert set(column(made, "entries/entry", "approved")) == {"1"}
    assert (made.users, made.withheld) == (True, ())
    assert made.fields["completionentries"] == 1
    read = written(Words(page=page()), Completion(view=True), glossary=terms)
    assert read.withheld == ("mod/glossary:write",)
    empty = written(Words(page=page()), glossary={})
    assert (empty.children, empty.users) == ((), False)


def test_a_term_in_a_text_leads_to_its_entry() -> None:
    links = Link("glossary:t", (Text("here"),), "", PLACE), Link("glossary:u", (Text("not"),), "", PLACE)
    text = (Paragraph(links, PLACE),)
    desk = desk_for(Words(page=page(blocks=text)), glossary={"t": Term("t", "a<b & c", "So.", PLACE)})
    address = f"$@GLOSSARYVIEWBYID*{desk.module.number}@$&amp;mode=term&amp;hook=a%26lt%3Bb%20%26%20c"
    assert write(desk).fields["intro"] == f'<p><a class="term" href="{address}">here</a>not</p>'


def test_definitions_turn_with_their_language() -> None:
    made = written(Words(page=page()), language="ar", glossary={"t": Term("t", "تجارة", "تبادل", PLACE)})
    assert 'dir="rtl"' in str(column(made, "entries/entry", "definition")[0])
