"""Quizzes: from blocks of a page to questions, and the rules they are asked under."""

from builder.source.quiz.read import read_quiz
from builder.source.quiz.settings import KEYS, Settings, read_settings

__all__ = ["KEYS", "Settings", "read_quiz", "read_settings"]
