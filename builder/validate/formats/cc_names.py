"""The names that each version of Common Cartridge gives to the same things."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

TOPIC, LINK, TEST, BANK, ATTACHED, WEB, TOOL, OTHER = (
    "discussion topic",
    "web link",
    "assessment",
    "question bank",
    "associated content",
    "web content",
    "LTI link",
    "resource",
)
"""What a resource is, in words for a message. OTHER: of a type that has no rules of its own."""

_XSD = "http://www.imsglobal.org/xsd/"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the specification."""

    number: str
    """As in ``schemaversion``."""
    manifest: str
    """The namespace of the manifest."""
    metadata: str
    """The namespace of the manifest's LOM."""
    topic: str
    link: str
    types: frozenset[str]
    """Every value of ``resource/@type``."""
    uses: frozenset[str]
    """Every value of ``resource/@intendeduse``."""


def _version(minor: int, topic: str, more: frozenset[str] = frozenset()) -> Version:
    """The namespaces of 1.0 have no number of the version in them, those of the later ones have."""
    family = f"imsccv1p{minor}" if minor else "imscc"
    schemas = f"{_XSD}{family}/" if minor else _XSD
    uses = {"lessonplan", "syllabus", "unspecified"} | ({"assignment"} if minor > 1 else set())
    return Version(
        f"1.{minor}.0",
        f"{_XSD}{family}/imscp_v1p1",
        f"http://ltsc.ieee.org/xsd/{family}/LOM" + ("/manifest" if minor else ""),
        f"{schemas}imsdt_{topic}",
        f"{schemas}imswl_{topic}",
        frozenset(
            {
                "webcontent",
                f"imsdt_xml{topic}",
                f"imswl_xml{topic}",
                f"imsqti_xmlv1p2/imscc_xml{topic}/assessment",
                f"imsqti_xmlv1p2/imscc_xml{topic}/question-bank",
                f"associatedcontent/imscc_xml{topic}/learning-application-resource",
            }
            | more
        ),
        frozenset(uses),
    )


_LTI = frozenset({"imsbasiclti_xmlv1p0"})
_LATER = frozenset(
    {"imsbasiclti_xmlv1p3", "idpfepub_epubv3p0", "imsapip_zipv1p0", "imsiwb_iwbv1p0", "assignment_xmlv1p0"}
)

VERSIONS = MappingProxyType(
    {
        one.number: one
        for one in (
            _version(0, "v1p0"),
            _version(1, "v1p1", _LTI),
            _version(2, "v1p2", _LTI | _LATER),
            _version(3, "v1p3", _LTI | _LATER),
        )
    }
)


def version_of(number: str) -> Version:
    """The version called ``1.2.0`` or ``1.2``; 1.3 for one that came later."""
    short = ".".join(number.split(".")[:2])
    return VERSIONS.get(f"{short}.0", VERSIONS["1.3.0"])


def kind_of(type_: str) -> str:
    """What a resource is by its type, of whatever version."""
    for start, kind in (("imsdt_xml", TOPIC), ("imswl_xml", LINK), ("imsbasiclti_xml", TOOL)):
        if type_.startswith(start):
            return kind
    if type_.startswith("imsqti_xmlv1p2/imscc_xml"):
        return BANK if type_.endswith("/question-bank") else TEST
    if type_.startswith("associatedcontent/"):
        return ATTACHED
    return WEB if type_ == "webcontent" else OTHER
