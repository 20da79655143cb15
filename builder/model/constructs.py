"""What a course can hold that a format may not: the rows of the matrix of losses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Construct:
    """One thing authors write. ``id`` is for ever: targets, also those of others, declare what they do with it."""

    id: str
    group: str
    title: str


TYPE, QUESTION, QUIZ, TEXT, COURSE = "Question types", "In a question", "In a quiz", "On a page", "Around the pages"
"""The groups, in order."""

CONSTRUCTS = (
    Construct("single", TYPE, "Single choice"),
    Construct("multiple", TYPE, "Multiple response"),
    Construct("truefalse", TYPE, "True or false"),
    Construct("truefalse-reason", TYPE, "True or false with reason"),
    Construct("short", TYPE, "Short answer"),
    Construct("short-wildcards", TYPE, "Short answer with wildcards"),
    Construct("numerical", TYPE, "Number"),
    Construct("estimate", TYPE, "Estimate, then reveal"),
    Construct("matching", TYPE, "Matching"),
    Construct("classify", TYPE, "Classify"),
    Construct("ordering", TYPE, "Ordering"),
    Construct("gaps-typed", TYPE, "Gaps to type in"),
    Construct("gaps-chosen", TYPE, "Gaps to choose for"),
    Construct("worked-example", TYPE, "Worked example to complete"),
    Construct("spot", TYPE, "Choose in a table or text"),
    Construct("reflection", TYPE, "Reflection"),
    Construct("scenario", TYPE, "Scenario"),
    Construct("branch", TYPE, "Branching case"),
    Construct("checklist", TYPE, "Checklist with profile"),
    Construct("vote", TYPE, "Vote"),
    Construct("rank", TYPE, "Ranking"),
    Construct("budget", TYPE, "Choice within a budget"),
    Construct("option-feedback", QUESTION, "Feedback of each option or answer"),
    Construct("known-wrong", QUESTION, "Feedback for known wrong answers (`!`)"),
    Construct("general-feedback", QUESTION, "General feedback"),
    Construct("points", QUESTION, "Points"),
    Construct("unit", QUESTION, "Unit of a number"),
    Construct("case", QUESTION, "Capitals that matter"),
    Construct("objective", QUESTION, "Objective of a question"),
    Construct("confidence", QUESTION, "How sure the learner is"),
    Construct("parallel", QUESTION, "Pairs of pre- and post-test"),
    Construct("see", QUESTION, "Page to read again"),
    Construct("question-picture", QUESTION, "Pictures in questions"),
    Construct("draws", QUIZ, "Draws from a bank"),
    Construct("shuffle", QUIZ, "Shuffled questions"),
    Construct("shuffle-options", QUIZ, "Shuffled options"),
    Construct("attempts", QUIZ, "Limit of attempts"),
    Construct("wait", QUIZ, "Waiting between attempts"),
    Construct("time-limit", QUIZ, "Time limit"),
    Construct("pass-mark", QUIZ, "Pass mark"),
    Construct("weight", QUIZ, "Weight of a quiz"),
    Construct("page", TEXT, "Text, headings, lists, tables"),
    Construct("page-link", TEXT, "Links between pages"),
    Construct("glossary", TEXT, "Glossary and links to it"),
    Construct("citation", TEXT, "Citations and their sources"),
    Construct("footnote", TEXT, "Footnotes"),
    Construct("picture", TEXT, "Pictures with alternative text"),
    Construct("figure", TEXT, "Figures drawn from data"),
    Construct("cards", TEXT, "Cards to filter"),
    Construct("callout", TEXT, "Callouts"),
    Construct("reveal", TEXT, "Text that opens when asked"),
    Construct("recording", TEXT, "Video and audio"),
    Construct("practice", TEXT, "Questions inside a page"),
    Construct("structure", COURSE, "Lessons and the order of pages"),
    Construct("metadata", COURSE, "Authors, licence, keywords, study time"),
    Construct("score", COURSE, "Score reported"),
    Construct("completion", COURSE, "Completion and success reported"),
    Construct("resume", COURSE, "Going on where one left"),
    Construct("interactions", COURSE, "Answers reported one by one"),
    Construct("search", COURSE, "Search"),
    Construct("notes", COURSE, "My notes"),
    Construct("discussion", COURSE, "Discussion topics"),
)
"""Every construct, in the order of the table."""
