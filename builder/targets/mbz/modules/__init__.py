"""The writers of modules, by what a module is made of: one file a plug-in of Moodle's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from builder.model import activity as a
from builder.targets.mbz import plan as p
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.assign import write_assignment
from builder.targets.mbz.modules.book import write_book
from builder.targets.mbz.modules.choice import write_choice
from builder.targets.mbz.modules.data import write_data
from builder.targets.mbz.modules.feedback import write_feedback
from builder.targets.mbz.modules.files import write_files
from builder.targets.mbz.modules.forum import write_forum
from builder.targets.mbz.modules.glossary import write_glossary
from builder.targets.mbz.modules.label import write_label
from builder.targets.mbz.modules.page import write_page
from builder.targets.mbz.modules.quiz import write_quiz
from builder.targets.mbz.modules.scorm import write_scorm
from builder.targets.mbz.modules.url import write_url

WRITERS: Mapping[type, tuple[str, Callable[[Desk], Written]]] = MappingProxyType(
    {
        a.Address: ("url", write_url),
        a.Assignment: ("assign", write_assignment),
        a.Book: ("book", write_book),
        a.Collection: ("data", write_data),
        a.Download: ("resource", write_files),
        a.Forum: ("forum", write_forum),
        a.Label: ("label", write_label),
        a.Poll: ("choice", write_choice),
        a.Survey: ("feedback", write_feedback),
        a.Text: ("page", write_page),
        a.Words: ("glossary", write_glossary),
        p.Heading: ("label", write_label),
        p.Reading: ("page", write_page),
        p.Sco: ("scorm", write_scorm),
        p.Test: ("quiz", write_quiz),
    }
)
"""What a module is made of -> Moodle's name of the plug-in, and who writes it. Of downloads a folder is another one."""
