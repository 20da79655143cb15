"""The look of our HTML in Moodle's themes, and the direction of its language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.targets.mbz.dress import dressed, turned
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.room import write_room
from tests.targets.mbz import rooms


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ('<div class="box note" role="note">', '<div class="alert alert-info" role="note">'),
        ('<div class="box example" role="note">', '<div class="border rounded p-3 mb-3" role="note">'),
        ('<details class="box reveal">', '<details class="border rounded p-3 mb-3">'),
        ("<table>", '<div class="table-responsive" tabindex="0"><table class="table table-bordered table-sm">'),
        ('<td class="end">41</td>', '<td class="text-right text-end">41</td>'),
        ('<a class="back" href="#c-1">', '<a class="back d-inline-block px-2 py-1" href="#c-1">'),
        ("<figcaption>", '<figcaption class="small">'),
        ('<h2 id="a">A</h2>', '<h2 class="h4 mt-4" id="a">A</h2>'),
    ],
)
def test_our_names_become_those_of_the_themes(ours: str, theirs: str) -> None:
    assert dressed(ours) == theirs


def test_the_last_text_of_a_box_leaves_no_room_below_itself() -> None:
    box = '<div class="box note" role="note"><p class="box-t">Note</p>\n<p>One.</p>\n{last}\n</div>\n<p>After.</p>'
    for last, shown in {
        "<p>Two.</p>": '<p class="mb-0">Two.</p>',
        "<ul><li>Two.</li></ul>": '<ul class="mb-0"><li>Two.</li></ul>',
        "<ol>\n<li><p>Two.</p></li>\n</ol>": '<ol class="mb-0">\n<li><p>Two.</p></li>\n</ol>',
        "<pre>Two.</pre>": "<pre>Two.</pre>",
    }.items():
        html = dressed(box.format(last=last))
        assert f"<p>One.</p>\n{shown}\n</div>\n<p>After.</p>" in html


def test_text_is_turned_only_where_its_language_is() -> None:
    assert turned("<p>Text</p>", "en") == "<p>Text</p>"
    assert turned("<p>نص</p>", "ar") == '<div dir="rtl" lang="ar" class="text-right text-end"><p>نص</p></div>'
    assert not turned("", "ar")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_section_says_what_the_course_is_and_every_summary_turns(language: str) -> None:
    room = plan_of(replace(rooms.room(), language=language)).rooms[0]
    entry, _ = write_room(room, language, None, 0)
    text = entry.data.decode()
    assert f"<name>{room.section.title}</name>" in text
    assert room.section.summary == rooms.room().summary
    assert ("rtl" in text) is (language == "ar")
