"""The users to upload into a restored course: a file to fill in, with a made-up line for each group."""

from __future__ import annotations

import csv
from io import StringIO

from builder.model.outline import Classroom
from builder.targets.mbz.naming import named

COLUMNS = ("username", "firstname", "lastname", "email", "course1", "group1", "cohort1")
"""As Moodle's *Upload users* names them (``admin/tool/uploaduser``)."""

FORMULA = tuple("=+-@\t\r")
"""A cell that begins so is a formula to a spreadsheet. Moodle takes blanks away around values."""


def users_csv(classroom: Classroom) -> bytes:
    """Header and a line for each group, in UTF-8; every value in quotation marks, and none that a spreadsheet runs."""
    course = named(f"{classroom.id}-{classroom.language}")  # the short name that restoring proposes
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    groups = [(group.id, group.title) for group in classroom.outline.groups] or [("learner", "")]
    for number, (name, title) in enumerate(groups, 1):
        user = f"example.{name}".lower()
        cohort = f"{classroom.id}-{name}"
        line = (user, "Example", f"Learner {number}", f"{user}@example.org", course, title, cohort)
        writer.writerow([f" {value}" if value.startswith(FORMULA) else value for value in line])
    return text.getvalue().encode()
