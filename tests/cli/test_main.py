"""The command as a whole: its verbs, their help, and how quickly it answers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib import import_module
from keyword import iskeyword

import pytest

from builder import __version__
from builder.cli.main import VERBS, main
from builder.targets.registry import OWN
from tests.cli.support import REPOSITORY, run, spawn


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    command = import_module(f"builder.cli.{verb}{'_' * iskeyword(verb)}").command
    assert command.name == verb
    assert "Usage:" in run(verb, "--help").output


@pytest.mark.usefixtures("untraced")
def test_help_names_every_verb_and_imports_none() -> None:
    code = "import sys, builder.cli.main as m; m.run(['--help']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert all(f"  {verb} " in done.stdout for verb in VERBS)
    heavy = {"lxml", "jinja2", "babel", "yaml", "markdown_it", "watchfiles", "builder.pipeline", "multiprocessing"}
    assert not heavy & set(done.stdout.splitlines()[-1].split())


@pytest.mark.usefixtures("untraced")
def test_build_does_not_import_what_only_the_preview_needs() -> None:
    code = "import sys, builder.cli.build; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert not {"watchfiles", "http.server", "anyio", "asyncio"} & set(done.stdout.split())


@pytest.mark.usefixtures("untraced")
def test_help_is_quick() -> None:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        spawn("--help", cwd=REPOSITORY)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5  # 0.07 s on a quiet machine; the goal is 0.15


def test_explaining_needs_no_builder() -> None:
    code = "import sys, builder.cli.main as m; m.run(['explain', 'B102']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert not {"lxml", "jinja2", "markdown_it", "builder.pipeline"} & set(done.stdout.splitlines()[-1].split())


def test_version() -> None:
    assert run("--version").output == f"coursewright {__version__}\n"


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["bogus"], 2), (["build", "--bogus"], 2), (["--help"], 0)])
def test_exit_codes(arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["coursewright", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == code


def test_explain() -> None:
    ran = run("explain", "b102")
    assert ran.code == 0
    assert ran.output.startswith("B102 (warning)\n")
    assert "What to do:" in ran.output
    assert "{" not in ran.output
    listed = run("explain").output
    assert "B901  error" in listed
    ran = run("explain", "B109")
    assert ran.code == 2
    assert "Did you mean" in ran.output
    assert run("explain", "zzz").code == 2


def test_targets() -> None:
    lines = run("targets").output.splitlines()
    assert [line.split()[0] for line in lines] == [target.name for target in sorted(OWN, key=lambda own: own.name)]
    assert "scorm12        SCORM 1.2 package" in lines


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variable", "coloured"), [("", b"\x1b["), ("1", b"")])
def test_colour_is_for_terminals_and_not_under_no_color(variable: str, coloured: bytes) -> None:
    assert "\x1b[" not in spawn("explain", "B102").output
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "builder", "explain", "B102"]
    subprocess.run(command, cwd=REPOSITORY, stdout=theirs, env={**os.environ, "NO_COLOR": variable}, check=True)
    os.close(theirs)
    assert os.read(ours, 4096).startswith(coloured or b"B102")
    os.close(ours)
