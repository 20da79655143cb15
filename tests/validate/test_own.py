"""Our own packages stand before the validator as any others do: no errors, and no warnings where none is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.archive import zip_bytes
from builder.diagnostics import Severity
from builder.model.package import Package, packages_of
from builder.source.load import load_course, load_programme
from builder.targets.base import Context
from builder.targets.registry import registry
from builder.validate.run import PROFILES, validate
from builder.validate.schemas import Schemas
from tests.support import schemas
from tests.support.everything import everything
from tests.support.schemas import REPOSITORY

FORMATS = {
    "scorm12": "SCORM 1.2",
    "scorm2004-3rd": "SCORM 2004 3rd Edition",
    "scorm2004-4th": "SCORM 2004 4th Edition",
    "imscp": "IMS Content Package 1.1.4",
    "cmi5": "cmi5",
}


def tg_101() -> tuple[Context, Package]:
    programme, _ = load_programme(REPOSITORY / "courses")
    assert programme
    course, _ = load_course(programme, "tg-101-essentials", "en")
    assert course
    return Context(programme), packages_of(course)[0]


def every_construct() -> tuple[Context, Package]:
    programme, course = everything()
    return Context(programme), packages_of(course)[0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("course", [tg_101, every_construct])
def test_our_packages_have_no_errors_and_no_warnings(name: str, course: object, tmp_path: Path) -> None:
    context, package = course()  # type: ignore[operator]
    file = tmp_path / "package.zip"
    file.write_bytes(zip_bytes(registry().targets[name].build(package, context).entries))
    at_hand = Schemas(schemas.schemas_folder())
    for lms in ("", *PROFILES):
        verdict = validate(file, lms, at_hand)
        assert verdict.format
        assert verdict.format.title == FORMATS[name]
        assert [one for one in verdict.diagnostics if one.code.severity is not Severity.NOTE] == []
