"""What Moodle 4.5 makes of a Common Cartridge: whether it can be restored, and what becomes of its tree and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, normpath
from urllib.parse import unquote

from builder.diagnostics import Diagnostic
from builder.validate.formats.cc_manifest import Cartridge, Resource, cartridge
from builder.validate.formats.cc_names import BANK, LINK, TOPIC, WEB
from builder.validate.nodes import attribute, below, child, value
from builder.validate.rule import must, note, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local, namespace

RAN = "Moodle 4.5.6, tried"
READ = "Moodle 4.5.6, read in its source"

TOO_NEW = must(
    "MC1",
    RAN,
    "Moodle cannot restore Common Cartridge {version}.",
    "Export it as Common Cartridge 1.1.",
    "Moodle reads 1.0 and 1.1. It calls a later one a file of unknown format.",
)
NOT_FOUND = must(
    "MC2",
    RAN,
    "Moodle does not take this for a cartridge: {problem}.",
    "Write xmlns=“{expected}” on <manifest>, without prefixes, and within the first 1024 octets of imsmanifest.xml.",
    "Moodle looks for this namespace at the beginning of the file, and at nothing else.",
)
REFUSED = must(
    "MC3",
    RAN,
    "Moodle refuses the manifest for <{element}> in <{parent}>.",
    "Remove it.",
    "Moodle holds a manifest of version 1.1 against its schema and stops at the first element that is not in it.",
)
REFUSED_ATTRIBUTE = must(
    "MC4",
    READ,
    "Moodle refuses the manifest for the attribute {attribute} of <{element}>.",
    "Remove it.",
    "Moodle holds a manifest of version 1.1 against its schema and stops at the first attribute that is not in it.",
)
DEAD_LINK = should(
    "MC5",
    RAN,
    "The link to {target} is dead in Moodle.",
    "Name the other page in words, or link to it on the web.",
    "Moodle makes an activity of each page and copies no page beside it, so a link between pages leads nowhere.",
)
FIRST_MODULE = note(
    "MC6",
    RAN,
    "The first module, “{title}”, becomes Moodle's section 0.",
    "Put a module with a welcome first.",
    "Moodle shows section 0 above all others. The titles of modules stand in the sections' summaries, not as names.",
)
FLATTENED = note(
    "MC7",
    RAN,
    "Moodle shows the levels below the second as indents of one list.",
    "Keep to modules and their pages.",
    "A section of Moodle has no sections in it.",
)
HEADING = should(
    "MC8",
    RAN,
    "The heading “{title}” becomes a label with a broken picture in Moodle.",
    "Leave out headings below the modules, or give them a page.",
    "Moodle puts a picture beside the heading that it no longer has.",
)
NO_DISCUSSION = note(
    "MC9",
    RAN,
    "Moodle makes a forum without a discussion of the topic {name}.",
    "Start the discussion by hand.",
    "The text of the topic becomes the forum's description.",
)
BANK_ALONE = note(
    "MC10",
    RAN,
    "Moodle makes a category of the question bank {name}, and no quiz draws from it.",
    "Add random questions from it to a quiz by hand.",
    "The questions are restored, under a name that Moodle gives the category. A cartridge has no words for a draw.",
)
TWICE = should(
    "MC11",
    RAN,
    "{count} items show the resource {name}; Moodle makes as many copies of it.",
    "Show it once.",
    "Each copy is an activity of its own, with its own completion.",
)
SCRIPT = should(
    "MC12",
    RAN,
    "Moodle removes the scripts of the page {path}.",
    "Put what needs scripts into a SCORM package.",
    "The body of a page is cleaned before it is stored.",
)
OLD_LINK = must(
    "MC13",
    RAN,
    "Moodle cannot convert the cartridge for the & in the address of the web link {name}.",
    "Export it as Common Cartridge 1.1.",
    "In version 1.0 Moodle does not escape the & again, and the whole restore fails.",
)
OLD_SPACE = should(
    "MC14",
    RAN,
    "Moodle does not find the address of the web link {name}.",
    "Export it as Common Cartridge 1.1.",
    "In version 1.0 it reads only web links without a namespace, which the specification does not allow.",
)
TITLE = must(
    "MC17",
    RAN,
    "Moodle refuses the whole cartridge for the title “{title}” in its metadata.",
    "Write the title of <lom> without < and >.",
    "Moodle takes what follows < for HTML, and accepts no HTML in the name of a course.",
)
DECODED = should(
    "MC18",
    RAN,
    "Moodle takes the escaped {text} in the page {path} for HTML.",
    "Write \u2039 and \u203a for the brackets, or leave the example out.",
    "Moodle decodes the references in a page once too often: what should be shown as a tag becomes one.",
)
HIDDEN = note(
    "MC15",
    RAN,
    "Moodle hides the resource {name} from learners.",
    "If it is for learners, remove the role Instructor from its metadata.",
    "Its metadata say that it is for instructors.",
)
NO_COMPLETION = note(
    "MC16",
    RAN,
    "Moodle restores a cartridge without completion, availability and grade items.",
    "Set them up by hand, or deliver a SCORM package or a Moodle backup.",
    "A cartridge has no words for them.",
)

RULES = (
    TOO_NEW,
    NOT_FOUND,
    REFUSED,
    REFUSED_ATTRIBUTE,
    DEAD_LINK,
    FIRST_MODULE,
    FLATTENED,
    HEADING,
    NO_DISCUSSION,
    BANK_ALONE,
    TWICE,
    SCRIPT,
    OLD_LINK,
    OLD_SPACE,
    TITLE,
    DECODED,
    HIDDEN,
    NO_COMPLETION,
)

_START = 1024
"""Octets of the manifest in which Moodle looks for the namespace."""
_READ = frozenset({"1.0.0", "1.1.0"})
_CHILDREN = {
    "manifest": {"metadata", "organizations", "resources", "authorizations"},
    "organizations": {"organization"},
    "organization": {"title", "item", "metadata"},
    "item": {"title", "item", "metadata"},
    "resources": {"resource"},
    "resource": {"metadata", "file", "dependency"},
    "file": {"metadata"},
    "dependency": set[str](),
}
_ATTRIBUTES = {
    "manifest": {"identifier"},
    "organizations": set[str](),
    "organization": {"identifier", "structure"},
    "item": {"identifier", "identifierref"},
    "resources": set[str](),
    "resource": {"identifier", "type", "href", "intendeduse"},
    "file": {"href"},
    "dependency": {"identifierref"},
}
"""What the schema of 1.1 allows in the elements that packages add to, without a namespace."""
_HREF = re.compile(rb"""<a\b[^>]*?\bhref\s*=\s*["']([^"'#?]+)""", re.IGNORECASE)
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!?]")
_ESCAPED_TAG = re.compile(rb"&lt;/?[A-Za-z][\w-]*[ />&]")
_LARGEST = 2_000_000
"""Octets of a page that is looked through."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What Moodle does with the cartridge."""
    found = cartridge(subject)
    if found is None:
        return
    version = found.version
    if version.number not in _READ:
        yield TOO_NEW.at(subject.at(subject.main), version=version.number.removesuffix(".0"))
        return
    yield from _detection(found)
    title = value(child(found.root, "metadata"), "lom", "general", "title")
    if _TAG.search(title):
        yield TITLE.at(subject.at(subject.main), title=title)
    if version.number == "1.1.0":
        yield from _schema(found)
    yield from _tree(found)
    yield from _resources(found)
    yield NO_COMPLETION.at(subject.at())


