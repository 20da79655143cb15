"""Codes of question banks: what one package loses in a format that holds questions alone."""

from builder.diagnostics.code import warning

NO_QUESTIONS = warning(
    "K101",
    "{package} holds no question that {target} could take: its file is empty, and no platform will import it.",
    "Leave {target} out for this course (`targets:` in programme.yaml), or write questions of other types.",
    """A question bank holds questions and nothing else. The matrix (`coursewright targets --matrix`) says which types
    a format takes.""",
)

NO_FORM = warning(
    "K102",
    "{target} cannot hold the question {id}: {reason}. It is left out.",
    "Change the question, or use Moodle XML, which can hold it.",
    """GIFT is plain text with few signs. What a sign of the format would be misread in, or a share that Moodle does
    not know, cannot be written in it.""",
)
