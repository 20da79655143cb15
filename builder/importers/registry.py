"""All importers: our own, and those that other distributions register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import PurePosixPath

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import BROKEN_IMPORTER, NEEDS_EXTRA, NO_IMPORTER
from builder.importers import gift, moodlexml, table
from builder.importers.base import Importer
from builder.importers.docx import DOCX
from builder.model.span import Span

GROUP = "coursewright.importers"
"""The entry-point group; each entry names an ``Importer``."""

OWN: tuple[Importer, ...] = (DOCX, gift.GIFT, moodlexml.MOODLE_XML, table.XLSX, table.CSV)

BEGINNING = 65_536
"""Octets of a file that ``fits`` is shown."""

OLDER = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".pdf"), ".docx"),
    **dict.fromkeys((".xls", ".ods", ".numbers", ".xlsb"), ".xlsx"),
}
"""Formats that are not read, and the one to save them in."""


def importers(plugins: Iterable[EntryPoint] | None = None) -> tuple[Sequence[Importer], list[Diagnostic]]:
    """Our own importers and the plug-ins (``None``: those installed); a broken plug-in never stops the others."""
    found = list(OWN)
    diagnostics: list[Diagnostic] = []
    for plugin in sorted(entry_points(group=GROUP) if plugins is None else plugins, key=lambda p: (p.name, p.value)):
        place = Span(f"{plugin.dist.name}: {plugin.value}" if plugin.dist else plugin.value, 0)
        try:
            importer = plugin.load()
        except Exception as error:  # whatever a stranger's module raises, the other importers go on
            reason = f"{type(error).__name__}: {error}"
            diagnostics.append(BROKEN_IMPORTER.at(place, name=plugin.name, reason=reason))
            continue
        if isinstance(importer, Importer):
            found.append(importer)
        else:
            reason = f"it is a {type(importer).__name__}, not an Importer"
            diagnostics.append(BROKEN_IMPORTER.at(place, name=plugin.name, reason=reason))
    return found, diagnostics


def choose(name: str, data: bytes, known: Sequence[Importer]) -> Importer | Diagnostic:
    """The importer for a file: by the end of its name and how it begins, or why there is none.

    Of several that share a suffix, the first that fits; one whose suffix is unlike is asked only if none shares it.
    """
    suffix = PurePosixPath(name.replace("\\", "/").lower()).suffix
    beginning = data[:BEGINNING]
    for importer in known:
        if suffix in importer.suffixes and importer.fits(beginning):
            if importer.module and find_spec(importer.module) is None:
                title = importer.title[:1].upper() + importer.title[1:]
                return NEEDS_EXTRA.at(Span(name, 0), title=title, module=importer.module, extra=importer.extra)
            return importer
    return NO_IMPORTER.at(Span(name, 0), hint=_hint(suffix, known))


def _hint(suffix: str, known: Sequence[Importer]) -> str:
    if suffix in OLDER:
        return f"Open it in the program it comes from, save it as {OLDER[suffix]}, and import that file."
    suffixes = sorted({each for importer in known for each in importer.suffixes})
    shares = [importer.title for importer in known if suffix in importer.suffixes]
    if shares:
        return f"It does not begin like {' or '.join(shares)}: save it again from the program it comes from."
    return f"Formats that can be imported: {', '.join(suffixes)}."