def _detection(found: Cartridge) -> Iterator[Diagnostic]:
    subject, expected = found.subject, found.version.manifest
    start = subject.box.read(subject.main)[:_START]
    problem = ""
    if expected.encode() not in start:
        problem = f"its namespace does not stand in the first {_START} octets"
    elif found.root.prefix or namespace(found.root) != expected:
        problem = "its elements have a prefix" if found.root.prefix else f"it is in “{namespace(found.root)}”"
    if problem:
        yield NOT_FOUND.at(subject.at(subject.main, 1), problem=problem, expected=expected)


def _schema(found: Cartridge) -> Iterator[Diagnostic]:
    """Elements and attributes that the schema does not have; metadata may hold what LOM has."""
    subject = found.subject
    for node in (found.root, *below(found.root, *_CHILDREN)):
        name = local(node)
        if namespace(node) != found.version.manifest:
            continue
        at = subject.at(subject.main, line_of(node))
        for one in node:
            if local(one) and (local(one) not in _CHILDREN[name] or namespace(one) == ""):
                yield REFUSED.at(subject.at(subject.main, line_of(one)), element=local(one), parent=name)
        for key in node.attrib:
            if not str(key).startswith("{") and str(key) not in _ATTRIBUTES[name]:
                yield REFUSED_ATTRIBUTE.at(at, attribute=str(key), element=name)


