"""Coursewright: courses written in Markdown, compiled into packages for learning management systems."""

__version__ = "0.1.0"
