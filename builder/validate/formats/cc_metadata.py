"""The description of a cartridge: its schema, its version, its organization and its LOM."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.cc_manifest import Cartridge, cartridge
from builder.validate.nodes import attribute, below, child, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace

INCOMPLETE = must(
    "C1",
    "IMS CC 1.1, schema: metadata",
    "The manifest's metadata have no {what}.",
    "Add <metadata> with <schema>, <schemaversion> and a <lom> that has at least a title.",
    "Importers tell by them that this is a cartridge and of which version; the title names the course.",
)
UNUSUAL = should(
    "C17",
    "IMS CC 1.1, schema: metadata; broken by exporters",
    "{what} is “{found}”; Common Cartridge {version} has “{expected}”.",
    "Write “{expected}”.",
    "Some importers go by this value and refuse another. Packages of several exporters have a wrong one.",
)
TREE = must(
    "C2",
    "IMS CC 1.1, schema: organizations",
    "{problem}.",
    "Keep one organization with structure=“rooted-hierarchy” and in it one untitled item that holds all others.",
    """A cartridge's course is one tree. Its root is an item without a title, the items below it are the modules, and
    every item but the root has a title.""",
)
TOO_MANY = must(
    "C28",
    "IMS CC 1.1, Schematron of the LOM profile",
    "<{parent}> holds {count} <{name}> elements.",
    "Keep one.",
    "The profile of LOM allows one of them; an importer that takes the last one shows the wrong text.",
)

RULES = (INCOMPLETE, UNUSUAL, TREE, TOO_MANY)

_SCHEMAS = ("IMS Common Cartridge", "IMS Thin Common Cartridge")
_ONCE = {
    "lom": ("general", "lifeCycle", "technical", "rights"),
    "rights": ("cost", "copyrightAndOtherRestrictions", "description"),
    "general": ("title",),
    "contribute": ("role", "date"),
    "relation": ("kind", "resource"),
    "classification": ("purpose", "description"),
    "taxon": ("id", "entry"),
    "date": ("dateTime", "description"),
    "identifier": ("catalog", "entry"),
}
"""Elements of LOM, and what each may hold once at most."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the metadata and the organization."""
    found = cartridge(subject)
    if found is None:
        return
    yield from _metadata(found)
    yield from _organization(found)
    lom = child(found.root, "metadata", "lom")
    for node in ([lom, *below(lom)]) if lom is not None else ():
        counts = Counter(local(one) for one in children(node, *_ONCE.get(local(node), ("",))))
        for name, count in counts.items():
            if count > 1:
                at = subject.at(subject.main, line_of(node))
                yield TOO_MANY.at(at, parent=local(node), name=name, count=count)


def _metadata(found: Cartridge) -> Iterator[Diagnostic]:
    subject, version = found.subject, found.version
    metadata = child(found.root, "metadata")
    at = subject.at(subject.main, line_of(found.root if metadata is None else metadata))
    for name, allowed in (("schema", _SCHEMAS), ("schemaversion", (version.number,))):
        given = value(metadata, name)
        if not given:
            yield INCOMPLETE.at(at, what=f"<{name}>")
        elif given not in allowed:
            yield UNUSUAL.at(at, what=f"<{name}>", found=given, version=version.number, expected=allowed[0])
    lom = child(metadata, "lom")
    if lom is None:
        yield INCOMPLETE.at(at, what="<lom>")
        return
    if not value(lom, "general", "title"):
        yield INCOMPLETE.at(subject.at(subject.main, line_of(lom)), what="title in <lom>")
    if namespace(lom) != version.metadata:
        at = subject.at(subject.main, line_of(lom))
        what = "The namespace of <lom>"
        yield UNUSUAL.at(at, what=what, found=namespace(lom), version=version.number, expected=version.metadata)


def _organization(found: Cartridge) -> Iterator[Diagnostic]:
    subject = found.subject
    holder = child(found.root, "organizations")
    if holder is None:
        yield TREE.at(subject.at(subject.main), problem="The manifest has no <organizations>")
        return
    every = list(children(holder, "organization"))
    if len(every) > 1:
        at = subject.at(subject.main, line_of(every[1]))
        yield TREE.at(at, problem=f"There are {len(every)} organizations")
    for one in every[:1]:
        at = subject.at(subject.main, line_of(one))
        structure = attribute(one, "structure")
        if structure != "rooted-hierarchy":
            said = f"says structure=“{structure}”" if structure else "does not say its structure"
            yield TREE.at(at, problem=f"The organization {said}")
        roots = sum(1 for _ in children(one, "item"))
        if roots != 1:
            yield TREE.at(at, problem=f"The organization holds {roots} items and not one that holds all")
    for item in found.items:
        at = subject.at(subject.main, item.line)
        if item.depth == 0 and item.title:
            yield TREE.at(at, problem=f"The root item has a title, “{item.title}”")
        elif item.depth and not item.title:
            yield TREE.at(at, problem=f"Item {item.identifier or 'without identifier'} has no title")