def _tree(found: Cartridge) -> Iterator[Diagnostic]:
    subject = found.subject
    modules = [one for one in found.items if one.depth == 1]
    if modules:
        yield FIRST_MODULE.at(subject.at(subject.main, modules[0].line), title=modules[0].title or "")
    deep = next((one for one in found.items if one.depth > 2), None)
    if deep is not None:
        yield FLATTENED.at(subject.at(subject.main, deep.line))
    for one in found.items:
        if one.depth > 1 and not one.reference:
            yield HEADING.at(subject.at(subject.main, one.line), title=one.title or one.identifier)
    for name, count in Counter(one.reference for one in found.items if one.reference).items():
        if count > 1 and name in found.by_id:
            at = subject.at(subject.main, found.by_id[name].line)
            yield TWICE.at(at, count=count, name=name)


def _resources(found: Cartridge) -> Iterator[Diagnostic]:
    subject = found.subject
    shown = {one.reference for one in found.items}
    for one in found.resources:
        at = subject.at(subject.main, one.line)
        roles = (node for node in below(child(one.node, "metadata"), "intendedEndUserRole"))
        if any("Instructor" in "".join(map(str, role.itertext())) for role in roles):
            yield HIDDEN.at(at, name=one.identifier)
        if one.kind == TOPIC:
            yield NO_DISCUSSION.at(at, name=one.identifier)
        elif one.kind == BANK:
            yield BANK_ALONE.at(at, name=one.identifier)
        elif one.kind == LINK and found.version.number == "1.0.0":
            yield from _old_link(found, one)
        elif one.kind == WEB and one.identifier in shown and one.href is not None:
            yield from _page(found, one.path(one.href))


def _old_link(found: Cartridge, one: Resource) -> Iterator[Diagnostic]:
    path = found.file_of(one)
    if path is None:
        return
    try:
        root = document(found.subject, path)
    except Damaged:
        return
    address = child(root, "url")
    if namespace(root):
        yield OLD_SPACE.at(found.subject.at(path), name=one.identifier)
    if address is not None and "&" in attribute(address, "href"):
        yield OLD_LINK.at(found.subject.at(path, line_of(address)), name=one.identifier)


def _page(found: Cartridge, path: str) -> Iterator[Diagnostic]:
    """Links to other pages, and scripts."""
    sizes = found.subject.box.sizes
    if not path.lower().endswith((".html", ".htm")) or sizes.get(path, _LARGEST) >= _LARGEST:
        return
    try:
        data = found.subject.box.read(path)
    except Damaged:
        return
    script = _SCRIPT.search(data)
    if script:
        at = found.subject.at(path, data.count(b"\n", 0, script.start()) + 1)
        yield SCRIPT.at(at, path=path)
    escaped = _ESCAPED_TAG.search(data)
    if escaped:
        at = found.subject.at(path, data.count(b"\n", 0, escaped.start()) + 1)
        yield DECODED.at(at, text=escaped[0].decode("utf-8", "replace"), path=path)
    told: set[str] = set()
    for link in _HREF.finditer(data):
        target = normpath(f"{dirname(path)}/{unquote(link[1].decode('utf-8', 'replace'))}".lstrip("/"))
        if target in sizes and target != path and target not in told and target.lower().endswith((".html", ".htm")):
            told.add(target)
            at = found.subject.at(path, data.count(b"\n", 0, link.start()) + 1)
            yield DEAD_LINK.at(at, target=target)
