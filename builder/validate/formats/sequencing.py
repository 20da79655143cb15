"""Sequencing of SCORM 2004 (S1-S11): IMS Simple Sequencing 1.0 as ADL's Sequencing and Navigation uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.formats.sequencing_words import (
    ATTRIBUTES,
    NOT_AT_ROOT,
    ONCE,
    RULE_ACTIONS,
    WRITES,
    is_fit,
)
from builder.validate.manifest import manifest_of
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.values import is_true, number
from builder.validate.xml import line_of, local, namespace, text_of, value

ADL = "ADL SCORM 2004 4th Ed., CAM 5"

REPEATED = must(
    "S1",
    f"{ADL}.1.1",
    "<{name}> stands {count} times in one <sequencing>.",
    "Put what they say into one.",
    """A platform reads one of them, and which one is open.""",
)
COLLECTION = must(
    "S2",
    f"{ADL}.1.1",
    "<sequencing> {problem}.",
    "Give an ID to what stands in <sequencingCollection>, and let items refer to it by IDRef.",
    """Sequencing that several items share stands once in the collection, under an ID, and is referred to.""",
)
RULE = must(
    "S3",
    f"{ADL}.1.2",
    "<{name}> needs {missing}.",
    "Write <ruleConditions> with at least one <ruleCondition>, then one <ruleAction>.",
    """A rule without a condition or an action does nothing, or is refused.""",
)
ACTION = must(
    "S4",
    f"{ADL}.1.2",
    "`{action}` is no action of <{name}>.",
    "Write one of {right}.",
    """Before an activity it can be skipped, disabled, hidden or stop what follows; after it the way can go elsewhere;
    each kind of rule has its own actions.""",
)
ACTION_AT_ROOT = should(
    "S4o",
    f"{ADL}.1.2 (customary)",
    "The action `{action}` stands on the organization, which has no parent and no neighbour.",
    "Put the rule on an item.",
    """There is nothing the action could lead to.""",
)
UNKNOWN_OBJECTIVE = must(
    "S5",
    f"{ADL}.1.2",
    "The condition refers to the objective `{id}`, and the activity has none of that name.",
    "Write the objectiveID of an objective of the same <sequencing>.",
    """A condition on an objective that is not there is never true.""",
)
OBJECTIVES = must(
    "S6",
    f"{ADL}.1.4",
    "The objectives of this activity {problem}.",
    "Write one <primaryObjective>, and give each <objective> an objectiveID of its own.",
    """The primary objective is the one that the activity's success is rolled up from; the others are told apart by
    their ids.""",
)
MAP = must(
    "S7",
    f"{ADL}.1.4",
    "<mapInfo> {problem}.",
    "Name a target, and let one objective of an activity write to it.",
    """What is written to a shared objective by two objectives of one activity could be either.""",
)
MEASURE = must(
    "S8",
    f"{ADL}.1.4",
    "{what}.",
    "Write minNormalizedMeasure from -1 to 1, and let adlseq:objective name an imsss objective beside it.",
    """Scores are compared as shares of the highest one. ADL's additions belong to an objective that is declared.""",
)
ROLLUP = must(
    "S9",
    f"{ADL}.1.3",
    "<rollupRule> {problem}.",
    "Write <rollupConditions> with at least one <rollupCondition>, then one <rollupAction>; counts from 0, "
    "shares from 0 to 1.",
    """The rule says how the states of the activities inside make the state of the whole.""",
)
WORD = must(
    "S10",
    "imsss_v1p0.xsd; adlseq_v1p3.xsd",
    '{name}="{value}" on <{element}> is not known.',
    "Write {right}.",
    """Values are compared letter by letter; booleans are true and false.""",
)
STUCK = should(
    "S11",
    "ADL SCORM 2004, SN 3.2 (customary)",
    "Learners cannot reach what is in {what}: {problem}.",
    'Write <imsss:controlMode choice="true" flow="true"/>.',
    """With neither choice nor flow no activity inside can be asked for; with forwardOnly a choice leads only
    onwards.""",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Every <sequencing> of a manifest, and what hangs on it."""
    manifest = manifest_of(subject)
    if manifest is None:
        return
    root = manifest.root
    all_of_them = [one for one in root.iter("{*}sequencing") if "imsss" in namespace(one)]
    shared = {value(one, "ID"): one for one in all_of_them if _is_shared(one)}
    yield from _collection(subject, all_of_them, shared)
    users: dict[str, set[str]] = {}
    for one in all_of_them:
        if ref := value(one, "IDRef"):
            users.setdefault(ref, set()).update(_ids(one))
    for one in all_of_them:
        known = _objectives_of(one, shared, users)
        yield from _once(subject, one)
        yield from _rules(subject, one, known)
        yield from _objectives(subject, one, known)
        yield from _rollup(subject, one)
    for element in root.iter("{*}*"):
        if "imsss" in namespace(element) or "adlseq" in namespace(element):
            yield from _words(subject, element)
    for cluster in (*manifest.organizations, *(one for one in manifest.items if not manifest.is_leaf(one))):
        yield from _reach(subject, cluster)


def _at(subject: Subject, element: etree._Element) -> Span:
    return subject.at(subject.main, line_of(element))


def _is_shared(sequencing: etree._Element) -> bool:
    parent = sequencing.getparent()
    return parent is not None and local(parent) == "sequencingCollection"


def _collection(
    subject: Subject, all_of_them: list[etree._Element], shared: Mapping[str, etree._Element]
) -> Iterator[Diagnostic]:
    counts = Counter(value(one, "ID") for one in all_of_them if _is_shared(one))
    for one in all_of_them:
        own, ref, problem = value(one, "ID"), value(one, "IDRef"), ""
        if _is_shared(one):
            if ref:
                problem = "in the collection refers to another by IDRef"
            elif counts[own] > 1:
                problem = f"with the ID `{own}` stands in the collection {counts[own]} times"
        elif own:
            problem = "of an item has an ID"
        elif one.get("IDRef") is not None and ref not in shared:
            problem = f"refers to `{ref}`, which is not in the collection"
        if problem:
            yield COLLECTION.at(_at(subject, one), problem=problem)


def _once(subject: Subject, sequencing: etree._Element) -> Iterator[Diagnostic]:
    counts = Counter((namespace(one), local(one)) for one in sequencing)
    for (_, name), count in counts.items():
        if count > 1 and name in ONCE:
            yield REPEATED.at(_at(subject, sequencing), name=name, count=count)


def _rules(subject: Subject, sequencing: etree._Element, objectives: set[str]) -> Iterator[Diagnostic]:
    parent = sequencing.getparent()
    is_root = parent is not None and local(parent) == "organization"
    for name, actions in RULE_ACTIONS.items():
        for rule in sequencing.iterfind(f"{{*}}sequencingRules/{{*}}{name}"):
            yield from _rule(subject, rule)
            for one in rule.iterfind("{*}ruleAction"):
                action = value(one, "action")
                if action not in actions:
                    yield ACTION.at(_at(subject, one), action=action, name=name, right=", ".join(actions))
                elif is_root and action in NOT_AT_ROOT:
                    yield ACTION_AT_ROOT.at(_at(subject, one), action=action)
            for one in rule.iterfind("{*}ruleConditions/{*}ruleCondition"):
                ref = one.get("referencedObjective")
                if ref is not None and _plain(ref) not in objectives:
                    yield UNKNOWN_OBJECTIVE.at(_at(subject, one), id=ref.strip())


def _rule(subject: Subject, rule: etree._Element) -> Iterator[Diagnostic]:
    conditions, actions = rule.findall("{*}ruleConditions"), rule.findall("{*}ruleAction")
    if len(conditions) != 1:
        yield RULE.at(_at(subject, rule), name=local(rule), missing="one <ruleConditions>")
    elif conditions[0].find("{*}ruleCondition") is None:
        yield RULE.at(_at(subject, rule), name=local(rule), missing="a <ruleCondition>")
    elif any(not value(one, "condition") for one in conditions[0].iterfind("{*}ruleCondition")):
        yield RULE.at(_at(subject, rule), name=local(rule), missing="a condition in each <ruleCondition>")
    if len(actions) != 1:
        yield RULE.at(_at(subject, rule), name=local(rule), missing="one <ruleAction>")


def _ids(sequencing: etree._Element) -> list[str]:
    """The objectiveIDs of a <sequencing>, the primary one's included."""
    found = (*sequencing.iterfind("{*}objectives/{*}primaryObjective"), *_secondary(sequencing))
    return [_plain(value(one, "objectiveID")) for one in found if value(one, "objectiveID")]


def _plain(identifier: str) -> str:
    """An xs:anyURI as it is compared: decoded, blanks collapsed. ADL's own test packages count on it."""
    return " ".join(unquote(identifier).split())


def _secondary(sequencing: etree._Element) -> list[etree._Element]:
    """The objectives beside the primary one: IMS's, not ADL's additions to them."""
    found = sequencing.iterfind("{*}objectives/{*}objective")
    return [one for one in found if "imsss" in namespace(one)]


def _objectives_of(
    sequencing: etree._Element, shared: Mapping[str, etree._Element], users: Mapping[str, set[str]]
) -> set[str]:
    """The objectives a condition may name: its own, those it takes from the collection, those of its ``users``."""
    found = set(_ids(sequencing))
    if (other := shared.get(value(sequencing, "IDRef"))) is not None:
        found |= set(_ids(other))
    return found | (users.get(value(sequencing, "ID"), set()) if _is_shared(sequencing) else set())


def _objectives(subject: Subject, sequencing: etree._Element, known: set[str]) -> Iterator[Diagnostic]:
    for container in sequencing.iterfind("{*}objectives"):
        if "imsss" not in namespace(container):
            yield from _additions(subject, known, container)
            continue
        for problem in _problems(sequencing, container):
            yield OBJECTIVES.at(_at(subject, container), problem=problem)
        for one in container.iter("{*}minNormalizedMeasure"):
            if not -1 <= number(text_of(one), -2) <= 1:
                yield MEASURE.at(_at(subject, one), what=f"minNormalizedMeasure is `{text_of(one)}`")
        yield from _maps(subject, container)


def _problems(sequencing: etree._Element, container: etree._Element) -> Iterator[str]:
    primary = container.findall("{*}primaryObjective")
    if len(primary) != 1:
        yield f"have {len(primary)} primary ones"
    if any(one.find("{*}mapInfo") is not None and not value(one, "objectiveID") for one in primary):
        yield "map the primary one, which has no objectiveID"
    if any(not value(one, "objectiveID") for one in container.iterfind("{*}objective")):
        yield "have one without an objectiveID"
    yield from (f"have `{name}` {count} times" for name, count in Counter(_ids(sequencing)).items() if count > 1)


def _additions(subject: Subject, known: set[str], container: etree._Element) -> Iterator[Diagnostic]:
    counts = Counter(value(one, "objectiveID") for one in container.iterfind("{*}objective"))
    for name, count in counts.items():
        if count > 1:
            yield MEASURE.at(_at(subject, container), what=f"adlseq:objective `{name}` stands {count} times")
    for one in container.iterfind("{*}objective"):
        name = value(one, "objectiveID")
        if one.find("{*}mapInfo") is None:
            yield MEASURE.at(_at(subject, one), what=f"adlseq:objective `{name}` maps nothing")
        if _plain(name) not in known:
            what = f"adlseq:objective names `{name}`, and the activity has no such objective"
            yield MEASURE.at(_at(subject, one), what=what)
    yield from _maps(subject, container)


def _maps(subject: Subject, container: etree._Element) -> Iterator[Diagnostic]:
    writers: Counter[tuple[str, str]] = Counter()
    for one in container.iter("{*}mapInfo"):
        target = value(one, "targetObjectiveID")
        if not target:
            yield MAP.at(_at(subject, one), problem="has no targetObjectiveID")
        for name in WRITES:
            if is_true(value(one, name)):
                writers[(target, name)] += 1
                if writers[(target, name)] == 2:
                    yield MAP.at(_at(subject, one), problem=f"writes to `{target}` ({name}) a second time")


def _rollup(subject: Subject, sequencing: etree._Element) -> Iterator[Diagnostic]:
    for rule in sequencing.iterfind("{*}rollupRules/{*}rollupRule"):
        for problem in _rollup_problems(rule):
            yield ROLLUP.at(_at(subject, rule), problem=problem)
    for rules in sequencing.iterfind("{*}rollupRules"):
        weight = value(rules, "objectiveMeasureWeight") or "1"
        if not 0 <= number(weight, -1) <= 1:
            yield ROLLUP.at(_at(subject, rules), problem=f'has objectiveMeasureWeight="{weight}" above it')


def _rollup_problems(rule: etree._Element) -> Iterator[str]:
    conditions, actions = rule.findall("{*}rollupConditions"), rule.findall("{*}rollupAction")
    if len(conditions) != 1 or conditions[0].find("{*}rollupCondition") is None:
        yield "has no conditions"
    if any(not value(one, "condition") for one in rule.iter("{*}rollupCondition")):
        yield "has a <rollupCondition> without a condition"
    if len(actions) != 1 or not value(actions[0], "action"):
        yield "has not one action"
    count, share = value(rule, "minimumCount") or "0", value(rule, "minimumPercent") or "0"
    if not count.isdecimal():
        yield f'has minimumCount="{count}"'
    if not 0 <= number(share, -1) <= 1:
        yield f'has minimumPercent="{share}"'


def _words(subject: Subject, element: etree._Element) -> Iterator[Diagnostic]:
    for key, found in element.attrib.items():
        name = str(key)
        right = ATTRIBUTES.get((local(element), name)) or ATTRIBUTES.get(("", name))
        if right and not is_fit(str(found).strip(), right):
            place = _at(subject, element)
            yield WORD.at(place, name=name, value=str(found), element=local(element), right=", ".join(right))


def _reach(subject: Subject, cluster: etree._Element) -> Iterator[Diagnostic]:
    mode = cluster.find("{*}sequencing/{*}controlMode")
    if mode is None:
        return
    choice = is_true(value(mode, "choice") or "true")
    flow = is_true(value(mode, "flow") or "false")
    problem = ""
    if not choice and not flow:
        problem = "choice and flow are both false"
    elif choice and is_true(value(mode, "forwardOnly")):
        problem = "with forwardOnly no choice leads back"
    if problem:
        yield STUCK.at(_at(subject, mode), what=f"{local(cluster)} `{value(cluster, 'identifier')}`", problem=problem)
