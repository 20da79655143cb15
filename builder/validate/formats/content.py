"""What learners get, in every format: requests to other hosts, pictures without text, pages without a language."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from builder.diagnostics import Diagnostic
from builder.validate.markup import LARGEST, PAGES, Request, page_of, requests_of
from builder.validate.rule import note, should
from builder.validate.subject import Damaged, Subject

EXTERNAL = should(
    "W1",
    "good practice",
    "This loads something from another host: {address}.",
    "Put the file into the package and link to it there.",
    """What comes from elsewhere is missing without a connection to it, behind a firewall, and on the day the other host
    changes; and that host sees who is learning. A link that a learner clicks is no such request.""",
)
INSECURE = should(
    "W2",
    "W3C Mixed Content",
    "This loads something without encryption, which browsers block: {address}.",
    "Put the file into the package, or write https.",
    """A platform is reached by https, and a page that came so may not load scripts, styles or frames by http.""",
)
SILENT = should(
    "W3",
    "WCAG 2.2, 1.1.1",
    "A picture has no text alternative: {address}.",
    'Describe it in alt="…"; write alt="" where it only decorates.',
    """A screen reader reads the file name instead, and where the picture does not arrive nothing stands in its
    place.""",
)
NO_LANGUAGE = should(
    "W4",
    "WCAG 2.2, 3.1.1",
    "The page does not say its language.",
    'Write it on the first element: <html lang="en">.',
    """A screen reader pronounces the page by the rules of its language, and browsers break words by them.""",
)
NOT_LOOKED_AT = note(
    "W5",
    "limit of this tool",
    "{count:,} of the pages, stylesheets and scripts were not looked at.",
    "Nothing need be done; what stands in them is not known.",
    """So that judging a package takes little time whatever is in it, only so much of it is read.""",
)

BUDGET = 24_000_000
"""Octets of pages, stylesheets and scripts that are looked at."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The pages, stylesheets and scripts of a package."""
    if list(subject.box.sizes) == [subject.box.name]:
        return
    left = BUDGET
    passed_over = 0
    for path in sorted(subject.box.sizes):
        if not path.lower().endswith((*PAGES, ".css", ".js", ".mjs")):
            continue
        size = subject.box.sizes[path]
        if size > min(LARGEST, left):
            passed_over += 1
            continue
        left -= size
        try:
            data = subject.box.read(path)
        except Damaged:
            continue
        yield from _file(subject, path, data)
    if passed_over:
        yield NOT_LOOKED_AT.at(subject.at(), count=passed_over)


def _file(subject: Subject, path: str, data: bytes) -> Iterator[Diagnostic]:
    if not path.lower().endswith(PAGES):
        yield from _requests(subject, path, requests_of(path, data))
        return
    page = page_of(data)
    yield from _requests(subject, path, page.requests)
    for picture in page.silent:
        yield SILENT.at(subject.at(path, picture.line), address=picture.address[:80] or "(no address)")
    if not page.has_language:
        yield NO_LANGUAGE.at(subject.at(path))


def _requests(subject: Subject, path: str, requests: tuple[Request, ...]) -> Iterator[Diagnostic]:
    for one in requests:
        if one.is_external and urlsplit_host(one.address) not in ("www.w3.org", ""):
            rule = INSECURE if one.address.lower().startswith("http:") else EXTERNAL
            yield rule.at(subject.at(path, one.line), address=one.address)


def urlsplit_host(address: str) -> str:
    """The host of an address; '' where it has none that can be read."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
