"""Arbitrary input never raises, and every diagnostic points into the file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.model.span import Span
from builder.source.files import decode
from builder.source.load import load_course, load_programme
from builder.source.markdown.document import Origin, read_document
from builder.source.yaml import read_yaml
from tests.support.miniature import MINIATURE, write

PIECES = (
    *(
        "= ",
        "! ",
        "=",
        "# ",
        "## ",
        ":::",
        "::::",
        "::: note",
        "::: quiz {#q}",
        "::: bars",
        "- [x] ",
        "- [ ] ",
        "- [x]: ",
    ),
    *(
        "> ",
        "1. ",
        "- ",
        "    ",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "---\n",
        "===\n",
        "[[",
        "]]",
        "[",
        "]",
        "](",
        ")",
        "[@EV-01",
        ";",
    ),
    *(
        "[^1]",
        "[^1]: ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "<sub>",
        "</sub>",
        "<div>",
        "<!--",
        "-->",
        "&#12;",
        "&amp;",
        "\\",
    ),
    *("{#a", "{.single", ' key="v"', "}", "| a | b |\n|---|---|\n", "| ", "![", "http://x", "media/a.svg", ": ", "~ "),
    *("word", "\u00e9", "\u2028", "\x85", "\U0001f600", "/", "=1995 / 1994"),
)
MARKDOWN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join)
YAML_PIECES = (
    *(
        "a: ",
        "- ",
        "b:",
        "\n",
        "  ",
        "\t",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&x ",
        "*x",
        "!t ",
        "|\n",
        ">\n",
        "#",
        "---",
    ),
    *("? ", "%", "@", "`", "\\", "1", "yes", "null", "...", "\u2028", "\x7f", "\U0001f600", "<<: "),
)
YAML = st.lists(st.one_of(st.sampled_from(YAML_PIECES), st.text(max_size=3)), max_size=40).map("".join)


def assert_inside(span: Span, lines: list[str]) -> None:
    assert 0 <= span.line <= len(lines)
    assert span.width >= 1
    if span.line:
        assert 1 <= span.column <= len(lines[span.line - 1]) + 2


@given(MARKDOWN, st.booleans())
@settings(max_examples=300, deadline=None)
@example("- [x]\n\t- [x]\t= 3\n", True)
@example(">" * 200 + "a", False)
@example("- " * 200 + "a", False)
@example("[" * 500 + "]" * 500, False)
@example("![" * 100 + "](a)" * 100, False)
@example("*a **b " * 100, False)
@example("::: note\n" * 100, False)
@example("::: note {" + '"' * 500 + "}", False)
@example("[^1]: " * 50, False)
def test_any_markdown(text: str, quiz: bool) -> None:  # noqa: FBT001 - hypothesis passes it so
    lines = text.replace("\r", "").split("\n")
    origin = Origin(path="c/en/01-page.md", page="01-page.md", language="en", quiz=quiz)
    document = read_document(lines, 0, origin)
    for diagnostic in document.diagnostics:
        assert_inside(diagnostic.span, lines)
    assert document == read_document(lines, 0, origin)


@given(YAML)
@settings(max_examples=300, deadline=None)
def test_any_yaml(text: str) -> None:
    field, found = read_yaml(text, "a.yaml")
    assert field is not None or found or not text.strip() or "#" in text or "-" in text or "%" in text
    for diagnostic in found:
        assert diagnostic.span.line >= 1


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_octets(data: bytes) -> None:
    found = []
    text = decode(data, "a.md", found)
    assert (text is None) == bool(found)
    if text is not None:
        assert "\r" not in text


@given(st.sampled_from(sorted(MINIATURE)), st.one_of(YAML, MARKDOWN, YAML.map(lambda text: f"---\n{text}\n---\n")))
@settings(max_examples=100, deadline=None)
def test_any_file(tmp_path_factory: object, path: str, text: str) -> None:
    root: Path = tmp_path_factory.mktemp("courses")  # type: ignore[attr-defined]
    programme, _ = load_programme(write(root, {path: text.encode("utf-8", "replace")}))
    if programme is not None:
        for folder in programme.courses:
            load_course(programme, folder, "en")
