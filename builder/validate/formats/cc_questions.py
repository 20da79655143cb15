"""Assessments and question banks of a cartridge: the profile of QTI 1.2 that Common Cartridge allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.validate.formats.qti12_read import Paper, Question, fields_of, papers
from builder.validate.nodes import attribute, child, children, listed, whole
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local, namespace

PROFILE = must(
    "C14",
    "IMS CC 1.1, Schematron rules 1j, 2b, 2f, 2g",
    "{what} {problem}.",
    "Write the field cc_profile once: cc.exam.v0p1 on the assessment, and on each question one of {profiles}.",
    "Importers tell the type of a question by its cc_profile and leave out one that has none.",
)
FIELD = should(
    "C20",
    "IMS CC 1.1, Schematron rules 1a-1i, 1k-1s, 2a, 2c-2e, 2h-2j, 8f; broken by Canvas",
    "{what} {problem}.",
    "Use the fields and values of the profile: {allowed}.",
    "Importers pass over a field they do not know. Canvas writes many of its own.",
)
SHAPE = must(
    "C21",
    "IMS CC 1.1, Schematron rules 3a-3f, 4a-4c, 4f, 5a-5d, 5f, 6a, 6b, 6d, 7a, 7b, 8a-8e",
    "Question {name} is of the type {profile} and {problem}.",
    "Change its cc_profile or its form: {form}.",
    "An importer builds the question as its profile says, and finds no choices or no right answer where it looks.",
)
WEAK_SHAPE = should(
    "C22",
    "IMS CC 1.1, Schematron rules 4d, 7c, 10a-10c, 11a-11c, 12a, 12b, 12d",
    "Question {name} {problem}.",
    "Change it, if the platform of your learners does not show it as meant.",
    "The profile asks for it; importers do without.",
)
STRUCTURE = must(
    "C23",
    "IMS CC 1.1, schema of the QTI profile",
    "{problem}.",
    "Write one <assessment> with an ident, a title and one <section> of items, or one <objectbank> of items.",
    "The profile has one test or one bank a document. What stands elsewhere is not read.",
)

RULES = (PROFILE, FIELD, SHAPE, WEAK_SHAPE, STRUCTURE)

_NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_YES_NO = ("Yes", "No")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a question of a profile looks."""

    response: str
    cardinality: str
    render: str
    least: int
    most: int
    tests: frozenset[str]
    words: str


