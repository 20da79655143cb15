"""Folders of courses written and read back as plain values, for tests of the tool as a whole."""

from __future__ import annotations

import re
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.show import as_github, as_json, as_text
from builder.pipeline import Order, Report, build


def put(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write ``files`` (path relative to ``root`` -> content) as they are; returns ``root``."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape"))
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, hidden ones too, by relative path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip, or of a tar.gz, by path."""
    if data.startswith(b"\x1f\x8b"):
        with tarfile.open(fileobj=BytesIO(data)) as archive:
            return {one.name: file.read() for one in archive if (file := archive.extractfile(one))}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def make(root: Path, out: Path | None = None, *targets: str, languages: tuple[str, ...] = ()) -> Report:
    """Build, or only check without ``out``, as the command does; whatever it raises is the test's to see."""
    return build(Order(root=str(root), out=str(out or ""), targets=targets, languages=languages))


def codes(report: Report) -> list[str]:
    """The ids of what a build said, in order."""
    return [one.code.id for one in report.diagnostics]


def misplaced(root: Path, found: Iterable[Diagnostic]) -> list[str]:
    """What is wrong with the places of diagnostics, or with how they print; nothing for good ones.

    A place is a file or folder below ``root``, or where one is missing; a line it has; a column up to one past its end.
    """

    @cache
    def lines(path: str) -> list[str]:
        return lines_of(root / path)

    return [wrong for one in found if (wrong := _misplaced(root, one, lines))]


def _misplaced(root: Path, one: Diagnostic, lines: Callable[[str], list[str]]) -> str:
    span = one.span
    assert as_text(one, lines).partition(":")[0]
    assert as_json(one)
    assert as_github(one).startswith("::")
    place = f"{span.path}:{span.line}:{span.column} {one.code.id}"
    if "\\" in span.path or Path(span.path).is_absolute() or ".." in span.path.split("/"):
        return f"{place}: no path relative to the courses"
    if len(one.message) + len(one.remedy) > 2000:
        return f"{place}: too much is said"
    if span.line == 0:
        return ""
    if not (root / span.path).is_file():
        return f"{place}: no such file"
    if span.line > len(lines(span.path)):
        return f"{place}: the file has {len(lines(span.path))} lines"
    length = len(lines(span.path)[span.line - 1])
    return "" if 1 <= span.column <= length + 1 and span.width >= 1 else f"{place}: the line has {length} characters"


def lines_of(file: Path) -> list[str]:
    """The lines of a source file as its readers count them, their ends left out."""
    try:
        text = file.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    except OSError:
        return []
    return re.split(r"\r\n|\r|\n", text)
