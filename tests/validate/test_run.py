"""The command: what it prints, what it exits with, what it takes; schemas, limits and speed."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from builder.validate import weight
from builder.validate.formats import content
from builder.validate.formats import zip as archive
from builder.validate.run import validate
from builder.validate.schemas import Schemas
from tests.cli.support import run
from tests.support import schemas
from tests.validate.packages import PAGE, SCORM12, Sample, cmi5, package, scorm12, scorm2004

GOOD = scorm12(**{"imscp_rootv1p1p2.xsd": "<x/>", "adlcp_rootv1p2.xsd": "<x/>"})
BAD = scorm12(('identifierref="R-1"', 'identifierref="R-9"'))


def put(folder: Path, sample: Sample, name: str = "") -> Path:
    """Write a package into ``folder``, where the test stands; returns how a user would call it."""
    file = folder / (name or sample.name)
    file.write_bytes(sample.data)
    return Path(file.name)


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of schemas, asked for before the environment is emptied."""
    return schemas.schemas_folder()


@pytest.fixture(autouse=True)
def stand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in the folder of the packages, and without schemas."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCHEMAS_DIR", raising=False)


def test_text_names_the_format_first(tmp_path: Path) -> None:
    good, bad = put(tmp_path, GOOD, "good.zip"), put(tmp_path, BAD, "bad.zip")
    ran = run("validate", good)
    assert ran.code == 0
    lines = ran.output.splitlines()
    assert lines[0] == "good.zip: SCORM 1.2"
    assert lines[-1] == "No errors, no warnings."
    assert "first page index.html: 0.1 KB in 1 request" in lines
    ran = run("validate", good, bad)
    assert ran.code == 1
    assert "bad.zip: SCORM 1.2" in ran.output
    assert "bad.zip!imsmanifest.xml:6:1: error P9 The item `I-1` refers to `R-9`" in ran.output


def test_json_is_one_object(tmp_path: Path) -> None:
    ran = run("validate", put(tmp_path, BAD), put(tmp_path, cmi5(), "course.zip"), "--format", "json")
    assert ran.code == 1
    first, second = json.loads(ran.output)["packages"]
    assert first["format"] == {"name": "scorm12", "version": "1.2", "title": "SCORM 1.2"}
    assert first["failed"]
    assert {"P9", "P21"} <= {one["code"] for one in first["diagnostics"]}
    assert first["weight"]["launch"] == ""
    assert second["weight"]["launch"] == "index.html"
    assert not second["failed"]
    assert json.loads(run("validate", put(tmp_path, Sample("a.zip", b"x")), "--format", "json").output)


