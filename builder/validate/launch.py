"""The page a platform opens first."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from lxml import etree

from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, text_of, value

BASE = "{http://www.w3.org/XML/1998/namespace}base"


def launch_page(subject: Subject) -> str:
    """The path of the first page of a package; '' where there is none in it."""
    if subject.format.name not in ("scorm12", "scorm2004", "imscp", "cmi5"):
        return ""
    try:
        root = document(subject, subject.main)
    except Damaged:
        return ""
    href = text_of(root.find(".//{*}au/{*}url")) if subject.format.name == "cmi5" else _first_href(root)
    path = local_path(href)
    return path if path in subject.box.sizes else ""


def local_path(href: str) -> str:
    """The file that ``href`` means: decoded, without query and fragment; '' for an address that is none."""
    try:
        return unquote(urlsplit(href).path)
    except ValueError:
        return ""


def _first_href(root: etree._Element) -> str:
    resources = {value(one, "identifier"): one for one in root.iterfind("{*}resources/{*}resource")}
    wanted = value(organizations, "default") if (organizations := root.find("{*}organizations")) is not None else ""
    found = list(root.iterfind("{*}organizations/{*}organization"))
    found.sort(key=lambda one: value(one, "identifier") != wanted)
    for organization in found:
        for item in organization.iter("{*}item"):
            resource = resources.get(value(item, "identifierref"))
            if resource is not None and value(resource, "href"):
                return base_of(resource) + value(resource, "href")
    return ""


def base_of(resource: etree._Element) -> str:
    """What ``xml:base`` of the manifest, the resources and the resource put before an address, joined."""
    return "".join(value(one, BASE) for one in (*reversed(list(resource.iterancestors())), resource))
