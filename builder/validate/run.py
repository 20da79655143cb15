"""Applies the rules: opens a package, names its format, lets the modules of that format and profile judge it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from builder.diagnostics import Diagnostic, Severity
from builder.model.span import Span
from builder.validate.box import OpenBox, open_box
from builder.validate.detect import MAINS, Unknown, detect
from builder.validate.directory import Refused
from builder.validate.formats.zip import LIMITS, NO_ZIP, SUBFOLDER
from builder.validate.rule import must, note, should
from builder.validate.schemas import BadSchema, Held, Schemas
from builder.validate.subject import Damaged, Format, Subject
from builder.validate.weight import Weight, weigh

FORMATS = {
    "scorm12": ("references", "packaging", "metadata", "scorm12"),
    "scorm2004": ("references", "packaging", "metadata", "scorm2004", "placement", "sequencing"),
    "imscp": ("references", "packaging", "metadata", "imscp"),
    "imscc": ("references", "cc", "cc_metadata", "cc_documents", "qti12", "cc_questions"),
    "qti": ("references", "qti12", "qti2", "qti_items", "qti_tests"),
    "cmi5": ("cmi5",),
    "moodlexml": ("moodlexml", "moodlexml_files", "moodlexml_types", "moodlexml_cloze"),
    "gift": ("gift",),
    "mbz": (
        *("mbz", "mbz_places", "mbz_files", "mbz_areas", "mbz_links", "mbz_parts"),
        *("mbz_questions", "mbz_quiz", "mbz_access", "mbz_grades"),
    ),
}
"""The modules of ``builder.validate.formats`` that judge a format, after ``zip`` and ``content``. Each has
``check(subject)``, and may have ``held(subject)``: documents to validate against schemas."""

PROFILES = {
    "moodle": {
        "scorm12": ("moodle_scorm", "moodle_items", "moodle_scripts"),
        "scorm2004": ("moodle_scorm", "moodle_items", "moodle_scripts"),
        "imscp": ("moodle_imscp",),
        "imscc": ("moodle_cartridge", "moodle_cartridge_questions"),
        "moodlexml": ("moodle_questions",),
        "gift": ("moodle_questions",),
        "mbz": ("moodle_backup",),
        "cmi5": ("moodle_other",),
        "qti": ("moodle_other",),
    }
}
"""The modules of ``builder.validate.profiles`` by LMS and format, with ``check(subject)``."""

MOST = 25
"""Findings of one rule that are listed."""

UNKNOWN = must(
    "N1",
    "",
    "This is no package of a known kind: {why}.",
    "Give a package of SCORM, IMS CP, Common Cartridge, QTI or cmi5, a Moodle XML or GIFT file, or a .mbz.",
    """A format is known by the document at the package's root that describes it. Without one a platform has nothing to
    import.""",
)
IS_FOLDER = must(
    "N2",
    "",
    "This is a folder, and a package is one file.",
    "Zip what is in the folder, so that {name} stands at the root of the zip, and give that file.",
    """What is wrong with a package is often in the zip: its names, its root, its entries. So the file is judged that
    will be uploaded.""",
)
UNREADABLE = must(
    "N3",
    "",
    "This cannot be read: {reason}.",
    "Check the name, and that you may read the file.",
    """The file was not judged.""",
)
MORE = note(
    "N4",
    "",
    "{count} more findings of {id} are not listed.",
    "Mend those that are listed, and look again.",
    """A mistake in a template stands on every page; a few places show it.""",
)
BAD_SCHEMA = should(
    "N5",
    "",
    "A schema could not be used: {reason}.",
    "Check the folder given with --schemas.",
    """What this schema would say about the package is not known.""",
)

NAMED = note(
    "N6",
    "",
    "This is {title}.",
    "Nothing need be done.",
    """Where only annotations are written, this one says which rules were applied.""",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What there is to say about a package."""

    file: str
    format: Format | None
    """None where it could not be named."""
    diagnostics: tuple[Diagnostic, ...]
    weight: Weight | None = None

    @property
    def failed(self) -> bool:
        return any(one.is_error for one in self.diagnostics)


def validate(path: Path, lms: str = "", schemas: Schemas | None = None) -> Verdict:
    """Judge the package at ``path``; ``lms`` is a key of PROFILES or ''. Never raises for what is in the package."""
    place = Span(str(path), 0)
    if path.is_dir():
        main = next((name for name in MAINS if (path / name).is_file()), MAINS[0])
        return Verdict(str(path), None, (IS_FOLDER.at(place, name=main),))
    if path.exists() and not path.is_file():
        return Verdict(str(path), None, (UNREADABLE.at(place, reason="it is no regular file"),))
    try:
        with open_box(path) as box:
            return _judge(box, lms, schemas)
    except OSError as error:
        found = UNREADABLE.at(place, reason=error.strerror or type(error).__name__)
    except Refused as why:
        found = LIMITS.at(place, why=str(why))
    except Damaged as why:
        found = NO_ZIP.at(place, why=str(why))
    return Verdict(str(path), None, (found,))


def _judge(box: OpenBox, lms: str, schemas: Schemas | None) -> Verdict:
    try:
        subject = detect(box)
    except Unknown as why:
        place = Span(box.name, 0)
        unnamed = SUBFOLDER.at(place, path=why.found) if why.found else UNKNOWN.at(place, why=str(why))
        return Verdict(box.name, None, (unnamed,))
    names = ("zip", "content", *FORMATS[subject.format.name])
    modules = [import_module(f"builder.validate.formats.{name}") for name in names]
    found = _Findings(subject)
    for module in modules:
        found.take(module.check(subject))
    for name in PROFILES.get(lms, {}).get(subject.format.name, ()):
        found.take(import_module(f"builder.validate.profiles.{name}").check(subject))
    if schemas is not None:
        found.take(_against_schemas(subject, modules, schemas))
    weight, heavy = weigh(subject)
    found.take(heavy)
    return Verdict(box.name, subject.format, tuple(found.sorted()), weight)


def _against_schemas(subject: Subject, modules: Iterable[ModuleType], schemas: Schemas) -> Iterator[Diagnostic]:
    for module in modules:
        held: Callable[[Subject], Iterable[Held]] | None = getattr(module, "held", None)
        for one in held(subject) if held else ():
            try:
                yield from schemas.check(subject, one)
            except BadSchema as why:
                yield BAD_SCHEMA.at(subject.at(), reason=str(why))


class _Findings:
    """What was found, each thing once, and not more than MOST of a rule: a hostile package could break one a million
    times."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.kept: dict[Diagnostic, None] = {}
        self.counts: Counter[str] = Counter()

    def take(self, found: Iterable[Diagnostic]) -> None:
        for one in found:
            if one not in self.kept:
                self.counts[one.code.id] += 1
                if self.counts[one.code.id] <= MOST:
                    self.kept[one] = None

    def sorted(self) -> Iterator[Diagnostic]:
        """Errors first, each rule's findings together, and how many more there are."""
        order = list(Severity)
        yield from sorted(self.kept, key=lambda one: (order.index(one.code.severity), one.code.id, one.span))
        for rule, count in self.counts.items():
            if count > MOST:
                yield MORE.at(self.subject.at(), count=count - MOST, id=rule)
