"""Word documents: headings make the course, answers make questions, and what is lost is named."""

from __future__ import annotations

from random import Random

import pytest

from builder.importers.complete import complete
from builder.importers.docx import DOCX
from builder.importers.write import write_course
from builder.model.course import Course
from tests.support.word import docx, h, li, link, note, p, packed, picture, png, r, table

pytest.importorskip("mammoth")


def read(body: str, **options: object) -> tuple[Course, list[str]]:
    draft, found = DOCX.read("My course.docx", docx(body, **options))  # type: ignore[arg-type]
    assert draft is not None, found
    return complete(draft, id="c", folder="c", language="en")[0], [one.message for one in found]


def page(body: str, **options: object) -> str:
    """The text of the only page of a document, without its front matter."""
    course, _ = read(h(1, "Lesson") + body, **options)
    (only,) = course.pages
    return write_course(course)[f"en/{only.path}"].partition("\n---\n")[2].strip()


def question(body: str) -> str:
    """The Markdown of the only question on a page."""
    text = page(p("Text.") + h(3, "Which?") + body)
    assert text.startswith("Text.\n\n:"), text
    return text.partition("\n\n## ")[2].rpartition("\n\n:")[0]


def test_headings_make_lessons_and_pages() -> None:
    body = p("My title", "Title") + p("Before.") + h(1, "One") + p("a") + h(2, "Two") + p("b") + h(2, "Three") + p("c")
    course, found = read(body + h(1, "Four") + h(2, "Five") + p("d") + h(2, "Empty") + h(1, "Nothing"))
    assert course.title == "My title"
    assert [(lesson.title, [one.title for one in lesson.pages]) for lesson in course.lessons] == [
        ("My title", ["My title"]),
        ("One", ["One", "Two", "Three"]),
        ("Four", ["Five"]),
    ]
    assert found == [
        f"The heading \u201c{name}\u201d has nothing below it, and was left out." for name in ("Empty", "Nothing")
    ]


def test_the_title_and_language_of_a_document() -> None:
    draft, _ = DOCX.read("x.docx", docx(p("a"), title="By its properties", language="fr-CH"))
    assert draft is not None
    assert (draft.title, draft.language) == ("By its properties", "fr")
    draft, _ = DOCX.read("my_first-course.docx", docx(p("a")))
    assert draft is not None
    assert draft.title == "My first course"


def test_text_is_kept() -> None:
    body = (
        p(
            r("Plain ")
            + r("bold", "b")
            + r(" and ")
            + r("slanted", "i")
            + r(" H")
            + r("2", 'vertAlign w:val="subscript"')
        )
        + p(link("A page") + r(" & more") + note(1) + r(" [x] *"))
        + li("one")
        + li("inner", level=1)
        + li("two")
        + p("")
        + li("first", number=2)
        + li("second", number=2)
        + table([["Head", "Number"], ["Row | bar", "1"]])
        + p("Said.", "Quote")
        + h(3, "Heading")
        + p("x")
        + h(5, "Deep")
        + p("y" + "")
    )
    assert page(body, notes=["The note."]) == "\n\n".join(
        (
            "Plain **bold** and *slanted* H<sub>2</sub>",
            "[A page](https://example.org/page?a=1&b=2) & more[^1] \\[x] \\*",
            "- one\n  - inner\n- two",
            "1. first\n2. second",
            "| Head | Number |\n|---|---|\n| Row \\| bar | 1 |",
            "> Said.",
            "## Heading",
            "x",
            "### Deep",
            "y",
            "[^1]: The note.",
        )
    )


def test_notes_count_from_each_page_anew() -> None:
    body = h(1, "A") + p(r("a") + note(2)) + h(2, "B") + p(r("b") + note(1) + r(" c") + note(2))
    course, _ = read(body, notes=["First.", "Second."])
    texts = write_course(course)
    first, second = (texts[f"en/{one.path}"] for one in course.pages)
    assert "a[^1]" in first and first.endswith("[^1]: Second.\n")
    assert "b[^1] c[^2]" in second and second.endswith("[^1]: First.\n\n[^2]: Second.\n")


def test_pictures_have_safe_names_and_descriptions() -> None:
    files = {"image1.png": png(), "image2.png": png(3, 3), "image3.emf": b"\x01\0\0\0EMF"}
    body = h(1, "A") + p(picture("rId9", "../../A map: of \u201ctrade\u201d")) + p("Where it goes", "Caption")
    body += p(picture("rId10")) + p(picture("rId9", "Again")) + p(r("x ") + picture("rId11", "A drawing"))
    draft, found = DOCX.read("a.docx", docx(body, media=files))
    assert draft is not None
    assert dict(draft.media) == {"media/a-map-of-trade.png": png(), "media/picture.png": png(3, 3)}
    course, _ = complete(draft, id="a", folder="a", language="en")
    text = write_course(course)["en/01-a/01-a.md"].partition("\n---\n")[2].strip()
    assert text == "\n\n".join(
        (
            '![../../A map: of \u201ctrade\u201d](media/a-map-of-trade.png "Where it goes")',
            "![Picture without a description](media/picture.png)",
            "![Again](media/a-map-of-trade.png)",
            "x A drawing",
        )
    )
    assert [one.message for one in found if one.code.id == "J102"] == [
        "The picture `A drawing` was left out: browsers do not show its type, or it is larger than 20 MB."
    ]
    assert any("descriptions of pictures" in one.message for one in found)


