"""Every rule whose breach is an error has a package that breaks it, and one that keeps it and has no error at all."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import tests.validate.cases
from builder.diagnostics import Severity
from builder.validate.catalogue import rules
from builder.validate.run import Verdict, validate
from builder.validate.schemas import Schemas
from tests.support import schemas
from tests.validate.packages import Case, Sample

MODULES = [import_module(f"tests.validate.cases.{one.name}") for one in iter_modules(tests.validate.cases.__path__)]
CASES: dict[str, Case] = {name: case for module in MODULES for name, case in module.CASES.items()}


def judge(sample: Sample, folder: Path, case: Case) -> Verdict:
    place = folder / sample.name
    place.write_bytes(sample.data)
    at_hand = Schemas(schemas.schemas_folder()) if case.schemas else None
    return validate(place, case.lms, at_hand)


@pytest.mark.parametrize("id", sorted(CASES))
def test_a_rule_is_broken_and_kept(id: str, tmp_path: Path) -> None:
    case = CASES[id]
    broken = judge(case.breaking, tmp_path, case)
    assert id in {one.code.id for one in broken.diagnostics}, broken.diagnostics
    kept = judge(case.keeping, tmp_path, case)
    errors = [f"{one.code.id} {one.message}" for one in kept.diagnostics if one.is_error]
    assert not errors
    assert id not in {one.code.id for one in kept.diagnostics}


def test_every_error_has_a_case() -> None:
    beyond = {"N2", "N3"}  # a folder and an unreadable file are no packages: see test_run
    wanted = {rule.id for rule in rules().values() if rule.severity is Severity.ERROR} - beyond
    assert sorted(wanted - set(CASES)) == []
    assert sorted(set(CASES) - set(rules())) == []


def test_no_id_has_two_cases() -> None:
    assert sum(len(module.CASES) for module in MODULES) == len(CASES)
