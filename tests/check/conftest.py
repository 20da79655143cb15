from __future__ import annotations

import pytest

from tests.support.outlines import Bench, bench_in


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench_in(tmp_path_factory.mktemp("outline"))
