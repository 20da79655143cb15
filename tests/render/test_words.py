"""Interface words: every catalogue whole, placeholders kept, numbers and direction by locale."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from builder.render.bundle import script, spoken
from builder.render.catalogue import _called, collect, missing, update
from builder.render.environment import environment
from builder.render.numbers import numbers, read_number
from builder.render.pseudo import pseudo
from builder.render.words import words
from builder.resources import templates

CATALOGUES = sorted((templates() / "locale").glob("*.po"))
MARK = re.compile(r"\{\w*\}|%\(\w+\)s")


def test_languages() -> None:
    assert {file.stem for file in CATALOGUES} >= {"ar", "es", "fr"}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_catalogue_is_whole(file: Path) -> None:
    assert missing(file.read_bytes()) == [], "run `python -m builder.render.catalogue` and translate what is empty"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_catalogue_holds_nothing_else(file: Path) -> None:
    wanted = {message.id for message in collect()}
    assert [message.id for message in read_po(BytesIO(file.read_bytes())) if message.id not in wanted] == []
    assert update(file) == update(file), "the same each time"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_placeholders_are_kept(file: Path) -> None:
    for message in read_po(BytesIO(file.read_bytes())):
        if isinstance(message.id, str):
            assert sorted(MARK.findall(message.string)) == sorted(MARK.findall(message.id)), message.id
        else:
            assert all(set(MARK.findall(form)) <= set(MARK.findall(message.id[1])) for form in message.string)


def test_a_missing_word_is_found() -> None:
    assert "Contents" in missing(b'msgid ""\nmsgstr ""\n')
    assert "Contents" in missing(b'msgid ""\nmsgstr ""\n\n#, fuzzy\nmsgid "Contents"\nmsgstr "X"\n')
    assert "Contents" not in missing(b'msgid ""\nmsgstr ""\n\nmsgid "Contents"\nmsgstr "X"\n')


def test_words_come_from_all_three_places() -> None:
    found = {message.id for message in collect() if message.id}
    assert {"Contents", "Example", "Not saved yet", ("About {n} minute", "About {n} minutes")} <= found


def test_words_in_f_strings_are_found(tmp_path: Path) -> None:
    file = tmp_path / "some.py"
    file.write_text("a = f'<p>{t(\"One\")}</p>'\nb = w.ngettext('{n} day', '{n} days', 2)\nc = t(name)\n")
    assert list(_called(file)) == [("One",), ("{n} day", "{n} days")]


@pytest.mark.parametrize("part", ["core", "panel", "quiz"])
def test_scripts_get_the_words_that_babel_finds(part: str) -> None:
    text = "\n".join(file.read_text("utf-8") for file in sorted((templates() / "player" / part).glob("*.js")))
    found = {message for _, message, *_ in extract("javascript", BytesIO(text.encode()), {"t": None}) if message}
    assert set(spoken(text)) == found


def test_script_carries_its_words() -> None:
    assert '"Not saved yet":"Pas encore enregistré"' in script("player.scorm12", "fr").decode()
    assert "Pas encore" not in script("quiz", "fr").decode()
    assert spoken("""cw.t("a \\"b\\"") + t('it\\'s "c"') + format("x") + at("y")""") == ['a "b"', 'it\'s "c"']


def test_plural_forms() -> None:
    def about(language: str, count: int) -> str:
        return words(language).ngettext("About {n} minute", "About {n} minutes", count)

    assert about("en", 1) == "About {n} minute"
    assert about("fr", 1) == "Environ {n} minute"
    assert about("fr", 4) == "Environ {n} minutes"
    assert len({about("ar", count) for count in (0, 1, 2, 3, 11)}) == 5


def test_fallbacks() -> None:
    assert words("fr-CH").gettext("Contents") == "Sommaire"
    assert words("xx").gettext("Contents") == "Contents"
    assert words("fr").gettext("not a word of the interface") == "not a word of the interface"


def test_pseudo_locale() -> None:
    assert pseudo("Saved") == "[Šåṽéð ~~]"
    assert MARK.findall(pseudo("{n} of {m}, %(x)s")) == ["{n}", "{m}", "%(x)s"]
    assert environment("qps").from_string("{{ _('Contents') }}").render() == "[Çöñţéñţš ~~~]"
    assert len(words("qps").ngettext("minute", "minutes", 2)) > len("minutes")


@pytest.mark.parametrize(
    ("language", "unit", "expected"),
    [
        ("en", "%", "1,234.5%"),
        ("fr", "%", "1\u202f234,5\u00a0%"),
        ("es", "%", "1.234,5\u00a0%"),
        ("ar", "%", "1,234.5%"),
        ("en", "million", "1,234.5\u00a0million"),
        ("en", "US$", "US$1,234.5"),
        ("fr", "US$", "1\u202f234,5\u00a0US$"),
        ("en", "", "1,234.5"),
        ("fr-CH", "", "1\u202f234,5"),
        ("xx", "", "1,234.5"),
    ],
)
def test_numbers_by_language(language: str, unit: str, expected: str) -> None:
    assert numbers(language).write(Decimal("1234.5"), 1, unit) == expected


def test_numbers_are_rounded_as_one_learns_at_school() -> None:
    write = numbers("en").write
    assert [write(Decimal(text), 1) for text in ("0.25", "0.35", "-0.04", "-9.25")] == [
        "0.3",
        "0.4",
        "0.0",
        "\u22129.3",
    ]
    assert numbers("ar").write(Decimal("-4.1"), 1).startswith("\u200e\u2212")


def test_direction_and_decimal_sign() -> None:
    assert [(numbers(name).direction, numbers(name).decimal) for name in ("en", "fr", "ar")] == [
        ("ltr", "."),
        ("ltr", ","),
        ("rtl", "."),
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("33", "33"), (" -1.5 ", "-1.5"), ("\u22122", "-2"), ("33 %", "33"), ("n/a", None), ("", None)]
)
def test_read_number(text: str, value: str | None) -> None:
    assert read_number(text) == (None if value is None else Decimal(value))
