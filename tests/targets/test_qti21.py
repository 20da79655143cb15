"""QTI 2.1 packages: valid, whole, the same at every build, and tests that select and mark as our quizzes do."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Asset, Course, Page
from builder.model.package import Package, packages_of
from builder.model.quiz import Draw, Quiz
from builder.model.walk import nodes_in
from builder.pipeline import Order, build
from builder.source.load import load_course, load_programme
from builder.state.reach import questions_of
from builder.targets import qti21
from builder.targets.base import Context
from builder.targets.safe import fit
from builder.validate.run import validate
from tests.support import question_samples as samples
from tests.support.everything import everything
from tests.support.node import ROOT
from tests.support.qti_engine import Session, read_item, read_test
from tests.support.qti_engine.items import QTI
from tests.support.qti_schemas import ITEMS, ITEMS_3, MANIFEST, MANIFEST_3, faults
from tests.targets.samples import programme

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/LOM}"
Files = Mapping[str, bytes]


def files_of(package: Package) -> Files:
    product = qti21.build(package, Context(programme()))
    assert not [one for one in product.diagnostics if one.is_error]
    return dict(product.entries)


def zipped(files: Files) -> bytes:
    return zip_bytes(Entry(path, data) for path, data in files.items())


@cache
def essentials() -> Course:
    """The course that comes with the tool."""
    found, _ = load_programme(ROOT / "courses")
    assert found
    course, _ = load_course(found, "tg-101-essentials", "en")
    assert course
    return course


@cache
def sample(name: str) -> Package:
    if name == "types":
        every = samples.page(samples.quiz())
        return samples.package(every, samples.page(samples.exam(minutes=5), "p-2"), banks=(samples.bank(8),))
    course = essentials() if name == "tg-101" else everything("lesson" if name == "a lesson" else "course")[1]
    return packages_of(course)[-1]


SAMPLES = ("types", "everything", "a lesson", "tg-101")


def schema_faults(files: Files) -> dict[str, list[str]]:
    documents = {path: data for path, data in files.items() if path.endswith(".xml")}
    found = {path: faults(MANIFEST if path == "imsmanifest.xml" else ITEMS, data) for path, data in documents.items()}
    return {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_is_valid(name: str) -> None:
    assert not schema_faults(files_of(sample(name)))


def test_the_schemas_can_refuse() -> None:
    files = files_of(sample("types"))
    assert faults(ITEMS, files["item-q-single.xml"].replace(b'maxChoices="1"', b'maxChoices="one"'))
    assert faults(
        MANIFEST, files["imsmanifest.xml"].replace(b"<resources>", b"<resource>").replace(b"/resources", b"/resource")
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_our_own_validator_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(zipped(files_of(sample(name))))
    verdict = validate(file)
    assert verdict.format
    assert (verdict.format.name, verdict.format.version) == ("qti", "2.1")
    assert [one.message for one in verdict.diagnostics if "alternative text" not in one.message] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_two_builds_are_the_same(name: str) -> None:
    assert zipped(files_of(sample(name))) == zipped(files_of(sample(name)))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_question_is_there_with_all_its_words(name: str) -> None:
    package = sample(name)
    files = files_of(package)
    items = {
        read.identifier: read for path, data in files.items() if path.startswith("item-") for read in [read_item(data)]
    }
    assert sorted(items) == sorted(questions_of(package))
    tests = " ".join(words_of(data) for path, data in files.items() if path.startswith("test-"))
    for question in questions_of(package).values():
        shown = words_of(files[f"item-{question.id}.xml"])
        for text in texts_of(question):
            assert text in shown, (question.id, text)
    for quiz in package.course.quizzes if package.lessons == package.course.lessons else ():
        for unit in quiz.questions:
            if isinstance(unit, q.Scenario) and not quiz.draws:
                assert all(text in tests for text in texts_of((unit.title, unit.stem)))


def texts_of(root: object) -> list[str]:
    """The texts authors wrote, each in one line; gaps part them."""
    return [text for node in nodes_in(root, (t.Text, t.Code)) if (text := " ".join(node.text.split()))]


def words_of(data: bytes) -> str:
    return " ".join("".join(map(str, etree.fromstring(data).itertext())).split())


@pytest.mark.parametrize("name", SAMPLES)
def test_the_manifest_lists_every_file_and_says_what_it_is(name: str) -> None:
    package = sample(name)
    files = files_of(package)
    root = etree.fromstring(files["imsmanifest.xml"])
    assert [one.text for one in root.iterfind(f"{CP}metadata/{CP}*")] == ["QTIv2.1 Package", "1.0.0"]
    resources = {one.get("identifier", ""): one for one in root.iter(f"{CP}resource")}
    assert len(resources) == len(list(root.iter(f"{CP}resource")))
    listed = [one.get("href", "") for one in root.iter(f"{CP}file")]
    assert sorted({*listed, "imsmanifest.xml"}) == sorted(files)
    for identifier, resource in resources.items():
        own = [one.get("href") for one in resource.findall(f"{CP}file")]
        assert own[0] == resource.get("href")
        document = etree.fromstring(files[str(own[0])])
        shown = {one.get("src", one.get("href", "")) for one in document.iter(f"{QTI}img", f"{QTI}a")}
        assert {one for one in shown if "://" not in one and not one.startswith("mailto:")} == set(own[1:])
        if identifier.startswith("test-"):
            assert resource.get("type") == "imsqti_test_xmlv2p1"
            asked = {one.get("href", "") for one in document.iter(f"{QTI}assessmentItemRef")}
            needs = {str(one.get("identifierref")) for one in resource.iter(f"{CP}dependency")}
            assert {f"{need}.xml" for need in needs} == asked
        else:
            assert resource.get("type") == "imsqti_item_xmlv2p1"
            said = [
                one.text for one in resource.iter("{http://www.imsglobal.org/xsd/imsqti_metadata_v2p1}interactionType")
            ]
            used = [etree.QName(one).localname for one in document.iter() if str(one.tag).endswith("Interaction")]
            assert said == list(dict.fromkeys(used))
            question = questions_of(package)[str(document.get("identifier"))]
            if question.objective:
                keywords = [one.text for one in resource.iterfind(f".//{LOM}keyword/{LOM}string")]
                objective = package.course.objectives[question.objective]
                assert keywords == [objective.id, " ".join(objective.text.split())]


@pytest.mark.parametrize("name", SAMPLES)
def test_identifiers_and_references_hold(name: str) -> None:
    """Rules Q3, Q5 and Q7 of what packages break."""
    files = files_of(sample(name))
    for path, data in files.items():
        if path.startswith("test-"):
            root = etree.fromstring(data)
            kinds = (f"{QTI}testPart", f"{QTI}assessmentSection", f"{QTI}assessmentItemRef")
            names = [one.get("identifier") for one in root.iter(*kinds)]
            assert len(names) == len(set(names))
            assert all(one.get("href") in files for one in root.iter(kinds[2]))
        elif path.startswith("item-"):
            item = read_item(data)
            used = [one.get("responseIdentifier") for one in item.root.iter() if one.get("responseIdentifier")]
            assert sorted(used) == sorted(item.responses)
            for one in item.root.iter(f"{QTI}variable", f"{QTI}correct", f"{QTI}mapResponse", f"{QTI}setOutcomeValue"):
                assert one.get("identifier") in {*item.responses, *item.outcomes, "completionStatus"}


@pytest.mark.parametrize("name", ["types", "everything"])
def test_the_converter_takes_it_to_qti_3(name: str, tmp_path: Path) -> None:
    """Acceptance A4: a public converter, run as the program it is; every document of its package is valid."""
    source, target = tmp_path / "package.zip", tmp_path / "three"
    source.write_bytes(zipped(files_of(sample(name))))
    command = [sys.executable, "-m", "qti_convert.cli", "upgrade", str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    documents = sorted(target.glob("*.xml"))
    assert len(documents) == sum(path.endswith(".xml") for path in files_of(sample(name)))
    for document in documents:
        schema = MANIFEST_3 if document.name == "imsmanifest.xml" else ITEMS_3
        assert faults(schema, document.read_bytes()) == [], document.name


def exam(*units: q.Question, **rules: object) -> Quiz:
    return samples.quiz("exam", "test", units, **rules)


def asking(quiz: Quiz, *banks: Page) -> Files:
    return files_of(samples.package(samples.page(quiz, "p-exam"), banks=banks))


def presented(files: Files, seed: int) -> list[str]:
    """The questions one candidate is given."""
    found = read_test(files["test-exam.xml"]).present(Random(seed))
    return [one.href.removeprefix("item-").removesuffix(".xml") for one in found]


def test_draws_select_their_numbers_and_nothing_twice() -> None:
    files = asking(samples.exam(), samples.bank(8))
    seen: set[str] = set()
    for seed in range(60):
        found = presented(files, seed)
        assert len(found) == len(set(found)) == 4
        assert sum(name.startswith("bank-1") for name in found) == 3
        seen.update(found)
    assert len(seen) == 9


def test_draws_that_share_questions_never_ask_one_twice() -> None:
    draws = tuple(
        Draw(count, objective, name, samples.AT)
        for count, objective, name in ((3, "", ""), (3, "O1", ""), (2, "O1", "b-1"))
    )
    files = asking(exam(samples.multiple(), draws=draws), samples.bank(5, "b-1"), samples.bank(3, "b-2", "O2"))
    for seed in range(40):
        found = presented(files, seed)
        assert len(found) == len(set(found)) == 8


def test_a_draw_counts_the_questions_of_a_case() -> None:
    case = samples.scenario()
    bank = samples.page(samples.quiz("b", "bank", (case, *(samples.single(f"q-{n}") for n in range(6)))), "b-page")
    draw = Draw(4, "", "b-page", samples.AT)
    files = asking(exam(draws=(draw,), shuffle=True), bank)
    with_case = 0
    for seed in range(40):
        found = presented(files, seed)
        assert len(found) == 4
        if "q-case-1" in found:
            with_case += 1
            at = found.index("q-case-1")
            assert found[at + 1] == "q-case-2"
    assert with_case == 40, "one case and two others, so that each can be asked"


def test_shuffled_questions_are_and_cases_stay_together() -> None:
    asked = (*(samples.single(f"q-{n}") for n in range(6)), samples.scenario())
    files = asking(exam(*asked, shuffle=True))
    orders = {tuple(presented(files, seed)) for seed in range(30)}
    assert len(orders) == 30
    assert all(order.index("q-case-2") == order.index("q-case-1") + 1 for order in orders)
    assert {order.index("q-case-1") for order in orders} == set(range(7))
    fixed = asking(exam(*asked))
    assert {tuple(presented(fixed, seed)) for seed in range(5)} == {
        (*(f"q-{n}" for n in range(6)), "q-case-1", "q-case-2")
    }


def test_draws_of_a_shuffled_test_mix() -> None:
    files = asking(samples.exam(shuffle=True), samples.bank(8))
    assert len({presented(files, seed).index("q-multiple") for seed in range(40)}) == 4


def test_a_case_stands_above_its_questions() -> None:
    files = asking(exam(samples.scenario()))
    found = read_test(files["test-exam.xml"]).present(Random(0))
    assert [one.sections[-1] for one in found] == ["The border at Maravia"] * 2
    assert "Amina sells tomatoes" in words_of(files["test-exam.xml"])


@pytest.mark.parametrize(
    ("right", "score", "passed"),
    [((0, 1, 2), 6.0, True), ((1, 2), 5.0, True), ((0, 2), 4.0, True), ((0, 1), 3.0, False), ((), 0.0, False)],
)
def test_a_test_sums_points_and_knows_who_passed(right: tuple[int, ...], score: float, passed: bool) -> None:  # noqa: FBT001
    """Points 1, 2 and 3, and an open question: 60 per cent are 3.6 points."""
    asked = [replace(samples.single(f"q-{n}"), points=Decimal(n + 1)) for n in range(3)]
    files = asking(exam(*asked, samples.reflection(), pass_mark=60))
    test = read_test(files["test-exam.xml"])
    items = {path: read_item(data) for path, data in files.items() if path.startswith("item-")}
    answers = {f"q-{n}": {"RESPONSE": "c1" if n in right else "c2"} for n in range(3)}
    outcomes = test.result(test.present(Random(0)), items, {**answers, "q-reflection": {"RESPONSE": "A thought"}})
    assert [one.one if one else None for one in outcomes.values()] == [score, 6.0, passed]
    left = test.result(test.present(Random(0)), items, {})
    assert [one.one if one else None for one in left.values()] == [0.0, 6.0, False]


def test_six_sixths_pass_exactly() -> None:
    """Shares are rounded up and bounded: rounding never costs a learner the pass mark."""
    options = tuple(samples.option(str(n), right=True) for n in range(6))
    question = q.Multiple(**samples.asked("q-six", "Which?"), options=options)
    files = asking(exam(question, pass_mark=50))
    test, items = read_test(files["test-exam.xml"]), {"item-q-six.xml": read_item(files["item-q-six.xml"])}
    for taken in range(7):
        given = {"q-six": {"RESPONSE": [f"c{n + 1}" for n in range(taken)]}}
        assert test.result(test.present(Random(0)), items, given)["PASS"].one == (taken >= 3)


def test_rules_of_a_test() -> None:
    files = asking(exam(samples.single(), minutes=40, extend=10, attempts=3, pass_mark=60))
    root = etree.fromstring(files["test-exam.xml"])
    limits, part = root.find(f"{QTI}timeLimits"), root.find(f"{QTI}testPart")
    assert dict(limits.attrib) == {"maxTime": "2400", "allowLateSubmission": "true"}
    assert part.get("submissionMode") == "simultaneous"
    assert part.find(f"{QTI}itemSessionControl").get("maxAttempts") == "1"
    lesson = files_of(samples.package(samples.page(samples.quiz("exam", "quiz", (samples.single(),)), "p")))
    part = etree.fromstring(lesson["test-exam.xml"]).find(f"{QTI}testPart")
    assert part.get("submissionMode") == "individual"
    assert part.find(f"{QTI}itemSessionControl").get("maxAttempts") == "0"


def test_a_test_with_a_branching_case_submits_each_answer() -> None:
    files = asking(exam(samples.branch()))
    assert b'submissionMode="individual"' in files["test-exam.xml"]


def test_practice_is_a_test_a_lesson() -> None:
    pages = [samples.page(samples.quiz(f"quiz-{n}", questions=(samples.single(f"q-{n}"),)), f"p-{n}") for n in range(3)]
    files = files_of(samples.package(*pages, samples.page(exam(samples.truefalse()), "p-exam")))
    assert [path for path in files if path.startswith("test-")] == ["test-practice-l-1.xml", "test-exam.xml"]
    found = read_test(files["test-practice-l-1.xml"]).present(Random(0))
    assert [(one.identifier, one.sections) for one in found] == [(f"q-{n}", (f"Page p-{n}",)) for n in range(3)]


def test_options_are_shuffled_where_a_quiz_or_the_question_says_so() -> None:
    asked = (samples.single("q-1"), replace(samples.single("q-2"), shuffle=False))
    files = asking(exam(*asked, shuffle_options=True))
    assert b'shuffle="true"' in files["item-q-1.xml"]
    assert b'shuffle="false"' in files["item-q-2.xml"]


def test_the_order_to_find_is_not_the_one_shown() -> None:
    item = read_item(asking(exam(samples.ordering()))["item-q-ordering.xml"])
    shown = [one.get("identifier") for one in item.root.iter(f"{QTI}simpleChoice")]
    assert tuple(shown) != item.responses["RESPONSE"].correct.items


def test_pictures_come_along(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"/>')
    picture = t.Picture(t.Image("media/a map.svg", "A <map>", "Caption", samples.AT), samples.AT)
    question = replace(samples.single(), stem=(picture,))
    made = samples.package(samples.page(exam(question), "p-exam"))
    course = replace(made.course, assets={"media/a map.svg": Asset("media/a map.svg", str(file))})
    product = qti21.build(replace(made, course=course, lessons=course.lessons), Context(programme()))
    files = dict(product.entries)
    assert files["media/a map.svg"] == file.read_bytes()
    image = etree.fromstring(files["item-q-single.xml"]).find(f".//{QTI}img")
    assert dict(image.attrib) == {"src": "media/a%20map.svg", "alt": "A <map>", "width": "10", "height": "20"}
    assert b'<file href="media/a%20map.svg"/>' in files["imsmanifest.xml"]
    assert not schema_faults(files)
    assert [one.code.id for one in product.diagnostics] == ["B103"]


@pytest.mark.parametrize("name", ["everything", "tg-101"])
def test_any_block_can_stand_in_a_question(name: str) -> None:
    """Every page of a course as the stem of a question, in an option and in a feedback."""
    package = sample(name)
    pages = [page for page in package.course.pages if page.blocks]
    asked = []
    for page in pages:
        blocks = tuple(block for block in page.blocks if not isinstance(block, t.QuizBlock))
        options = (q.Option(blocks, True, blocks, samples.AT), q.Option(blocks, False, (), samples.AT))
        asked.append(q.Single(**{**samples.asked(f"q-{page.id}", "Which?"), "stem": blocks}, options=options))
    made = samples.page(exam(*asked), "p-exam", footnotes=max((page.footnotes for page in pages), key=len))
    lesson = replace(package.course.lessons[0], pages=(made,))
    course = replace(package.course, lessons=(lesson,))
    files = files_of(replace(package, course=course, lessons=course.lessons))
    assert not schema_faults(files)
    for question in asked:
        shown = words_of(files[f"item-{question.id}.xml"])
        assert all(text in shown for text in texts_of(question.stem))


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


def test_the_zip_of_a_build_holds_it(tmp_path: Path) -> None:
    report = build(Order(root=str(ROOT / "courses"), out=str(tmp_path), targets=("qti21",)))
    (made,) = report.made
    assert made.file == "tg-101-en-qti21.zip"
    with zipfile.ZipFile(tmp_path / made.file) as archive:
        assert len([name for name in archive.namelist() if name.startswith("item-")]) == made.questions
