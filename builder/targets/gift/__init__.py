"""GIFT: the questions of a package as plain text, for Moodle and many other tools."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.bank_codes import NO_FORM, NO_QUESTIONS
from builder.model.course import Course
from builder.model.package import Package
from builder.targets.banks import Unit, category_of, category_path, decimal, name_of, tags_of, units_of
from builder.targets.base import Context, Product, Target
from builder.targets.fragments import Fragments
from builder.targets.gift.questions import UnfitError, answer_of
from builder.targets.gift.support import SUPPORT
from builder.targets.gift.text import comment, escaped, rich
from builder.targets.prompts import Prompts

SUFFIX = ".txt"

KINDS = {".svg": "svg+xml", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".avif": "avif"}
"""Subtypes of pictures by suffix; the others are PNG."""


def build(package: Package, context: Context) -> Product:
    """All questions that have a form, by objective; the others are in the loss report."""
    del context
    prompts = Prompts(Fragments(package.course, inside(package.course)))
    parts: list[str] = []
    diagnostics: list[Diagnostic] = []
    here: tuple[str, ...] = ()
    for unit in units_of(package):
        try:
            text = _question(unit, prompts)
        except UnfitError as error:
            diagnostics.append(NO_FORM.at(unit.question.span, target=TARGET.name, id=unit.question.id, reason=error))
            continue
        if not text:
            continue
        if category_of(unit, package.course) != here:
            here = category_of(unit, package.course)
            parts.append("$CATEGORY: " + category_path(here).replace("\\", "") + "\n")
        parts.append(text)
    if not parts:
        diagnostics.append(NO_QUESTIONS.at(package.course.span, package=package.id, target=TARGET.name))
    return Product((Entry(f"{package.id}{SUFFIX}", "\n".join(parts).encode()),), tuple(diagnostics))


def inside(course: Course) -> Callable[[str], str]:
    """From a picture's path to the picture itself as an address, for a format without files."""

    def address(path: str) -> str:
        asset = course.assets.get(path)
        try:
            data = Path(asset.file).read_bytes() if asset else b""
        except OSError:
            data = b""
        kind = KINDS.get(Path(path).suffix.lower(), "png")
        return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"

    return address


def _question(unit: Unit, prompts: Prompts) -> str:
    """A question and the empty line after it; '' for one that has no form. Raises UnfitError."""
    lines = answer_of(unit, prompts)
    if lines is None:
        return ""
    name = escaped(name_of(unit.question))
    general = prompts.general(unit)
    body = [*lines, *([f"####{rich(general)}"] if general else [])]
    points = [f"points:{decimal(unit.question.points)}"] if unit.question.points != 1 else []
    head = comment(unit.question.id, tags_of(unit, prompts.fragments.course) + points)
    inner = "".join(f"  {each}\n" for each in body)
    return f"{head}\n::{name}::[html]{escaped(prompts.question(unit))} {{\n{inner}}}\n"


TARGET = Target("gift", "GIFT question bank", build, suffix=SUFFIX, single=True, support=SUPPORT)
