"""A heading with what stands under it, before it is understood as a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.text import Blocks, Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the blocks up to the next heading, and the sections under deeper headings."""

    heading: Heading
    blocks: Blocks
    parts: tuple[Section, ...] = ()


def split_sections(blocks: Blocks) -> tuple[Blocks, tuple[Section, ...]]:
    """``blocks`` before the first heading, and the sections: a deeper heading stands in the section above it."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    ends = [*starts[1:], len(blocks)]
    sections = [
        Section(heading, blocks[start + 1 : end])
        for start, end in zip(starts, ends, strict=True)
        if isinstance(heading := blocks[start], Heading)
    ]
    return blocks[: starts[0]] if starts else blocks, _nest(sections)


def _nest(sections: list[Section]) -> tuple[Section, ...]:
    nested: list[Section] = []
    while sections:
        top, *rest = sections
        count = next((n for n, each in enumerate(rest) if each.heading.level <= top.heading.level), len(rest))
        nested.append(replace(top, parts=_nest(rest[:count])))
        sections = rest[count:]
    return tuple(nested)
