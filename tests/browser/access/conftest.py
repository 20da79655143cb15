"""What the tests of access look at: the samples of every type, and the first course as it is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.answering import course_files
from tests.support.browsing import served
from tests.support.item_states import write_samples


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the samples in English (``/en``) and Arabic (``/ar``) and of the first course (``/course``)."""
    folder = tmp_path_factory.mktemp("access")
    for language in ("en", "ar"):
        write_samples(folder / language, language)
    _unpack(folder / "course")
    with served(folder) as address:
        yield address


def _unpack(folder: Path) -> None:
    for name, data in course_files("web").items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What a test finds wrong; all of it is told at its end."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)
