"""Whole pages as HTML of Moodle's: lead, text, notes and sources; what cannot be asked in a page is printed there."""

from __future__ import annotations

from builder.model.course import Course, Page
from builder.model.text import Block, Blocks, Paragraph, QuizBlock, Text
from builder.render.profile import Profile
from builder.render.words import words
from builder.render.writer import Writer
from builder.targets.mbz.deliveries import is_askable, practices_of
from builder.targets.mbz.desk import Desk
from builder.targets.mbz.dress import dressed
from builder.targets.moodlexml.sheet import address
from builder.targets.printed import printed_questions

ELEMENTS = frozenset({"abbr", "details", "figure", "section"})
"""What Moodle leaves in the text of teachers."""


def page_html(desk: Desk, page: Page, area: str, item: int = 0) -> str:
    """A page with all that belongs to it, its pictures put into ``area``."""
    course = desk.module.course
    profile = Profile(course.language, desk.ledger.link(course), address, ELEMENTS, themed=False)
    writer = Writer(course, profile, page.footnotes)
    parts = [f'<p class="lead">{writer.inlines(page.lead)}</p>' if page.lead else ""]
    parts.append(str(writer.blocks(_without_quizzes(page, course))))
    parts.append(str(writer.end()))
    desk.keep(writer.assets, area, item)
    desk.ledger.diagnostics += writer.diagnostics
    return desk.turned(dressed("\n".join(part for part in parts if part)))


def _without_quizzes(page: Page, course: Course) -> Blocks:
    """The blocks of a page, and in the place of each quiz its introduction, what cannot be asked, and where it is."""
    gettext = words(course.language).gettext
    titles = {practice.id: practice.title for practice in practices_of(page, course.language)}
    found: list[Block] = []
    for block in page.blocks:
        if not isinstance(block, QuizBlock):
            found.append(block)
            continue
        quiz = block.quiz
        found += (*quiz.intro, *printed_questions(quiz.questions, course.language, is_askable))
        if quiz.id in titles:
            told = gettext("The questions follow this page: {title}.").replace("{title}", titles[quiz.id])
            found.append(Paragraph((Text(told),), block.span))
    return tuple(found)
