"""What ``coursewright new`` writes: real, complete files that build as they are."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

import yaml

TAKEN = re.compile(r"^id: *[\"']?([a-z][a-z0-9-]*)|\{#([a-z][a-z0-9-]*)", re.MULTILINE)
"""Ids as they stand in front matter, YAML and headings."""


def fill(name: str, **values: str) -> str:
    """The scaffold ``name`` with its ``$words`` filled in; ``title`` comes as a quoted YAML text in YAML and front
    matter, and as it is in headings."""
    text = files("builder.cli").joinpath("scaffolds", *name.split("/")).read_text(encoding="utf-8")
    if not name.startswith("questions/"):
        values = {key: quoted(value) if key == "title" else value for key, value in values.items()}
    return Template(text).substitute(values)


def quoted(text: str) -> str:
    """``text`` as a YAML text: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def slug(title: str, fallback: str) -> str:
    """``title`` in small letters, digits and hyphens, as ids and file names are written: begins with a letter."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-")
    return words if words[:1].isalpha() else f"{fallback}-{words}".rstrip("-")


def free_id(wanted: str, taken: set[str]) -> str:
    """``wanted``, or with the first number that makes it new."""
    number = 2
    free = wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def ids_in(folder: Path) -> set[str]:
    """The ids written anywhere in the sources under ``folder``."""
    sources = [file for suffix in ("*.md", "*.yaml") for file in folder.rglob(suffix)]
    texts = (file.read_text("utf-8", "replace") for file in sources)
    return {found for text in texts for pair in TAKEN.findall(text) for found in pair if found}


def next_number(folder: Path) -> str:
    """The two digits that put a new file or folder after those there are: ``04-``."""
    numbers = [int(match[0]) for path in folder.glob("[0-9]*") if (match := re.match(r"\d+", path.name))]
    return f"{max(numbers, default=0) + 1:02d}"


def first_objective(course: Path) -> str:
    """The id of the course's first objective; '' when none can be read."""
    try:
        settings = yaml.safe_load((course / "course.yaml").read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    objectives = settings.get("objectives") if isinstance(settings, Mapping) else None
    return str(next(iter(objectives))) if isinstance(objectives, Mapping) and objectives else ""


def with_course(programme: str, folder: str) -> str | None:
    """The text of ``programme.yaml`` with ``folder`` added to its courses, all else as it was; None if it has no list.

    The list may be written in brackets or a line an entry.
    """
    try:
        root = yaml.compose(programme, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    nodes = [value for key, value in root.value if isinstance(key, yaml.ScalarNode) and key.value == "courses"]
    if not nodes or not isinstance(nodes[0], yaml.SequenceNode):
        return None
    node = nodes[0]
    if not node.value:
        end = node.end_mark.index - 1
        return f"{programme[:end]}{folder}{programme[end:]}"
    last = node.value[-1]
    if node.flow_style:
        end = last.end_mark.index
        return f"{programme[:end]}, {folder}{programme[end:]}"
    dash = programme[programme.rfind("\n", 0, last.start_mark.index) + 1 : last.start_mark.index]
    end = programme.find("\n", last.end_mark.index)
    end = len(programme) if end < 0 else end
    return f"{programme[:end]}\n{dash}{folder}{programme[end:]}"
