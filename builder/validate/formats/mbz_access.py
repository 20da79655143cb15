"""Moodle backups: conditions of access and of completion, and whether they can ever be fulfilled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Backup, backup, folders, plain, references
from builder.validate.nodes import attribute, below, child, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

NOT_JSON = must(
    "B19",
    "Moodle 4.5.6, tried",
    "The conditions of {name} {problem}.",
    'Write them as Moodle does: {{"op":"&","c":[…],"showc":[true]}}.',
    "Restore stops with an exception and leaves half a course behind.",
)
UNKNOWN = must(
    "B20",
    "Moodle 4.5.6, tried",
    "The conditions of {name} ask for {what}, which is not in the backup.",
    "Write the number of one that is there, or remove the condition.",
    "Restore writes a line into its log and keeps a condition that nobody can fulfil.",
)
CYCLE = must(
    "B21",
    "Moodle 4.5.6, read in its source",
    "These activities wait for each other: {names}.",
    "Let one of them be open without the others.",
    "Each is locked until another is done, so no learner gets any further.",
)
GROUPS_OFF = must(
    "B22",
    "Moodle 4.5.6, tried",
    "{name} is open to a group only, and the setting groups is 0.",
    "Set groups to 1.",
    "Restore removes the condition: what was meant for some is then open to everybody.",
)
NEVER_DONE = must(
    "B28",
    "Moodle 4.5.6, read in its source",
    "{name} waits until {other} is done, which has no activity completion.",
    "Set its completion to 1 or 2.",
    "An activity without completion is never done, so this one stays locked.",
)
UNKNOWN_CRITERION = must(
    "B44",
    "Moodle 4.5.6, tried",
    "Completion of the course asks for the activity {cm}, which is not in the backup.",
    "Write the number of an activity that is there.",
    "Nobody can complete the course.",
)
UNKNOWN_GROUP = should(
    "B46",
    "Moodle 4.5.6, read in its source",
    "The inforef.xml names {what}, which is not in groups.xml.",
    "Add it to groups.xml or remove the reference.",
    "Restrictions and overrides for it have no effect.",
)

RULES = (
    NOT_JSON,
    UNKNOWN,
    CYCLE,
    GROUPS_OFF,
    NEVER_DONE,
    UNKNOWN_CRITERION,
    UNKNOWN_GROUP,
)

_OPERATORS = frozenset({"&", "|", "!&", "!|"})


@dataclass(frozen=True, slots=True)
class _Condition:
    """A leaf of a tree of conditions."""

    type: str
    target: str
    """The number it names: of a module, a grade item, a group; '' for any."""
    is_needed: bool
    """Whether there is no way round it: all above it are joined by “and”."""
    is_positive: bool
    """It asks for something done, not for something not done."""


@dataclass(frozen=True, slots=True)
class _Locked:
    """An activity or a section with conditions."""

    name: str
    path: str
    modules: tuple[str, ...]
    """The activities that wait: itself, or all of a section."""
    conditions: tuple[_Condition, ...]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of conditions."""
    found = backup(subject)
    if found is None:
        return
    locked: list[_Locked] = []
    for name, path, modules, said in _said(found):
        tree = _tree(said)
        if isinstance(tree, str):
            yield NOT_JSON.at(subject.at(path), name=name, problem=tree)
        else:
            locked.append(_Locked(name, path, modules, tree))
    yield from _targets(found, locked)
    yield from _cycles(found, locked)
    yield from _others(found)
    yield from _groups(found)


