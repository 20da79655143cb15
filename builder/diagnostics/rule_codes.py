"""Codes of the rules a quiz is asked under: its front matter (``D1``) and draws (``D2``)."""

from builder.diagnostics.code import error

BAD_SETTING = error(
    "D101",
    "`{name}: {value}` cannot be read: {wanted}.",
    "Write for example `{name}: {example}`.",
    """The front matter of a quiz says how it is taken: pass mark, attempts, waiting and time, shuffling, weight.""",
)
BAD_DURATION = error(
    "D102",
    "`{value}` is not a length of time.",
    "Write a whole number and a unit: `{example}` (`s`, `min`, `h`, `days`, `weeks`).",
    """A bare number could be meant in minutes, hours or days.""",
)
NOT_FOR_BANKS = error(
    "D103",
    "`{name}` has no meaning for a bank.",
    "Write it in the page of the test that draws from this bank.",
    """A bank is a store of questions and is never taken itself. How they are asked is said where they are asked.""",
)
BAD_DRAW = error(
    "D201",
    "This cannot be read as a draw: {reason}.",
    "Write `- {{objective: O1, count: 3}}`, or `- {{bank: bank-o1, count: 3}}`.",
    """`draw` is a list. Each entry says how many questions are drawn, and of which objective or bank.""",
)
UNKNOWN_DRAW_KEY = error(
    "D202",
    "A draw has no `{name}`.",
    "{hint}",
    """An entry of `draw` knows `count`, `objective` and `bank`.""",
)
