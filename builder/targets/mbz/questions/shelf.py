"""What the bank holds of one course: its categories, the questions in them, and what its draws take from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics.moodle_codes import NOT_DRAWN
from builder.model.course import Course, Page
from builder.model.question import Question, Scenario
from builder.model.quiz import Draw, Quiz
from builder.render.plain import plain
from builder.state import reach
from builder.state.reach import objective_of
from builder.targets.banks import Unit
from builder.targets.mbz.dress import dressed
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.questions.category import Category, Tree, stamp
from builder.targets.mbz.questions.entry import Place, add_tag, entries_of
from builder.targets.mbz.questions.pools import Pool, short_pools, worth
from builder.targets.mbz.questions.reading import Reading, child
from builder.targets.mbz.questions.scenario import add_tags, misfits, text_of, whole
from builder.targets.mbz.xml import Element
from builder.targets.moodlexml.questions import element_of
from builder.targets.prompts import Prompts


class Shelf:
    """The questions of one course: those of its tests, and those of its bank pages."""

    __slots__ = ("_asking", "_written", "course", "entries", "files", "ledger", "parts", "pools", "prompts", "tree")

    def __init__(self, ledger: Ledger, course: Course, tests: list[Page], top: Category) -> None:
        self.ledger = ledger
        self.course = course
        texts = ledger.texts(course)
        texts.take_files()
        self.prompts = Prompts(texts)
        self.entries: dict[str, int] = {}
        """Id of a question, or of a scenario that is one Cloze question -> old id of its entry."""
        self.parts: dict[str, tuple[int, ...]] = {}
        """Id of a scenario -> the entries of its text and of its questions."""
        self.files: dict[int, None] = {}
        """Numbers of the files that questions show, in order."""
        self.pools: dict[tuple[str, Draw], Pool] = {}
        """By the id of the quiz and the draw."""
        self._written: dict[str, Element] = {}
        self._asking: dict[str, list[Quiz]] = {}
        held = list(_held(tests, course.banks))
        sources = [(objective_of(unit), page, named) for page, named, unit in held if not _is_apart(unit, page)]
        self.tree = Tree(ledger, course, top, sources)
        quizzes = [page.quiz for page in tests if page.quiz is not None]
        for quiz in quizzes:
            for unit in reach.units_of(course, quiz):
                self._asking.setdefault(unit.id, []).append(quiz)
        for page, _, unit in held:
            self._put(page, unit)
        for quiz in quizzes:
            self._make_pools(quiz)

    # ---- entries

    def _put(self, page: str, unit: Question) -> None:
        if unit.id in self.entries or unit.id in self.parts:
            return
        quizzes = tuple(self._asking.get(unit.id, ()))
        if isinstance(unit, Scenario) and _is_apart(unit, page):
            if page:
                self.ledger.diagnostics.append(NOT_DRAWN.at(unit.span, id=unit.id, types=", ".join(misfits(unit))))
            self.parts[unit.id] = tuple(self._take_apart(unit, quizzes))
            return
        base = self.tree.base(objective_of(unit), page)
        if isinstance(unit, Scenario):
            self.entries[unit.id] = self._add(base, whole(unit, quizzes, self.prompts), unit.id)
        elif (element := element_of(Unit(unit, None, quizzes), self.prompts)) is not None:
            self.entries[unit.id] = self._add(base, element, unit.id)
        if unit.id in self.entries:
            base.asked.add(unit.id)

    def _take_apart(self, scenario: Scenario, quizzes: tuple[Quiz, ...]) -> Iterator[int]:
        """The text and the questions of a scenario in a category of its own; 0 for a question without a form."""
        name = plain(scenario.title) or scenario.id
        own = self.tree.make(self.tree.root, name, scenario.id)
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
        for part in element.iter():
            if part.get("format") == "html" and (text := child(part, "text")).text:
                text.text = dressed(text.text)
        reading = Reading(self.ledger, element, self.ledger.number())
        entries = list(entries_of(reading, Place(category.number, stamp(self.course, "question", id))))
        category.entries += entries
        self._written[id] = entries[0]
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
        if found := self.tree.holding(wanted):
            return Pool(found[0].number, found[1], "", units)
        tags = {pool.tag: pool.ids for pool in self.pools.values() if pool.tag}
        tag = next((tag for tag, ids in tags.items() if ids == wanted), f"draw:{len(tags) + 1}")
        for unit in units if tag not in tags else ():
            add_tag(self._written[unit.id], tag, self.ledger.number())
        return Pool(self.tree.root.number, True, tag, units)


def _held(tests: Iterable[Page], banks: Iterable[Page]) -> Iterator[tuple[str, str, Question]]:
    """Every question and scenario, with the id of the page it is drawn from ('' where it is not) and its title."""
    for page, is_drawn in (*((page, False) for page in tests), *((page, True) for page in banks)):
        if page.quiz is not None:
            source = page.id if is_drawn or page.quiz.draws else ""
            yield from ((source, page.title, unit) for unit in page.quiz.questions)


def _is_apart(unit: Question, page: str) -> bool:
    """Whether it is a scenario that is not one Cloze question: one that no test draws, or none can."""
    return isinstance(unit, Scenario) and (not page or bool(misfits(unit)))
