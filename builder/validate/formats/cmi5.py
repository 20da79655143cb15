"""The course structure of cmi5 1.0 (M1-M12); clauses are the specification's sections, as CATAPULT numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.launch import local_path
from builder.validate.rule import must, should
from builder.validate.schemas import Held
from builder.validate.subject import Damaged, Subject
from builder.validate.values import number
from builder.validate.xml import document, line_of, local, namespace, text_of

NOT_AN_IRI = must(
    "M1",
    "cmi5 3.0.0.0-1",
    "The id `{id}` of <{name}> is no full IRI.",
    "Write a full one: https://example.org/course/1.",
    """Ids name things in statements, for every platform and for ever, so each begins with its scheme. A platform must
    reject a relative one.""",
)
DUPLICATE = must(
    "M2",
    "cmi5 13.1.2.0-1, 13.1.3.0-1, 13.1.4.0-1",
    "Two <{name}> have the id `{id}` (the other is on line {line}).",
    "Give one of them another id.",
    """What is reported under an id could mean either.""",
)
BAD_URL = must(
    "M3",
    "cmi5 13.1.4.0-2; RFC 1738",
    "The url `{url}` of an assignable unit {problem}.",
    "Write a URL with what is special in it encoded: %20 for a blank.",
    """The platform opens this address and adds its parameters to it.""",
)
RESERVED = must(
    "M4",
    "cmi5 8.1.0.0-6",
    "The url `{url}` has the parameter `{name}`, which the platform sets.",
    "Give the parameter another name.",
    """endpoint, fetch, actor, registration and activityId are how the platform tells an assignable unit where to report
    to; two of one name cannot be told apart.""",
)
INVALID = must(
    "M5",
    "cmi5 13.2.0.0-1, CourseStructure.xsd",
    "The schema objects: {problem}.",
    "Mend the course structure at that line; the order of elements matters too.",
    """A platform must reject a course structure that the schema refuses.""",
)
NAMESPACE = should(
    "M5n",
    "cmi5 13.2.0.0-1",
    "The course structure is in the namespace `{space}`.",
    'Write xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd".',
    """Drafts of cmi5 had other namespaces, and samples with them are still about. Platforms for cmi5 1.0 may not know
    them.""",
)
NO_UNIT = must(
    "M6",
    "cmi5 13.1, CourseStructure.xsd",
    "{problem}.",
    "Write <course> with an id and a title, then at least one <au> with an id, a title and a <url>.",
    """An assignable unit is what learners open; a course without one is empty.""",
)
NOT_IN_PACKAGE = must(
    "M7",
    "cmi5 14.1.0.0-3, 14.1.0.0-4",
    "The url `{url}` is relative, and the package holds no such file.",
    "Put the file into the package, or write the full address of where it is.",
    """A relative address means a file of the package. Learners would get an error.""",
)
NOT_FULL = must(
    "M8",
    "cmi5 14.2.0.0-1",
    "The url `{url}` is relative, and there is no package that it could be in.",
    "Write the full address, or give the course structure in a zip with its files.",
    """A course structure by itself brings no files, so a platform must reject a relative address in it.""",
)
BLANKS = should(
    "M9",
    "cmi5 13.1.0.0-1",
    "The value of `{name}` has blanks around it.",
    "Take them away.",
    """A platform must remove them; one that forgets to does not find what the value names.""",
)
BAD_VALUE = must(
    "M10",
    "cmi5 13.1.4, CourseStructure.xsd",
    '{name}="{value}" on an assignable unit must be {right}.',
    "Write it so.",
    """By these values a platform decides when a learner has passed and how a unit is opened.""",
)
MANY = should(
    "M11",
    "cmi5 6.1.0.0-2",
    "There are {count:,} assignable units.",
    "Nothing need be done for a platform that keeps to the specification.",
    """Platforms must take more than 1,000, and few have been tried with so many.""",
)
FOREIGN = should(
    "M12",
    "cmi5 13.1.5.0-1",
    "The extension in the namespace `{space}` has no schema in xsi:schemaLocation.",
    "Add the namespace and the file of its schema to xsi:schemaLocation.",
    """Elements of one's own are allowed where a schema says what they are; without one a platform may reject the
    course. Public samples leave it out.""",
)

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PARAMETERS = {"endpoint", "fetch", "actor", "registration", "activityId"}
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
URL = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
MOVE_ON = ("Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable")
LAUNCH = ("OwnWindow", "AnyWindow")


def held(subject: Subject) -> Iterator[Held]:
    """The course structure."""
    yield Held(subject.main, "cmi5/CourseStructure.xsd", INVALID)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A course structure, in a package or by itself."""
    try:
        root = document(subject, subject.main)
    except Damaged:
        return
    if namespace(root) != SPACE:
        yield NAMESPACE.at(_at(subject, root), space=namespace(root))
    units = list(root.iter("{*}au"))
    yield from _parts(subject, root, units)
    yield from _ids(subject, root)
    for unit in units:
        yield from _unit(subject, unit)
    if len(units) > 1000:
        yield MANY.at(subject.at(subject.main), count=len(units))
    yield from _foreign(subject, root)


