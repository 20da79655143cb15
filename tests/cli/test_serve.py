"""``coursewright serve`` as a process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from threading import Timer

import pytest

from tests.cli.support import REPOSITORY, run
from tests.support.miniature import write


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        text: str = answer.read().decode()
    return text


def hear_interrupts() -> None:
    """A process begun in the background of a script ignores interrupts, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="stops with a signal")
def test_serve_follows_an_edit_and_stops_cleanly(tmp_path: Path) -> None:
    root = write(tmp_path / "courses")
    page = root / "c" / "en" / "01-lesson" / "01-page.md"
    command = [sys.executable, "-u", "-m", "builder", "serve", "--port", "0", "--root", str(root)]
    with subprocess.Popen(
        command,
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - it starts no thread
    ) as process:
        assert process.stdout is not None
        # A server that says nothing more must not hold up the tests.
        limit = Timer(60, process.kill)
        limit.start()
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found
        assert process.stdout.readline().startswith("Built in ")
        assert "Trade is the exchange" in read(f"{found[0]}c-en/p-page.html")
        page.write_text(page.read_text() + "\n<div>\n")
        assert "error" in process.stdout.readline()
        assert '"severity": "error"' in read(f"{found[0]}_preview/diagnostics.json")
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.stdout.read()
        assert process.wait(10) == 0
        limit.cancel()


def test_a_port_in_use_is_wrong_usage(tmp_path: Path) -> None:
    root = write(tmp_path / "courses")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("serve", "--root", root, "--port", str(taken.getsockname()[1]))
    assert ran.code == 2
    assert "is in use" in ran.output


def test_an_unknown_course_is_wrong_usage(tmp_path: Path) -> None:
    ran = run("serve", "nothing", "--root", write(tmp_path / "courses"), "--port", "0")
    assert ran.code == 2
    assert "There is no course `nothing`" in ran.output
