"""The writers of modules, by what a module is made of: one file a plug-in of Moodle's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from builder.model import activity as a
from builder.targets.mbz import plan as p
from builder.targets.mbz.desk import Desk, Written
from builder.targets.mbz.modules.label import write_label
from builder.targets.mbz.modules.page import write_page

WRITERS: Mapping[type, tuple[str, Callable[[Desk], Written]]] = MappingProxyType(
    {
        a.Label: ("label", write_label),
        a.Text: ("page", write_page),
        p.Heading: ("label", write_label),
        p.Reading: ("page", write_page),
    }
)
"""What a module is made of -> Moodle's name of the plug-in, and who writes it."""
