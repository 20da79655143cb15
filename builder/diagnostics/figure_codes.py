"""Codes of figures and the sources cited for them (``C31``)."""

from builder.diagnostics.code import warning

FIGURE_UNFOUNDED = warning(
    "C311",
    "The {what} {figure} stands in none of the sources cited {where}{sources}.",
    "Write it as the source has it, cite the source that holds it, or show how it is calculated.{near}",
    """A reader who looks the figure up must find it. It is looked for in the statement, the year and the title of the
    sources that are cited in the same paragraph, list item, table row or box. What is no paragraph, and has no citation
    of its own, answers to those on its page; questions to those in them, on their page, on the pages they lead to,
    or else in the course. Rounded numbers pass behind `about` and its like, calculated ones where the calculation can
    be seen. Wrong options may hold any number.""",
)
FIGURE_UNCITED = warning(
    "C312",
    "No source is cited for {figures}.",
    "Put the citation behind the claim, as in `[@{example}]`{hint}. If the case is invented, say in the same paragraph "
    "that it is fictional.",
    """A figure about the world needs its source in the same paragraph, so that it can be checked and brought up to
    date. What is called fictional needs none, nor do numbers that only count or name: steps, lessons, questions,
    minutes, scales, codes such as ISO 8000. A lead that says so, or a paragraph in front of the first heading, calls
    the whole page fictional, a heading or the title of a box what stands below it.""",
)
SUM_WRONG = warning(
    "C313",
    "This calculation makes {right}, not {figure}.",
    "Correct the result or the numbers in front of it.",
    """Calculations with `=` or `≈` are worked out again, within the rounding of the result, in fictional cases as
    well. Readers of a course on policy do the sum.""",
)
FIGURE_UNIT = warning(
    "C314",
    "The sources cited here have {other}, the text has {figure}.",
    "Write per cent or percentage points as the source does.",
    """A share that grows from 20% to 25% grows by 5 percentage points, or by 25%. The two are often mixed up, and the
    meaning changes.""",
)