QUESTIONS = {
    "a star": (li("Geneva *") + li("Bern"), "- [x] Geneva\n- [ ] Bern"),
    "a star before": (li("Geneva") + li("*Bern"), "- [ ] Geneva\n- [x] Bern"),
    "boxes": (p("[x] Geneva") + p("[ ] Bern"), "- [x] Geneva\n- [ ] Bern"),
    "ticks": (li("\u2611 Geneva") + li("\u2610 Bern") + li("\u2611 Rome"), "- [x] Geneva\n- [ ] Bern\n- [x] Rome"),
    "bold": (li(r("Geneva", "b")) + li("Bern"), "- [x] Geneva\n- [ ] Bern"),
    "a word": (li("Geneva (correct)") + li("Bern"), "- [x] Geneva\n- [ ] Bern"),
    "a line": (li("Geneva", number=2) + li("Bern", number=2) + p("Correct: B"), "- [ ] Geneva\n- [x] Bern"),
    "letters": (p("A) Geneva") + p("B) Bern") + p("Answer: A, B"), "- [x] Geneva\n- [x] Bern"),
    "one paragraph": (p("<w:r><w:t>a. Geneva</w:t><w:br/><w:t>b. Bern</w:t></w:r>") + p("Answer: a"),
                      "- [x] Geneva\n- [ ] Bern"),
    "emphasis": (li(r("Not ") + r("Geneva", "i") + r(" *")) + li("Bern"), "- [x] Not *Geneva*\n- [ ] Bern"),
    "feedback": (
        li("Geneva *") + li("Feedback: Yes.", level=1) + li("Bern") + p("Feedback: It lies on a lake."),
        "- [x] Geneva\n  > Yes.\n- [ ] Bern\n\n> It lies on a lake.",
    ),
    "stem": (p("Read.") + li("a list") + p("Then:") + li("Geneva *") + li("Bern"),
             "Read.\n\n- a list\n\nThen:\n\n- [x] Geneva\n- [ ] Bern"),
    "number": (p("Answer: 33 +- 2") + p("Unit: firms"), "= 31..35"),
    "text": (p("Correct answer: Geneva"), "= Geneva"),
    "true": (p("Answer: True"), "- [x] True\n- [ ] False"),
    "order": (p("Type: ordering") + li("one", number=2) + li("two", number=2), "1. one\n2. two"),
    "matching": (p("Type: matching") + table([["City", "Land"], ["Rome", "Italy"], ["Paris", "France"]]),
                 "| City | Land |\n|---|---|\n| Rome | Italy |\n| Paris | France |"),
    "reflection": (p("Type: reflection") + p("Think.") + p("Answer: Good."), "Think.\n\n::: model\n\nGood.\n\n:::"),
    "gaps": (p("Type: gaps") + p("In [[1995]] or [[=later / never]]."), "In [[1995]] or [[=later / never]]."),
}  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_make_questions(name: str) -> None:
    body, expected = QUESTIONS[name]
    assert question(body).partition("\n\n")[2] == expected


def test_lines_that_say_more_of_a_question() -> None:
    head = question(p("Answer: 3") + p(r("Objective:", "b") + r(" O2")) + p("Points: 2")).partition("\n")[0]
    assert head == "Which? {#q-which objective=O2 points=2}"


