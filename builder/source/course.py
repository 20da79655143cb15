"""A course in one language: ``course.yaml``, its lessons and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import BAD_ID, LEAVES_FOLDER, MISSING_FOLDER
from builder.model.course import Course, Discussion, Objective, Prerequisite, Programme
from builder.model.outline import DELIVERIES
from builder.model.span import Span
from builder.source.content import read_content
from builder.source.dates import read_dates
from builder.source.files import is_folder, stays_inside
from builder.source.lessons import read_lessons
from builder.source.media import read_assets
from builder.source.page import Place
from builder.source.records import read_mapping
from builder.source.values import NAME_ID, PAGE_ID, RULES, Values

COLOURS = ("teal", "indigo", "plum", "rust", "moss", "ochre")
MARKS = (
    *("sail", "steps", "gate", "arcs", "hill", "flag", "share", "fan", "bricks", "ring", "kite", "pillar", "seed"),
    *("bridge", "funnel", "wheel"),
)
PACKAGES = ("course", "lesson")
INTERACTIONS = ("scored", "none", "all")
_MOST_MINUTES = 100_000
_KEYS = (
    *("id", "code", "title", "description", "objectives", "authors", "keywords", "licence", "edition", "minutes"),
    *("colour", "mark", "needs", "next", "package", "delivery", "interactions", "pass", "complete", "discussions"),
    *("as_of", "review_by", "changes", "notice", "content"),
)


def read_course(programme: Programme, folder: str, language: str, found: list[Diagnostic]) -> Course | None:
    """The course in ``folder``, in one language; None when course.yaml or the language is missing or unreadable."""
    root = Path(programme.root)
    if not stays_inside(root, root / folder):
        found.append(LEAVES_FOLDER.at(Span(folder, 0), name=folder))
        return None
    if not is_folder(root / folder):
        found.append(MISSING_FOLDER.at(Span(folder, 0), name=folder))
        return None
    path = f"{folder}/course.yaml"
    read = read_mapping(root, path, found)
    values = read if read is not None else Values({}, Span(path, 0), [])
    pass_mark = values.integer("pass", 0, 100) if "pass" in values.fields else None
    content = read_lessons(Place(root, folder, language, pass_mark), found)
    if content is None or read is None:
        return None
    values.expect(_KEYS)
    values.require("id", "id: my-course")
    values.require("title", 'title: "…"')
    texts = _Texts(values, programme, language)
    dates = read_dates(values, texts.take)
    complete = values.mapping("complete")
    complete.expect(("pages", "quizzes"))
    package = values.choice("package", PACKAGES)
    several = package == "lesson" or len(programme.courses) > 1
    followers = [name for name, needed in programme.prerequisites.items() if folder in needed]
    return Course(
        id=values.id(pattern=NAME_ID),
        folder=folder,
        language=language,
        title=texts.take(values, "title"),
        description=texts.take(values, "description"),
        lessons=content.lessons,
        span=Span(path, 0),
        objectives=texts.objectives(),
        banks=content.banks,
        programme=programme.id if several else "",
        code=values.text("code"),
        colour=values.choice("colour", COLOURS),
        mark=values.choice("mark", MARKS) if "mark" in values.fields else "",
        keywords=values.texts("keywords"),
        authors=values.texts("authors"),
        licence=values.text("licence"),
        minutes=values.integer("minutes", 0, _MOST_MINUTES),
        edition=values.text("edition"),
        as_of=dates.as_of,
        review_by=dates.review_by,
        changes=dates.changes,
        notice=texts.take(values, "notice") or programme.notice.get(language, ""),
        needs=texts.take(values, "needs"),
        next=texts.take(values, "next"),
        prerequisites=tuple(_others(programme, programme.prerequisites.get(folder, ()), language)),
        followers=tuple(_others(programme, followers, language)),
        discussions=tuple(texts.discussions()),
        package=package,
        delivery=values.choice("delivery", DELIVERIES),
        interactions=values.choice("interactions", INTERACTIONS),
        complete_pages=complete.boolean("pages"),
        complete_quizzes=complete.boolean("quizzes"),
        content=read_content(values, programme.content),
        sources=programme.sources,
        glossary=programme.glossaries.get(language, {}),
        assets=read_assets(root, folder, content.images, found),
    )


def _others(programme: Programme, names: Iterable[str], language: str) -> Iterator[Prerequisite]:
    """The courses in the folders ``names``; what is wrong with them is told where they are read."""
    root = Path(programme.root)
    for name in names:
        if name in programme.courses and stays_inside(root, root / name):
            values = read_mapping(root, f"{name}/course.yaml", [])
            if values is not None:
                yield Prerequisite(values.text("code"), _Texts(values, programme, language).take(values, "title"))


class _Texts:
    """Texts of course.yaml in one language."""

    __slots__ = ("language", "languages", "source", "values")

    def __init__(self, values: Values, programme: Programme, language: str) -> None:
        self.values = values
        self.language = language
        self.languages = programme.languages
        self.source = programme.source_language

    def take(self, values: Values, key: str) -> str:
        return values.by_language(key, self.languages, self.source, only=self.language).get(self.language, "")

    def objectives(self) -> dict[str, Objective]:
        inner = self.values.mapping("objectives")
        return {
            name: Objective(name, self.take(inner, name), field.key or field.span)
            for name, field in inner.fields.items()
        }

    def discussions(self) -> Iterator[Discussion]:
        """The topics by their ids, in the order of the file."""
        inner = self.values.mapping("discussions")
        for name, field in inner.fields.items():
            at = field.key or field.span
            if PAGE_ID.fullmatch(name) is None:
                inner.found.append(BAD_ID.at(at, value=name, rule=RULES[PAGE_ID]))
            topic = inner.mapping(name)
            topic.expect(("title", "text"))
            topic.require("title", 'title: "…"')
            topic.require("text", 'text: "…"')
            yield Discussion(name, self.take(topic, "title"), self.take(topic, "text"), at)
