"""The documents of a cartridge that are small XML files: topics, web links and LTI links."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.cc_manifest import Cartridge, Resource, cartridge
from builder.validate.formats.cc_names import BANK, LINK, TEST, TOOL, TOPIC
from builder.validate.nodes import attribute, child, children, value
from builder.validate.rule import must, should
from builder.validate.schemas import Held
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local, namespace

BROKEN = must(
    "C16",
    "IMS CC 1.1, schemas of discussion topics, web links and LTI links",
    "The document of the {kind} {name} {problem}.",
    "Write it as the schema of its version has it; {remedy}.",
    "An importer reads titles, texts and addresses from these documents and leaves out what it cannot read.",
)
OTHER_NAMESPACE = should(
    "C24",
    "IMS CC 1.1, schemas; broken by exporters",
    "The document of the {kind} {name} is in the namespace “{found}”; version {version} has “{expected}”.",
    "Write xmlns=“{expected}” on its root element.",
    "Importers that read by namespace find nothing in a document of another version.",
)

INVALID = should(
    "C29",
    "IMS CC 1.1, schemas (those of 1.2 and 1.3 at hand are not official); broken by Canvas",
    "The document is not valid: {problem}.",
    "Mend what the schema objects to.",
    "Platforms that hold a cartridge against the schemas, as Moodle does with 1.1, refuse it.",
)

RULES = (BROKEN, OTHER_NAMESPACE, INVALID)

_HELD = frozenset({TOPIC, LINK, TOOL, TEST, BANK})
_LTI = "http://www.imsglobal.org/xsd/imslticc_v1p"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the documents of topics, web links and LTI links."""
    found = cartridge(subject)
    if found is None:
        return
    for one in found.resources:
        if one.kind in {TOPIC, LINK, TOOL}:
            yield from _document(found, one)


def held(subject: Subject) -> Iterator[Held]:
    """The documents to validate against schemas, which there are from version 1.1 on."""
    found = cartridge(subject)
    family = f"imscc-{subject.format.version[:3]}/root.xsd"
    if found is None or found.version.number == "1.0.0":
        return
    yield Held(subject.main, family, INVALID)
    for one in found.resources:
        path = found.file_of(one)
        if path is not None and one.kind in _HELD:
            yield Held(path, family, INVALID)


def _document(found: Cartridge, one: Resource) -> Iterator[Diagnostic]:
    path = found.file_of(one)
    if path is None:
        return
    at = found.subject.at(path)
    try:
        root = document(found.subject, path)
    except Damaged as why:
        problem, remedy = f"cannot be read: {why}", "start from an empty file if it cannot be mended"
        span = found.subject.at(path, why.line)
        yield BROKEN.at(span, kind=one.kind, name=one.identifier, problem=problem, remedy=remedy)
        return
    for problem, remedy, line in _PROBLEMS[one.kind](root):
        span = found.subject.at(path, line)
        yield BROKEN.at(span, kind=one.kind, name=one.identifier, problem=problem, remedy=remedy)
    expected = {TOPIC: found.version.topic, LINK: found.version.link}.get(one.kind, f"{_LTI}0")
    right = namespace(root).startswith(_LTI) if one.kind == TOOL else namespace(root) == expected
    if not right:
        yield OTHER_NAMESPACE.at(
            at,
            kind=one.kind,
            name=one.identifier,
            found=namespace(root),
            version=found.version.number,
            expected=expected,
        )


def _topic(root: etree._Element) -> Iterator[tuple[str, str, int]]:
    yield from _root(root, "topic")
    if not value(root, "title"):
        yield "has no <title>", "the title becomes the name of the forum", line_of(root)
    words = child(root, "text")
    if words is None:
        yield "has no <text>", "an empty <text texttype=“text/plain”/> will do", line_of(root)
    elif attribute(words, "texttype") not in {"text/plain", "text/html"}:
        problem = f"has a text of type “{attribute(words, 'texttype')}”"
        yield problem, "texttype is text/plain or text/html", line_of(words)
    for one in children(child(root, "attachments"), "attachment"):
        if not attribute(one, "href"):
            yield "has an attachment without href", "name its file or remove it", line_of(one)


def _link(root: etree._Element) -> Iterator[tuple[str, str, int]]:
    yield from _root(root, "webLink")
    if not value(root, "title"):
        yield "has no <title>", "the title becomes the text of the link", line_of(root)
    address = child(root, "url")
    if address is None or not attribute(address, "href"):
        yield "has no address", "put it into <url href=“…”/>", line_of(root)
    elif not attribute(address, "href").lower().startswith(("http://", "https://", "ftp://", "mailto:")):
        problem = f"leads to “{attribute(address, 'href')}”, which is no address on the web"
        yield problem, "begin it with https://", line_of(address)


def _tool(root: etree._Element) -> Iterator[tuple[str, str, int]]:
    yield from _root(root, "cartridge_basiclti_link")
    if not value(root, "title"):
        yield "has no <blti:title>", "the title becomes the name of the activity", line_of(root)
    if not value(root, "launch_url") and not value(root, "secure_launch_url"):
        yield "has no launch address", "put it into <blti:secure_launch_url>", line_of(root)


def _root(root: etree._Element, name: str) -> Iterator[tuple[str, str, int]]:
    if local(root) != name:
        yield f"begins with <{local(root)}>", f"its root element is <{name}>", line_of(root)


_PROBLEMS = {TOPIC: _topic, LINK: _link, TOOL: _tool}
