"""What stands between two lines of colons: callouts, figures, recordings, quizzes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from builder.diagnostics.text_codes import (
    FENCE_ATTRIBUTE,
    FENCE_EMPTY,
    FENCE_NAME,
    FENCE_TITLE,
    MODEL_PLACE,
    QUIZ_PLACE,
)
from builder.model.span import Span
from builder.model.text import Blocks, Callout, Inlines, QuizFence
from builder.source.hints import did_you_mean
from builder.source.markdown.attributes import Attributes
from builder.source.markdown.figures import FIGURES, read_figure
from builder.source.markdown.inlines import read_inlines
from builder.source.markdown.recordings import RECORDINGS, read_recording

if TYPE_CHECKING:
    from builder.source.markdown.tree import Tree

CALLOUTS = ("note", "example", "keypoint", "reveal", "model")
NAMES = (*CALLOUTS, "quiz", *FIGURES, *RECORDINGS)


def read_fence(tree: Tree, token: Token) -> Blocks:
    """The block that a fence is; of one that is not understood, the blocks it holds."""
    span = _report_problems(tree, token)
    title: Inlines = ()
    if token.info in RECORDINGS:
        return _recording(tree, token, span)
    if "title" in token.meta:
        title = read_inlines(tree.tokens[tree.at], tree.context)
        tree.at += 1
    name = token.info
    if name == "quiz":
        return _quiz(tree, token, span)
    blocks = tree.nested(token, "colon_fence_close")
    if name not in NAMES:
        if name:
            tree.lines.report(FENCE_NAME, span, name=name, hint=did_you_mean(name, NAMES))
        return blocks
    if not blocks and not token.meta["broken"]:
        tree.lines.report(FENCE_EMPTY, span, name=name)
    attributes: Attributes = token.meta["attributes"]
    if name in CALLOUTS:
        _check_attributes(tree, name, attributes, span)
        if name == "model" and not tree.context.asking:
            tree.lines.report(MODEL_PLACE, span)
        return (Callout(name, title, blocks, span),)
    _check_title(tree, token, span)
    figure = read_figure(name, attributes, blocks, tree.lines, span) if blocks else None
    return (figure,) if figure is not None else ()


def _report_problems(tree: Tree, token: Token) -> Span:
    """Report what was wrong in the opening line, and give its span."""
    line = token.map[0] if token.map else 0
    column: int = token.meta["column"]
    attributes: Attributes = token.meta["attributes"]
    for problem in attributes.problems:
        where = tree.lines.span(line, column + problem.offset, problem.width)
        tree.lines.report(problem.code, where, **problem.values)
    return tree.lines.span(line, column, token.meta["width"])


def _quiz(tree: Tree, token: Token, span: Span) -> Blocks:
    """A quiz, in which questions can stand at the outer level; only blocks where no quiz can stand."""
    context = tree.context
    attributes: Attributes = token.meta["attributes"]
    _check_title(tree, token, span)
    _check_attributes(tree, "quiz", attributes, span)
    if context.depth or context.quiz:
        tree.lines.report(QUIZ_PLACE, span)
        return tree.nested(token, "colon_fence_close")
    level, context.asking = context.level, True
    blocks = tree.blocks("colon_fence_close")
    context.level, context.asking = level, False
    if not blocks and not token.meta["broken"]:
        tree.lines.report(FENCE_EMPTY, span, name="quiz")
    return (QuizFence(blocks, attributes.pairs, attributes.id, span),) if blocks else ()


def _recording(tree: Tree, token: Token, span: Span) -> Blocks:
    """A recording; where other fences have a title stands its file, which is not Markdown."""
    written: str = token.meta.get("title", "")
    tree.at += bool(written)
    blocks = tree.nested(token, "colon_fence_close")
    if token.meta["broken"]:
        return blocks
    attributes: Attributes = token.meta["attributes"]
    recording = read_recording(token.info, written, attributes, blocks=blocks, context=tree.context, span=span)
    return (recording,) if recording is not None else blocks


def _check_title(tree: Tree, token: Token, span: Span) -> None:
    if "title" in token.meta:
        tree.lines.report(FENCE_TITLE, span, name=token.info, title=token.meta["title"])


def _check_attributes(tree: Tree, name: str, attributes: Attributes, span: Span) -> None:
    """Callouts take no attributes, quizzes only an id."""
    given = [*(f".{kind}" for kind in attributes.classes), *attributes.pairs]
    if attributes.id and name != "quiz":
        given.append(f"#{attributes.id}")
    for attribute in given:
        hint = "Remove it; of attributes it takes an id only." if name == "quiz" else "Remove it."
        tree.lines.report(FENCE_ATTRIBUTE, span, name=name, attribute=attribute, hint=hint)
