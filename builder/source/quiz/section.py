"""A heading with what stands under it, before it is understood as a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.text import Block, Blocks, Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the blocks up to the next heading, and the sections under deeper headings."""

    heading: Heading
    blocks: Blocks
    parts: tuple[Section, ...] = ()


def split_sections(blocks: Blocks) -> tuple[Blocks, tuple[Section, ...]]:
    """``blocks`` before the first heading, and the sections: a deeper heading stands in the section above it."""
    intro: list[Block] = []
    sections: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            sections.append((block, []))
        else:
            (sections[-1][1] if sections else intro).append(block)
    return tuple(intro), _nest([Section(heading, tuple(under)) for heading, under in sections])


def _nest(sections: list[Section]) -> tuple[Section, ...]:
    """Sections in reading order, each with the deeper ones that follow it; read from the end, so each is moved once."""
    waiting: list[Section] = []
    for section in reversed(sections):
        parts: list[Section] = []
        while waiting and waiting[-1].heading.level > section.heading.level:
            parts.append(waiting.pop())
        waiting.append(replace(section, parts=tuple(parts)))
    return tuple(reversed(waiting))
