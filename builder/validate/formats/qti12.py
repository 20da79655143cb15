"""QTI 1.2: the questions of a document, of a package or of a cartridge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.qti12_read import Paper, Question, papers
from builder.validate.nodes import below, child, listed
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import local

NOT_READABLE = must(
    "Q20",
    "IMS QTI 1.2.1, ASI",
    "The document of questions {problem}.",
    "Write a <questestinterop> that holds an <assessment>, an <objectbank>, <section> or <item> elements.",
    "A learning platform finds no question in it.",
)
IDENT = must(
    "Q21",
    "IMS QTI 1.2.1; IMS CC 1.1, Schematron rule 13a",
    "{problem}.",
    "Give each question and each choice an ident of its own.",
    "Answers and points are told apart by idents; of two that are equal, one is lost.",
)
UNKNOWN_RESPONSE = must(
    "Q22",
    "IMS QTI 1.2.1; IMS CC 1.1, Schematron rules 3e, 4e, 5e, 6c, 7c",
    "Question {name} compares the response “{respident}”, which it does not ask for.",
    "Write the ident of its response as respident; it has {known}.",
    "The comparison is never true, so no answer earns these points.",
)
UNKNOWN_CHOICE = must(
    "Q23",
    "IMS QTI 1.2.1; IMS CC 1.1, Schematron rule 9a",
    "Question {name} awaits the answer “{value}”, which is none of its choices.",
    "Write the ident of a choice; it has {known}.",
    "The comparison goes by the ident of a choice and not by its text, so no answer earns these points.",
)
NO_FEEDBACK = should(
    "Q24",
    "IMS QTI 1.2.1; IMS CC 1.1, Schematron rules 10d, 11d, 12c",
    "Question {name} shows the feedback “{ident}”, which it does not have.",
    "Add <itemfeedback ident=“{ident}”> or remove the <displayfeedback>.",
    "Learners see no feedback there.",
)
NO_POINTS = should(
    "Q25",
    "IMS QTI 1.2.1, response processing",
    "No answer to question {name} earns points.",
    "Set SCORE in the <respcondition> of the right answer.",
    "An importer takes such a question as one that nobody can answer, or leaves it out. A survey may mean it so.",
)
NOTHING_ASKED = must(
    "Q26",
    "IMS QTI 1.2.1, item",
    "Question {name} has no <presentation>.",
    "Put its text and its choices into a <presentation>.",
    "There is nothing to show to a learner.",
)

RULES = (NOT_READABLE, IDENT, UNKNOWN_RESPONSE, UNKNOWN_CHOICE, NO_FEEDBACK, NO_POINTS, NOTHING_ASKED)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules that hold for questions in QTI 1.2 wherever they stand."""
    for one in papers(subject):
        if not isinstance(one, Paper):
            path, why = one
            yield NOT_READABLE.at(subject.at(path, why.line), problem=f"cannot be read: {why}")
            continue
        if local(one.root) != "questestinterop":
            yield NOT_READABLE.at(subject.at(one.path, 1), problem=f"begins with <{local(one.root)}>")
        elif not one.questions and next(below(one.root, "itemref"), None) is None:
            yield NOT_READABLE.at(subject.at(one.path, 1), problem="holds no question")
        seen: Counter[str] = Counter()
        for question in one.questions:
            seen[question.ident] += 1
            at = subject.at(one.path, question.line)
            if not question.ident:
                yield IDENT.at(at, problem=f"Question {question.name} has no ident")
            elif seen[question.ident] == 2:
                yield IDENT.at(at, problem=f"Two questions have the ident “{question.ident}”")
            yield from _question(subject, one.path, question)


def _question(subject: Subject, path: str, question: Question) -> Iterator[Diagnostic]:
    at, name = subject.at(path, question.line), question.name
    if child(question.node, "presentation") is None:
        yield NOTHING_ASKED.at(at, name=name)
        return
    yield from _comparisons(subject, path, question)
    for response in question.responses:
        twice = [label for label, count in Counter(response.labels).items() if count > 1]
        for label in twice:
            yield IDENT.at(subject.at(path, response.line), problem=f"Question {name} has two choices “{label}”")
    known = {ident for ident, _ in question.feedback}
    for condition in question.conditions:
        for _, ident in condition.feedback:
            if ident not in known:
                yield NO_FEEDBACK.at(subject.at(path, condition.line), name=name, ident=ident)
    is_marked = any(test.name == "varequal" for test in question.tests)
    if is_marked and not any(points > 0 for one in question.conditions for points in one.points):
        yield NO_POINTS.at(at, name=name)


def _comparisons(subject: Subject, path: str, question: Question) -> Iterator[Diagnostic]:
    """What the conditions compare, against what is asked."""
    by_ident = {one.ident: one for one in question.responses}
    name = question.name
    for test in question.tests:
        at = subject.at(path, test.line)
        asked = by_ident.get(test.respident)
        if asked is None:
            yield UNKNOWN_RESPONSE.at(at, name=name, respident=test.respident, known=listed(by_ident) or "none")
            continue
        is_choice = test.name == "varequal" and asked.labels and "render_choice" in asked.renders
        if is_choice and test.value not in asked.labels:
            yield UNKNOWN_CHOICE.at(at, name=name, value=test.value, known=listed(asked.labels))