def test_a_package_is_called_as_the_user_called_it(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    file = put(tmp_path / "dist", BAD)
    shown = run("validate", Path("dist") / file).output
    assert "package.zip: SCORM 1.2" in shown
    assert f"{Path('dist') / file}!imsmanifest.xml:6:1: error P9" in shown
    assert "N2" in run("validate", ".").output


def test_github_has_commands_only(tmp_path: Path) -> None:
    ran = run("validate", put(tmp_path, BAD), "--format", "github")
    assert ran.code == 1
    assert all(line.startswith("::") for line in ran.output.splitlines())
    assert "::notice file=package.zip,title=N6::This is SCORM 1.2." in ran.output
    assert "::error file=package.zip!imsmanifest.xml,line=6,col=1,endColumn=2,title=P9::" in ran.output


def test_strict_takes_warnings_for_errors(tmp_path: Path) -> None:
    file = put(tmp_path, scorm12(a_js="x"))
    assert run("validate", file).code == 0
    assert run("validate", file, "--strict").code == 1


def test_a_profile_adds_what_the_platform_does(tmp_path: Path) -> None:
    file = put(tmp_path, scorm2004(("2004 4th Edition", "CAM 1.3")))
    assert "MS41" not in run("validate", file).output
    assert "MS41" in run("validate", file, "--lms", "moodle").output
    assert run("validate", file, "--lms", "other").code == 2


def test_a_folder_and_a_missing_file_are_no_packages(tmp_path: Path) -> None:
    (tmp_path / "imsmanifest.xml").write_text(SCORM12)
    assert "N2" in run("validate", tmp_path).output
    ran = run("validate", tmp_path / "missing.zip", put(tmp_path, GOOD))
    assert ran.code == 1
    assert "N3" in ran.output
    assert "package.zip: SCORM 1.2" in ran.output
    assert "No errors, no warnings." in ran.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    assert "N3" in run("validate", tmp_path / "pipe.zip").output


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = put(tmp_path, GOOD)
    file.chmod(0)
    assert "N3" in run("validate", file).output


def test_schemas_are_used_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    file = put(tmp_path, scorm2004(('type="webcontent"', ""), ('adlcp:scormType="sco"', 'adlcp:scormType="SCO"')))
    assert " P2 " not in run("validate", file).output
    shown = run("validate", file, "--schemas", folder).output
    assert "error P2 The schema objects: Element 'resource': The attribute 'type' is required but missing." in shown
    assert "package.zip!imsmanifest.xml:7:1: error P2" in shown
    monkeypatch.setenv("SCHEMAS_DIR", str(folder))
    assert run("validate", file).output == shown


def test_a_schema_is_compiled_once(tmp_path: Path, folder: Path) -> None:
    at_hand = Schemas(folder)
    for name in ("a.zip", "b.zip"):
        validate(put(tmp_path, GOOD, name), schemas=at_hand)
    assert list(at_hand.compiled) == ["scorm12/root.xsd"]
    first = at_hand.get("scorm12/root.xsd")
    assert first is at_hand.get("scorm12/root.xsd")
    assert first is not None


def test_schemas_that_are_missing_or_broken(tmp_path: Path) -> None:
    file = put(tmp_path, GOOD)
    assert run("validate", file, "--schemas", tmp_path).output.endswith("No errors, no warnings.\n")
    (tmp_path / "scorm12").mkdir()
    (tmp_path / "scorm12" / "root.xsd").write_text("<nothing")
    ran = run("validate", file, "--schemas", tmp_path)
    assert ran.code == 0
    assert "warning N5" in ran.output
    assert run("validate", file, "--schemas", tmp_path / "none").code == 2


def test_limits_of_time_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(tmp_path, package({"imsmanifest.xml": SCORM12, "index.html": PAGE, "a.js": "x" * 5000}))
    monkeypatch.setattr(archive, "INTEGRITY", 3000)
    monkeypatch.setattr(content, "BUDGET", 3000)
    monkeypatch.setattr(weight, "LARGE_FILE", 4000)
    found = {one.code.id for one in validate(file).diagnostics}
    assert {"Z18", "W5", "W12"} <= found


def test_what_the_first_page_loads_is_weighed(tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="css/a.css?v=1"><script src="a.js"></script>'
        '<link rel="next" href="two.html"></head><body><img alt="" src="%61.png"><a href="two.html">Two</a>'
        '<img alt="" src="data:image/png;base64,AA"><iframe src="https://example.org/"></iframe></body></html>'
    )
    files = {
        "imsmanifest.xml": SCORM12,
        "index.html": page,
        "css/a.css": '/* url(no.png) */ @import "b.css"; p { background: url(../c.png) }',
        "css/b.css": "x" * 10,
        "a.js": "x" * 100,
        "a.png": "x" * 1000,
        "c.png": "x" * 10000,
        "two.html": PAGE,
        "no.png": "x",
    }
    weighed = validate(put(tmp_path, package(files))).weight
    assert weighed
    assert weighed.requests == 7
    assert weighed.first_page == len(page) + len(files["css/a.css"]) + 11110
    assert weighed.biggest[0] == ("c.png", 10000)
    assert weighed.files == len(files)


def test_five_hundred_files_take_less_than_a_second(tmp_path: Path) -> None:
    page = PAGE.replace("Text", "<p>A paragraph of a page, <a href='p1.html'>with a link</a>.</p>" * 60)
    names = [f"p{number}.html" for number in range(498)]
    listed = "".join(f'<file href="{name}"/>' for name in names)
    manifest = SCORM12.replace("</resource>", f"{listed}</resource>")
    files = {"imsmanifest.xml": manifest, "index.html": PAGE, **dict.fromkeys(names, page)}
    file = put(tmp_path, package(files))
    times = []
    for _ in range(3):
        begin = time.process_time()
        verdict = validate(file, "moodle")
        times.append(time.process_time() - begin)
    assert not [one for one in verdict.diagnostics if one.code.severity.value != "note"]
    assert min(times) < 1  # 0.2 s on a quiet machine
