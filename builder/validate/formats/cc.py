"""Common Cartridge 1.0 to 1.3: the manifest and how its parts hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.cc_manifest import Cartridge, Reference, Resource, cartridge
from builder.validate.formats.cc_names import (
    ATTACHED,
    BANK,
    LINK,
    OTHER,
    TEST,
    TOOL,
    TOPIC,
    WEB,
)
from builder.validate.nodes import attribute, below, children, listed
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

CHILDREN_OF_A_LINK = must(
    "C3",
    "IMS CC 1.1, Schematron rule 8b",
    "Item “{name}” shows a resource and holds other items as well.",
    "Let it show nothing, and put its page in front of its children as an item of its own.",
    """An item with `identifierref` is a leaf of the course's tree. Importers make an activity of it, and an activity
    has no children: those below it are dropped or shown beside it.""",
)
BANK_IN_THE_TREE = must(
    "C4",
    "IMS CC 1.1, Schematron rule 8a",
    "Item “{name}” shows the question bank {target}.",
    "Remove the item: a question bank stands in the resources only.",
    "A question bank is a store for teachers, not something that learners open.",
)
SEVERAL_BANKS = must(
    "C5",
    "IMS CC 1.1, Schematron rule 4a",
    "There are {count} question banks: {names}.",
    "Put all their questions into one.",
    "A cartridge has one question bank at most. Importers read the first and leave the others.",
)
ONE_FILE = must(
    "C6",
    "IMS CC 1.1, Schematron rules 1a-c, 2a-c, 3a-c, 4b-d",
    "The {kind} {name} {problem}.",
    "Give it exactly one <file> with its document, and no href.",
    """Discussion topics, web links, assessments and question banks are each one XML document, named by the only <file>
    of their resource.""",
)
LINK_DEPENDS = must(
    "C7",
    "IMS CC 1.1, Schematron rule 2d",
    "The web link {name} has a dependency.",
    "Remove the <dependency>.",
    "A web link is complete in itself; a dependency of it is read by nobody.",
)
FORBIDDEN_TARGET = must(
    "C8",
    "IMS CC 1.1, Schematron rules 1d-h, 3d-h, 4e-i, 5a-f, 6a-f, 11a-f",
    "The {kind} {name} depends on the {other} {target}.",
    "Remove the <dependency>; if learners need both, show both as items.",
    """A dependency means files that belong to a resource, such as pictures. It cannot make one activity part of
    another.""",
)
REPEATED = must(
    "C9",
    "IMS CC 1.1, Schematron rules 7a, 7b, 9a",
    "Resource {name} {problem}.",
    "Remove the superfluous line.",
    "A resource names each of its files and each other resource once, and never itself.",
)
NO_HREF = must(
    "C10",
    "IMS CC 1.1, Schematron rules 5g, 6g",
    "Resource {name} is shown by item “{item}” and has no href.",
    "Write the start page as href of the resource.",
    "An item can only show a resource that says which of its files is the page to open.",
)
HREF_WITHOUT_FILE = should(
    "C30",
    "IMS CC 1.1, Schematron rules 10a, 10b; broken by Canvas",
    "Resource {name} has the href {href}, which is none of its files.",
    "Write the start page again as one of the <file> elements.",
    "The start page is one of the files; a platform that copies what is listed leaves it behind.",
)
UNKNOWN_TYPE = should(
    "C11",
    "IMS CC, resource types of each version; broken by Canvas",
    "Resource {name} is of type “{type}”, which Common Cartridge {version} does not have.",
    "Use one of: {types}.",
    """Each version has its own names for topics, links and tests. Importers that go by the name pass over a resource of
    another version's type; Canvas writes such names, so many read them all the same.""",
)
UNKNOWN_USE = should(
    "C12",
    "IMS CC, intendeduse",
    "Resource {name} has intendeduse “{use}”.",
    "Use one of: {uses}.",
    "Moodle checks a cartridge of version 1.1 against the schema and refuses another value.",
)
INNER_MANIFEST = must(
    "C13",
    "IMS CC 1.1, manifest profile",
    "A manifest stands inside the manifest.",
    "Make one manifest of both.",
    "The profile of content packaging that cartridges use has no inner manifests; what stands in them is lost.",
)
UNKNOWN_ATTRIBUTE = should(
    "C19",
    "IMS CC 1.1, manifest profile; broken by exporters",
    "<{element}> has the attribute {attribute}.",
    "Remove it.",
    "Content packaging knows it, a cartridge does not: the schema refuses it and importers pass over it.",
)
LOOSE_FILE = should(
    "C15",
    "IMS CC, associated content [from memory]",
    "The associated content {name} has a file outside its folder: {file}.",
    "Move the files of {name} into a folder of their own.",
    "Associated content lies in a folder of its own, so that an importer can tell it from files that resources share.",
)
UNNAMED = must(
    "C18",
    "IMS CC 1.1, schema",
    "A resource has no {attribute}.",
    "Give it one.",
    "Without an identifier nothing can show it; without a type no importer knows what it is.",
)
BAD_IDENTIFIER = should(
    "C25",
    "IMS CC 1.1, schema (xs:ID); broken by Canvas",
    "The identifier “{name}” {problem}.",
    "Give each element an identifier of its own: a letter first, then letters, digits, - _ and full stops.",
    "References go by identifiers. When two are equal, an importer takes the first or the last.",
)
DANGLING = should(
    "C26",
    "IMS CC 1.1, schema (xs:IDREF); broken by Canvas",
    "{who} refers to the resource “{target}”, which is not there.",
    "Add the resource or remove the reference.",
    "An importer leaves the item out, or shows a heading with nothing behind it.",
)

