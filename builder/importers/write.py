"""The model as the files of a course: the inverse of ``builder.source``.

What is written is read back as an equal model, places apart (tests/importers/test_write_random.py).
"""

from __future__ import annotations

from builder.importers.write_pages import write_course_yaml, write_lesson, write_media_yaml, write_page
from builder.model.course import Course

__all__ = ["write_course"]


def write_course(course: Course) -> dict[str, str]:
    """The texts of a course in its language: path relative to the course's folder -> text.

    Pages and lessons stand where their paths and folders say; what belongs to the programme (sources, glossary) and
    the octets of media are not among them.
    """
    files = {"course.yaml": write_course_yaml(course)}
    if rights := write_media_yaml(course.assets):
        files["media/media.yaml"] = rights
    for lesson in course.lessons:
        if not lesson.loose:
            files[f"{course.language}/{lesson.folder}/lesson.yaml"] = write_lesson(lesson)
    for page in (*course.pages, *course.banks):
        files[f"{course.language}/{page.path}"] = write_page(page, course.language)
    return files
