"""What the bank holds of one course: its categories, the questions in them, and what its draws take from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics.moodle_codes import NOT_DRAWN
from builder.model.course import Course, Page
from builder.model.question import Question, Scenario
from builder.model.quiz import Draw, Quiz
from builder.render.plain import plain
from builder.state import reach
from builder.targets.banks import Unit
from builder.targets.mbz.dress import dressed
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.questions.category import Category, Held, Tree, stamp
from builder.targets.mbz.questions.entry import Place, add_tag, entries_of
from builder.targets.mbz.questions.pools import Pool, short_pools, worth
from builder.targets.mbz.questions.reading import Reading, child
from builder.targets.mbz.questions.scenario import add_tags, misfits, text_of, whole
from builder.targets.mbz.xml import Element
from builder.targets.moodlexml.questions import WRITERS, element_of
from builder.targets.prompts import Prompts


class Shelf:
    """The questions of one course: those of its tests, and those of its bank pages."""

    __slots__ = (
        "_asking",
        "_single",
        "_tags",
        "_written",
        "course",
        "entries",
        "files",
        "ledger",
        "parts",
        "pools",
        "prompts",
        "tree",
    )

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
        self._tags: dict[str, set[str]] = {}
        self._asking: dict[str, list[Quiz]] = {}
        quizzes = [page.quiz for page in tests if page.quiz is not None]
        for quiz in quizzes:
            for unit in reach.units_of(course, quiz):
                self._asking.setdefault(unit.id, []).append(quiz)
        units = list(_units(tests, course.banks))
        single = [one for one in units if _has_entry(one[0], is_drawn=one[2])]
        held = [Held(unit, page, is_drawn and worth(unit) > 0) for unit, page, is_drawn in single]
        self._single = {one.unit.id for one in held}
        self.tree = self._best_tree(held, quizzes, top)
        for unit, _, is_drawn in units:
            self._put(unit, is_drawn=is_drawn)
        for quiz in quizzes:
            self._make_pools(quiz)

    def _best_tree(self, held: list[Held], quizzes: list[Quiz], top: Category) -> Tree:
        """By objective, or by page where that gives more draws a category."""
        pools = [{unit.id for unit in self._reached(quiz, draw)} for quiz in quizzes for draw in quiz.draws]
        ways = (False, True) if pools else (False,)
        trees = [Tree(self.ledger, self.course, top, held, by_page=by_page) for by_page in ways]
        return min(trees, key=lambda tree: sum(tree.holding(pool) is None for pool in pools))

    # ---- entries

    def _put(self, unit: Question, *, is_drawn: bool) -> None:
        if unit.id in self.entries or unit.id in self.parts:
            return
        quizzes = tuple(self._asking.get(unit.id, ()))
        if unit.id in self._single:
            if isinstance(unit, Scenario):
                element: Element | None = whole(unit, quizzes, self.prompts)
            else:
                element = self._element(unit, quizzes)
            if element is not None:
                self.entries[unit.id] = self._add(self.tree.place(unit.id), element, unit.id)
        elif isinstance(unit, Scenario):
            if is_drawn:
                self.ledger.diagnostics.append(NOT_DRAWN.at(unit.span, id=unit.id, types=", ".join(misfits(unit))))
            self.parts[unit.id] = tuple(self._take_apart(unit, quizzes))

    def _take_apart(self, scenario: Scenario, quizzes: tuple[Quiz, ...]) -> Iterator[int]:
        """The text and the questions of a scenario in a category of its own; 0 for a question without a form."""
        name = plain(scenario.title) or scenario.id
        own = self.tree.make(self.tree.root, name, (f"scenario {scenario.id}",))
        yield self._add(own, text_of(scenario, self.prompts), scenario.id)
        for part in scenario.questions:
            element = self._element(part, quizzes)
            if element is None:
                yield 0
                continue
            add_tags(element, [Unit(part, scenario, quizzes)], self.prompts)
            own.asked.add(part.id)
            self.entries[part.id] = self._add(own, element, part.id)
            yield self.entries[part.id]

    def _element(self, question: Question, quizzes: tuple[Quiz, ...]) -> Element | None:
        return element_of(Unit(question, None, quizzes), self.prompts)

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

    def _reached(self, quiz: Quiz, draw: Draw) -> tuple[Question, ...]:
        """What a draw can take in Moodle.

        Where anything in it brings points, nothing else is drawn: a slot gives its points to whatever it draws, so that
        an essay would wait for a grader, and an estimate be marked.
        """
        found = tuple(unit for unit in reach.pool_of(self.course, quiz, draw) if unit.id in self._single)
        return tuple(unit for unit in found if worth(unit)) or found

    def _make_pools(self, quiz: Quiz) -> None:
        pools = [self._pool(self._reached(quiz, draw)) for draw in quiz.draws]
        self.pools.update(((quiz.id, draw), pool) for draw, pool in zip(quiz.draws, pools, strict=True))
        self.ledger.diagnostics.extend(short_pools(quiz.draws, pools))

    def _pool(self, units: tuple[Question, ...]) -> Pool:
        """A category that holds exactly these, with or without those below it; else a tag that exactly these have."""
        wanted = {unit.id for unit in units}
        if found := self.tree.holding(wanted):
            return Pool(found[0].number, found[1], "", units)
        tag = next((tag for tag, ids in self._tags.items() if ids == wanted), f"draw:{len(self._tags) + 1}")
        for unit in units if tag not in self._tags else ():
            add_tag(self._written[unit.id], tag, self.ledger.number())
        self._tags[tag] = wanted
        return Pool(self.tree.root.number, True, tag, units)


def _units(tests: Iterable[Page], banks: Iterable[Page]) -> Iterator[tuple[Question, Page, bool]]:
    """Every question and scenario with its page, and whether that is drawn from."""
    for page, is_bank in (*((page, False) for page in tests), *((page, True) for page in banks)):
        if page.quiz is not None:
            yield from ((unit, page, is_bank or bool(page.quiz.draws)) for unit in page.quiz.questions)


def _has_entry(unit: Question, *, is_drawn: bool) -> bool:
    """Whether it is one question of Moodle: a scenario only where it is drawn, and has a form."""
    return is_drawn and not misfits(unit) if isinstance(unit, Scenario) else type(unit) in WRITERS
