"""SCORM 1.2: one SCO, one item, whose identifier is the package's id and so keeps learners' records."""

from __future__ import annotations

from builder.archive import Entry
from builder.model.package import Package
from builder.render.site import render_site
from builder.targets.base import Context, Product, Target, changed
from builder.targets.controlling import schema_entries
from builder.targets.doubts import doubts
from builder.targets.scorm12.manifest import manifest
from builder.targets.support import EVERYTHING

SCHEMAS = ("adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd")
"""The controlling documents, as published by ADL and IMS."""

STATE_LIMIT = 4096
"""Characters of ``cmi.suspend_data`` that an LMS must hold (Run-Time Environment 1.2, section 3.4.4)."""


def build(package: Package, context: Context) -> Product:
    """The pages, the manifest that lists them, and on request the schemas beside it."""
    pages, found = render_site(package, lms="scorm12", state_limit=STATE_LIMIT)
    schemas, missing = schema_entries(context.schemas, "scorm12", SCHEMAS)
    description = manifest(package, context.programme, [entry.path for entry in pages])
    entries = (*pages, *schemas, Entry("imsmanifest.xml", description))
    return Product(entries, (*found, *missing, *doubts(package, pages)))


SUPPORT = {**EVERYTHING, "interactions": changed("The first 100 answers.")}

TARGET = Target("scorm12", "SCORM 1.2 package", build, state_limit=STATE_LIMIT, support=SUPPORT)
