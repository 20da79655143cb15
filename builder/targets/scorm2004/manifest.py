"""``imsmanifest.xml`` of SCORM 2004 (Content Aggregation Model, sections 3.4 and 5.1).

Written for the loose importers that ``scorm12/manifest.py`` speaks of, too: content packaging is unprefixed, the
prefixes ``adlcp``, ``adlnav`` and ``imsss`` are these exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from lxml import etree

from builder.model.course import Programme
from builder.model.package import Package
from builder.targets.document import xml_bytes
from builder.targets.lom import LOM, add_lom
from builder.targets.safe import title
from builder.targets.scorm2004.editions import Edition
from builder.targets.scorm2004.names import ADLCP, ADLNAV, ADLSEQ, IMSCP, IMSSS, XSI
from builder.targets.scorm2004.objectives import bar_of, measured

PREFIXES = cast(
    "dict[str, str]",
    {None: IMSCP, "adlcp": ADLCP, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS, "lom": LOM, "xsi": XSI},
)
"""``None`` is the default namespace, which the stubs of lxml do not know."""

START = "index.html"
"""The page the LMS launches."""

COMPLETE = "1.0"
"""The progress from which a learner has completed: the player reports it when, and only when, that is so."""

HIDDEN = ("previous", "continue")
"""Buttons of an LMS that lead nowhere where there is one SCO, beside ours that turn pages."""


def manifest(package: Package, programme: Programme, paths: Iterable[str], edition: Edition, locations: str) -> bytes:
    """The manifest of one SCO that begins at ``index.html`` and consists of the files at ``paths``; ``locations`` is
    its ``xsi:schemaLocation``, '' for none."""
    root = etree.Element(f"{{{IMSCP}}}manifest", nsmap=PREFIXES)
    root.set("identifier", f"manifest-{package.id}")
    root.set("version", "1.0")
    if locations:
        root.set(f"{{{XSI}}}schemaLocation", locations)
    metadata = _add(root, IMSCP, "metadata")
    _add(metadata, IMSCP, "schema").text = "ADL SCORM"
    _add(metadata, IMSCP, "schemaversion").text = edition.version
    add_lom(metadata, package, programme, ("LOMv1.0", "ADLv1.0"))
    _add_organization(root, package, edition)
    _add_resource(root, package, paths)
    etree.indent(root)
    return xml_bytes(root)


def _add_organization(root: etree._Element, package: Package, edition: Edition) -> None:
    """One item: the learner's record hangs on its identifier and is deleted by some LMSs when it changes."""
    organization_id = f"organization-{package.id}"
    organizations = _add(root, IMSCP, "organizations", default=organization_id)
    organization = _add(organizations, IMSCP, "organization", identifier=organization_id)
    _add(organization, IMSCP, "title").text = title(package.title)
    item = _add(organization, IMSCP, "item", identifier=package.id, identifierref=f"resource-{package.id}")
    _add(item, IMSCP, "title").text = title(package.title)
    _add_threshold(item, edition)
    _add_sequencing(item, package)
    interface = _add(_add(item, ADLNAV, "presentation"), ADLNAV, "navigationInterface")
    for button in HIDDEN:
        _add(interface, ADLNAV, "hideLMSUI").text = button
    # An LMS that offers no choice among activities may go into the only one.
    _add(_add(organization, IMSSS, "sequencing"), IMSSS, "controlMode", choice="true", flow="true")


def _add_threshold(item: etree._Element, edition: Edition) -> None:
    threshold = _add(item, ADLCP, "completionThreshold")
    if edition.attributes:
        threshold.set("completedByMeasure", "true")
        threshold.set("minProgressMeasure", COMPLETE)
    else:
        threshold.text = COMPLETE


def _add_sequencing(item: etree._Element, package: Package) -> None:
    """The objectives, none of them shared with another activity: some LMSs fail on ``mapInfo``."""
    sequencing = _add(item, IMSSS, "sequencing")
    objectives = _add(sequencing, IMSSS, "objectives")
    _add_mark(_add(objectives, IMSSS, "primaryObjective"), package.pass_mark)
    for objective in measured(package):
        _add_mark(_add(objectives, IMSSS, "objective", objectiveID=objective.id), bar_of(package))
    _add(sequencing, IMSSS, "deliveryControls", completionSetByContent="true", objectiveSetByContent="true")


def _add_mark(objective: etree._Element, percent: int) -> None:
    """The mark of an objective, for an LMS to show."""
    objective.set("satisfiedByMeasure", "false")
    if percent:
        _add(objective, IMSSS, "minNormalizedMeasure").text = f"{percent / 100:.2f}"


def _add_resource(root: etree._Element, package: Package, paths: Iterable[str]) -> None:
    resources = _add(root, IMSCP, "resources")
    resource = _add(resources, IMSCP, "resource", identifier=f"resource-{package.id}", type="webcontent")
    resource.set(f"{{{ADLCP}}}scormType", "sco")
    resource.set("href", START)
    for path in sorted(paths):
        _add(resource, IMSCP, "file", href=path)


def _add(parent: etree._Element, space: str, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{space}}}{name}", attributes)
