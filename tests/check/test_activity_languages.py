"""Activities in another language beside those of the source language."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_translated_activities
from tests.support.activities import activity, read

PROGRAMME = "id: p\ntitle: P\nlanguages: [en, fr]\nsource_language: en\ncourses: [c]\n"
ITEM = "## Did you use it? {#s-used}\n\n- [ ] Yes\n- [ ] No\n"
FRENCH = "## L'avez-vous utilisé ? {#s-used}\n\n- [ ] Oui\n- [ ] Non\n"


def differences(root: Path, english: str | None, french: str | None) -> list[str]:
    """The codes of what sets two versions of one file apart, with their messages."""
    files = {"programme.yaml": PROGRAMME, "en/a.md": english, "fr/a.md": french}
    master, translation = (read(root, files, language) for language in ("en", "fr"))
    found = check_translated_activities(
        (master.commons, master.activities), (translation.commons, translation.activities)
    )
    return [f"{one.code.id} {one.message}" for one in found]


def test_only_the_words_differ(tmp_path: Path) -> None:
    more = "\n---\n\n## Why? {#s-why .text lines=3 required when=s-used:2}\n"
    english, french = activity("survey", ITEM + more), activity("survey", FRENCH + more.replace("Why", "Pourquoi"))
    assert differences(tmp_path, english, french) == []


@pytest.mark.parametrize(
    ("english", "french", "expected"),
    [
        (activity("page"), None, "N101"),
        (None, activity("page"), "N102"),
        (activity("page"), activity("page", id="b"), "N103"),
        (activity("page"), activity("label"), "N104 The page is of `kind: label`"),
        (
            activity("file", front="file: media/a\n"),
            activity("folder", front="files: media/a\n"),
            "N104 The page is of `kind: folder`",
        ),
        (activity("survey", f"{ITEM}\n## And? {{#s-and .text}}\n"), activity("survey", FRENCH), "N105"),
        (activity("survey", ITEM), activity("survey", f"{FRENCH}\n## Et ? {{#s-et .text}}\n"), "N106"),
        (activity("survey", ITEM), activity("survey", FRENCH.replace("}", " .menu}")), "its kind (`.menu`"),
        (activity("survey", ITEM), activity("survey", f"{FRENCH}- [ ] Peut-être\n"), "the number of its options"),
        (activity("survey", ITEM), activity("survey", FRENCH.replace("}", " required}")), "`required`"),
        (
            activity("survey", "## A {#s-a .rating}\n\n1. B\n2. C\n"),
            activity("survey", "## A {#s-a .rating}\n\n0. B\n1. C\n"),
            "the values of its scale",
        ),
        (
            activity("survey", f"{ITEM}\n---\n\n## A {{#s-a .text when=s-used:1}}\n"),
            activity("survey", f"{ITEM}\n---\n\n## A {{#s-a .text when=s-used:2}}\n"),
            "`when`",
        ),
        (
            activity("survey", f"{ITEM}\n---\n\n## A {{#s-a .text}}\n"),
            activity("survey", f"{ITEM}\n## A {{#s-a .text}}\n"),
            "the page it stands on",
        ),
        (
            activity("survey", "## A {#s-a .text}\n\n## B {#s-b .text}\n"),
            activity("survey", "## B {#s-b .text}\n\n## A {#s-a .text}\n"),
            "the order of its questions",
        ),
        (activity("poll", "- [ ] A\n- [ ] B\n"), activity("poll", "- [ ] A\n- [ ] B\n- [ ] C\n"), "its options"),
        (activity("assignment", front="files: 2\n"), activity("assignment"), "`files`"),
        (activity("collection", ITEM, "shared: true\n"), activity("collection", ITEM), "`shared`"),
    ],
)
def test_what_differs_is_said(tmp_path: Path, english: str | None, french: str | None, expected: str) -> None:
    (one, *others) = differences(tmp_path, english, french)
    assert expected in one
    assert others == []


def test_a_translated_id_is_another_question(tmp_path: Path) -> None:
    found = differences(tmp_path, activity("survey", ITEM), activity("survey", FRENCH.replace("s-used", "s-utile")))
    assert [one[:4] for one in found] == ["N105", "N106"]


def test_addresses_and_files_may_be_translated(tmp_path: Path) -> None:
    english, french = (activity("url", front=f"url: https://example.org/{each}\n") for each in ("en", "fr"))
    assert differences(tmp_path, english, french) == []


def test_a_language_without_activities_lacks_all_of_them(tmp_path: Path) -> None:
    assert [one[:4] for one in differences(tmp_path, activity("page"), None)] == ["N101"]
