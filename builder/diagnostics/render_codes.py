"""Codes of rendering: what a page asks for that its package cannot show."""

from builder.diagnostics.code import warning

LEADS_OUT = warning(
    "W101",
    "The link “{text}” leads to {target}, which is not in this package.",
    "Link to a page of the same lesson, or set `package: course` in course.yaml: then all lessons share one package.",
    """With `package: lesson` each lesson is a package of its own, and a learning platform keeps packages apart:
    no link can lead from one into another. The words stay on the page, as plain text.""",
)
