"""Moodle XML: what holds for every question of a file. (Moodle 4.5, question/format/xml)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.moodlexml_read import Question, questions
from builder.validate.nodes import attribute, below, child, children, number, value
from builder.validate.rule import must, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local

NO_QUESTIONS = must(
    "X1",
    "Moodle 4.5.6, read in its source",
    "The file holds no question.",
    "Put <question> elements directly into <quiz>.",
    "Moodle says that there are no questions in the file and imports nothing.",
)
UNKNOWN_TYPE = must(
    "X2",
    "Moodle 4.5.6, tried",
    "Question {name} is of the type “{type}”, which Moodle does not have.",
    "Use one of: {types}.",
    "With its usual setting Moodle then imports no question of the file at all.",
)
PLUGIN_TYPE = should(
    "X28",
    "Moodle 4.5.6, read in its source",
    "Question {name} is of the type “{type}”, which needs a plugin.",
    "Ask the administrator whether it is installed where the file goes.",
    "Without the plugin Moodle imports no question of the file at all.",
)
NO_NAME = must(
    "X19",
    "Moodle 4.5.6, tried",
    "The question in line {line} has no <name><text>.",
    "Give it a name; it is what teachers see in the question bank.",
    "Moodle takes the missing name for a mistake and stops the import of the whole file.",
)
EMPTY = should(
    "X29",
    "Moodle 4.5.6, read in its source",
    "Question {name} has no {what}.",
    "Write one.",
    "Moodle imports it all the same; teachers cannot find it, or learners see an empty question.",
)
MARKUP = must(
    "X24",
    "Moodle 4.5.6, tried",
    "A <text> of question {name} holds the element <{element}>.",
    "Put the HTML into <![CDATA[ … ]]>, or escape each < as &lt;.",
    "Moodle awaits plain characters in <text>; it calls the file invalid and imports nothing.",
)
FORMAT = should(
    "X21",
    "Moodle 4.5.6, read in its source",
    "<{element}> of question {name} has format=“{format}”.",
    "Use html, moodle_auto_format, plain_text or markdown.",
    "Moodle does not know it and shows the text in a format of its own choice, often with the tags visible.",
)
BAD_NUMBER = must(
    "X23",
    "Moodle 4.5.6, tried",
    "<{element}> of question {name} is “{value}”.",
    "Write a number that is not negative, with a decimal point.",
    "Moodle stops with a database error at a decimal comma, or gives the question a mark nobody meant.",
)
DUPLICATE_ID = should(
    "X18",
    "Moodle 4.5.6, tried",
    "Question {name} has the idnumber “{idnumber}”, which another question of its category has.",
    "Give each question of a category its own idnumber.",
    "Moodle drops the second one without a word, so the question cannot be found by it again.",
)
CATEGORY = must(
    "X20",
    "Moodle 4.5.6, tried",
    "The category in line {line} has no <category><text>.",
    "Write its path: $course$/top/Name of the category.",
    "Moodle stops with an exception while it reads the file, and imports nothing.",
)
CATEGORY_PATH = should(
    "X30",
    "Moodle 4.5.6, read in its source",
    "The category path “{path}” {problem}.",
    "Write it as $course$/top/Objective 1/Part; a slash within a name is written //.",
    "Moodle puts the questions into a category of another name or place than meant.",
)

RULES = (
    NO_QUESTIONS,
    UNKNOWN_TYPE,
    PLUGIN_TYPE,
    NO_NAME,
    EMPTY,
    MARKUP,
    FORMAT,
    BAD_NUMBER,
    DUPLICATE_ID,
    CATEGORY,
    CATEGORY_PATH,
)

TYPES = frozenset(
    [
        "multichoice",
        "truefalse",
        "shortanswer",
        "numerical",
        "description",
        "match",
        "multianswer",
        "essay",
        "calculated",
        "calculatedsimple",
        "calculatedmulti",
        "gapselect",
        "ddwtos",
        "ddmarker",
        "ddimageortext",
        "ordering",
        "randomsamatch",
        "category",
    ]
)
"""The types of Moodle 4.5 itself."""
_PLUGINS = frozenset(
    [
        "stack",
        "coderunner",
        "pmatch",
        "pmatchjme",
        "kprime",
        "mtf",
        "varnumeric",
        "varnumericset",
        "varnumunit",
        "combined",
        "drawing",
        "formulas",
        "regexp",
        "wordselect",
        "gapfill",
        "geogebra",
        "algebra",
        "easyonamejs",
        "multichoiceset",
        "oumultiresponse",
        "opaque",
        "recordrtc",
        "crossword",
        "guessit",
        "aitext",
        "preg",
        "poodllrecording",
        "matrix",
    ]
)
_FORMATS = frozenset({"html", "moodle_auto_format", "plain_text", "markdown", "wiki_like"})
_FORMATTED = ("questiontext", "generalfeedback", "feedback", "hint", "answer", "subquestion", "info")
_CONTEXT = re.compile(r"\$(?:course|module|cat1|system|coursecat|[a-z]+)\$")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the file and of every question."""
    try:
        root = document(subject, subject.main)
    except (Damaged, KeyError):
        return
    every = questions(subject)
    if not any(one.type != "category" for one in every) or local(root) != "quiz":
        yield NO_QUESTIONS.at(subject.at(subject.main, 1))
    seen: Counter[tuple[str, str]] = Counter()
    for one in every:
        if one.type == "category":
            yield from _category(subject, one)
            continue
        yield from _common(subject, one)
        idnumber = value(one.node, "idnumber")
        key = one.category, idnumber
        seen[key] += 1
        if idnumber and seen[key] == 2:
            at = subject.at(subject.main, one.line)
            yield DUPLICATE_ID.at(at, name=one.title, idnumber=idnumber)


