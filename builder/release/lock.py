"""The text of ``course.lock``: one line a thing, sorted, so that branches merge line by line.

::

    course-lock 1
    release 3
    language en
    item tg-101
    page p-welcome
    question q-old gone=3 points=1 quiz=p-check rev=1 structure='single 10 rev1'
    question q-preamble options=1f0c2a,97ab31 points=1 quiz=p-check rev=1 structure='single 10 rev1'
    quiz p-check pass=60 weight=1

What was released stays listed after it was taken out (``gone``: since which release), for its id must not be used
for something else. Options are short digests of the words in the source language, in order.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics import release_codes as codes
from builder.model.span import Span

NAME = "course.lock"
HEADER = "course-lock 1"
KINDS = ("item", "page", "question", "quiz")
"""What learners hold records on, by the first word of a line."""

LARGEST = 1_000_000
"""Octets of the largest lock: some ten thousand questions."""

LAST_RELEASE = 4095
"""The state has twelve bits for the number of a release."""

_TOKEN = re.compile(r"""[^\s'"]+|'[^']*'|"[^"]*"|\s+""")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was released, with what of it matters to records."""

    kind: str
    id: str
    values: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    """In the file it was read from."""

    @property
    def gone(self) -> bool:
        return "gone" in self.values


@dataclass(frozen=True, slots=True)
class Lock:
    """What has been released of a course; ``release`` 0 before the first time."""

    release: int = 0
    language: str = ""
    """The language the options were digested in: the programme's source language."""
    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    """By kind and id."""


def read_lock(folder: Path) -> tuple[Lock, list[Diagnostic]]:
    """The lock of the course in ``folder``; an empty one when there is none or it cannot be read."""
    file = folder / NAME
    path = f"{folder.name}/{NAME}"
    try:
        if file.is_symlink():
            return Lock(), [codes.LOCK_LINE.at(Span(path, 0), reason="the file is a link to another")]
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        text = data.decode()
    except FileNotFoundError:
        return Lock(), []
    except (OSError, UnicodeDecodeError):
        return Lock(), [codes.LOCK_LINE.at(Span(path, 0), reason="the file cannot be read as a text in UTF-8")]
    if len(data) > LARGEST:
        return Lock(), [codes.LOCK_LINE.at(Span(path, 0), reason=f"it goes on for more than {LARGEST} octets")]
    lock, diagnostics = parse_lock(text, path)
    return lock or Lock(), diagnostics


def parse_lock(text: str, path: str = NAME) -> tuple[Lock | None, list[Diagnostic]]:
    """Read the text of a lock; None with the reasons when it is damaged."""
    found: list[Diagnostic] = []
    heads: dict[str, str] = {}
    entries: dict[tuple[str, str], Entry] = {}
    for line, content in enumerate(text.split("\n"), 1):
        span = Span(path, line)
        if re.match(r"<{7}|={7}|>{7}|\|{7}", content):
            return None, [codes.LOCK_CONFLICT.at(span)]
        if not content.strip():
            continue
        entry = _parse_line(content, line)
        if isinstance(entry, str):
            found.append(codes.LOCK_LINE.at(span, reason=entry))
        elif entry.kind in KINDS:
            other = entries.setdefault((entry.kind, entry.id), entry)
            if other is not entry:
                found.append(codes.LOCK_TWICE.at(span, thing=f"{entry.kind} {entry.id}", line=other.line))
        elif heads.setdefault(entry.kind, entry.id) != entry.id:
            found.append(codes.LOCK_LINE.at(span, reason=f"`{entry.kind}` stands twice"))
    missing = {"course-lock", "release", "language"} - heads.keys()
    if missing and not found:
        found.append(codes.LOCK_LINE.at(Span(path, 0), reason=f"`{min(missing)}` is missing"))
    return (None if found else Lock(int(heads["release"]), heads["language"], entries)), found


def write_lock(lock: Lock) -> str:
    """The text of ``lock``, sorted by kind and id."""
    lines = [HEADER, f"release {lock.release}", f"language {lock.language}"]
    for _, entry in sorted(lock.entries.items()):
        values = (f"{key}={shlex.quote(value)}" for key, value in sorted(entry.values.items()))
        lines.append(" ".join([entry.kind, entry.id, *values]))
    return "\n".join(lines) + "\n"


def _parse_line(content: str, line: int) -> Entry | str:
    """The entry on a line, or what is wrong with it."""
    words = _words(content)
    if words is None:
        return "a quote is not closed"
    if len(words) < 2 or words[0] not in (*KINDS, "course-lock", "release", "language"):
        return f"it begins with none of {', '.join(KINDS)}"
    kind, name, *rest = words
    if (kind == "course-lock" and name != "1") or (kind == "release" and not _is_release(name)):
        return f"`{name}` is not a version this tool knows"
    values = dict(word.partition("=")[::2] for word in rest)
    wanted = {"question": {"points", "quiz", "rev", "structure"}, "quiz": {"pass", "weight"}}.get(kind, set())
    if not wanted <= values.keys() or not re.fullmatch(r"[0-9]{1,6}", values.get("rev", "1")):
        return "a value is missing or no number"
    return Entry(kind, name, values, line)


def _is_release(name: str) -> bool:
    return re.fullmatch(r"[0-9]{1,4}", name) is not None and int(name) <= LAST_RELEASE


def _words(content: str) -> list[str] | None:
    """The words of a line as ``shlex.quote`` wrote them; None when a quote is not closed."""
    words = [""]
    end = 0
    for token in _TOKEN.finditer(content):
        if token.start() != end:
            return None
        end = token.end()
        if token[0].isspace():
            words.append("")
        else:
            words[-1] += token[0][1:-1] if token[0][0] in "'\"" else token[0]
    return [word for word in words if word] if end == len(content) else None
