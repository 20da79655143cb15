"""Breaks a backup at every place that names something else, one at a time, knowing only what names look like."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from hashlib import sha1
from importlib import import_module
from typing import Any, NamedTuple

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.run import FORMATS
from builder.validate.subject import Damaged, Format, Subject
from builder.validate.xml import parse

MAIN = "moodle_backup.xml"
NOBODY = "987654"
"""A number, and a name, that nothing has."""

SURE = 50
"""From here on, a number that something has names it."""

PLAIN = frozenset(
    """width height maxgrade grade grademax grademin gradepass navpositionleft navpositiontop sumgrades mingrade
    maxfiles filesize sortorder position answertext presentation param2 param3 penalty entbypage
    backup_version moodle_version""".split()  # noqa: SIM905
)
"""Elements whose numbers count or measure, though something may happen to have the same number."""

NAMES = frozenset(
    """course courseid original_course_id original_course_contextid contextinstanceid contextid sectionid sectionnumber
    roleid categoryid iteminstance parent path directory section activity modulename component filearea filename
    filepath itemid contenthash sha1hash organization reference launch dependvalue quizgradeitemid firstslot
    completiongradeitemnumber questionbankentryid""".split()  # noqa: SIM905
)
"""Elements that name by words, or by numbers however small."""

_ABOUT = frozenset({"module.xml", "section.xml", "course.xml"})
"""Documents whose root has the id of what moodle_backup.xml lists."""

INSIDE = {
    "link": re.compile(r"(?<=VIEWBYID\*)\d+(?=[*@])"),
    "type of link": re.compile(r"(?<=\$@)(?!COURSE)[A-Z]+(?=VIEWBYID)"),
    "shown file": re.compile(r"(?<=@@PLUGINFILE@@/)[^\"'<>\s?#)&/]+"),
    "shown field": re.compile(r"(?<=\[\[)[^\]#]+"),
}
"""Names inside of texts."""

JSON_NAMES = frozenset({"cm", "id", "values", "questioncategoryid", "tags"})
Change = Callable[[etree._Element], None]


class Break(NamedTuple):
    """One place to break."""

    kind: str
    """What it is, the same for all places alike: ``module.xml sectionid``."""
    path: str
    change: Change | None = None
    """Breaks the document at ``path``; None for a file that is replaced as a whole."""
    data: bytes | None = None
    """What that file then holds; None for one that is gone."""


@dataclass(frozen=True, slots=True)
class Box:
    """Files in memory; see ``builder.validate.subject.Box``."""

    files: Mapping[str, bytes]
    sizes: Mapping[str, int]
    name: str = "course.mbz"

    def read(self, path: str) -> bytes:
        return self.files[path]

    def sha1(self, path: str) -> str:
        return sha1(self.files[path], usedforsecurity=False).hexdigest()


class Judge:
    """Judges a backup many times, with one place broken: the rest is parsed once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.roots = {path: parse(data) for path, data in files.items() if is_document(path)}

    def __call__(self, broken: Break | None = None) -> list[Diagnostic]:
        """What the rules of backups say of it."""
        files = dict(self.files)
        documents: dict[str, etree._Element | Damaged] = dict(self.roots)
        if broken is not None and broken.change is not None:
            root = deepcopy(self.roots[broken.path])
            broken.change(root)
            documents[broken.path] = root
        elif broken is not None:
            documents.pop(broken.path, None)
            files.pop(broken.path)
            if broken.data is not None:
                files[broken.path] = broken.data
        box = Box(files, {path: len(data) for path, data in files.items()})
        subject = Subject(box, Format("mbz", "2", "Moodle backup"), MAIN, documents)
        modules = [import_module(f"builder.validate.formats.{name}") for name in FORMATS["mbz"]]
        return [one for module in modules for one in module.check(subject)]


def is_document(path: str) -> bool:
    return path.endswith(".xml") and not path.startswith("files/")


def breaks(files: Mapping[str, bytes]) -> dict[str, Break]:
    """One place of each kind, by its kind."""
    found: dict[str, Break] = {}
    roots = {path: parse(data) for path, data in files.items() if is_document(path)}
    known = {one.get(name, "") for root in roots.values() for one in root.iter() for name in ("id", "contextid")}
    for path, root in roots.items():
        for number, one in enumerate(root.iter()):
            for broken in (*_attributes(path, number, one, known), *_texts(path, number, one, known)):
                found.setdefault(broken.kind, broken)
            for broken in _absent(path, number, one):
                found.setdefault(broken.kind, broken)
    for path, data in files.items():
        kind = _document(path) if is_document(path) else "contents"
        if path != MAIN and (not is_document(path) or len(roots[path])):
            found.setdefault(f"{kind} is gone", Break(f"{kind} is gone", path))
        if not is_document(path):
            for how, changed in (("changed", data[:-1] + b"\0"), ("longer", data + b"\0")):
                found.setdefault(f"contents {how}", Break(f"contents {how}", path, data=changed))
    return found


