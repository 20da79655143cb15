"""What a quiz says in words: its rules before an attempt, and what a result means and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from builder.model.quiz import Quiz
from builder.render.questions.quiz import length_of
from builder.render.words import Words
from builder.targets.mbz.modules.quiz.review import is_practice


def facts_of(quiz: Quiz, asked: int, words: Words) -> Iterator[tuple[str, str]]:
    """The rules as pairs of a word and its value. Moodle itself says before an attempt how many are allowed, how
    long they take and what has to be reached; said twice, it would push the button off a phone."""
    t = words.gettext
    yield t("Questions"), str(asked)
    if not quiz.attempts:
        yield t("Attempts"), t("any number")
    if quiz.wait and quiz.attempts != 1:
        yield t("Between attempts"), length_of(quiz.wait, words)


def rules_html(quiz: Quiz, asked: int, words: Words) -> str:
    """The rules, as a table and in sentences; of practice, in one sentence."""
    if is_practice(quiz):
        return said(words.gettext("Check each answer to see what is said of it, and try again as often as you like."))
    rows = "".join(
        f'<tr><th scope="row">{escape(name, quote=False)}</th><td>{escape(value, quote=False)}</td></tr>'
        for name, value in facts_of(quiz, asked, words)
    )
    return f'<table class="table table-sm w-auto"><tbody>{rows}</tbody></table>\n{said(*_rules(quiz, words))}'


def _rules(quiz: Quiz, words: Words) -> Iterator[str]:
    t = words.gettext
    if not quiz.pass_mark:
        yield t("Nothing has to be reached here: your answers show you where you stand.")
    yield t("Your answers are saved when you turn the page. You can go back and change them until you submit.")
    yield t("Explanations follow after the attempt.")
    if quiz.minutes:
        yield t("The time runs on when you leave the page.")
        if quiz.extend:
            yield t("When the time is over, your answers are submitted as they stand.")
            yield t("If you need more time, ask for it before you begin: it can be extended for you.")
        else:
            yield t(
                "It counts in this test and cannot be extended: when it is over, your answers are submitted as they "
                "stand."
            )
    if quiz.attempts != 1:
        yield t("Your best result counts.")


def passed_html(quiz: Quiz, words: Words) -> str:
    """Of a result that reaches the pass mark."""
    t = words.gettext
    reached = t("Pass mark of %(pass)s%% reached.") % {"pass": quiz.pass_mark}
    return said(reached, t("Where an answer was not right, read its explanation: it says why."))


def short_html(quiz: Quiz, words: Words) -> str:
    """Of a result below the pass mark: what to do next, and when."""
    t = words.gettext
    short = t("The pass mark is %(pass)s%%: not reached yet.") % {"pass": quiz.pass_mark}
    look = t("Read the explanations of the answers that were not right, and the pages they name.")
    return said(short, look, *_again(quiz, words))


def _again(quiz: Quiz, words: Words) -> Iterator[str]:
    """Whether and when a quiz can be taken again. The text is the same after every attempt, and Moodle itself says how
    many are left."""
    t = words.gettext
    if quiz.attempts == 1:
        return
    if quiz.wait:
        yield t("You can take it again after a time of waiting: {length}.").format(length=length_of(quiz.wait, words))
    else:
        yield t("Then take it again.")
    if quiz.attempts:
        count = words.ngettext("{n} attempt in all", "{n} attempts in all", quiz.attempts).format(n=quiz.attempts)
        yield t("You have {attempts}, and the best result counts.").format(attempts=count)
    else:
        yield t("Your best result counts.")


def profile_html(words: Words, *, by_objective: bool) -> str:
    """Of any result where nothing has to be reached."""
    t = words.gettext
    if by_objective:
        stand = t("The points by objective show where you stand. Begin where most are missing.")
    else:
        stand = t("Your result shows where you stand.")
    return said(stand, t("Where an answer was not right, read its explanation: it says why."))


def said(*sentences: str) -> str:
    """Sentences in one paragraph; '' for none."""
    return f"<p>{escape(' '.join(sentences), quote=False)}</p>" if sentences else ""
