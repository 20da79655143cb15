"""SCORM 2004, 3rd and 4th Edition: one SCO, one item, whose identifier is the package's id and so keeps records.

What an LMS works out by itself is kept from contradicting the player, whose rules alone say how a learner stands:

- The completion threshold is 1, and the player reports a progress of 1 exactly when it reports completion.
- The pass mark (``minNormalizedMeasure``) is declared where the score has one, for an LMS to show. It never satisfies
  by measure: an LMS would call a learner failed who may take the test again.
- ``deliveryControls`` say that completion and success are set by the content; else an LMS takes silence for both.
"""

from __future__ import annotations

from functools import partial

from builder.archive import Entry
from builder.model.package import Package
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target, changed
from builder.targets.controlling import locations, schema_entries
from builder.targets.doubts import doubts
from builder.targets.scorm2004.editions import EDITIONS, LOM_SCHEMAS, SCHEMAS, Edition
from builder.targets.scorm2004.manifest import manifest
from builder.targets.scorm2004.names import PLACES
from builder.targets.scorm2004.objectives import asked_of, bar_of, measured
from builder.targets.scorm2004.room import STATE_LIMIT, room_of
from builder.targets.support import EVERYTHING


def build(package: Package, context: Context, *, edition: Edition) -> Product:
    """The pages, the manifest of an edition that lists them, and on request the schemas beside it."""
    pages, found = render_site(package, lms="scorm2004", state_limit=STATE_LIMIT, more=told(package))
    schemas, missing = schema_entries(context.schemas, edition.name, SCHEMAS, LOM_SCHEMAS)
    places = locations(PLACES, context.schemas, schemas)
    description = manifest(package, context.programme, [entry.path for entry in pages], edition, places)
    entries = (*pages, *schemas, Entry("imsmanifest.xml", description))
    return Product(entries, (*found, *missing, *doubts(package, pages)))


def told(package: Package) -> dict[str, object]:
    """What the player needs to know to report, as part of ``cw.course`` (docs/reference/player.md)."""
    objectives = measured(package)
    return {
        "objectives": [objective.id for objective in objectives],
        "bar": bar_of(package),
        "asked": asked_of(package, objectives),
        "room": room_of(package, len(objectives)),
    }


SUPPORT = {
    **EVERYTHING,
    "interactions": changed("The first 50 answers or so, which is what the last save on leaving can carry."),
}


def _target(edition: Edition) -> Target:
    make = partial(build, edition=edition)
    return Target(edition.name, f"SCORM {edition.version} package", make, state_limit=STATE_LIMIT, support=SUPPORT)


THIRD, FOURTH = map(_target, EDITIONS)
