"""What questions say around their answers, as HTML with class names by which our importer finds the parts again."""

from __future__ import annotations

from html import escape

from builder.model.question import GapFill, Matching, Numerical, Ordering, Reflection, Spot, TrueFalse
from builder.model.text import Blocks, Inlines
from builder.render.numbers import numbers
from builder.targets.banks import Unit
from builder.targets.fragments import Fragments
from builder.targets.safe import fit


class Prompts:
    """Writes the texts of one course's questions."""

    __slots__ = ("_close", "_open", "fragments", "language")

    def __init__(self, fragments: Fragments) -> None:
        self.fragments = fragments
        self.language = fragments.course.language
        is_rtl = numbers(self.language).direction == "rtl"
        # Moodle's theme aligns the texts of questions to the left by name, whatever their direction.
        turn = f'<div dir="rtl" lang="{escape(self.language)}" style="text-align:right">'
        self._open = turn if is_rtl else ""
        self._close = "</div>" if is_rtl else ""

    def word(self, message: str) -> str:
        """An interface word as HTML."""
        return escape(self.fragments.writer.t(message), quote=False)

    def turned(self, html: str) -> str:
        """``html`` with its direction, where that is not the platform's own; '' for nothing."""
        return fit(f"{self._open}{html}{self._close}") if html else ""

    def blocks(self, blocks: Blocks) -> str:
        """Blocks with their direction."""
        return self.turned(self.fragments.html(blocks))

    def tight(self, blocks: Blocks) -> str:
        """An option: a single paragraph stands without its ``p``."""
        return self.turned(self.fragments.tight(blocks)) or "…"

    def inline(self, nodes: Inlines) -> str:
        """Inline nodes with their direction."""
        return self.turned(self.fragments.inline(nodes))

    def question(self, unit: Unit) -> str:
        """What is asked: the scenario, the heading, the stem, and what stands before the answer, or holds its gaps.

        Of a question's texts this one must be written first: its page's footnotes are those of the others, too.
        """
        question, html = unit.question, self.fragments.html
        asked = self.fragments.prompt(question)
        parts = [self._scenario(unit), asked]
        match question:
            case TrueFalse(because=because) if because:
                parts.append(f'<div class="because">{html(because)}</div>')
            case Matching(heads=(left, right)) if left or right:
                parts.append(f'<p class="heads">{self._head(left)} \N{EN DASH} {self._head(right)}</p>')
            case Spot(quoted=quoted):
                parts.append(f'<blockquote class="quoted">{html(quoted)}</blockquote>')
            case Numerical(unit=sign) if sign:
                parts.append(f'<p class="unit">({escape(sign, quote=False)})</p>')
            case GapFill(body=body):
                parts.append(html(body))
        return self.turned("\n".join(part for part in parts if part))

    def general(self, unit: Unit) -> str:
        """General feedback, and after it what the format has no other place for."""
        question, html = unit.question, self.fragments.html
        parts = [html(question.feedback)]
        match question:
            case Reflection(model=model) if model:
                parts.append(
                    f'<div class="model"><p><strong>{self.word("Model answer")}</strong></p>{html(model)}</div>'
                )
            case Ordering(items=items) if any(item.feedback for item in items):
                parts.append(self._said([item.feedback for item in items]))
            case GapFill(explained=explained) if any(explained):
                parts.append(self._said(explained))
        return self.turned("\n".join(part for part in parts if part))

    def pair(self, judgement: Blocks, reason: Blocks) -> str:
        """A judgement with its reason, or what is said to them; '' for nothing."""
        inner = [
            f'<div class="{name}">{self.fragments.html(blocks)}</div>'
            for name, blocks in (("judgement", judgement), ("reason", reason))
            if blocks
        ]
        return self.turned("".join(inner))

    def see(self, unit: Unit) -> str:
        """The page to read again, as a hint; '' where none is named."""
        pages = [*self.fragments.course.pages, *self.fragments.course.banks]
        title = next((page.title for page in pages if page.id == unit.question.see), "")
        return self.turned(f"<p>{self.word('Read again:')} {escape(title, quote=False)}</p>") if title else ""

    def _scenario(self, unit: Unit) -> str:
        if unit.scenario is None:
            return ""
        inner = f"<p><strong>{self.fragments.inline(unit.scenario.title)}</strong></p>"
        return f'<div class="scenario">{inner}\n{self.fragments.html(unit.scenario.stem)}</div>'

    def _head(self, nodes: Inlines) -> str:
        return f"<span>{self.fragments.inline(nodes)}</span>"

    def _said(self, parts: list[Blocks] | tuple[Blocks, ...]) -> str:
        """What is said of each item, under its number."""
        items = (
            f'<li value="{number}">{self.fragments.html(blocks)}</li>'
            for number, blocks in enumerate(parts, 1)
            if blocks
        )
        return f'<ol class="items">{"".join(items)}</ol>'