def _said(found: Backup) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Name, document, waiting activities and text of each tree of conditions."""
    for one in found.activities:
        said = plain(value(found.module(one), "availability"))
        if said:
            yield one.name, f"{one.folder}/module.xml", (one.cmid,), said
    for id_, folder, _ in found.sections:
        root = found.part(f"{folder}/section.xml")
        said = plain(value(root, "availabilityjson"))
        if said:
            modules = tuple(one.cmid for one in found.activities if one.section == id_)
            yield (
                f"section “{plain(value(root, 'name')) or value(root, 'number')}”",
                f"{folder}/section.xml",
                modules,
                said,
            )


def _tree(said: str) -> tuple[_Condition, ...] | str:
    """The conditions of a tree, or what is wrong with it."""
    try:
        given = json.loads(said)
    except (ValueError, RecursionError):
        return "are no JSON"
    leaves = []
    waiting = [(given, True, True)]
    while waiting:
        node, is_needed, is_positive = waiting.pop()
        if not isinstance(node, dict):
            return "are no tree of conditions"
        if "type" in node:
            leaves.append(_leaf(node, is_needed, is_positive))
            continue
        parts, operator = node.get("c"), node.get("op")
        if operator not in _OPERATORS or not isinstance(parts, list):
            return "have a part without op and c"
        shown = node.get("showc")
        if isinstance(shown, list) and len(shown) != len(parts):
            return f"have {len(parts)} parts and {len(shown)} values in showc"
        joined = operator in {"&", "!|"} or len(parts) == 1
        turned = is_positive != operator.startswith("!")
        waiting += [(part, is_needed and joined, turned) for part in parts]
    return tuple(leaves)


def _leaf(node: dict[str, object], is_needed: bool, is_positive: bool) -> _Condition:  # noqa: FBT001
    key = {"completion": "cm"}.get(str(node["type"]), "id")
    target = node.get(key)
    asks = is_positive != (node["type"] == "completion" and node.get("e") == 0)
    return _Condition(str(node["type"]), "" if target is None else str(target), is_needed, asks)


def _targets(found: Backup, locked: list[_Locked]) -> Iterator[Diagnostic]:
    """Whether what a condition names is there."""
    groups = found.part("groups.xml")
    known = {
        "completion": {one.cmid for one in found.activities} | {"-1"},
        "grade": set(_grade_items(found)),
        "group": {attribute(one, "id") for one in below(groups, "group")},
        "grouping": {attribute(one, "id") for one in below(groups, "grouping")},
    }
    words = {"completion": "activity", "grade": "grade item"}
    untracked = {one.cmid: one for one in found.activities if value(found.module(one), "completion") == "0"}
    for one in locked:
        at = found.subject.at(one.path)
        for condition in one.conditions:
            kind, target = condition.type, condition.target
            if kind in {"group", "grouping"} and found.settings.get("groups") == "0":
                yield GROUPS_OFF.at(at, name=one.name)
            elif kind in known and target and target not in known[kind]:
                yield UNKNOWN.at(at, name=one.name, what=f"the {words.get(kind, kind)} {target}")
            elif kind == "completion" and target in untracked and condition.is_needed and condition.is_positive:
                yield NEVER_DONE.at(at, name=one.name, other=untracked[target].name)


def _grade_items(found: Backup) -> Iterator[str]:
    for one in found.activities:
        yield from _items_of(found, one.folder)
    for node in below(found.part("gradebook.xml"), "grade_item"):
        yield attribute(node, "id")


def _items_of(found: Backup, folder: str) -> Iterator[str]:
    for node in children(child(found.part(f"{folder}/grades.xml"), "grade_items"), "grade_item"):
        yield attribute(node, "id")


def _cycles(found: Backup, locked: list[_Locked]) -> Iterator[Diagnostic]:
    """Activities that wait for each other, each circle once. A lock waits for what it names, activities for locks."""
    owner = {item: one.cmid for one in found.activities for item in _items_of(found, one.folder)}
    waits: dict[str, set[str]] = {}
    for one in locked:
        for condition in one.conditions:
            if condition.is_needed and condition.is_positive:
                target = condition.target if condition.type == "completion" else ""
                target = owner.get(condition.target, "") if condition.type == "grade" else target
                waits.setdefault(one.path, set()).add(target)
        for module in one.modules:
            waits.setdefault(module, set()).add(one.path)
    names = {one.cmid: one for one in found.activities}
    for circle in circles(waits):
        among = [names[cmid] for cmid in circle if cmid in names]
        if among:
            shown = " → ".join(one.name for one in (*among[:6], among[0]))
            yield CYCLE.at(found.subject.at(f"{among[0].folder}/module.xml"), names=shown)


def circles(waits: dict[str, set[str]]) -> Iterator[list[str]]:
    """One circle of each group of nodes that can reach each other, without recursion."""
    done: set[str] = set()
    for start in waits:
        path: list[str] = []
        on_path: dict[str, int] = {}
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            node, is_left = waiting.pop()
            if is_left:
                path.pop()
                del on_path[node]
                done.add(node)
                continue
            if node in on_path:
                yield path[on_path[node] :]
                break
            if node in done or node not in waits:
                continue
            on_path[node] = len(path)
            path.append(node)
            waiting.append((node, True))
            waiting += [(one, False) for one in sorted(waits[node])]
        done |= set(on_path)


def _others(found: Backup) -> Iterator[Diagnostic]:
    """Completion of the course."""
    subject = found.subject
    modules = {one.cmid for one in found.activities}
    for node in below(found.part("completion.xml"), "course_completion_criteria"):
        cm = plain(value(node, "moduleinstance"))
        if value(node, "criteriatype") == "4" and cm not in modules:
            yield UNKNOWN_CRITERION.at(subject.at("completion.xml", line_of(node)), cm=cm or "(none)")


def _groups(found: Backup) -> Iterator[Diagnostic]:
    """Groups that an inforef.xml names."""
    groups = found.part("groups.xml")
    for kind in ("group", "grouping"):
        known = {attribute(one, "id") for one in below(groups, kind)}
        for folder in folders(found):
            path = f"{folder}/inforef.xml"
            for id_ in references(found.part(path), kind):
                if id_ not in known:
                    yield UNKNOWN_GROUP.at(found.subject.at(path), what=f"the {kind} {id_}")
