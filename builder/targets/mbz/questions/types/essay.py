"""``qtype_essay``: an answer in the learner's own words."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import HTML, Reading
from builder.targets.mbz.xml import Element, Value, record


def essay(reading: Reading) -> list[Element]:
    """Its editor, and what graders see."""
    options: dict[str, Value] = {
        "responseformat": reading.value("responseformat", "editor"),
        "responserequired": reading.value("responserequired", "0"),
        "responsefieldlines": reading.value("responsefieldlines", "10"),
        "minwordlimit": None,
        "maxwordlimit": None,
        "attachments": reading.value("attachments", "0"),
        "attachmentsrequired": reading.value("attachmentsrequired", "0"),
        "graderinfo": reading.html("graderinfo"),
        "graderinfoformat": HTML,
        "responsetemplate": reading.html("responsetemplate"),
        "responsetemplateformat": HTML,
        "filetypeslist": None,
        "maxbytes": 0,
    }
    return [record("essay", reading.number(), options)]
