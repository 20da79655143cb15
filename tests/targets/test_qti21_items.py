"""Items in QTI 2.1: any text, any block, and what learners see of them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.model import question as q
from builder.model import text as t
from builder.model.quiz import Draw
from builder.targets import qti21
from builder.targets.base import Context
from builder.targets.fragments import Fragments
from builder.targets.qti21.item import Sheet
from builder.targets.qti21.questions import item_of
from builder.targets.qti21.xhtml import blocks
from builder.targets.safe import fit
from tests.support import question_samples as samples
from tests.support.qti_engine import Session, read_item
from tests.support.qti_engine.items import QTI
from tests.targets.qti_samples import asking, exam, files_of, sample, schema_faults, texts_of, words_of
from tests.targets.samples import programme


def test_options_are_shuffled_where_a_quiz_or_the_question_says_so() -> None:
    asked = (samples.single("q-1"), replace(samples.single("q-2"), shuffle=False))
    files = asking(exam(*asked, shuffle_options=True))
    assert b'shuffle="true"' in files["item-q-1.xml"]
    assert b'shuffle="false"' in files["item-q-2.xml"]


def test_the_order_to_find_is_not_the_one_shown() -> None:
    item = read_item(asking(exam(samples.ordering()))["item-q-ordering.xml"])
    shown = [one.get("identifier") for one in item.root.iter(f"{QTI}simpleChoice")]
    assert tuple(shown) != item.responses["RESPONSE"].correct.items


@pytest.mark.parametrize("name", ["everything", "tg-101"])
def test_any_block_can_stand_in_a_question(name: str) -> None:
    """Every page of a course as the stem of a question, in an option and in a feedback."""
    package = sample(name)
    pages = [page for page in package.course.pages if page.blocks]
    asked = []
    for page in pages:
        body = tuple(block for block in page.blocks if not isinstance(block, t.QuizBlock))
        options = (q.Option(body, True, body, samples.AT), q.Option(body, False, (), samples.AT))
        asked.append(q.Single(**{**samples.asked(f"q-{page.id}", "Which?"), "stem": body}, options=options))
    made = samples.page(exam(*asked), "p-exam", footnotes=max((page.footnotes for page in pages), key=len))
    lesson = replace(package.course.lessons[0], pages=(made,))
    course = replace(package.course, lessons=(lesson,))
    files = files_of(replace(package, course=course, lessons=course.lessons))
    assert not schema_faults(files)
    for question in asked:
        shown = words_of(files[f"item-{question.id}.xml"])
        assert all(text in shown for text in texts_of(question.stem))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a <b>b</b><p>c</p> \n<p>d</p>e", "<p>a <b>b</b></p><p>c</p><p>d</p><p>e</p>"),
        ("<figure class='x'><p>a</p></figure>", "<div><p>a</p></div>"),
        ("<p><mark>a</mark><svg/></p>", "<p>a</p>"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ('<p id="x" style="y" class="z" lang="fr">a</p>', '<p class="z">a</p>'),
        ("<p>\x01a<br/>b</p>", "<p>a<br/>b</p>"),
    ],
)
def test_html_becomes_the_xhtml_of_qti(html: str, expected: str) -> None:
    written = "".join(etree.tostring(one, encoding="unicode") for one in blocks(html))
    assert written.replace(' xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"', "") == expected


def test_a_case_without_choices_is_a_text() -> None:
    told = q.Branch(
        **samples.asked("q-told", "Told"), steps=(q.BranchStep("a", (), samples.para("So."), (), samples.AT),)
    )
    item = read_item(asking(exam(told))["item-q-told.xml"])
    assert not item.responses
    assert not item.adaptive
    with pytest.raises(TypeError):
        item_of(samples.scenario(), Sheet(Fragments(samples.course()), shuffle=False))


def test_notes_stand_in_the_text_of_questions_and_cases() -> None:
    note = t.Footnote("1", samples.para("A note."))
    marked = (t.Paragraph((t.Text("Text"), t.FootnoteRef(1)), samples.AT),)
    case = q.Scenario(
        **{**samples.asked("q-case", "Case"), "stem": marked}, questions=(replace(samples.single(), stem=marked),)
    )
    page = samples.page(replace(exam(case), intro=marked), "p-exam", footnotes=(note,))
    files = files_of(samples.package(page))
    assert "Text (A note.)" in words_of(files["item-q-single.xml"])
    assert words_of(files["test-exam.xml"]).count("Text (A note.)") == 2
    bank = replace(samples.page(samples.quiz("b", "bank", (case,)), "b-page"), footnotes=(note,))
    drawn = asking(exam(draws=(Draw(1, "", "b-page", samples.AT),)), bank)
    assert "Text (A note.)" in words_of(drawn["test-exam.xml"])
    assert "Text (A note.)" in words_of(drawn["item-q-single.xml"])


HOSTILE = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)


@settings(max_examples=40)
@given(HOSTILE)
@example("]]><b> &amp; \x00\x08\ufffe \ud800 \u202e\u0645\u0631\u062d\u0628\u0627 'x' \"y\" <!-- $ ^ \\ .*+?()[]{}|")
@example("long " * 2000)
@example("\x01")
@example(" \n\t ")
def test_any_text_passes(text: str) -> None:
    words = samples.words(text)
    blocks = (t.Paragraph(words, samples.AT),)
    option = q.Option(blocks, True, blocks, samples.AT)
    other = replace(option, correct=False)
    common = {"title": words, "stem": blocks, "feedback": blocks, "span": samples.AT}
    asked = (
        q.Single(id="q-1", options=(option, other), **common),
        q.Short(id="q-2", answers=(q.Accepted(text, blocks, samples.AT),), **common),
        q.Matching(
            id="q-3", rows=(q.Row(words, 0, samples.AT),), values=(words, words), heads=(words, words), **common
        ),
        q.GapFill(
            id="q-4",
            body=blocks,
            gaps=(
                t.Gap((t.GapChoice(text, True),), True, samples.AT),
                t.Gap((t.GapChoice(text, True),), False, samples.AT),
            ),
            **common,
        ),
        q.Numerical(
            id="q-5", answers=(q.Range(Decimal("1E+3"), Decimal("1E-7"), blocks, samples.AT),), unit=text, **common
        ),
        q.Branch(id="q-6", steps=(q.BranchStep("a", words, blocks, (option, other), samples.AT),), **common),
        q.Spot(id="q-7", quoted=blocks, options=(option, other), **common),
        q.Ordering(id="q-8", items=(q.Step(blocks, blocks, samples.AT),) * 2, **common),
        q.Checklist(id="q-9", parts=(q.ChecklistPart(words, (words,)),), scale=(text, text), **common),
        q.Scenario(id="q-10", questions=(q.Reflection(id="q-11", model=blocks, **common),), **common),
    )
    page = replace(samples.page(exam(*asked), "p-exam"), title=text)
    made = samples.package(page)
    product = qti21.build(replace(made, title=text), Context(programme()))
    files = dict(product.entries)
    assert not schema_faults(files)
    wanted = " ".join(fit(text).split())
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11):
        assert wanted in words_of(files[f"item-q-{number}.xml"])
    if wanted:
        item = read_item(files["item-q-2.xml"])
        literal = re.sub(r"(?<!\\)\*", "", text)
        if literal == text and fit(text) == text and "\\" not in text:
            assert item.answer({"RESPONSE": text})["SCORE"].one == 1.0


def test_right_to_left_texts_name_their_language() -> None:
    made = samples.package(samples.page(exam(samples.scenario()), "p-exam"), language="ar")
    files = files_of(made)
    assert not schema_faults(files)
    assert b'xml:lang="ar"' in files["item-q-case-1.xml"]
    assert b'xml:lang="ar"' in files["test-exam.xml"]


def test_what_is_said_is_shown_by_the_answer_given() -> None:
    files = files_of(sample("types"))

    def shown(name: str, **given: object) -> list[str]:
        session = Session(read_item(files[f"item-{name}.xml"]))
        session.attempt(given)  # type: ignore[arg-type]
        return session.feedback

    assert shown("q-single", RESPONSE="c2") == [
        "A comparison of groups does not show a cause.",
        "Ask of each figure: a share of what?",
    ]
    assert shown("q-single", RESPONSE="c4") == ["Ask of each figure: a share of what?"]
    assert shown("q-multiple", RESPONSE=["c1", "c3"]) == ["A direct cost.", "It does not depend on the border."]
    assert shown("q-reasoned", RESPONSE="c2", REASON="r2") == ["This may happen, but it is no tariff."]
    assert shown("q-short", RESPONSE=" geneva ")[0] == "On the lake."
    assert shown("q-short", RESPONSE="Zurich")[0] == "That is the largest city of Switzerland."
    assert shown("q-short", RESPONSE="Bern") == ["The Centre William Rappard, on the lake."]
    assert shown("q-numerical", RESPONSE="24")[0] == "That is the share in other firms."
    assert shown("q-branch", RESPONSE_s1="s1c2") == ["You cannot know that."]
    assert "A model answer names a group" in shown("q-reflection", RESPONSE="x")[0]
    assert shown("q-completion") == [
        "2. You begin with who works. 3. Owners buy what is imported. Ask who gains first."
    ]


def test_a_branching_case_shows_one_step_at_a_time() -> None:
    session = Session(read_item(files_of(sample("types"))["item-q-branch.xml"]))

    def steps() -> list[str]:
        blocks = session.item.root.iter(f"{QTI}feedbackBlock")
        return [one.get("identifier", "") for one in blocks if session.visible(one)]

    assert steps() == ["s1"]
    session.attempt({})
    assert steps() == ["s1"]
    session.attempt({"RESPONSE_s1": "s1c1"})
    assert steps() == ["s2"]
    assert session.outcomes["SCORE"].one == 0
    session.attempt({"RESPONSE_s1": "s1c1", "RESPONSE_s2": "s2c2"})
    assert steps() == ["s4"]
    assert session.outcomes["SCORE"].one == 0.5
    assert session.outcomes["completionStatus"].one == "completed"
