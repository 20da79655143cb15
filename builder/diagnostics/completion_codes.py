"""Codes of worked examples to complete."""

from builder.diagnostics.code import error, warning

COMPLETION_LIST = error(
    "Q702",
    "The steps of a worked example to complete are an ordered list, and this is none.",
    "Write each step as an item with a number: `1. **Name**: text`, with gaps `[[...]]` in those left to the learner.",
    """A worked example is shown step by step. The steps without gaps are given, those with gaps are the learner's. For
    gaps in running text take `.completion` out of the heading.""",
)
COMPLETION_GIVEN = warning(
    "Q703",
    "No step of this worked example is given: all have gaps.",
    "Give the first steps in full, without gaps.",
    """Learners complete an example from the steps they see. With nothing given it is a gap fill: take `.completion` out
    of the heading.""",
)
