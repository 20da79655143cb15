"""What stands between two lines of colons: callouts, figures, quizzes."""

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
from builder.model.text import Block, Blocks, Callout, Inlines, QuizFence
from builder.source.hints import did_you_mean
from builder.source.markdown.attributes import Attributes
from builder.source.markdown.figures import FIGURES, read_figure
from builder.source.markdown.inlines import read_inlines

if TYPE_CHECKING:
    from builder.source.markdown.tree import Tree

CALLOUTS = ("note", "example", "keypoint", "reveal", "model")
NAMES = (*CALLOUTS, "quiz", *FIGURES)


def read_fence(tree: Tree, token: Token, out: list[Block]) -> None:
    """Append the block that a fence is; of an unknown one, what it holds."""
    lines, context, name = tree.lines, tree.context, token.info
    attributes: Attributes = token.meta["attributes"]
    line = token.map[0] if token.map else 0
    column = token.meta["column"]
    span = lines.span(line, column, token.meta["width"])
    for problem in attributes.problems:
        lines.report(problem.code, lines.span(line, column + problem.offset, problem.width), **problem.values)
    title: Inlines = ()
    if "title" in token.meta:
        title = read_inlines(tree.tokens[tree.at], context)
        tree.at += 1
    if name == "quiz":
        blocks = _quiz_blocks(tree, token, span)
    else:
        blocks = tree.nested(token, "colon_fence_close")
    if token.meta["broken"]:
        return
    if name not in NAMES:
        if name:
            lines.report(FENCE_NAME, span, name=name, hint=did_you_mean(name, NAMES))
        out.extend(blocks)
        return
    if not blocks:
        lines.report(FENCE_EMPTY, span, name=name)
    if name in CALLOUTS:
        _check_attributes(tree, name, attributes, span)
        if name == "model" and not context.asking:
            lines.report(MODEL_PLACE, span)
        out.append(Callout(name, title, blocks, span))
        return
    if title:
        lines.report(FENCE_TITLE, span, name=name, title=token.meta["title"])
    if name == "quiz":
        _check_attributes(tree, name, attributes, span)
        if not context.depth and not context.quiz:
            out.append(QuizFence(blocks, attributes.pairs, attributes.id, span))
    elif blocks:
        figure = read_figure(name, attributes, blocks, lines, span)
        if figure is not None:
            out.append(figure)


def _quiz_blocks(tree: Tree, token: Token, span: Span) -> Blocks:
    """The blocks of a quiz, where questions can stand at the outer level."""
    context = tree.context
    if context.depth or context.quiz:
        tree.lines.report(QUIZ_PLACE, span)
        return tree.nested(token, "colon_fence_close")
    level, context.asking = context.level, True
    blocks = tree.blocks("colon_fence_close")
    context.level, context.asking = level, False
    return blocks


def _check_attributes(tree: Tree, name: str, attributes: Attributes, span: Span) -> None:
    """Callouts take no attributes, quizzes only an id."""
    given = [*(f".{kind}" for kind in attributes.classes), *attributes.pairs]
    if attributes.id and name != "quiz":
        given.append(f"#{attributes.id}")
    for attribute in given:
        hint = "Remove it; of attributes it takes an id only." if name == "quiz" else "Remove it."
        tree.lines.report(FENCE_ATTRIBUTE, span, name=name, attribute=attribute, hint=hint)
