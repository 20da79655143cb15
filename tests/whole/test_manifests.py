"""Every package that the whole tool writes, against the schema and an independent referee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from builder.archive import Entry, zip_bytes
from builder.pipeline import Order, build
from builder.source.fmt import format_course
from tests.support import schemas
from tests.support.packages import course
from tests.support.random_course import Size, random_course
from tests.targets.referee import objections, uncontrolled
from tests.whole.support import put, unzipped

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "ar", "zh")


def formatted(root: Path, languages: tuple[str, ...]) -> Path:
    """A course of all constructs in several languages, its ids written."""
    put(root, random_course(5, Size(lessons=3), languages=languages))
    put(root, format_course(root, "c", languages, source_language=languages[0])[0])
    return root


def roots(folder: Path) -> Iterator[Path]:
    """Programmes of three kinds: our own courses, a random one, one package a lesson."""
    yield REPOSITORY / "courses"
    yield formatted(folder / "random", LANGUAGES)
    lessons = formatted(folder / "lessons", ("en", "fr"))
    put(lessons, {"c/course.yaml": (lessons / "c/course.yaml").read_text("utf-8") + "package: lesson\n"})
    yield lessons


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """By file name, each programme's with its number before it."""
    folder = tmp_path_factory.mktemp("manifests")
    found: dict[str, bytes] = {}
    for number, root in enumerate(roots(folder)):
        out = folder / f"out-{number}"
        report = build(Order(root=str(root), out=str(out), targets=("scorm12",)))
        assert not report.failed, [f"{one.span} {one.message}" for one in report.diagnostics if one.is_error]
        found |= {f"{number}-{made.file}": (out / made.file).read_bytes() for made in report.made}
    return found


def test_all_kinds_are_there(packages: dict[str, bytes]) -> None:
    kinds = [[name for name in packages if name.startswith(f"{number}-")] for number in range(3)]
    assert any("tg-101" in name for name in kinds[0])
    assert len(kinds[1]) == len(LANGUAGES)
    assert len(kinds[2]) >= 4, "lessons in two languages"


def test_the_referee_has_no_objection(packages: dict[str, bytes]) -> None:
    assert {name: found for name, data in packages.items() if (found := objections(data))} == {}


def test_the_schema_accepts_every_manifest(packages: dict[str, bytes]) -> None:
    schema = schemas.scorm12()
    for name, data in packages.items():
        assert schema.validate(etree.fromstring(unzipped(data)["imsmanifest.xml"])), (name, schema.error_log)


def test_the_manifest_lists_the_files_and_nothing_else(packages: dict[str, bytes]) -> None:
    for name, data in packages.items():
        files = unzipped(data)
        listed = re.findall(r'<file href="([^"]*)"', files.pop("imsmanifest.xml").decode())
        assert sorted(listed) == sorted(path.replace("&", "&amp;") for path in files), name


def test_identifiers_are_unlike_each_other_within_a_language(packages: dict[str, bytes]) -> None:
    for language in ("en", "fr"):
        items = [
            re.findall(rb'<item identifier="([^"]*)"', unzipped(data)["imsmanifest.xml"])
            for name, data in packages.items()
            if name.startswith("2-") and f"-{language}-" in name
        ]
        assert all(len(one) == 1 for one in items)
        assert len({one[0] for one in items}) == len(items)


def test_schemas_stand_at_the_root_on_request(tmp_path: Path) -> None:
    folder = schemas.schemas_folder()
    root = put(tmp_path / "courses", {"programme.yaml": "", **_files()})
    for xsd, missing in ((str(folder), False), ("", True)):
        report = build(Order(root=str(root), out=str(tmp_path / "out"), targets=("scorm12",), schemas=xsd))
        (made,) = report.made
        data = (tmp_path / "out" / made.file).read_bytes()
        assert bool(uncontrolled(data)) == missing
        assert objections(data) == []


def _files() -> dict[str, str]:
    from tests.support.miniature import MINIATURE  # noqa: PLC0415

    return {**{path: text for path, text in MINIATURE.items() if not path.endswith("01-page.md")}, **course()}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("<item ", "<item><title>x</title></item><item ", "P10"),
        ("identifierref=", "parameters=", "P11"),
        ("<file ", '<dependency identifierref="nowhere"/><file ', "P14"),
        ("<organization ", '<organization adlcp:scormtype="sco" ', "P16"),
        ("</item>", "<adlcp:location>x.xml</adlcp:location></item>", "P17"),
        ("</schemaversion>", "</schemaversion><adlcp:location>x.xml</adlcp:location>", "P17"),
        ('" version="1.0"', f'" version="{"1" * 21}"', "P18"),
        ("</item>", "<adlcp:masteryscore>101</adlcp:masteryscore></item>", "P18"),
        ("</item>", "<adlcp:maxtimeallowed>PT1H</adlcp:maxtimeallowed></item>", "P18"),
        ("</item>", "<adlcp:dataFromLMS>x</adlcp:dataFromLMS></item>", "P19"),
        ("scormtype=", "scormType=", "P19"),
        ("</item>", "<adlcp:timelimitaction>stop</adlcp:timelimitaction></item>", "P18 P20"),
        ("<resources>", '<resources xml:base="/a">', "Z12"),
        ('<file href="index.html"', '<file href="Index.html"', "Z9"),
        ("</manifest>", "", "Z3"),
    ],
)
def test_the_referee_can_object(packages: dict[str, bytes], old: str, new: str, rule: str) -> None:
    files = unzipped(next(iter(packages.values())))
    text = files["imsmanifest.xml"].decode()
    assert old in text
    files["imsmanifest.xml"] = text.replace(old, new, 1).encode()
    found = objections(zip_bytes(Entry(*file) for file in files.items()))
    assert any(one.startswith(rule) for one in found), found


def test_the_referee_wants_a_zip() -> None:
    assert objections(b"no zip")[0].startswith("Z1")
