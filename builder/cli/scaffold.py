"""What ``coursewright new`` writes: real, complete files that build as they are."""

from __future__ import annotations

import json
import re
import unicodedata
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
    sources = [file for suffix in ("*.md", "*.yaml") for file in folder.rglob(suffix) if file.is_file()]
    texts = (file.read_text("utf-8", "replace") for file in sources)
    return {found for text in texts for pair in TAKEN.findall(text) for found in pair if found}


def next_number(folder: Path) -> str:
    """The two digits that put a new file or folder after those there are: ``04-``."""
    numbers = [int(match[0]) for path in folder.glob("[0-9]*") if (match := re.match(r"\d+", path.name))]
    return f"{max(numbers, default=0) + 1:02d}"


def first_objective(course: Path) -> str:
    """The id of the course's first objective; '' when none can be read."""
    try:
        objectives = _node((course / "course.yaml").read_text("utf-8"), "objectives")
    except (OSError, UnicodeDecodeError):
        return ""
    return str(objectives.value[0][0].value) if isinstance(objectives, yaml.MappingNode) and objectives.value else ""


def value_in(text: str, key: str) -> str:
    """The text that ``key`` has in a mapping in YAML; '' when none can be read."""
    node = _node(text, key)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def with_entry(text: str, entry: str) -> str:
    """A list in YAML with the record of ``entry`` added, unless one of its id is there or it is no plain list."""
    if not text.strip():
        return entry
    own, root = _compose(entry), _compose(text)
    assert isinstance(own, yaml.SequenceNode)
    if isinstance(root, yaml.SequenceNode) and not root.flow_style:
        is_wanted = _of(own.value[0], "id") not in {_of(one, "id") for one in root.value}
    else:
        is_wanted = all(line.strip()[:1] in ("", "#") for line in text.splitlines())
    return text.rstrip() + "\n" + entry[entry.index("- id:") :] if is_wanted else text


def _of(node: yaml.Node, key: str) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for name, value in pairs if name.value == key), "")


def _node(text: str, key: str) -> yaml.Node | None:
    """The value of ``key`` in a mapping in YAML."""
    root = _compose(text)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for name, value in pairs if isinstance(name, yaml.ScalarNode) and name.value == key), None)


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def with_course(programme: str, folder: str) -> str | None:
    """The text of ``programme.yaml`` with ``folder`` added to its courses, all else as it was; None if it has no list.

    The list may be written in brackets or a line an entry.
    """
    node = _node(programme, "courses")
    if not isinstance(node, yaml.SequenceNode):
        return None
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


def with_activity(outline: str, id: str) -> str:
    """The text of ``outline.yaml`` with an activity added to its last section, all else as it was; unchanged where no
    section has a list of entries, a line each."""
    sections = _node(outline, "sections")
    last = sections.value[-1] if isinstance(sections, yaml.SequenceNode) and sections.value else None
    pairs = last.value if isinstance(last, yaml.MappingNode) else []
    entries = next((value for name, value in pairs if name.value == "entries"), None)
    if not isinstance(entries, yaml.SequenceNode) or entries.flow_style or not entries.value:
        return outline
    first, end = entries.value[0], entries.value[-1].end_mark.index
    start = outline.rfind("\n", 0, first.start_mark.index) + 1
    dash = outline[start : outline.index("-", start)] + "- "
    kept = outline[:end].rstrip()
    return f"{kept}\n{dash}{id}{outline[len(kept) :]}"
