"""The print target: what stands on paper, in which order, for whom; read back with a library that did not write it."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdf
import pytest

from builder.model.package import Package, packages_of
from builder.render.plain import plain
from builder.state.reach import questions_of
from builder.targets.base import Context, Product
from builder.targets.pdf import TARGET, documents
from builder.targets.pdf.layout import missing
from builder.targets.pdf.paper import drawn
from tests.support.everything import everything
from tests.support.question_samples import exam, package, page, quiz

PROGRAMME, COURSE = everything()
PACKAGE = packages_of(COURSE)[0]
BLANK = re.compile(r"\s+")


@cache
def html() -> dict[str, str]:
    return dict(documents(PACKAGE))


@pytest.fixture(scope="module")
def small() -> Product:
    """A package of two lessons, short enough to be laid out more than once."""
    if missing():
        if os.environ.get("CI"):
            pytest.fail(missing())
        pytest.skip(missing())
    return TARGET.build(few_pages(), Context(PROGRAMME))


def few_pages(language: str = "en") -> Package:
    first, last = COURSE.lessons[1], COURSE.lessons[2]
    lessons = (replace(first, pages=first.pages[:4]), last)
    course = replace(COURSE, lessons=lessons, language=language)
    return Package(course.id, course.title, course, lessons)


def read(product: Product, name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(next(entry.data for entry in product.entries if entry.path == name)))


def words(reader: pypdf.PdfReader) -> str:
    return BLANK.sub(" ", " ".join(page.extract_text() for page in reader.pages))


def test_a_document_for_each_use() -> None:
    names = list(html())
    assert names[0] == "booklet"
    assert names[-1] == "answers"
    assert "lessons/01-l-examples" in names
    assert "pages/p-text" in names
    assert {"tests/p-before", "tests/p-test"} <= set(names)
    assert "pages/p-quiz" not in names, "a quiz is no hand-out"


def test_every_question_is_asked_and_answered() -> None:
    key = html()["answers"]
    sheets = "".join(text for name, text in html().items() if name != "answers")
    bank = {unit.id for page in COURSE.banks if page.quiz for unit in page.quiz.questions}
    for question in questions_of(PACKAGE).values():
        title = plain(question.title).split("'")[0].replace("&", "&amp;")
        assert title in key
        assert title in sheets or question.id in bank


def test_no_sheet_gives_answers_away() -> None:
    for name, text in html().items():
        shown = text if name != "answers" else ""
        assert "✓" not in shown
        assert "a direct cost" not in shown.lower(), "feedback of an option"
        assert "A good answer names a group" not in shown, "a model answer"
    assert "✓ Fees at the border" in html()["answers"]
    assert "A good answer names a group" in html()["answers"]


def test_a_test_is_not_in_the_booklet_and_draws_the_same_each_time() -> None:
    course = package(page(exam(), "p-exam"), banks=(page(quiz("b", "bank"), "bank-1"),))
    (test,) = [page.quiz for page in course.pages if page.quiz]
    assert drawn(course, test) == drawn(course, test)
    assert len(drawn(course, test)) >= 3
    booklet = html()["booklet"]
    lesson = booklet[booklet.index('id="p-test"') :]
    assert 'class="question"' not in lesson


def test_numbers_on_a_sheet_are_those_of_the_key() -> None:
    asked = re.findall(r'class="number">([^<]+)</span> ([^<]+)<', html()["tests/p-test"])
    key = re.findall(r'class="number">([^<]+)</span> ([^<]+)<', html()["answers"].split(">Test</h2>")[1])
    assert len(asked) > 15
    assert set(asked) <= set(key)


def test_footnotes_sources_and_transcripts_are_printed() -> None:
    booklet = html()["booklet"]
    assert "A note with a" in booklet
    assert "https://www.wto.org/english/tratop_e/womenandtrade_e/buenos_aires_declaration_e.htm" in booklet
    assert "A queue of women with baskets" in booklet
    assert 'id="g-formal-employment"' in booklet


def test_pdf_is_tagged_named_and_has_bookmarks(small: Product) -> None:
    booklet = read(small, "booklet.pdf")
    root = booklet.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert booklet.metadata is not None
    assert booklet.metadata.title == COURSE.title
    assert "Ada Author" in (booklet.metadata.author or "")
    titles = [one.title for one in flat(booklet.outline)]
    assert titles.index("Examples") < titles.index("Citation") < titles.index("Asked") < titles.index("Quiz")
    text = words(booklet)
    assert "In December 2017, 118 WTO members" in text
    assert "What you will be able to do" in text


def flat(outline: list[object]) -> list[pypdf.generic.Destination]:
    return [leaf for one in outline for leaf in (flat(one) if isinstance(one, list) else [one])]  # type: ignore[list-item]


def test_a_hand_out_holds_one_page(small: Product) -> None:
    text = words(read(small, "pages/p-citation.pdf"))
    assert "118 WTO members" in text
    assert "A page of text" not in text


def test_same_bytes(small: Product) -> None:
    again = TARGET.build(few_pages(), Context(PROGRAMME))
    assert [(entry.path, entry.data) for entry in again.entries] == [(e.path, e.data) for e in small.entries]


def test_right_to_left() -> None:
    text = dict(documents(few_pages("ar")))["booklet"]
    assert '<html lang="ar" dir="rtl"' in text


def test_no_file_but_those_of_the_course_is_read() -> None:
    from builder.targets.pdf.layout import pdf  # noqa: PLC0415 - only here

    made = pdf(
        '<html lang="en"><title>t</title><p>x<img src="file:///etc/passwd" alt="no"><img src="/a.png" alt="">',
        {},
        "teal",
    )
    assert made.startswith(b"%PDF")
    assert b"/Image" not in made
