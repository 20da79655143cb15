"""GIFT: the text format of questions, as Moodle reads it. (Moodle 4.5, question/format/gift)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from builder.diagnostics import Diagnostic
from builder.validate.formats.gift_answers import judge
from builder.validate.formats.gift_read import Block, Entry, blocks, entry, plain
from builder.validate.formats.moodlexml import path_problems
from builder.validate.rule import must, should
from builder.validate.subject import Damaged, Subject

ENCODING = must(
    "G1",
    "Moodle 4.5.6, read in its source",
    "The file is not UTF-8: {why}.",
    "Save it as UTF-8.",
    "Moodle refuses a file in another encoding.",
)
BRACES = must(
    "G2",
    "Moodle 4.5.6, tried",
    "Question {name} has {problem}.",
    "Put the answers between one {{ and one }}; write a brace that is meant as such \\{{ or \\}}.",
    "With its usual setting Moodle then imports no question of the file at all.",
)
BLANK_LINE = must(
    "G3",
    "Moodle 4.5.6, tried",
    "A blank line stands within the answers of question {name}.",
    "Remove the blank line.",
    "A blank line ends a question, so this one has no end and the next has no beginning; Moodle imports none.",
)
TWO_IN_ONE = must(
    "G9",
    "Moodle 4.5.6, tried",
    "Question {name} goes on with {what} after its answers.",
    "Put a blank line between two questions; write a brace that is meant as such \\{{ or \\}}.",
    "Moodle takes all of it as the text of one question: the second question is lost.",
)
CATEGORY = must(
    "G12",
    "Moodle 4.5.6, tried",
    "The line after $CATEGORY is not blank.",
    "Put a blank line behind it.",
    "Moodle takes the lines that follow as part of the category's name, and the question in them is lost.",
)
CATEGORY_PATH = should(
    "G13",
    "Moodle 4.5.6, read in its source",
    "The category path “{path}” {problem}.",
    "Write it as $CATEGORY: $course$/top/Objective 1/Part; a slash within a name is written //.",
    "Moodle puts the questions into a category of another name or place than meant.",
)
FORMAT = should(
    "G14",
    "Moodle 4.5.6, read in its source",
    "The text of question {name} begins with [{format}], which is no format.",
    "Use [html], [markdown], [plain] or [moodle].",
    "Learners see the word in brackets.",
)
DUPLICATE_ID = should(
    "G18",
    "Moodle 4.5.6, tried",
    "Question {name} has the id “{idnumber}”, which another question of its category has.",
    "Give each question of a category its own id.",
    "Moodle drops the second one without a word, so the question cannot be found by it again.",
)
NAME = should(
    "G19",
    "Moodle 4.5.6, read in its source",
    "The name of question {name} {problem}.",
    "Write a name of 1 to 255 characters between :: and ::.",
    "Moodle cuts a long name short; an empty one cannot be found in the question bank.",
)
NO_TEXT = should(
    "G20",
    "Moodle 4.5.6, read in its source",
    "Question {name} has no text.",
    "Write the question in front of its answers.",
    "Learners see answers to nothing.",
)
NO_QUESTIONS = must(
    "G21",
    "Moodle 4.5.6, read in its source",
    "The file holds no question.",
    "Write at least one, such as: ::Name::Water is wet.{{T}}",
    "Moodle says that there are no questions in the file.",
)

RULES = (
    ENCODING,
    BRACES,
    BLANK_LINE,
    TWO_IN_ONE,
    CATEGORY,
    CATEGORY_PATH,
    FORMAT,
    DUPLICATE_ID,
    NAME,
    NO_TEXT,
    NO_QUESTIONS,
)

_TAG = re.compile(r"\[([A-Za-z]+)\]")
_FORMATS = frozenset({"html", "markdown", "plain", "moodle"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of a GIFT file."""
    try:
        words = subject.box.read(subject.main).decode("utf-8-sig")
    except Damaged as why:
        yield ENCODING.at(subject.at(subject.main), why=str(why))
        return
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        yield ENCODING.at(subject.at(subject.main, line), why=f"octet {error.object[error.start]:#04x} is none of it")
        return
    every = list(blocks(words))
    category, count = "", 0
    seen: Counter[tuple[str, str]] = Counter()
    was_open = False
    for block, following in zip_longest(every, every[1:]):
        if block.text.lstrip().startswith("$CATEGORY:"):
            category = block.text.strip().removeprefix("$CATEGORY:").strip()
            yield from _category(subject, block, category)
            continue
        count += 1
        one = entry(block)
        if was_open and one.closing >= 0 and (one.opening < 0 or one.closing < one.opening):
            was_open = False
            continue
        was_open = one.opening >= 0 and one.closing < 0 and _goes_on(following)
        if was_open:
            yield BLANK_LINE.at(subject.at(subject.main, block.line(one.opening)), name=one.title)
            continue
        idnumber = block.idnumber
        seen[category, idnumber] += 1
        if idnumber and seen[category, idnumber] == 2:
            yield DUPLICATE_ID.at(subject.at(subject.main, block.line()), name=one.title, idnumber=idnumber)
        yield from _entry(subject, one)
    if not count:
        yield NO_QUESTIONS.at(subject.at(subject.main, 1))


