"""Where the parts of a page stand in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from builder.diagnostics import Diagnostic, DiagnosticCode
from builder.model.span import Span


@dataclass(slots=True)
class Lines:
    """The lines of a file, and the diagnostics about them.

    ``path`` is the file relative to the folder of courses; ``base`` the number of lines before the Markdown,
    so that line ``n`` of a token (from 0) is ``lines[base + n]``.
    """

    path: str
    lines: list[str]
    base: int
    found: list[Diagnostic]

    def source(self, line: int) -> str:
        """Line ``line`` of the Markdown, from 0; '' beyond the end."""
        index = line + self.base
        return self.lines[index] if index < len(self.lines) else ""

    def span(self, line: int, column: int, width: int = 1) -> Span:
        """The span of ``width`` characters from ``column``; ``line`` and ``column`` count from 0."""
        return Span(self.path, line + self.base + 1, column + 1, width or 1)

    def block(self, token: Token, mark: str = "") -> Span:
        """The span of a block's first line from its first character, or from ``mark``."""
        line = token.map[0] if token.map else 0
        text = self.source(line)
        column = max(text.find(mark), 0) if mark else len(text) - len(text.lstrip())
        return Span(self.path, line + self.base + 1, column + 1, max(len(text.rstrip()) - column, 1))

    def text(self, token: Token) -> Span:
        """The span of the first line of an inline token's text."""
        first = token.content.partition("\n")[0]
        line = token.map[0] if token.map else 0
        column = max(self.source(line).rfind(first), 0)
        return Span(self.path, line + self.base + 1, column + 1, len(first) or 1)

    def inline(self, token: Token, start: int, end: int) -> Span:
        """The span of the characters ``start`` to ``end`` of an inline token's content."""
        content = token.content
        below = content.count("\n", 0, start)
        first = content.rfind("\n", 0, start) + 1 if below else 0
        line = (token.map[0] if token.map else 0) + below
        if not below and "column" in token.meta:
            # In a cell each bar of the content stands for two characters of the source.
            escapes = content.count("|", 0, start) if "cell" in token.meta else 0
            column = token.meta["column"] + start + escapes
        else:
            last = content.find("\n", first)
            text = content[first:] if last < 0 else content[first:last]
            column = start - first + max(self.source(line).rfind(text), 0)
        return Span(self.path, line + self.base + 1, column + 1, max(end - start, 1))

    def report(self, code: DiagnosticCode, span: Span, **values: Any) -> None:
        """Add a diagnostic."""
        self.found.append(code.at(span, **values))
