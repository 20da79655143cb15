"""One package on its way to disk: what a target made of it, what it weighs, and its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.archive import Entry, clashes, digest, write_file, write_folder
from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import DUPLICATE_FILE, FAILING_TARGET
from builder.guide.guide import beside
from builder.model.course import Course
from builder.model.outline import Classroom
from builder.model.package import Package, packages_of
from builder.model.span import Span
from builder.state.bound import bound_of
from builder.state.reach import questions_of
from builder.targets.base import Context, Product, Target
from builder.targets.losses import Loss, loss_report, losses_of
from builder.targets.registry import OWN

LINK = re.compile(rb"""<(?:link|script|img)\b[^>]*?\b(?:href|src)=["']([^"'#?:]+)""")
"""What a browser asks for with a page, as written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A package as it lies on disk."""

    file: str
    """Its name in the output folder."""
    package: str
    language: str
    target: str
    size: int
    """Octets of the archive."""
    pages: int
    questions: int
    state: int
    """Upper bound of the saved state, in characters."""
    state_limit: int
    """What the format holds; 0 for no limit."""
    first_page: int
    """Octets a browser loads before the first page can be read, uncompressed; the script for questions, which follows,
    is not among them. 0 where there is no such page."""
    digest: str
    """Content digest: the same on every machine."""
    losses: tuple[Loss, ...] = ()
    """What the format changes or leaves out."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A package before it is written."""

    made: Made
    archive: bytes
    folder: tuple[Entry, ...]
    """What is written as a folder beside the archive: the same as files, or the parts of it that can be replaced."""
    target: Target
    subject: Package | Classroom
    """What it was made of."""
    entries: tuple[Entry, ...]
    """The files in it."""


def pack(course: Course, target: Target, context: Context) -> Iterator[tuple[Pack | None, list[Diagnostic]]]:
    """Each package of ``course`` for ``target``; None for one that cannot be put together."""
    for package in packages_of(course, whole=target.whole):
        try:
            product = target.build(package, context)
        except Exception as error:
            if target in OWN:
                raise
            yield None, [_failed(error, target, package.id, course.span)]
            continue
        losses = losses_of(package, target)
        made = Made(
            file=f"{package.id}-{course.language}-{target.name}{target.suffix}",
            package=package.id,
            language=course.language,
            target=target.name,
            size=0,
            pages=sum(1 for _ in package.pages),
            questions=len(questions_of(package)),
            state=bound_of(package),
            state_limit=target.state_limit,
            first_page=_first_page({entry.path: entry.data for entry in product.entries}),
            digest="",
            losses=losses,
        )
        one, found = _packed(made, product, target, package)
        yield one, [*found, *loss_report(package, target, losses)]


def pack_classroom(classroom: Classroom, target: Target, context: Context) -> tuple[Pack | None, list[Diagnostic]]:
    """A whole programme as one file, for a target that has room for one; None where it cannot be put together."""
    assert target.classroom is not None, target.name
    try:
        product = target.classroom(classroom, context)
    except Exception as error:
        if target in OWN:
            raise
        return None, [_failed(error, target, classroom.id, classroom.outline.span)]
    packages = [package for course in classroom.courses.values() for package in packages_of(course, whole=True)]
    made = Made(
        file=f"{classroom.id}-{classroom.language}{target.suffix}",
        package=classroom.id,
        language=classroom.language,
        target=target.name,
        size=0,
        pages=sum(1 for package in packages for _ in package.pages),
        questions=sum(len(questions_of(package)) for package in packages),
        state=0,
        state_limit=0,
        first_page=0,
        digest="",
        losses=tuple(loss for package in packages for loss in losses_of(package, target)),
    )
    return _packed(made, product, target, classroom)


def _packed(
    made: Made, product: Product, target: Target, subject: Package | Classroom
) -> tuple[Pack | None, list[Diagnostic]]:
    """The product of a target as one file, weighed."""
    found = list(product.diagnostics)
    span = subject.course.span if isinstance(subject, Package) else subject.outline.span
    doubled = clashes(entry.path for entry in product.entries)
    if doubled:
        found += (DUPLICATE_FILE.at(span, package=made.package, path=path) for path in doubled)
        return None, found
    archive = product.entries[0].data if target.single else target.archive(product.entries)
    made = replace(made, size=len(archive), digest=digest(product.entries))
    folder = product.entries if target.folder else product.parts
    return Pack(made, archive, folder, target, subject, product.entries), found


def _failed(error: Exception, target: Target, package: str, span: Span) -> Diagnostic:
    return FAILING_TARGET.at(span, name=target.name, package=package, reason=f"{type(error).__name__}: {error}")


def write_pack(out: Path, pack: Pack) -> None:
    """Write the archive, where there is one the folder, and the guide; each whole or not at all. Raises OSError."""
    file = out / pack.made.file
    write_file(file, pack.archive)
    if pack.folder:
        write_folder(file.with_suffix(""), pack.folder)
    for entry in beside(pack):
        write_file(out / entry.path, entry.data)


def _first_page(files: Mapping[str, bytes]) -> int:
    """Octets of ``index.html`` and of the files it names."""
    page = files.get("index.html", b"")
    named = {match.decode() for match in LINK.findall(page)}
    return len(page) + sum(len(files[path]) for path in named if path in files)
