"""A 4 GB bomb is refused within a second and 200 MB, whatever it says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from builder.validate.run import validate
from builder.validate.subject import Damaged
from builder.validate.xml import parse
from tests.support.schemas import REPOSITORY
from tests.validate.bombs import BOMBS
from tests.validate.packages import CMI5, SCORM12, package

MEASURED = """
import sys, time
from pathlib import Path
from builder.validate.run import validate
begin = time.process_time()
verdict = validate(Path(sys.argv[1]), "moodle")
took = time.process_time() - begin
status = Path("/proc/self/status").read_text()  # getrusage would give what the parent used before this began
peak = int(status.partition("VmHWM:")[2].split()[0])
print(took, peak, *[one.code.id for one in verdict.diagnostics])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_bomb_is_refused_in_time_and_memory(name: str, tmp_path: Path) -> None:
    make, rule = BOMBS[name]
    bomb = tmp_path / ("bomb.mbz" if name == "tar" else "bomb.zip")
    bomb.write_bytes(make())
    before = set(tmp_path.iterdir())
    command = [sys.executable, "-c", MEASURED, str(bomb)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    took, memory, *found = done.stdout.split()
    assert rule in found
    assert float(took) < 1
    assert int(memory) * 1024 < 200_000_000
    assert set(tmp_path.iterdir()) == before


LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<!DOCTYPE manifest [<!ENTITY e0 "ha">{LAUGHS}]>'


@pytest.mark.parametrize("text", [f"{DOCTYPE}<a>&e9;</a>", f'{DOCTYPE}<a b="&e9;"/>', f"{DOCTYPE}<a/>"])
def test_entities_are_refused(text: str) -> None:
    with pytest.raises(Damaged):
        parse(text.encode())


def test_an_entity_of_a_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    text = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    with pytest.raises(Damaged, match="entities"):
        parse(text.encode())


def test_a_document_type_alone_is_no_harm() -> None:
    assert parse(b'<!DOCTYPE html SYSTEM "http://example.org/a.dtd"><html/>').tag == "html"


@pytest.mark.parametrize("depth", [201, 3000, 100_000])
def test_depth_is_limited(depth: int) -> None:
    with pytest.raises(Damaged):
        parse(b"<a>" * depth + b"</a>" * depth)
    assert parse(b"<a>" * 200 + b"</a>" * 200).tag == "a"


HOSTILE = {
    "css": ("a.css", "url(" * 700_000),
    "comments": ("a.css", "/*" * 1_400_000),
    "import": ("a.css", "@import" + " " * 2_900_000),
    "blanks": ("a.css", ("url(" + " " * 100) * 28_000),
    "script": ("a.js", "import(" * 400_000 + " " * 90_000),
    "source": ("a.js", ".src='//" * 370_000),
    "elements": ("a.html", "<p>" * 990_000),
    "pictures": ("a.html", "<img>" * 590_000),
    "deep": ("a.html", "<div>" * 590_000),
    "styles": ("a.html", "<p style='x:url(" * 180_000),
    "attributes": ("a.html", "<p " + " ".join(f"a{n}=1" for n in range(250_000))),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_no_time(name: str, tmp_path: Path) -> None:
    path, text = HOSTILE[name]
    file = tmp_path / "package.zip"
    file.write_bytes(package({"imsmanifest.xml": SCORM12, path: text}).data)
    validate(file, "moodle")  # a search that goes back and forth would take hours


def test_hostile_manifests_take_no_time(tmp_path: Path) -> None:
    items = "".join(f'<item identifier="I-{n}" identifierref="no"/>' for n in range(8_000))
    manifests = "".join(f'<manifest identifier="m{n}"/>' for n in range(8_000))
    references = "&#1;" * 50_000
    for number, text in enumerate((items, manifests, f"<title>{references}</title>")):
        file = tmp_path / f"{number}.zip"
        manifest = SCORM12.replace("</organization>", f"{text}</organization>")
        file.write_bytes(package({"imsmanifest.xml": manifest}).data)
        assert len(validate(file, "moodle").diagnostics) < 300


def test_many_units_take_no_time(tmp_path: Path) -> None:
    file = tmp_path / "cmi5.xml"
    file.write_text(CMI5.replace("</courseStructure>", '<au id="x"/>' * 15_000 + "</courseStructure>"))
    assert len(validate(file).diagnostics) < 100
