"""QTI 2.1 packages: valid, whole, the same at every build, and taken on by others."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from builder.model import question as q
from builder.model import text as t
from builder.model.course import Asset
from builder.pipeline import Order, build
from builder.state.reach import questions_of
from builder.targets import qti21
from builder.targets.base import Context
from builder.validate.run import validate
from tests.support import question_samples as samples
from tests.support.node import ROOT
from tests.support.qti_engine import read_item
from tests.support.qti_engine.items import QTI
from tests.support.qti_schemas import ITEMS, ITEMS_3, MANIFEST, MANIFEST_3, faults
from tests.targets.qti_samples import exam, files_of, sample, schema_faults, texts_of, words_of, zipped
from tests.targets.samples import programme

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/LOM}"


SAMPLES = ("types", "everything", "a lesson", "tg-101")


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


def test_the_zip_of_a_build_holds_it(tmp_path: Path) -> None:
    report = build(Order(root=str(ROOT / "courses"), out=str(tmp_path), courses=("tg-101",), targets=("qti21",)))
    (made,) = report.made
    assert made.file == "tg-101-en-qti21.zip"
    with zipfile.ZipFile(tmp_path / made.file) as archive:
        assert len([name for name in archive.namelist() if name.startswith("item-")]) == made.questions