_CHOICES = frozenset({"varequal"})
_FORMS = {
    "cc.multiple_choice.v0p1": _Form(
        "response_lid", "Single", "render_choice", 2, 9999, _CHOICES, "one response_lid with rcardinality=“Single”"
    ),
    "cc.multiple_response.v0p1": _Form(
        "response_lid", "Multiple", "render_choice", 2, 9999, _CHOICES, "one response_lid with rcardinality=“Multiple”"
    ),
    "cc.true_false.v0p1": _Form(
        "response_lid", "Single", "render_choice", 2, 2, _CHOICES, "one response_lid with two choices"
    ),
    "cc.fib.v0p1": _Form("response_str", "", "render_fib", 0, 9999, _CHOICES, "one response_str with <render_fib>"),
    "cc.pattern_match.v0p1": _Form(
        "response_str", "", "render_fib", 0, 9999, _CHOICES | {"varsubstring"}, "one response_str with <render_fib>"
    ),
    "cc.essay.v0p1": _Form(
        "response_str", "", "render_fib", 0, 9999, frozenset(), "one response_str, and nothing that marks it"
    ),
}
_TEST_FIELDS: Mapping[str, tuple[str, ...] | None] = {
    "cc_profile": None,
    "qmd_assessmenttype": ("Examination",),
    "qmd_scoretype": ("Percentage",),
    "qmd_feedbackpermitted": _YES_NO,
    "qmd_hintspermitted": _YES_NO,
    "qmd_solutionspermitted": _YES_NO,
    "qmd_timelimit": None,
    "cc_allow_late_submission": _YES_NO,
    "cc_maxattempts": ("Examination", "1", "2", "3", "4", "5", "unlimited"),
}
_ITEM_FIELDS: Mapping[str, tuple[str, ...] | None] = {
    "cc_profile": None,
    "cc_question_category": None,
    "cc_weighting": None,
    "qmd_scoringpermitted": ("Yes",),
    "qmd_computerscored": _YES_NO,
}
_RANGES = {"qmd_timelimit": (1, 527040), "cc_weighting": (1, 99)}
_SPECIAL = {"hint": "Hint", "solution": "Solution"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the profile."""
    for one in papers(subject):
        if not isinstance(one, Paper) or not one.is_of_cartridge or local(one.root) != "questestinterop":
            continue
        yield from _structure(subject, one)
        for question in one.questions:
            yield from _question(subject, one.path, question)


def _structure(subject: Subject, paper: Paper) -> Iterator[Diagnostic]:
    top = list(children(paper.root))
    if namespace(paper.root) != _NAMESPACE:
        problem = f"The questions are in the namespace “{namespace(paper.root)}” and not in “{_NAMESPACE}”"
        yield STRUCTURE.at(subject.at(paper.path, line_of(paper.root)), problem=problem)
    if [local(one) for one in top] not in (["assessment"], ["objectbank"]):
        problem = f"<questestinterop> holds {listed(f'<{local(one)}>' for one in top) or 'nothing'}"
        yield STRUCTURE.at(subject.at(paper.path, line_of(paper.root)), problem=problem)
        return
    holder = top[0]
    at = subject.at(paper.path, line_of(holder))
    needed = ("ident", "title") if local(holder) == "assessment" else ("ident",)
    for name in needed:
        if not attribute(holder, name):
            yield STRUCTURE.at(at, problem=f"<{local(holder)}> has no {name}")
    if local(holder) == "objectbank":
        return
    sections = list(children(holder, "section"))
    if len(sections) != 1:
        yield STRUCTURE.at(at, problem=f"The assessment has {len(sections)} sections")
    for one in sections:
        inner = next(children(one, "section"), None)
        if inner is not None:
            yield STRUCTURE.at(subject.at(paper.path, line_of(inner)), problem="A section stands inside a section")
    fields = fields_of(holder)
    profiles = [entry for label, entry, _ in fields if label == "cc_profile"]
    if profiles != ["cc.exam.v0p1"]:
        said = f"has the cc_profile {listed(profiles)}" if profiles else "has no cc_profile"
        yield PROFILE.at(at, what="The assessment", problem=said, profiles=", ".join(_FORMS))
    yield from _fields(subject, paper.path, "The assessment", fields, _TEST_FIELDS)


def _fields(
    subject: Subject,
    path: str,
    what: str,
    fields: tuple[tuple[str, str, int], ...],
    known: Mapping[str, tuple[str, ...] | None],
) -> Iterator[Diagnostic]:
    seen: Counter[str] = Counter()
    for label, entry, line in fields:
        at = subject.at(path, line)
        seen[label] += 1
        allowed = known.get(label)
        if label not in known:
            yield FIELD.at(at, what=what, problem=f"has the field “{label}”", allowed=", ".join(known))
        elif allowed is not None and entry not in allowed:
            yield FIELD.at(at, what=what, problem=f"has {label} = “{entry}”", allowed=", ".join(allowed))
        elif label in _RANGES:
            least, most = _RANGES[label]
            number = whole(entry)
            if number is None or not least <= number <= most:
                words = f"a whole number from {least} to {most}"
                yield FIELD.at(at, what=what, problem=f"has {label} = “{entry}”", allowed=words)
        if seen[label] == 2 and label != "cc_profile":
            yield FIELD.at(at, what=what, problem=f"has the field {label} more than once", allowed=", ".join(known))


def _question(subject: Subject, path: str, question: Question) -> Iterator[Diagnostic]:
    at, what = subject.at(path, question.line), f"Question {question.name}"
    profiles = [entry for label, entry, _ in question.fields if label == "cc_profile"]
    if len(profiles) != 1:
        said = "has several cc_profile fields" if profiles else "has no cc_profile"
        yield PROFILE.at(at, what=what, problem=said, profiles=", ".join(_FORMS))
    elif profiles[0] not in _FORMS:
        said = f"has the cc_profile “{profiles[0]}”"
        yield PROFILE.at(at, what=what, problem=said, profiles=", ".join(_FORMS))
    yield from _fields(subject, path, what, question.fields, _ITEM_FIELDS)
    form = _FORMS.get(question.profile)
    if form is not None:
        for problem in _shape(question, form):
            yield SHAPE.at(at, name=question.name, profile=question.profile, problem=problem, form=form.words)
    for problem in _weak(question):
        yield WEAK_SHAPE.at(at, name=question.name, problem=problem)


def _shape(question: Question, form: _Form) -> Iterator[str]:
    if child(question.node, "presentation") is None:
        return
    others = sorted({one.name for one in question.responses if one.name != form.response})
    if others:
        yield f"answers by {listed(others)}"
    fitting = [one for one in question.responses if one.name == form.response]
    if not fitting:
        yield f"has no {form.response}"
    for one in fitting:
        if form.cardinality and one.cardinality != form.cardinality:
            yield f"has rcardinality=“{one.cardinality}”"
        if one.renders - {form.render}:
            yield f"holds {listed(sorted(one.renders - {form.render}))}"
        if form.least and not form.least <= len(one.labels) <= form.most:
            yield f"has {len(one.labels)} choices"
    for name in sorted({one.name for one in question.tests} - form.tests):
        yield f"compares by {name}"
    if question.profile == "cc.essay.v0p1" and sum("solution" in inside for _, inside in question.feedback) > 1:
        yield "has several solutions"


def _weak(question: Question) -> Iterator[str]:
    labels = next((len(one.labels) for one in question.responses), 0)
    if question.profile == "cc.multiple_choice.v0p1" and labels == 2:
        yield "has two choices only; the profile asks for three, or for cc.true_false.v0p1"
    if question.profile == "cc.essay.v0p1" and ("qmd_computerscored", "No") not in [one[:2] for one in question.fields]:
        yield "is an essay without the field qmd_computerscored = No"
    shown = {ident: kind for one in question.conditions for kind, ident in one.feedback}
    for ident, kind in shown.items():
        if _SPECIAL.get(ident, kind) != kind:
            yield f"shows the feedback “{ident}” as {kind}"
    for ident, inside in question.feedback:
        wrong = inside & ({"hint", "solution", "flow_mat"} - {ident}) if ident in _SPECIAL else set()
        if wrong:
            yield f"has the feedback “{ident}” with a <{min(wrong)}> in it"
        if "flow_mat" in inside and ident not in shown:
            yield f"has the feedback “{ident}”, which nothing shows"