def _kind(path: str, one: etree._Element, what: str = "") -> str:
    """Document, element with the one around it, and attribute."""
    parent = one.getparent()
    inner = f"{parent.tag}/{one.tag}" if parent is not None else str(one.tag)
    return f"{_document(path) if what.startswith('@') else path.rpartition('/')[2]} {inner}{what}"


def _document(path: str) -> str:
    """The document's name, the same for what activities of all kinds have."""
    folder, _, name = path.rpartition("/")
    own = re.sub(r".*/([a-z]+)_\d+$", r"\1.xml", folder)
    return f"{folder.partition('/')[0]}/…/{'own.xml' if name == own else name}" if folder.count("/") else path


def _is_name(tag: str, told: str, known: set[str]) -> bool:
    if tag in NAMES:
        return told not in {"", "$@NULL@$", "/"}
    return tag not in PLAIN and told in known and told.isdigit() and int(told) >= SURE


def _attributes(path: str, number: int, one: etree._Element, known: set[str]) -> Iterator[Break]:
    """Attributes that name: all but the ids of what is described there."""
    for name, told in one.attrib.items():
        is_own = name == "id" and (number > 0 or path.rpartition("/")[2] not in _ABOUT)
        if not is_own and (told in known or name == "modulename") and told:
            yield Break(_kind(path, one, f"@{name}"), path, partial(_set, number, str(name), NOBODY))


def _texts(path: str, number: int, one: etree._Element, known: set[str]) -> Iterator[Break]:
    told, tag = (one.text or "").strip(), str(one.tag)
    if len(one) or not told:
        return
    if told.startswith('{"'):
        yield from _json(path, number, one, json.loads(told))
        return
    if tag == "id" or _is_name(tag, told, known):
        yield Break(_kind(path, one), path, partial(_set, number, "", NOBODY))
    parts = told.split(",")
    if len(parts) > 1 and all(part.isdigit() and part in known for part in parts):
        for how, rest in (("strange", [NOBODY, *parts[1:]]), ("short", parts[1:])):
            yield Break(_kind(path, one, f" {how}"), path, partial(_set, number, "", ",".join(rest)))
    for what, pattern in INSIDE.items():
        if pattern.search(told):
            put = "GLOSSARY" if what.startswith("type") else NOBODY
            yield Break(_kind(path, one, f": {what}"), path, partial(_set, number, "", pattern.sub(put, told, count=1)))
    if tag == "name" and path == MAIN and "_" in told and told.split("_")[-2].isdigit():
        changed = re.sub(r"\d+", NOBODY, told)
        what = " of a section" if told.startswith("section_") else " of an activity"
        yield Break(_kind(path, one, what), path, partial(_set, number, "", changed))


def _json(path: str, number: int, one: etree._Element, tree: Any) -> Iterator[Break]:
    """The names inside of conditions and filters."""

    def walk(node: Any, at: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(inner, dict | list):
                yield from walk(inner, (*at, key))
            elif {key, *at[-1:]} & JSON_NAMES:
                yield (*at, key)

    for at in walk(tree, ()):
        copy = deepcopy(tree)
        holder = copy
        for key in at[:-1]:
            holder = holder[key]
        sort = holder.get("type", "") if isinstance(holder, dict) else at[-2]
        name = at[-1] if isinstance(at[-1], str) else ""
        holder[at[-1]] = f"0,{NOBODY}" if sort == "tags" else int(NOBODY)
        yield Break(_kind(path, one, f" {sort}.{name}"), path, partial(_set, number, "", json.dumps(copy)))


def _absent(path: str, number: int, one: etree._Element) -> Iterator[Break]:
    """What is listed in one place because it stands in another."""
    parent = one.getparent()
    if path.endswith("inforef.xml") and len(one) and parent is not None and parent.getparent() is not None:
        yield Break(f"{path.partition('/')[0]} inforef.xml {one.tag} is gone", path, partial(_drop, number))
    elif path == MAIN and one.tag in {"activity", "section"} and len(one):
        yield Break(f"{one.tag} is not listed", path, partial(_drop, number))
    elif parent is not None and one.tag in _HELD and len(one):
        yield Break(f"{one.tag} is gone", path, partial(_drop, number))


_HELD = frozenset({"group", "grade_category", "question_category", "role", "sco", "file", "quiz_grade_item", "answer"})
"""Elements that others name."""


def _at(root: etree._Element, number: int) -> etree._Element:
    return next(one for place, one in enumerate(root.iter()) if place == number)


def _set(number: int, attribute: str, told: str, root: etree._Element) -> None:
    one = _at(root, number)
    if attribute:
        one.set(attribute, told)
    else:
        one.text = told


def _drop(number: int, root: etree._Element) -> None:
    one = _at(root, number)
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)