RULES = (
    CHILDREN_OF_A_LINK,
    BANK_IN_THE_TREE,
    SEVERAL_BANKS,
    ONE_FILE,
    LINK_DEPENDS,
    FORBIDDEN_TARGET,
    REPEATED,
    NO_HREF,
    HREF_WITHOUT_FILE,
    UNKNOWN_TYPE,
    UNKNOWN_USE,
    INNER_MANIFEST,
    UNKNOWN_ATTRIBUTE,
    LOOSE_FILE,
    UNNAMED,
    BAD_IDENTIFIER,
    DANGLING,
)

_ACTIVITIES = frozenset({TOPIC, LINK, TEST, BANK, TOOL})
_FORBIDDEN = {
    TOPIC: _ACTIVITIES,
    TEST: _ACTIVITIES,
    BANK: _ACTIVITIES,
    WEB: _ACTIVITIES | {ATTACHED},
    ATTACHED: _ACTIVITIES | {ATTACHED},
    TOOL: _ACTIVITIES | {ATTACHED},
}
"""What each kind of resource must not depend on."""

_NOT_HERE = {"organizations": ("default",), "item": ("isvisible", "parameters")}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the resources and of the tree."""
    found = cartridge(subject)
    if found is None:
        return
    yield from _tree(found)
    yield from _manifest(found)
    for one in found.resources:
        yield from _resource(found, one)
        yield from _files(found, one)
        yield from _dependencies(found, one)


def _tree(found: Cartridge) -> Iterator[Diagnostic]:
    for item in found.items:
        at = found.subject.at(found.subject.main, item.line)
        name = item.title or item.identifier
        if not item.reference:
            continue
        if next(children(item.node, "item"), None) is not None:
            yield CHILDREN_OF_A_LINK.at(at, name=name)
        target = found.by_id.get(item.reference)
        if target is None:
            yield DANGLING.at(at, who=f"Item “{name}”", target=item.reference)
        elif target.kind == BANK:
            yield BANK_IN_THE_TREE.at(at, name=name, target=target.identifier)
        elif target.kind in {WEB, ATTACHED} and target.href is None:
            yield NO_HREF.at(at, name=target.identifier, item=name)


def _manifest(found: Cartridge) -> Iterator[Diagnostic]:
    at, main = found.subject.at, found.subject.main
    banks = [one for one in found.resources if one.kind == BANK]
    if len(banks) > 1:
        names = listed(one.identifier for one in banks)
        yield SEVERAL_BANKS.at(at(main, banks[1].line), count=len(banks), names=names)
    seen: Counter[str] = Counter()
    for node in below(found.root, "manifest", "organizations", "organization", "item", "resource"):
        name = node.tag.rpartition("}")[2]
        if name == "manifest":
            yield INNER_MANIFEST.at(at(main, line_of(node)))
        for unknown in _NOT_HERE.get(name, ()):
            if node.get(unknown) is not None:
                yield UNKNOWN_ATTRIBUTE.at(at(main, line_of(node)), element=name, attribute=unknown)
        identifier = attribute(node, "identifier")
        if not identifier:
            continue
        seen[identifier] += 1
        if seen[identifier] == 2:
            yield BAD_IDENTIFIER.at(at(main, line_of(node)), name=identifier, problem="is given twice")
        elif seen[identifier] == 1 and not is_name(identifier):
            yield BAD_IDENTIFIER.at(at(main, line_of(node)), name=identifier, problem="is no XML name")


def is_name(identifier: str) -> bool:
    """Whether a text can be an xs:ID: a letter or _ first, then letters, digits, marks, ``-``, ``_`` and ``.``."""
    first, rest = identifier[:1], identifier[1:]
    return (first.isalpha() or first == "_") and all(one.isalnum() or one in "-_.·" or ord(one) > 767 for one in rest)


def _resource(found: Cartridge, one: Resource) -> Iterator[Diagnostic]:
    at = found.subject.at(found.subject.main, one.line)
    version = found.version
    for missing in ("identifier", "type"):
        if not getattr(one, missing):
            yield UNNAMED.at(at, attribute=missing)
    if one.type and one.type not in version.types:
        types = ", ".join(sorted(version.types))
        yield UNKNOWN_TYPE.at(at, name=one.identifier, type=one.type, version=version.number, types=types)
    if one.use and one.use not in version.uses:
        yield UNKNOWN_USE.at(at, name=one.identifier, use=one.use, uses=", ".join(sorted(version.uses)))


def _files(found: Cartridge, one: Resource) -> Iterator[Diagnostic]:
    at = found.subject.at(found.subject.main, one.line)
    names = [file.name for file in one.files]
    if one.kind in {TOPIC, LINK, TEST, BANK}:
        if len(names) != 1:
            yield ONE_FILE.at(at, kind=one.kind, name=one.identifier, problem=f"has {len(names)} files")
        if one.href is not None:
            yield ONE_FILE.at(at, kind=one.kind, name=one.identifier, problem="has an href")
    for file in _twice(one.files):
        line = found.subject.at(found.subject.main, file.line)
        yield REPEATED.at(line, name=one.identifier, problem=f"names the file {file.name} twice")
    if one.href is not None and one.kind not in {TOPIC, LINK, TEST, BANK} and one.href not in names:
        yield HREF_WITHOUT_FILE.at(at, name=one.identifier, href=one.href)
    if one.kind == ATTACHED and one.files:
        loose = next((name for name in names if "/" not in one.path(name)), None)
        if loose is not None:
            yield LOOSE_FILE.at(at, name=one.identifier, file=loose)


def _dependencies(found: Cartridge, one: Resource) -> Iterator[Diagnostic]:
    main = found.subject.main
    if one.kind == LINK and one.dependencies:
        yield LINK_DEPENDS.at(found.subject.at(main, one.dependencies[0].line), name=one.identifier)
    for again in _twice(one.dependencies):
        at = found.subject.at(main, again.line)
        yield REPEATED.at(at, name=one.identifier, problem=f"depends on {again.name} twice")
    for reference in one.dependencies:
        at = found.subject.at(main, reference.line)
        target = found.by_id.get(reference.name)
        if reference.name == one.identifier:
            yield REPEATED.at(at, name=one.identifier, problem="depends on itself")
        elif target is None:
            yield DANGLING.at(at, who=f"Resource {one.identifier}", target=reference.name)
        elif one.kind not in {LINK, OTHER} and target.kind in _FORBIDDEN[one.kind]:
            yield FORBIDDEN_TARGET.at(
                at, kind=one.kind, name=one.identifier, other=target.kind, target=target.identifier
            )


def _twice(references: tuple[Reference, ...]) -> Iterator[Reference]:
    """The second of each name that stands there more than once."""
    counts: Counter[str] = Counter()
    for one in references:
        counts[one.name] += 1
        if counts[one.name] == 2:
            yield one
