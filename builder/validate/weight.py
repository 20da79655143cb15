"""What a package weighs: as a whole, its biggest files, and what a learner loads before the first page can be read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from builder.diagnostics import Diagnostic
from builder.validate.box import OpenBox
from builder.validate.launch import launch_page, local_path
from builder.validate.markup import LARGEST, requests_of
from builder.validate.rule import should
from builder.validate.subject import Damaged, Subject

BIGGEST = 5
"""Files that are named."""
FOLLOWED = 200
"""Files that are followed from the first page."""
SLOW_PAGE = 1_000_000
"""Octets of a first page that take a minute at 128 kbit/s."""
LARGE_FILE = 50_000_000

HEAVY_PAGE = should(
    "W11",
    "good practice",
    "The first page loads {size:,} octets in {requests} requests: {seconds} seconds at 128 kbit/s.",
    "Make its pictures smaller, and load what is not needed at once when it is.",
    """On a phone line learners wait that long for the first page, and many do not.""",
)
HEAVY_FILE = should(
    "W12",
    "good practice",
    "This file has {size:,} octets.",
    "Make it smaller, or keep films on a server made for them and link to it.",
    """Many platforms refuse uploads above 50 or 100 MB, and learners on slow lines cannot load such a file.""",
)


@dataclass(frozen=True, slots=True)
class Weight:
    """Octets and requests of a package."""

    size: int
    """Of the package as a file."""
    unpacked: int
    files: int
    biggest: tuple[tuple[str, int], ...]
    """The biggest files with their octets, the biggest first."""
    launch: str = ""
    """The first page; '' where the format has none."""
    first_page: int = 0
    """Octets of the first page with all it loads from the package, before compression."""
    requests: int = 0
    """Requests of the first page, those to other hosts included."""


def weigh(subject: Subject) -> tuple[Weight, list[Diagnostic]]:
    """Weigh a package; nothing is run, so what a script loads is not counted."""
    sizes = subject.box.sizes
    biggest = sorted(sizes.items(), key=lambda one: (-one[1], one[0]))[:BIGGEST]
    length = subject.box.length if isinstance(subject.box, OpenBox) else 0
    launch = launch_page(subject)
    loaded, others = _loaded(subject, launch) if launch else (set(), set())
    first = sum(sizes[path] for path in loaded)
    weight = Weight(length, sum(sizes.values()), len(sizes), tuple(biggest), launch, first, len(loaded) + len(others))
    return weight, list(_heavy(subject, weight))


def _heavy(subject: Subject, weight: Weight) -> Iterator[Diagnostic]:
    if weight.first_page > SLOW_PAGE:
        seconds = round(weight.first_page * 8 / 128_000)
        yield HEAVY_PAGE.at(
            subject.at(weight.launch), size=weight.first_page, requests=weight.requests, seconds=seconds
        )
    for path, size in subject.box.sizes.items():
        if size > LARGE_FILE:
            yield HEAVY_FILE.at(subject.at(path), size=size)


def _loaded(subject: Subject, launch: str) -> tuple[set[str], set[str]]:
    """The files of the package that the first page loads, itself included, and the addresses elsewhere."""
    loaded, others = {launch}, set()
    waiting = [launch]
    while waiting and len(loaded) < FOLLOWED:
        path = waiting.pop()
        if subject.box.sizes[path] > LARGEST:
            continue
        try:
            requests = requests_of(path, subject.box.read(path))
        except Damaged:
            continue
        for one in requests:
            if one.is_external:
                others.add(one.address)
                continue
            target = _target(path, one.address)
            if target in subject.box.sizes and target not in loaded:
                loaded.add(target)
                waiting.append(target)
    return loaded, others


def _target(path: str, address: str) -> str:
    try:
        if urlsplit(address).scheme:
            return ""
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), local_path(address)))
