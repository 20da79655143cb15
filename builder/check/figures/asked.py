"""A question as passages: what is asked, what is right, what is explained. What is wrong may hold any number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.check.figures.answers import explained, explanations, options_text, right_passages, typed_text
from builder.check.figures.passages import Passage, Setting, cited_on, passages_of
from builder.check.figures.texts import Said, said_in
from builder.model.course import Page
from builder.model.question import Numerical, Question, Scenario, Short, TrueFalse

ON_PAGES, IN_COURSE = "in this question or on the pages it belongs to", "in this course"

_TYPED = (Numerical, Short, Scenario)
"""Types with answers that are no text, and the one that holds others."""
_DIGIT = re.compile(r"\d")


class Cited:
    """Where the figures of a course's questions may come from, page by page."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._by_path = {page.path: cited_on(page) for page in pages}
        self._by_id: Mapping[str, str] = {page.id: page.path for page in pages}
        self._all = tuple(dict.fromkeys(name for cited in self._by_path.values() for name in cited))

    def on(self, page: Page) -> tuple[str, ...]:
        """The sources cited on a page of the course."""
        return self._by_path[page.path]

    def setting(self, question: Question, whole: Said, outer: Setting) -> Setting:
        """Sources cited in the question, on its page and those it leads to; where there are none, in the course."""
        page = outer.page
        paths = [*whole.pages, self._by_id.get(question.see, "")]
        if page.kind == "page":
            paths.append(page.path)
        around = outer.cited if outer.where == ON_PAGES else ()
        named = (name for path in paths for name in self._by_path.get(path, ()))
        near = tuple(dict.fromkeys((*whole.cited, *around, *named)))
        stem = said_in((question.title, question.stem), page)
        return replace(
            outer,
            cited=near or self._all,
            where=ON_PAGES if near else IN_COURSE,
            fence=(),
            fictional=outer.fictional or outer.is_fictional(stem),
            alone=False,
        )


def asked_passages(question: Question, cited: Cited, outer: Setting) -> Iterator[Passage]:
    """All that ``question`` says, in the setting of its page or of its scenario."""
    page = outer.page
    whole = said_in(question, page)
    if not (isinstance(question, _TYPED) or whole.cited or _DIGIT.search(whole.text)):
        return  # most questions claim nothing
    setting = cited.setting(question, whole, outer)
    stem = said_in((question.title, question.stem), page).text
    if not _is_false(question):
        yield setting.passage(question.title, question.span)
        yield from passages_of(question.stem, setting)
    yield from right_passages(question, replace(setting, given=(*setting.given, stem)))
    shown = (*setting.given, stem, options_text(question, page))
    for explanation in explanations(question):
        yield from explained(explanation, replace(setting, given=shown))
    if isinstance(question, Scenario):
        inside = replace(setting, given=(*setting.given, _all_of(question, page)))
        for inner in question.questions:
            yield from asked_passages(inner, cited, inside)


def _is_false(question: Question) -> bool:
    """Whether what is asked is a statement that is not true."""
    return isinstance(question, TrueFalse) and not question.options[0].correct


def _all_of(scenario: Scenario, page: Page) -> str:
    """What is asked and answered in a scenario: one of its questions may go on from another."""
    answers = (answer for one in scenario.questions if isinstance(one, Numerical) for answer in one.answers)
    return "\n".join((said_in(scenario, page).text, *(typed_text(answer) for answer in answers)))
