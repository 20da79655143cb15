"""Names of QTI 2.1: namespaces, resource types, the standard response processing templates."""

from __future__ import annotations

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"
XML = "http://www.w3.org/XML/1998/namespace"

ITEM_TYPE, TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"

MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"

SCORE, MAXSCORE, FEEDBACK, RESPONSE = "SCORE", "MAXSCORE", "FEEDBACK", "RESPONSE"
GENERAL = "general"
"""Identifier of the feedback that is shown after every answer."""


def item_file(id: str) -> str:
    """Where the item of a question lies: at the root, so that paths of pictures read the same from anywhere."""
    return f"item-{id}.xml"


def assessment_file(id: str) -> str:
    """Where the test ``id`` lies."""
    return f"test-{id}.xml"
