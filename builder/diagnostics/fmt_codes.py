"""Codes of ``fmt`` (``B14``)."""

from builder.diagnostics.code import warning

COUNTERPART_DIFFERS = warning(
    "B141",
    "The questions of this page are not those of its original, so no ids were written from here on.",
    "Give both pages the same questions in the same order, or write the ids by hand.",
    """A translated question keeps the id of the original: so a learner's record, and a change of language, find it.
    Ids are taken over by position, which needs the same questions in both files.""",
)
NOT_FORMATTED = warning(
    "B142",
    "This file was left as it is: {reason}.",
    "Put right what `coursewright check` reports here, then run `coursewright fmt` again.",
    """`fmt` writes ids and tidies blanks, and never changes what a text means. Where it cannot be sure of that, it
    leaves the file alone.""",
)
