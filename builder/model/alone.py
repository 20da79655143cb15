"""The classroom of a course by itself: what a programme's outline says of a whole programme, made from a course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.activity import Forum
from builder.model.course import Course, Discussion, Page
from builder.model.outline import Classroom, Entry, Outline, Section
from builder.model.text import Paragraph, Text, paragraphs


def classroom_of(course: Course) -> Classroom:
    """A section for the course, or in native delivery one for each lesson; at the end its discussions."""
    forums = {topic.id: Forum(page=_opening(topic), single=True) for topic in course.discussions}
    talks = tuple(Entry(activity=name, span=course.span) for name in forums)
    sections = list(_sections(course))
    last = sections.pop()
    sections.append(replace(last, entries=(*last.entries, *talks)))
    return Classroom(
        id=course.id,
        title=course.title,
        summary="\n\n".join(filter(None, (course.description, course.notice))),
        language=course.language,
        outline=Outline(sections=tuple(sections), span=course.span),
        activities=forums,
        commons=course,
        courses={course.folder: course},
    )


def _sections(course: Course) -> Iterator[Section]:
    if course.delivery != "native":
        entries = (Entry(course=course.folder, span=course.span),)
        yield Section(id=course.id, title=course.title, summary="", entries=entries, span=course.span)
        return
    for lesson in course.lessons:
        entries = (Entry(course=course.folder, part=lesson.id, span=lesson.span),)
        yield Section(id=lesson.id, title=lesson.title, summary="", entries=entries, span=lesson.span)


def _opening(topic: Discussion) -> Page:
    """A topic as the page that opens a forum."""
    blocks = tuple(Paragraph((Text(part),), topic.span) for part in paragraphs(topic.text))
    return Page(id=topic.id, path="", title=topic.title, kind="page", blocks=blocks, span=topic.span)
