"""Packages made by hand, as they are before they are written, and what their guides say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from builder.archive import Entry
from builder.guide.guide import guide_of
from builder.model.outline import Classroom
from builder.model.package import Package, packages_of
from builder.packing import Made, Pack
from builder.targets import mbz
from builder.targets.base import Target
from builder.targets.losses import Loss, losses_of
from tests.targets.mbz.rooms import taught

ARCHIVE = b"the package as it is written"


def packed(
    subject: Package | Classroom, target: Target, losses: Iterable[Loss] = (), entries: Iterable[Entry] = ()
) -> Pack:
    """A pack whose archive is ``ARCHIVE``; its losses are those of the package, or those given."""
    package = isinstance(subject, Package)
    made = Made(
        file=f"{subject.id}-en{f'-{target.name}' if package else ''}{target.suffix}",
        package=subject.id,
        language=subject.course.language if isinstance(subject, Package) else subject.language,
        target=target.name,
        size=len(ARCHIVE),
        pages=5,
        questions=3,
        state=0,
        state_limit=0,
        first_page=0,
        digest="d" * 64,
        losses=losses_of(subject, target) if isinstance(subject, Package) else tuple(losses),
    )
    return Pack(made, ARCHIVE, (), target, subject, tuple(entries))


def course(**changes: object) -> Package:
    return packages_of(taught(**changes))[0]


def html(pack: Pack) -> str:
    return guide_of(pack).decode()


def told(pack: Pack) -> str:
    """The words of a guide, in one line."""
    body = re.sub(r"<style>.*?</style>", "", html(pack), flags=re.DOTALL)
    within = re.sub(r"</?(?:a|b|code|span)\b[^>]*>", "", body)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", within)).split())


def backup(classroom: Classroom, *entries: Entry) -> Pack:
    return packed(classroom, mbz.TARGET, entries=entries)
