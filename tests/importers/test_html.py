"""HTML of other tools: what it becomes, and what is named as lost."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from builder.importers.html import NO_ALT, read_html, read_inline_html
from builder.importers.write_blocks import write_blocks
from builder.importers.write_inline import Sheet
from builder.model.span import Span
from builder.model.text import QuizBlock, Recording
from builder.source.markdown.document import Origin, read_document
from builder.targets.fragments import Fragments
from tests.support.everything import everything
from tests.support.meaning import meaning

AT = Span("bank.xml", 3)
EXAMPLES = {
    "<p>One <b>two</b> <i>three</i></p><p>four</p>": "One **two** *three*\n\nfour",
    "One<br>two<br><br>three": "One\\\ntwo\n\nthree",
    "<p>&nbsp;</p><p> \n</p>": "",
    "<p><b> bold </b>text <em></em>x</p>": "**bold** text x",
    '<span style="font-weight:700">b</span> <span style="font-style: italic">i</span>': "**b** *i*",
    "<p>H<sub>2</sub>O <code>a*b</code> <kbd>Tab</kbd></p>": "H<sub>2</sub>O `a*b` `Tab`",
    '<abbr title="World Trade Organization">WTO</abbr>': '<abbr title="World Trade Organization">WTO</abbr>',
    "<q>Yes</q>": "\u201cYes\u201d",
    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>": "- a\n  - b\n- c",
    "<ul><li>a</li><ul><li>b</li></ul></ul>": "- a\n  - b",
    "<ul><li><p>a</p></li><li><p>b</p></li></ul>": "- a\n\n- b",
    '<ol start="3"><li>c<li>d</ol>': "3. c\n4. d",
    "<h2>Title</h2><div>text</div>": "## Title\n\ntext",
    "<blockquote>Said</blockquote><hr>": "> Said\n\n___",
    "<pre><code class='language-py'>a = 1\nb</code></pre>": "```py\na = 1\nb\n```",
    "<dl><dt>T</dt><dd>D</dd></dl>": "T\n: D",
    '<a href="https://example.org/a b?x=1&amp;y=2">link</a>': "[link](https://example.org/a%20b?x=1&y=2)",
    '<a href="mailto:a@b.org"></a>': "[mailto:a@b.org](mailto:a@b.org)",
    '<figure><img src="a.png" alt="A"><figcaption>Cap</figcaption></figure>': '![A](media/a.png "Cap")',
    "<details><summary>More</summary><p>text</p></details>": "::: reveal More\n\ntext\n\n:::",
    "<table><tr><th>A</th><th style='text-align:right'>B</th></tr><tr><td>1<td>2<br>3</table>": (
        "| A | B |\n|---|--:|\n| 1 | 2<br>3 |"
    ),
    "<table><tr><td>1<td>2</table>": "| | |\n|---|---|\n| 1 | 2 |",
    "<table><tr><td><p>Only</p><p>laid out</p></td></tr></table>": "Only\n\nlaid out",
    "5 < 6 &amp; [x] *y* &lt;b&gt; # no": "5 < 6 & \\[x] \\*y\\* \\<b> # no",
    "# no heading": "\\# no heading",
    "1. no list": "1\\. no list",
}
LOSSES = {
    "<u>x</u>": "underlined text",
    "<del>x</del>": "struck-out text",
    '<span style="color:red">x</span>': "colours, fonts and sizes of text",
    "<script>alert(1)</script>x": "scripts",
    "<svg><text>x</text></svg>": "drawings inside the text",
    "<math><mi>x</mi></math>": "formulas",
    "<input value=1>": "form fields",
    '<a href="javascript:alert(1)">x</a>': "links to local files",
    '<a href="#top">x</a>': "links to other places of the document",
    '<img src="gone.png" alt="x">': "pictures that are not in the file",
    '<img src="a.png">': f"descriptions of pictures (they read \u201c{NO_ALT}\u201d now)",
    '<iframe src="https://video.example/1"></iframe>': (
        "embedded videos, sounds and pages (a link is left where there was an address)"
    ),
    "<table><tr><td colspan=2>x<tr><td>1<td>2</table>": "joined cells of tables (the text stands in the first)",
    "<table><tr><td><ul><li>x</ul><td>y</table>": "lists inside a cell or a line (a line each now)",
    "<blockquote><h2>x</h2></blockquote>": "headings inside other text (they are bold now)",
}
PIECES = (
    *("<p>", "</p>", "<b>", "</i>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<dl>", "<dt>"),
    *("<img src=a.png>", "<a href='https://x.org/'>", "</a>", "<pre>", "<br>", "<details>", "<summary>", "<figure>"),
    *("<td rowspan=9999999>", "<td colspan=99999>", "<div class='box note'>", "<p class='box-t'>", "<div class='pic'>"),
    *("&#0;", "&#xd800;", "&bogus;", "&#99999999999;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml?>", "\0", "\ud800"),
    *("[[gap]]", "::: note", "{#id}", "- [x]", "= 3", "\u202e", "<svg>", "<math>", "<template>", "<h3>", "<dd>"),
    *("word", " ", "\n", "\u00a0", "<div>" * 300, "<b>" * 300, "<script>", "</script>", "<style>", "<o:p>"),
    *("\x1b", "<ol start=99999999999>", "<img alt='x"),
)


def media(source: str) -> str | None:
    return None if source == "gone.png" else f"media/{source.rpartition('/')[2]}"


def markdown(html: str) -> str:
    return "\n".join(write_blocks(read_html(html, AT, media)[0], Sheet()))


@pytest.mark.parametrize("html", EXAMPLES)
def test_html_becomes_markdown(html: str) -> None:
    assert markdown(html) == EXAMPLES[html]


@pytest.mark.parametrize("html", LOSSES)
def test_losses_are_named_once(html: str) -> None:
    assert read_html(html + html, AT, media)[1] == [LOSSES[html]]


@pytest.mark.parametrize("html", EXAMPLES)
def test_what_has_a_node_loses_nothing(html: str) -> None:
    assert read_html(html, AT, media)[1] == []


def test_headings_have_no_place_in_questions() -> None:
    blocks, lost = read_html("<h2>Why?</h2>", AT, media, headings=False)
    assert "\n".join(write_blocks(blocks, Sheet())) == "**Why?**"
    assert lost == ["headings inside other text (they are bold now)"]


def test_inline() -> None:
    run, lost = read_inline_html("<p>a</p><ul><li>b</li></ul>", AT, media)
    assert [getattr(node, "text", "br") for node in run] == ["a", "br", "\u2022 b"]
    assert lost == ["lists inside a cell or a line (a line each now)"]


def test_our_own_html_comes_back() -> None:
    """Blocks whose HTML holds all there is: no citation, no footnote, no link that only a course can follow."""
    _, course = everything()
    fragments = Fragments(course)
    compared = 0
    for page in course.pages:
        for block in page.blocks:
            html = "" if isinstance(block, QuizBlock | Recording) else fragments.html((block,))
            again, lost = read_html(html, AT, str)
            if html and fragments.html(again) == html:
                assert lost == []
                compared += 1
    assert compared > 8


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_nothing_in_html_raises(start: int) -> None:
    """Whatever it is, it is read, and what is read can be written and means the same again."""
    for seed in range(start, start + 100):
        rng = Random(seed)
        html = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 25)))
        blocks, _ = read_html(html, AT, media)
        lines = write_blocks(blocks, Sheet())
        document = read_document(lines, 0, Origin(path="c/en/a.md", page="a.md", language="en"))
        assert [one.message for one in document.diagnostics if one.is_error and one.code.id != "H101"] == [], html
        assert len(meaning(document.blocks)) <= len(meaning(blocks)), html


@pytest.mark.parametrize(
    "html",
    [
        *("<b>x</b>" * 30_000, "<b>x</b><i></i>" * 15_000, "*_[" * 80_000, "x<br>" * 40_000),
        *("<ul>" + "<li>x" * 30_000, "<span>" * 200 + "<i>x</i>" * 30_000),
    ],
    ids=["bold", "empty", "signs", "breaks", "items", "deep"],
)
def test_long_html_takes_no_longer_than_it_is(html: str) -> None:
    """Seconds of the processor, far above what is needed: what takes the square of its length needs minutes."""
    start = process_time()
    write_blocks(read_html(html, AT, media)[0], Sheet())
    assert process_time() - start < 10
