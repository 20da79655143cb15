"""Measurements of the tool against the least work any tool of this kind must do."""
