"""Codes of cards: ``F`` figures."""

from builder.diagnostics.code import error

CARDS_FILTER = error(
    "F211",
    "There is no column `{name}` to filter these cards by.",
    "Write the heads of columns as they stand in the table, with commas between them. {hint}",
    """`filter` names the columns that learners may choose cards by. The first column is the title of each card, which
    no two cards share, so that it is nothing to choose by.""",
)
CARDS_HEAD = error(
    "F212",
    "Column {number} of these cards has no head.",
    "Write in the first row of the table what the column holds.",
    """On a card each cell stands under the head of its column. Without one nobody can tell what the text is about.""",
)
CARDS_TITLE = error(
    "F213",
    "This card has no title.",
    "Write it in the first cell of the row.",
    """The first cell of a row is the heading of its card. Screen readers list cards by it.""",
)
