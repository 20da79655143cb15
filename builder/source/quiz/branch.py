"""The branching case: steps whose options lead to other steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from builder.diagnostics import answer_codes, quiz_codes
from builder.model.question import Branch, BranchStep, Option
from builder.model.span import Span
from builder.model.text import Blocks, Inline, Inlines, Link, List, Paragraph, Text
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import read_options
from builder.source.quiz.section import Section
from builder.source.quiz.shape import Shape, shape_of
from builder.source.quiz.words import flat, runs, walk


def read_branch(asking: Asking) -> Branch | None:
    """Each sub-heading is a step; the first opens the case, one without options ends it."""
    before = len(asking.report)
    for block in asking.blocks:
        if shape_of(block) in (Shape.OPTIONS, Shape.LINES):
            asking.wrong(quiz_codes.SCENARIO_ANSWER, block.span)
    if not asking.parts:
        asking.wrong(answer_codes.BRANCH_STEPS)
        return None
    steps = tuple(_step(asking, section) for section in asking.parts)
    if len(asking.report) == before:
        _check_ways(asking, steps)
    if len(asking.report) > before:
        return None
    return Branch(**asking.head.common(asking.blocks), steps=steps)


def _step(asking: Asking, section: Section) -> BranchStep:
    heading = section.heading
    for part in section.parts:
        asking.wrong(quiz_codes.NESTED_SCENARIO, part.heading.span)
    for name in heading.classes:
        asking.wrong(quiz_codes.CLASS_ON_SCENARIO, heading.span, kind=name)
    for name in heading.attributes:
        asking.wrong(
            quiz_codes.ATTRIBUTE_ELSEWHERE, heading.span, name=name, kind="a step of a case", owners="questions"
        )
    lists = [place for place, block in enumerate(section.blocks) if shape_of(block) is Shape.OPTIONS]
    if not lists:
        return BranchStep(heading.id, heading.children, section.blocks, (), heading.span)
    place = lists[-1]
    block = section.blocks[place]
    if len(lists) > 1:
        first = section.blocks[lists[0]]
        shape = Shape.OPTIONS.value
        hint = "Make one list of the two: same sign before each option, feedback indented by 2 blanks."
        asking.wrong(
            quiz_codes.TWO_ANSWERS, block.span, first=shape, line=first.span.line, second="task list", hint=hint
        )
    elif place + 1 < len(section.blocks):
        asking.wrong(quiz_codes.TEXT_AFTER_ANSWER, section.blocks[place + 1].span)
    options = read_options(asking, block, least=1) if isinstance(block, List) else ()
    if options and not any(option.correct for option in options):
        asking.wrong(answer_codes.NO_RIGHT_WAY, block.span)
    return BranchStep(heading.id, heading.children, section.blocks[:place], tuple(map(_lead, options)), heading.span)


def _lead(option: Option) -> Option:
    """The option with the link at its end taken for where it leads."""
    last = option.body[-1] if option.body else None
    if not isinstance(last, Paragraph) or not last.children:
        return option
    *words, link = _trimmed(last.children)
    if not isinstance(link, Link) or not link.target.startswith("#"):
        return option
    body: Blocks = (*option.body[:-1], replace(last, children=_trimmed(tuple(words))))
    return replace(option, body=body, goto=link.target[1:])


def _targets(body: Blocks) -> Iterator[str]:
    """Where the links in an option lead."""
    for block in walk(body):
        for run in runs(block):
            yield from (node.target for node in flat(run) if isinstance(node, Link))


def _trimmed(inlines: Inlines) -> tuple[Inline, ...]:
    """``inlines`` without blanks at the end."""
    if inlines and isinstance(last := inlines[-1], Text):
        text = last.text.rstrip()
        return (*inlines[:-1], Text(text)) if text else _trimmed(inlines[:-1])
    return inlines


def _check_ways(asking: Asking, steps: tuple[BranchStep, ...]) -> None:
    named: dict[str, BranchStep] = {}
    for step in steps:
        if step.id and (first := named.setdefault(step.id, step)) is not step:
            asking.wrong(answer_codes.DUPLICATE_STEP, step.span, name=step.id, line=first.span.line)
    before = len(asking.report)
    for step in steps:
        for option in step.options:
            _check_link(asking, option, named)
    if len(asking.report) > before:
        return  # a wrong link leaves steps unreached: one mistake, one diagnostic
    for span in _loops(steps[0], named):
        asking.wrong(answer_codes.BRANCH_LOOP, span)
    reached = {option.goto for step in steps for option in step.options}
    for step in steps[1:]:
        if step.id and step.id not in reached:
            asking.wrong(answer_codes.UNREACHED_STEP, step.span, name=step.id)


def _check_link(asking: Asking, option: Option, named: Mapping[str, BranchStep]) -> None:
    if not option.goto and any(target.removeprefix("#") in named for target in _targets(option.body)):
        asking.wrong(answer_codes.STEP_LINK_PLACE, option.span)
    if option.goto and option.goto not in named:
        near = get_close_matches(option.goto[:40], list(named)[:100], 1)
        hint = f"Did you mean `#{near[0]}`?" if near else "Write the id of a step, or add the step."
        asking.wrong(answer_codes.UNKNOWN_STEP, option.span, name=option.goto, hint=hint)


def _loops(first: BranchStep, named: Mapping[str, BranchStep]) -> Iterator[Span]:
    """Where an option leads back to a step on the way to it: a depth-first search without recursion."""
    way = [(first, iter(first.options))]
    on_way, done = {id(first)}, set[int]()
    while way:
        step, options = way[-1]
        option = next(options, None)
        if option is None:
            done.add(id(step))
            on_way.discard(id(step))
            way.pop()
            continue
        target = named.get(option.goto)
        if target is None or id(target) in done:
            continue
        if id(target) in on_way:
            yield option.span
        else:
            on_way.add(id(target))
            way.append((target, iter(target.options)))