TEXTS = {
    "a list": li("one") + li("two"),
    "a table": table([["a", "b"], ["1", "2"]]),
    "all bold": li(r("one", "b")) + li(r("two", "b")),
    "words": p("Just words: and more."),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_heading_without_an_answer_stays_one(name: str) -> None:
    assert page(p("Text.") + h(3, "Which?") + TEXTS[name]).startswith("Text.\n\n## Which?\n\n")


def test_a_key_that_fits_nothing_is_named_and_nothing_guessed() -> None:
    course, found = read(h(1, "A") + h(3, "Which?") + li("one") + li("two") + p("Answer: F"))
    assert found == [
        "\u201cWhich?\u201d looks like a question, but `F` names none of the options A to B; it was kept as text."
    ]
    assert not any(one.quizzes for one in course.pages if list(one.quizzes))


def test_a_page_of_questions_is_a_quiz() -> None:
    asked = h(3, "One?") + p("Answer: 1") + h(3, "Two?") + p("Answer: 2")
    course, _ = read(h(1, "Check") + p("Answer all.") + asked)
    (only,) = course.pages
    assert only.kind == "quiz"
    assert only.quiz is not None
    assert [one.id for one in only.quiz.questions] == ["q-one", "q-two"]
    course, _ = read(h(1, "Text") + asked + h(3, "More") + p("Words."))
    assert [one.kind for one in course.pages] == ["page"]


LOSSES = {
    "tracked changes": p("<w:ins>" + r("kept") + "</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
    "comments": p(r("x") + '<w:r><w:commentReference w:id="1"/></w:r>'),
    "equations": p(r("x ") + "<m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara>"),
    "text boxes": p(
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("boxed") + "</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    ),
    "SmartArt": p(
        r("x")
        + "<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic></w:drawing></w:r>"
    ),
    "underlined": p(r("x", 'u w:val="single"')),
    "colours": p(r("x", 'color w:val="FF0000"')),
    "struck-out": p(r("x", "strike")),
    "the styles Very odd style": p("x", "Odd"),
    "the table of contents": "<w:sdt><w:sdtPr><w:docPartObj>"
    '<w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    f"</w:sdtPr><w:sdtContent>{p('Contents 7')}</w:sdtContent></w:sdt>" + p("x"),
    "linked": p(r("x") + picture().replace("r:embed=", "r:link=")),
}  # fmt: skip


@pytest.mark.parametrize("name", LOSSES)
def test_losses_are_named(name: str) -> None:
    course, found = read(h(1, "A") + LOSSES[name])
    assert any(name in message for message in found), found
    text = write_course(course)["en/01-a/01-a.md"]
    assert "gone" not in text and "Contents" not in text


def test_words_of_boxes_and_equations_stay() -> None:
    assert "E=mc" in page(LOSSES["equations"])
    assert "boxed" in page(LOSSES["text boxes"])
    assert "kept" in page(LOSSES["tracked changes"])


def test_nothing_outside_a_document_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture on another server, one in a file of this machine, and a link that leads nowhere."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    monkeypatch.setattr("socket.socket", refuse)
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{at}" Type="{image}" Target="{target}" TargetMode="External"/>'
        for at, target in ((20, "https://example.org/a.png"), (21, "file:///etc/passwd"))
    )
    body = h(1, "A") + p(r("x ") + picture("rId20", "One").replace("r:embed", "r:link") + picture("rId21", "Two"))
    body += p('<w:r><w:pict><v:shape><v:imagedata r:id="rId20"/></v:shape></w:pict></w:r>') + p(link("words", "rId99"))
    course, found = read(body, parts={"word/_rels/document.xml.rels": rels + "</Relationships>"})
    assert "Not taken over from My course: pictures that are linked and not in the document." in found
    text = write_course(course)["en/01-a/01-a.md"]
    assert text.endswith("\nx\n\nwords\n")


def test_headers_are_named() -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p("Top")}</w:hdr>'
    _, found = read(h(1, "A") + p("x"), parts={"word/header1.xml": header})
    assert any("headers and footers" in message for message in found)


def test_other_files_are_no_documents() -> None:
    for data in (b"", b"PK\3\4 broken", packed({"xl/workbook.xml": "<a/>"}), packed({"word/document.xml": "no xml"})):
        draft, found = DOCX.read("a.docx", data)
        assert draft is None
        assert [one.code.id for one in found] == ["J103"]


def test_damaged_documents_end_in_a_verdict() -> None:
    """What is inside is damaged, not the zip: that is refused by its checksums alone."""
    body = h(1, "A") + p(r("x", "b") + note(1)) + h(3, "Q?") + li("a *") + li("b") + table([["1", "2"]]) + p(picture())
    parts = _parts(docx(body, notes=["n"]))
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for seed in range(150):
        rng = Random(seed)
        name = rng.choice(names)
        data = bytearray(parts[name])
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 9)] = rng.choice(SNIPPETS)
        draft, found = DOCX.read("a.docx", packed({**parts, name: bytes(data)}))
        assert draft is not None or any(one.is_error for one in found), seed
        if draft is not None:
            write_course(complete(draft, id="a", folder="a", language="en")[0])


SNIPPETS = (
    *(b"", b"<", b">", b'"', b"&#0;", b"&a;", b"<w:p>", b"</w:p>", b"<w:tbl/>", b"-1", b"99999999999", b"\xff"),
    *(b"w:val", b"<w:p>" * 400, b"rId77", b"../../../etc/passwd", b"<!DOCTYPE a>", b"<w:tc/>"),
    *(b"<w:r/>", b"[x] ", b"Answer: "),
)  # fmt: skip


def _parts(data: bytes) -> dict[str, bytes]:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