def _at(subject: Subject, element: etree._Element) -> Span:
    return subject.at(subject.main, line_of(element))


def _parts(subject: Subject, root: etree._Element, units: list[etree._Element]) -> Iterator[Diagnostic]:
    if root.find("{*}course") is None:
        yield NO_UNIT.at(_at(subject, root), problem="There is no <course>")
    if not units:
        yield NO_UNIT.at(_at(subject, root), problem="There is no assignable unit")
    for element in (*root.iterfind("{*}course"), *root.iter("{*}block"), *units):
        if not "".join(text_of(one) for one in element.iterfind("{*}title/{*}langstring")):
            yield NO_UNIT.at(_at(subject, element), problem=f"A <{local(element)}> has no title")
    for unit in units:
        if not text_of(unit.find("{*}url")):
            yield NO_UNIT.at(_at(subject, unit), problem="An assignable unit has no url")


def _ids(subject: Subject, root: etree._Element) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], int] = {}
    for element in root.iter("{*}course", "{*}block", "{*}au", "{*}objective"):
        name, raw = local(element), str(element.get("id") or "")
        if name == "objective" and element.get("idref") is not None:
            continue
        identifier = raw.strip()
        if raw != identifier:
            yield BLANKS.at(_at(subject, element), name="id")
        if not IRI.fullmatch(identifier):
            yield NOT_AN_IRI.at(_at(subject, element), id=identifier, name=name)
        elif (name, identifier) in seen:
            yield DUPLICATE.at(_at(subject, element), name=name, id=identifier, line=seen[(name, identifier)])
        seen.setdefault((name, identifier), line_of(element))


def _unit(subject: Subject, unit: etree._Element) -> Iterator[Diagnostic]:
    element = unit.find("{*}url")
    url = text_of(element)
    if element is not None and url:
        if element.text != url:
            yield BLANKS.at(_at(subject, element), name="url")
        yield from _url(subject, element, url)
    score = unit.get("masteryScore")
    if score is not None and not 0 <= number(score, -1) <= 1:
        yield BAD_VALUE.at(_at(subject, unit), name="masteryScore", value=score, right="a number from 0 to 1")
    for name, words in (("moveOn", MOVE_ON), ("launchMethod", LAUNCH)):
        found = unit.get(name)
        if found is not None and found.strip() not in words:
            yield BAD_VALUE.at(_at(subject, unit), name=name, value=found, right=" or ".join(words))


def _url(subject: Subject, element: etree._Element, url: str) -> Iterator[Diagnostic]:
    place = _at(subject, element)
    try:
        parts = urlsplit(url)
        names = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    except ValueError:
        yield BAD_URL.at(place, url=url, problem="cannot be read")
        return
    if not URL.fullmatch(url) or re.search(r"%(?![0-9A-Fa-f]{2})", url):
        yield BAD_URL.at(place, url=url, problem="has signs in it that a URL encodes")
    elif parts.scheme in ("http", "https") and not parts.netloc:
        yield BAD_URL.at(place, url=url, problem="names no host")
    for name in sorted(names & PARAMETERS):
        yield RESERVED.at(place, url=url, name=name)
    if not parts.scheme:
        if list(subject.box.sizes) == [subject.box.name]:
            yield NOT_FULL.at(place, url=url)
        elif local_path(url).removeprefix("./") not in subject.box.sizes:
            yield NOT_IN_PACKAGE.at(place, url=url)


def _foreign(subject: Subject, root: etree._Element) -> Iterator[Diagnostic]:
    mapped: set[str] = set()
    for element in root.iter("{*}*"):
        mapped |= set(str(element.get(f"{{{XSI}}}schemaLocation") or "").split()[::2])
    seen = {"", namespace(root)} | mapped
    for element in root.iter("{*}*"):
        if (space := namespace(element)) not in seen:
            seen.add(space)
            yield FOREIGN.at(_at(subject, element), space=space)
