"""Pages, lessons and ``course.yaml`` as texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from builder.importers.html_runs import clean
from builder.importers.write_blocks import Lines, joined, write_blocks, write_fence, write_footnote
from builder.importers.write_content import write_content
from builder.importers.write_inline import Kind, Sheet, write_run
from builder.importers.write_questions import write_quiz
from builder.model.course import Asset, Course, Lesson, Page
from builder.model.quiz import Quiz
from builder.model.text import Block, Heading, QuizBlock
from builder.source.quiz.duration import SECONDS
from builder.source.quiz.settings import LEAST_EXTENSION

_WORD = re.compile(r"[A-Za-z][\w-]*")
_TAKEN = frozenset(("true", "false", "yes", "no", "on", "off", "null", "none"))
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_page(page: Page, language: str) -> str:
    """The file of a page: its front matter and its Markdown."""
    sheet = Sheet(page.path, language, tuple(note.label for note in page.footnotes))
    front = {"id": page.id, "title": clean(page.title).strip() or "\u2026"}
    pairs = [*((key, text_of(value)) for key, value in front.items() if value), *_page_keys(page, sheet)]
    pairs += _rules(page.quiz) if page.quiz is not None else []
    body = write_quiz(page.quiz, sheet) if page.quiz is not None else _body(page.blocks, sheet)
    notes = [write_footnote(note, sheet) for note in page.footnotes if note.blocks]
    head = ["---", *(f"{key}: {value}".replace(": \n", ":\n", 1) for key, value in pairs), "---"]
    return "\n".join(joined([head, body, *notes])) + "\n"


def _page_keys(page: Page, sheet: Sheet) -> Iterable[tuple[str, str]]:
    if len(page.objectives) == 1:
        yield "objective", text_of(page.objectives[0])
    elif page.objectives:
        yield "objectives", _list(page.objectives)
    if page.minutes:
        yield "minutes", str(page.minutes)
    if page.lead:
        yield "lead", text_of(write_run(page.lead, sheet, Kind.TITLE))
    if page.kind != "page":
        yield "kind", page.kind


def _rules(quiz: Quiz) -> Iterable[tuple[str, str]]:
    """The rules of a quiz as keys of front matter; what holds anyway is left out."""
    if quiz.role == "bank":
        return
    if quiz.pass_mark is not None:
        yield "pass", str(quiz.pass_mark)
    if quiz.attempts:
        yield "attempts", str(quiz.attempts)
    if quiz.wait:
        yield "wait", _duration(quiz.wait)
    if quiz.minutes:
        yield "time", f"{quiz.minutes} min"
        if quiz.extend != min(quiz.minutes, max(LEAST_EXTENSION, -(-quiz.minutes // 4))):
            yield "extend", f"{quiz.extend} min" if quiz.extend else "no"
    yield from ((key, "true") for key in ("shuffle", "shuffle_options") if getattr(quiz, key))
    if quiz.weight != 1:
        yield "weight", str(quiz.weight)
    if quiz.draws:
        entries = []
        for draw in quiz.draws:
            named = {"bank": draw.bank, "objective": draw.objective}
            keys = [*(f"{key}: {text_of(value)}" for key, value in named.items() if value), f"count: {draw.count}"]
            entries.append(f"\n  - {{{', '.join(keys)}}}")
        yield "draw", "".join(entries)


def _duration(seconds: int) -> str:
    """A length of time in the largest unit that fits it."""
    unit = next(unit for unit in ("days", "h", "min", "s") if seconds % SECONDS[unit] == 0)
    return f"{seconds // SECONDS[unit]} {unit}"


def _body(blocks: Iterable[Block], sheet: Sheet) -> Lines:
    """The blocks of a page, quizzes among them; questions stand one level below the heading above them."""
    parts: list[Lines] = []
    run: list[Block] = []
    level = 1
    for block in blocks:
        if not isinstance(block, QuizBlock):
            level = block.level if isinstance(block, Heading) else level
            run.append(block)
            continue
        parts.append(write_blocks(run, sheet))
        run = []
        opening = f"quiz {{#{block.quiz.id}}}" if block.quiz.id else "quiz"
        parts.append(write_fence(opening, write_quiz(block.quiz, sheet, min(level + 1, 4))))
    return joined([*parts, write_blocks(run, sheet)])


def write_lesson(lesson: Lesson) -> str:
    """The file ``lesson.yaml``."""
    pairs = {"id": text_of(lesson.id) if lesson.id else "", "title": text_of(clean(lesson.title).strip() or "\u2026")}
    pairs["minutes"] = str(lesson.minutes) if lesson.minutes else ""
    pairs["objectives"] = _list(lesson.objectives) if lesson.objectives else ""
    return "".join(f"{key}: {value}\n" for key, value in pairs.items() if value)


def write_course_yaml(course: Course) -> str:
    """The file ``course.yaml``, its texts in the course's language."""
    lines = [f"id: {text_of(course.id)}"]
    lines += _entry("code", course.code, "")
    for key in ("title", "description"):
        lines += _entry(key, getattr(course, key), "", by_language=course.language)
    if course.objectives:
        lines.append("objectives:")
        lines += (f"  {key}: {_by_language(one.text, course.language)}" for key, one in course.objectives.items())
    lines += ["discussions:"] if course.discussions else []
    for topic in course.discussions:
        lines.append(f"  {topic.id}:")
        lines += (f"    {key}: {_by_language(getattr(topic, key), course.language)}" for key in ("title", "text"))
    for key in ("authors", "keywords"):
        lines += [f"{key}: {_list(getattr(course, key))}"] if getattr(course, key) else []
    lines += _entry("licence", course.licence, "") + _entry("edition", course.edition, "")
    lines += _entry("as_of", course.as_of, "") + _entry("review_by", course.review_by, "")
    lines += ["changes:"] if course.changes else []
    lines += (f"  {change.date}: {_by_language(change.text, course.language)}" for change in course.changes)
    lines += _entry("notice", course.notice, "", by_language=course.language)
    lines += [f"minutes: {course.minutes}"] if course.minutes else []
    lines += _entry("colour", course.colour, "teal") + _entry("mark", course.mark, "")
    for key in ("needs", "next"):
        lines += _entry(key, getattr(course, key), "", by_language=course.language)
    lines += _entry("package", course.package, "course") + _entry("delivery", course.delivery, "mixed")
    lines += _entry("interactions", course.interactions, "scored")
    asked = {"pages": course.complete_pages, "quizzes": course.complete_quizzes}
    if any(asked.values()):
        lines.append(f"complete: {{{', '.join(f'{key}: {str(value).lower()}' for key, value in asked.items())}}}")
    lines += write_content(course.content)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: str, default: str, *, by_language: str = "") -> list[str]:
    if value == default:
        return []
    return [f"{key}: {_by_language(value, by_language) if by_language else text_of(value)}"]


def _by_language(text: str, language: str) -> str:
    return f"{{{language}: {json_text(text)}}}"


def write_media_yaml(assets: Mapping[str, Asset]) -> str:
    """The file ``media/media.yaml``: those with a source or a licence."""
    lines = []
    for path, asset in sorted(assets.items()):
        if asset.source or asset.licence:
            lines.append(f"- file: {text_of(path.removeprefix('media/'))}")
            lines += [
                f"  {key}: {text_of(getattr(asset, key))}" for key in ("source", "licence") if getattr(asset, key)
            ]
    return "\n".join(lines) + "\n" if lines else ""


def text_of(text: str) -> str:
    """``text`` as a YAML text, without quotes where it is one word."""
    return text if _WORD.fullmatch(text) and text.lower() not in _TAKEN else json_text(text)


def json_text(text: str) -> str:
    """``text`` in double quotes: a JSON string is a YAML text, if nothing unprinted stands in it as it is."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(text_of, texts))}]"