def _goes_on(block: Block | None) -> bool:
    """Whether a block looks like the rest of a question that a blank line broke off."""
    if block is None:
        return False
    one = entry(block)
    return one.closing >= 0 and (one.opening < 0 or one.closing < one.opening)


def _category(subject: Subject, block: Block, path: str) -> Iterator[Diagnostic]:
    at = subject.at(subject.main, block.line())
    if "\n" in path:
        yield CATEGORY.at(at)
        path = path.partition("\n")[0].strip()
    for problem in path_problems(path) if path else ("is empty",):
        yield CATEGORY_PATH.at(at, path=path, problem=problem)


def _entry(subject: Subject, one: Entry) -> Iterator[Diagnostic]:
    block = one.block
    at = subject.at(subject.main, block.line())
    if one.name is not None and not 0 < len(one.name) <= 255:
        problem = "is empty" if not one.name else f"has {len(one.name)} characters"
        yield NAME.at(at, name=one.title, problem=problem)
    tag = _TAG.match(one.stem)
    if tag and tag[1] not in _FORMATS:
        yield FORMAT.at(at, name=one.title, format=tag[1])
    if one.opening < 0 and one.closing < 0:
        if not one.stem:
            yield NO_TEXT.at(at, name=one.title)
        return
    if one.opening < 0 or one.closing < 0 or one.closing < one.opening:
        problem = "a { without its }" if one.closing < 0 else "a } without its {"
        span = subject.at(subject.main, block.line(max(one.opening, one.closing)))
        yield BRACES.at(span, name=one.title, problem=problem)
        return
    if not _TAG.sub("", one.stem, count=1).strip():
        yield NO_TEXT.at(at, name=one.title)
    yield from _after(subject, one)
    yield from judge(subject, one)


def _after(subject: Subject, one: Entry) -> Iterator[Diagnostic]:
    """What stands behind the answers, and inside them before they end."""
    rest = one.block.masked[one.closing + 1 :]
    inner = one.block.masked.find("{", one.opening + 1)
    name = re.search(r"^::", rest, re.MULTILINE)
    if 0 <= inner < one.closing:
        at = subject.at(subject.main, one.block.line(inner))
        yield BRACES.at(at, name=one.title, problem="a { within its answers")
    elif name or inner >= 0 or "}" in rest:
        where = one.closing + 1 + name.start() if name else max(inner, one.closing)
        what = f"“{plain(one.block.text[where : where + 40]).partition(chr(10))[0]}”"
        yield TWO_IN_ONE.at(subject.at(subject.main, one.block.line(where)), name=one.title, what=what)
