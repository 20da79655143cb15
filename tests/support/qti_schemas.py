"""The schemas of QTI, compiled once a session: those of 3.0 take seconds."""

from __future__ import annotations

from functools import cache

from lxml import etree

from tests.support.schemas import schemas_folder


@cache
def compiled(path: str) -> etree.XMLSchema:
    """A schema by its path in the folder of schemas."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(schemas_folder() / path, parser))


def faults(path: str, data: bytes) -> list[str]:
    """What the schema at ``path`` finds in a document; [] for a valid one."""
    schema = compiled(path)
    schema.validate(etree.fromstring(data))
    return [f"line {one.line}: {one.message}" for one in schema.error_log]


ITEMS = "qti/qtiv2p1p1/imsqti_v2p1p1.xsd"
"""Items and tests of QTI 2.1."""
MANIFEST = "imscp-1.1.4/root.xsd"
"""Manifests, with the metadata of learning objects and of QTI 2.1."""
ITEMS_3 = "qti/qtiv3p0/imsqti_asiv3p0p1_v1p0.xsd"
MANIFEST_3 = "qti/qtiv3p0/imsqtiv3p0_imscpv1p2_v1p0.xsd"
