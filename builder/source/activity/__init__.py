"""The folder ``activities``: what stands around the courses of a programme (docs/reference/authoring.md)."""

from builder.source.activity.read import read_activities

__all__ = ["read_activities"]
