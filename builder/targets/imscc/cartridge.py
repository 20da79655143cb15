"""A package as the outline, the resources and the files of a cartridge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from builder.archive import Entry
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import PICTURE_MISSING
from builder.model.course import Lesson, Page, Source
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Blocks, Citation, Paragraph, QuizBlock, Text
from builder.model.walk import nodes_in
from builder.render.address import GLOSSARY, OPENING, addresses
from builder.render.parts import by_letters
from builder.render.words import words
from builder.state.reach import answered_in
from builder.targets.imscc import qti
from builder.targets.imscc.assess import banked_units, units_of, weighed
from builder.targets.imscc.desk import Desk
from builder.targets.imscc.items import Part, is_askable, parts_of
from builder.targets.imscc.names import TYPE_ASSESSMENT, TYPE_BANK, TYPE_PAGE, TYPE_TOPIC, TYPE_WEB_LINK
from builder.targets.imscc.opening import glossary_page, opening_page
from builder.targets.imscc.pages import write_page
from builder.targets.imscc.plain import Plain
from builder.targets.imscc.resource import Item, Resource
from builder.targets.imscc.topic import discussion_topic
from builder.targets.imscc.weblink import name_of, web_link
from builder.targets.printed import printed_questions


class Cartridge:
    """Puts a cartridge together: after ``fill`` its outline, resources, files and diagnostics stand.

    A lesson is a folder of the outline, also a page between lessons: platforms make sections of folders, and put what
    stands outside of them somewhere else. All files but media stand at the root.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.course = package.course
        self.gettext = words(package.course.language).gettext
        self.desk = Desk(package.course)
        self.files = addresses(package)
        self.items: list[Item] = []
        self.resources: list[Resource] = []
        self.entries: list[Entry] = []
        self.diagnostics: list[Diagnostic] = []
        self.media: dict[str, str] = {}
        """Path of a file that pages show -> its resource, '' where it cannot be read."""
        self.terms: set[str] = set()
        self.text = {page.id: self._text(page) for page in package.pages}
        """What stands on each page, by its id; a quiz with nothing but questions has none."""
        self.unlinked = frozenset(page.path for page in package.pages if not self._is_shown(page))

    def fill(self) -> None:
        """Write everything, in the order of the outline."""
        start = self.gettext("Lesson start" if self.package.title != self.course.title else "Course start")
        self._folder("start", start, [self._page("start", self.package.title, OPENING, opening_page(self.package))])
        for lesson in self.package.lessons:
            self._folder(lesson.id, lesson.title, list(self._lesson(lesson)))
        self._bank()
        self._end()

    def _folder(self, name: str, title: str, items: Sequence[Item]) -> None:
        if items:
            self.items.append(Item(f"f-{name}", title, items=tuple(items)))

    def _lesson(self, lesson: Lesson) -> Iterator[Item]:
        for page in lesson.pages:
            if self._is_shown(page):
                yield self._written(page)
            for number, quiz in enumerate(page.quizzes, 1):
                yield from self._quiz(quiz, self._name(page, quiz, number))

    def _is_shown(self, page: Page) -> bool:
        return page.quiz is None or bool(page.lead or self.text[page.id])

    def _written(self, page: Page) -> Item:
        title = page.title if page.quiz is None else f"{self.gettext('About this test')}: {page.title}"
        plain = Plain(self.course, page.footnotes, self.unlinked)
        sheet = write_page(page, self.text[page.id], plain, self.files.link, title)
        self.diagnostics += sheet.diagnostics
        self.terms |= plain.terms
        return self._page(page.id, title, self.files.files[page.id], sheet.html, sheet.assets)

    def _text(self, page: Page) -> Blocks:
        """A page's blocks. Where a quiz stands among them: its introduction, what it cannot ask, and where it is."""
        found: list[object] = []
        for number, block in enumerate(page.blocks):
            found += self._instead(page, block.quiz, number) if isinstance(block, QuizBlock) else (block,)
        if page.quiz is not None:
            found += (*page.quiz.intro, *self._printed(page.quiz))
        return tuple(found)  # type: ignore[arg-type]

    def _instead(self, page: Page, quiz: Quiz, place: int) -> Blocks:
        blocks = (*quiz.intro, *self._printed(quiz))
        if not any(is_askable(one) for unit in units_of(self.course, quiz) for one in answered_in(unit)):
            return blocks
        number = 1 + sum(isinstance(block, QuizBlock) for block in page.blocks[:place])
        told = self.gettext("The questions follow this page: {title}.").replace(
            "{title}", self._name(page, quiz, number)
        )
        return (*blocks, Paragraph((Text(told),), quiz.span))

    def _printed(self, quiz: Quiz) -> Blocks:
        return printed_questions(units_of(self.course, quiz), self.course.language, is_askable)

    def _name(self, page: Page, quiz: Quiz, number: int) -> str:
        """A page's own quiz is called as the page, others are the page's questions."""
        if quiz is page.quiz:
            return page.title
        several = f" {number}" if sum(isinstance(block, QuizBlock) for block in page.blocks) > 1 else ""
        return f"{self.gettext('Questions')}{several}: {page.title}"

    def _quiz(self, quiz: Quiz, name: str) -> Iterator[Item]:
        """An assessment, and one of its own for what tutors read, which would count against the others."""
        parts = [part for unit in units_of(self.course, quiz) for part in parts_of(unit, quiz, self.desk)]
        marked = [part for part in parts if not isinstance(part.answer, qti.Essay)]
        read = [part for part in parts if isinstance(part.answer, qti.Essay)]
        if marked:
            yield self._assessment(quiz, quiz.id, name, marked)
        if read:
            title = f"{self.gettext('Pause and reflect')}: {name}" if marked else name
            yield self._assessment(quiz, f"{quiz.id}.read", title, read)

    def _assessment(self, quiz: Quiz, ident: str, name: str, parts: Sequence[Part]) -> Item:
        test = qti.Assessment(ident, name, self.course.language, weighed(parts), quiz.attempts, quiz.minutes)
        entry = Entry(f"quiz-{ident}.xml", qti.assessment(test))
        return self._shown(TYPE_ASSESSMENT, f"quiz-{ident}", name, entry, self._asset_paths())

    def _bank(self) -> None:
        """All that draws can reach, in the one bank a cartridge may have; no item of the outline refers to it."""
        if parts := [part for quiz, unit in banked_units(self.package) for part in parts_of(unit, quiz, self.desk)]:
            data = qti.bank(f"bank-{self.package.id}", weighed(parts))
            self._shown(TYPE_BANK, "bank", "", Entry("bank.xml", data), self._asset_paths())

    def _asset_paths(self) -> list[str]:
        """The pictures in what the desk wrote since the last call."""
        paths = sorted(self.desk.writer.assets)
        self.desk.writer.assets.clear()
        return paths

    def _end(self) -> None:
        """A last folder: the discussions, the glossary, and the sources as links."""
        topics = list(self._topics())
        items = []
        if terms := [self.course.glossary[term] for term in sorted(self.terms | self.desk.plain.terms)]:
            page = glossary_page(self.package, sorted(terms, key=by_letters))
            items.append(self._page("glossary", self.gettext("Glossary"), GLOSSARY, page))
        links = list(self._links())
        names = [self.gettext("Discussions")] * bool(topics) + [self.gettext("Glossary")] * bool(items)
        names += [self.gettext("Sources")] * bool(links)
        self._folder("end", ", ".join(names), topics + items + links)

    def _topics(self) -> Iterator[Item]:
        for topic in self.package.discussions:
            entry = Entry(f"topic-{topic.id}.xml", discussion_topic(topic))
            yield self._shown(TYPE_TOPIC, f"topic-{topic.id}", topic.title, entry)

    def _links(self) -> Iterator[Item]:
        """Each address cited once, under the name of the source that is cited first."""
        found: dict[str, Source] = {}
        pages = [(page.lead, page.blocks, page.footnotes, page.quiz) for page in self.package.pages]
        for citation in nodes_in((*pages, banked_units(self.package)), (Citation,)):
            for source in filter(None, map(self.course.sources.get, citation.ids)):
                if source.url.startswith("http"):
                    found.setdefault(source.url, source)
        for number, source in enumerate(sorted(found.values(), key=lambda source: (name_of(source), source.id)), 1):
            entry = Entry(f"link-{number}.xml", web_link(source))
            yield self._shown(TYPE_WEB_LINK, f"link-{source.id}", name_of(source), entry)

    def _page(self, name: str, title: str, file: str, data: bytes, assets: Iterable[str] = ()) -> Item:
        return self._shown(TYPE_PAGE, f"page-{name}", title, Entry(file, data), assets)

    def _shown(self, type: str, name: str, title: str, entry: Entry, assets: Iterable[str] = ()) -> Item:
        """A file as a resource, and the item that shows it."""
        self.entries.append(entry)
        needs = tuple(dict.fromkeys(filter(None, map(self._medium, assets))))
        self.resources.append(Resource(f"r-{name}", type, entry.path, needs))
        return Item(f"i-{name}", title, f"r-{name}")

    def _medium(self, path: str) -> str:
        """The resource of a picture or recording; '' for a file that cannot be read, which is said once."""
        if path not in self.media:
            asset = self.course.assets.get(path)
            try:
                if asset is None:
                    raise FileNotFoundError(path)
                self.entries.append(Entry(path, Path(asset.file).read_bytes()))
                self.media[path] = f"m-{sha256(path.encode()).hexdigest()[:12]}"
                self.resources.append(Resource(self.media[path], TYPE_PAGE, path))
            except OSError:
                self.media[path] = ""
                self.diagnostics.append(
                    PICTURE_MISSING.at(Span(f"{self.course.folder}/{path}", 0), source=path, hint="")
                )
        return self.media[path]
