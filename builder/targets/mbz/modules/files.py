"""``mod_resource`` and ``mod_folder``: files to take away (``backup_resource_activity_structure_step``,
``backup_folder_activity_structure_step``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from builder.archive import Entry
from builder.diagnostics.module_codes import NO_PRINT
from builder.model.activity import Download
from builder.model.course import Course, Page
from builder.model.package import Package
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.xml import Value

SHOWN = 'a:3:{s:10:"printintro";i:1;s:8:"showsize";i:1;s:8:"showtype";i:1;}'
"""Serialised by PHP: learners on slow lines see size and kind of a file before they fetch it."""

UNFIT = re.compile(r'[\\/:*?"<>|&`\x00-\x1f]+')
"""What file names cannot hold on the systems of learners, and what Moodle takes out of them (``PARAM_FILE``)."""

LENGTH = 80
"""Characters of the name of a booklet."""


def write_files(desk: Desk) -> Written:
    """One file, or a folder of files and of booklets."""
    content: Download = desk.module.content  # type: ignore[assignment]
    folder = desk.module.kind == "folder"
    numbers = [
        desk.file("content", 0, path if folder else path.rpartition("/")[2], data)
        for path, data in (*_files(desk, content), *_handouts(desk, content))
    ]
    text = intro(desk, content.page)
    fields: dict[str, Value] = {**text, "revision": 1, "timemodified": desk.ledger.start, "display": 0}
    if folder:
        # A page of its own, all sub-folders open, all files in one archive for who wants them, saved and not opened.
        fields |= {"showexpanded": 1, "showdownloadfolder": 1, "forcedownload": 1}
        return Written(fields=fields)
    for number in numbers[:1]:
        desk.ledger.files.main(number)
    fields |= {"tobemigrated": 0, "legacyfiles": 0, "legacyfileslast": None, "displayoptions": SHOWN, "filterfiles": 0}
    # Moodle opens the file itself and not a page before it, so the text stands in the course.
    return Written(fields=fields, cells={"showdescription": int(bool(text["intro"]))})


def _files(desk: Desk, content: Download) -> Iterator[Entry]:
    """The files; one that cannot be read is left out (the checks have reported it)."""
    for path in content.files:
        asset = desk.module.course.assets.get(path)
        if asset and Path(asset.file).is_file():
            yield Entry(path.removeprefix("media/"), Path(asset.file).read_bytes())


def _handouts(desk: Desk, content: Download) -> Iterator[Entry]:
    """What of courses and activities is read, as PDF: a booklet or a sheet each."""
    room = desk.ledger.plan.classroom
    for name in content.print:
        there = room.courses.get(name) or room.activities.get(name)
        if there is None or (reason := _lacks()):
            why = reason if there else "There is nothing of this name in this language that could be read."
            desk.ledger.diagnostics.append(NO_PRINT.at(content.page.span, course=name, reason=why))
        elif isinstance(there, Course):
            yield Entry(f"{_file_name(f'{there.code} {there.title}')}.pdf", _booklet(there))
        else:
            yield Entry(f"{_file_name(there.title)}.pdf", _sheet(room.commons, there.page))


def _lacks() -> str:
    from builder.targets.pdf import TARGET  # noqa: PLC0415 - few backups hold hand-outs

    return TARGET.lacks()


def _booklet(course: Course) -> bytes:
    """Pages to read in the order of the course: neither tests, quizzes nor keys."""
    from builder.targets.pdf.paper import booklet  # noqa: PLC0415

    read = (replace(one, pages=tuple(page for page in one.pages if page.quiz is None)) for one in course.lessons)
    package = Package(course.id, course.title, course, tuple(lesson for lesson in read if lesson.pages))
    return _printed(booklet(package, package.lessons, package.title), course)


def _sheet(commons: Course, page: Page) -> bytes:
    """The text of an activity."""
    from builder.targets.pdf.paper import handout  # noqa: PLC0415

    return _printed(handout(Package(commons.id, commons.title, commons, ()), page), commons)


def _printed(html: str, course: Course) -> bytes:
    from builder.targets.pdf.layout import pdf  # noqa: PLC0415

    return pdf(html, {path: asset.file for path, asset in course.assets.items()}, course.colour)


def _file_name(text: str) -> str:
    kept = UNFIT.sub(" ", text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"))
    return " ".join(kept.split())[:LENGTH].rstrip(" .") or "_"
