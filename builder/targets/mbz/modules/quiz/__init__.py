"""``mod_quiz``: a page of kind ``test`` or ``quiz`` as a quiz of Moodle's own."""

from builder.targets.mbz.modules.quiz.write import write_quiz

__all__ = ["write_quiz"]
