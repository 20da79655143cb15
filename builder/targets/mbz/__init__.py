"""Moodle course backup: a course, or a whole programme by its outline, restored by an administrator in one go."""

from __future__ import annotations

from builder.archive import tgz_bytes
from builder.model.alone import classroom_of
from builder.model.outline import Classroom
from builder.model.package import Package
from builder.targets.base import Context, Product, Target
from builder.targets.mbz.backup import backup
from builder.targets.mbz.support import MIXED, VARIANTS

SUFFIX = ".mbz"


def build(package: Package, context: Context) -> Product:
    """The course of ``package`` by itself."""
    return build_classroom(classroom_of(package.course), context)


def build_classroom(classroom: Classroom, context: Context) -> Product:
    """A classroom as a backup."""
    return backup(classroom, context, f"{classroom.id}-{classroom.language}{SUFFIX}")


TARGET = Target(
    "mbz",
    "Moodle course backup",
    build,
    suffix=SUFFIX,
    archive=tgz_bytes,
    whole=True,
    classroom=build_classroom,
    support=MIXED,
    variants=VARIANTS,
)
