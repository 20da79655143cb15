"""What the bank holds of one course: its categories, the questions in them, and what its draws take from."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from builder.diagnostics.moodle_codes import NOT_DRAWN
from builder.model.course import Course, Page
from builder.model.question import Question, Scenario
from builder.model.quiz import Draw, Quiz
from builder.render.plain import plain
from builder.state import reach
from builder.state.reach import objective_of
from builder.targets.banks import Unit, category_id
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.questions.category import Category
from builder.targets.mbz.questions.entry import Place, add_tag, entries_of
from builder.targets.mbz.questions.pools import Pool, short_pools, worth
from builder.targets.mbz.questions.reading import Reading
from builder.targets.mbz.questions.scenario import add_tags, misfits, text_of, whole
from builder.targets.mbz.xml import Element
from builder.targets.moodlexml.questions import element_of
from builder.targets.prompts import Prompts
from builder.targets.safe import title

STAMP_LENGTH = 255
"""Characters of a stamp in Moodle."""


class Shelf:
    """The questions of one course: those of its tests, and those of its bank pages."""

    __slots__ = (
        "_asking",
        "_bases",
        "_drawn",
        "categories",
        "course",
        "entries",
        "files",
        "ledger",
        "parts",
        "pools",
        "prompts",
    )

    def __init__(self, ledger: Ledger, course: Course, tests: list[Page], top: Category) -> None:
        self.ledger = ledger
        self.course = course
        texts = ledger.texts(course)
        texts.take_files()
        self.prompts = Prompts(texts)
        self.categories = [top]
        self.entries: dict[str, int] = {}
        """Id of a question, or of a scenario that is one Cloze question -> old id of its entry."""
        self.parts: dict[str, tuple[int, ...]] = {}
        """Id of a scenario -> the entries of its text and of its questions."""
        self.files: dict[int, None] = {}
        self.pools: dict[tuple[str, Draw], Pool] = {}
        self._drawn: dict[str, Element] = {}
        self._asking: dict[str, list[Quiz]] = {}
        quizzes = [page.quiz for page in tests if page.quiz is not None]
        for quiz in quizzes:
            for unit in reach.units_of(course, quiz):
                self._asking.setdefault(unit.id, []).append(quiz)
        self._bases: dict[tuple[str, str], Category] = {}
        self._make_categories(tests)
        for page, unit, is_drawn in self._holdings(tests):
            self._put(page, unit, is_drawn=is_drawn)
        for quiz in quizzes:
            self._make_pools(quiz)

    def _holdings(self, tests: list[Page]) -> Iterator[tuple[Page, Question, bool]]:
        """Every question and scenario with the page it stands on, and whether it is drawn or fixed."""
        for page in tests:
            if page.quiz is not None:
                yield from ((page, unit, bool(page.quiz.draws)) for unit in page.quiz.questions)
        for page in self.course.banks:
            if page.quiz is not None:
                yield from ((page, unit, True) for unit in page.quiz.questions)

    # ---- categories

    def _make_categories(self, tests: list[Page]) -> None:
        """The course's category, below it one an objective, and below that, where its questions are drawn from several
        pages or not drawn at all, one for each page that is drawn from."""
        course = self.course
        root = self._category(self.categories[0], course.title, "", course.description)
        sources: dict[str, dict[str, str]] = {}
        for page, unit, is_drawn in self._holdings(tests):
            if not _is_apart(unit, is_drawn=is_drawn):
                source = page.id if is_drawn else ""
                sources.setdefault(objective_of(unit), {})[source] = page.title
        order = {name: place for place, name in enumerate(course.objectives)}
        for name in sorted(sources, key=lambda name: order.get(name, len(order))):
            objective = course.objectives.get(name)
            base = self._category(root, f"{name}: {objective.text}", name, objective.text) if objective else root
            for source, titled in sources[name].items():
                alone = not source or len(sources[name]) == 1
                self._bases[name, source] = base if alone else self._category(base, titled, f"{name}-{source}")

    def _category(self, parent: Category, name: str, key: str, info: str = "") -> Category:
        """A category below ``parent``; ``key`` is its own among those of the course. Its idnumber is the one that a
        category in the same place has in Moodle XML."""
        path = (*parent.path, title(name))
        own = "-".join(filter(None, (self.course.id, self.course.language, key)))
        made = Category(
            number=self.ledger.number(),
            path=path,
            stamp=self._stamp("category", key),
            info=info,
            idnumber=category_id(path, own),
            parent=parent.number,
        )
        self.categories.append(made)
        return made

    def _stamp(self, *names: str) -> str:
        whole = "+".join((self.course.id, self.course.language, *names))
        return whole if len(whole) <= STAMP_LENGTH - 10 else sha256(whole.encode()).hexdigest()

    # ---- entries

    def _put(self, page: Page, unit: Question, *, is_drawn: bool) -> None:
        if unit.id in self.entries or unit.id in self.parts:
            return
        quizzes = tuple(self._asking.get(unit.id, ()))
        if isinstance(unit, Scenario) and _is_apart(unit, is_drawn=is_drawn):
            if is_drawn:
                self.ledger.diagnostics.append(NOT_DRAWN.at(unit.span, id=unit.id, types=", ".join(misfits(unit))))
            self.parts[unit.id] = tuple(self._take_apart(unit, quizzes))
            return
        base = self._bases[objective_of(unit), page.id if is_drawn else ""]
        if isinstance(unit, Scenario):
            self.entries[unit.id] = self._add(base, whole(unit, quizzes, self.prompts), unit.id)
        elif (element := element_of(Unit(unit, None, quizzes), self.prompts)) is not None:
            self.entries[unit.id] = self._add(base, element, unit.id)
        if unit.id in self.entries:
            base.asked.add(unit.id)

    def _take_apart(self, scenario: Scenario, quizzes: tuple[Quiz, ...]) -> Iterator[int]:
        """The text and the questions of a scenario in a category of its own; 0 for a question without a form."""
        name = plain(scenario.title) or scenario.id
        own = self._category(self.categories[1], name, scenario.id)
        yield self._add(own, text_of(scenario, self.prompts), scenario.id)
        for part in scenario.questions:
            element = element_of(Unit(part, None, quizzes), self.prompts)
            if element is None:
                yield 0
                continue
            add_tags(element, [Unit(part, scenario, quizzes)], self.prompts)
            own.asked.add(part.id)
            self.entries[part.id] = self._add(own, element, part.id)
            yield self.entries[part.id]

    def _add(self, category: Category, element: Element, id: str) -> int:
        reading = Reading(self.ledger, element, self.ledger.number())
        entries = list(entries_of(reading, Place(category.number, self._stamp("question", id))))
        category.entries += entries
        self._drawn[id] = entries[0]
        self.files.update(dict.fromkeys(reading.files))
        return reading.id

    # ---- pools

    def _make_pools(self, quiz: Quiz) -> None:
        pools = []
        for draw in quiz.draws:
            found = tuple(unit for unit in reach.pool_of(self.course, quiz, draw) if unit.id in self.entries)
            # A slot gives its points to whatever it draws: an essay would wait for a grader, an estimate be marked.
            pools.append(self._pool(tuple(unit for unit in found if worth(unit)) or found))
            self.pools[quiz.id, draw] = pools[-1]
        self.ledger.diagnostics.extend(short_pools(quiz.draws, pools))

    def _pool(self, units: tuple[Question, ...]) -> Pool:
        """A category that holds exactly these, with or without those below it; else a tag that exactly these have."""
        wanted = {unit.id for unit in units}
        for deep in (False, True):
            for category in self.categories:
                if wanted and {name for one in self._below(category, deep=deep) for name in one.asked} == wanted:
                    return Pool(category.number, deep, "", units)
        known = next((pool for pool in self.pools.values() if pool.tag and pool.ids == wanted), None)
        if known is not None:
            return Pool(known.category, known.deep, known.tag, units)
        tag = f"draw:{len({pool.tag for pool in self.pools.values() if pool.tag}) + 1}"
        for unit in units:
            add_tag(self._drawn[unit.id], tag, self.ledger.number())
        return Pool(self.categories[1].number, True, tag, units)

    def _below(self, category: Category, *, deep: bool) -> Iterator[Category]:
        yield category
        if deep:
            for other in self.categories:
                if other.parent == category.number:
                    yield from self._below(other, deep=True)


def _is_apart(unit: Question, *, is_drawn: bool) -> bool:
    """Whether it is a scenario that is not one Cloze question: one that no test draws, or none can."""
    return isinstance(unit, Scenario) and (not is_drawn or bool(misfits(unit)))
