"""Codes of rendering: what a page asks for that its package cannot show."""

from builder.diagnostics.code import error, warning

LEADS_OUT = warning(
    "W101",
    "The link “{text}” leads to {target}, which is not in this package.",
    "Link to a page of the same lesson, or set `package: course` in course.yaml: then all lessons share one package.",
    """With `package: lesson` each lesson is a package of its own, and a learning platform keeps packages apart:
    no link can lead from one into another. The words stay on the page, as plain text.""",
)

NO_PICTURE = error(
    "W102",
    "The picture {path} cannot be read: {reason}.",
    "Put the file there, or correct the path in `![…](…)`.",
    """A package must hold every picture its pages show, so that it works without a connection to anything else.""",
)

NO_NUMBER = warning(
    "W103",
    "“{text}” in a `::: bars` figure is not a number, so that it gets no bar.",
    'Write the number alone with a decimal point (15.1) and the unit once on the fence: `::: bars {{unit="%"}}`.',
    """Bars are drawn from the numbers of the table. A cell that holds words is shown as it stands, without a bar.""",
)
