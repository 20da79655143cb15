"""Questions as HTML for the player: docs/reference/player.md, "A question"."""

from builder.render.questions.quiz import quiz_html
from builder.render.questions.result import result_html

__all__ = ["quiz_html", "result_html"]
