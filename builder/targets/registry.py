"""All targets: our own, and those that other distributions register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import BROKEN_TARGET, DUPLICATE_TARGET, FOREIGN_INTERFACE
from builder.model.span import Span
from builder.targets import cmi5, gift, imscc, imscp, mbz, moodlexml, pdf, qti21, scorm12, scorm2004, web
from builder.targets.base import INTERFACE, Target

GROUP = "coursewright.targets"
"""The entry-point group; each entry names a ``Target``."""

OWN = (
    cmi5.TARGET,
    gift.TARGET,
    imscc.TARGET,
    imscp.TARGET,
    mbz.TARGET,
    moodlexml.TARGET,
    pdf.TARGET,
    qti21.TARGET,
    scorm12.TARGET,
    scorm2004.FOURTH,
    scorm2004.THIRD,
    web.TARGET,
)


class Registry(NamedTuple):
    """The usable targets by name, in the order of the names, and what is wrong with the others."""

    targets: Mapping[str, Target]
    diagnostics: tuple[Diagnostic, ...]


def registry(plugins: Iterable[EntryPoint] | None = None) -> Registry:
    """Our own targets and the plug-ins (``None``: those installed). A broken plug-in never stops the others."""
    found = {target.name: target for target in OWN}
    diagnostics: list[Diagnostic] = []
    for plugin in sorted(entry_points(group=GROUP) if plugins is None else plugins, key=lambda p: (p.name, p.value)):
        loaded = _load(plugin)
        if isinstance(loaded, Diagnostic):
            diagnostics.append(loaded)
        elif loaded.name in found:
            diagnostics.append(DUPLICATE_TARGET.at(_place(plugin), name=loaded.name))
        else:
            found[loaded.name] = loaded
    return Registry({name: found[name] for name in sorted(found)}, tuple(diagnostics))


def _load(plugin: EntryPoint) -> Target | Diagnostic:
    place = _place(plugin)
    try:
        target = plugin.load()
    except Exception as error:  # whatever a stranger's module raises, the other targets go on
        return BROKEN_TARGET.at(place, name=plugin.name, reason=f"{type(error).__name__}: {error}")
    if not isinstance(target, Target):
        return BROKEN_TARGET.at(place, name=plugin.name, reason=f"it is a {type(target).__name__}, not a Target")
    if target.interface != INTERFACE:
        return FOREIGN_INTERFACE.at(place, name=plugin.name, theirs=target.interface, ours=INTERFACE)
    return target


def _place(plugin: EntryPoint) -> Span:
    """Where an entry point is written: its distribution and value stand for a path."""
    return Span(f"{plugin.dist.name}: {plugin.value}" if plugin.dist else plugin.value, 0)