def _common(subject: Subject, one: Question) -> Iterator[Diagnostic]:
    at = subject.at(subject.main, one.line)
    if one.type not in TYPES:
        rule = PLUGIN_TYPE if one.type in _PLUGINS else UNKNOWN_TYPE
        yield rule.at(at, name=one.title, type=one.type, types=", ".join(sorted(TYPES)))
    if child(one.node, "name", "text") is None and one.type != "multianswer":
        yield NO_NAME.at(at, line=one.line)
    elif not one.name:
        yield EMPTY.at(at, name=one.title, what="name")
    if not one.text and next(below(child(one.node, "questiontext"), "file"), None) is None:
        yield EMPTY.at(at, name=one.title, what="question text")
    for name, most in (("defaultgrade", 1e9), ("penalty", 1.0)):
        given = child(one.node, name)
        said = value(one.node, name)
        told = number(said)
        if given is not None and (told is None or not 0 <= told <= most):
            span = subject.at(subject.main, line_of(given))
            yield BAD_NUMBER.at(span, element=name, name=one.title, value=said)
    yield from _texts(subject, one)


def _texts(subject: Subject, one: Question) -> Iterator[Diagnostic]:
    for node in below(one.node):
        name = local(node)
        if name == "text":
            inner: etree._Element | None = next(children(node), None)
            if inner is not None:
                at = subject.at(subject.main, line_of(inner))
                yield MARKUP.at(at, name=one.title, element=local(inner))
        elif name in _FORMATTED and node.get("format") is not None and attribute(node, "format") not in _FORMATS:
            at = subject.at(subject.main, line_of(node))
            yield FORMAT.at(at, element=name, name=one.title, format=attribute(node, "format"))


def _category(subject: Subject, one: Question) -> Iterator[Diagnostic]:
    at = subject.at(subject.main, one.line)
    path = one.category
    if child(one.node, "category", "text") is None:
        yield CATEGORY.at(at, line=one.line)
        return
    problems = path_problems(path) if path else ("is empty",)
    yield from (CATEGORY_PATH.at(at, path=path, problem=problem) for problem in problems)


def path_problems(path: str) -> Iterator[str]:
    """What is wrong with the path of a category, in XML or in GIFT."""
    parts = re.split(r"(?<!/)/(?!/)", path)
    start = parts[0]
    if start.startswith("$") and not _CONTEXT.fullmatch(start):
        yield f"begins with “{start}”, which is no place that Moodle knows"
    rest = parts[1:] if start.startswith("$") else parts
    if any(not part.strip() for part in rest):
        yield "has an empty name in it"
    if any(len(part) > 255 for part in rest):
        yield "has a name of more than 255 characters"
