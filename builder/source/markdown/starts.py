"""Block rules by the character their blocks begin with: one look-up replaces the trial of every rule at each line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import digits
from typing import TypeAlias

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

STARTS = {
    "colon_fence": ":",
    "answers": "=!",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-" + digits,
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""The first characters of the blocks a rule can read; a rule that is not named here looks at every line."""

ENDING = STARTS | {"deflist": ":~"}
"""The same where a rule only tells whether a line ends the block above it."""

DASHES = "|-:"
"""The first characters of the line under a table's head."""

CHAINS = {"": STARTS, "paragraph": ENDING, "reference": ENDING, "blockquote": ENDING, "list": ENDING}
"""The sets of rules: to read a block, and to find what ends one of a kind."""


_Named: TypeAlias = tuple[RuleFuncBlockType, str]


class Starts(Ruler[RuleFuncBlockType]):
    """The rules of a finished ruler, each set of them as a single rule."""

    def __init__(self, rules: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.names = rules.get_active_rules()
        names = dict(zip(rules.getRules(""), self.names, strict=True))
        self.chains = {
            chain: [_chosen([(rule, names[rule]) for rule in rules.getRules(chain)], starts)]
            for chain, starts in CHAINS.items()
        }

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803 - the parser's names
        return self.chains.get(chainName, [])

    def get_active_rules(self) -> list[str]:
        return self.names


def _chosen(rules: Sequence[_Named], starts: Mapping[str, str]) -> RuleFuncBlockType:
    """One rule that tries those of ``rules`` which the first characters of two lines allow, in their order."""
    with_table = _by_sign(rules, starts)
    without = _by_sign([named for named in rules if named[1] != "table"], starts)

    def choose(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        at = state.bMarks[start] + state.tShift[start]
        under = state.bMarks[start + 1] + state.tShift[start + 1]
        by_sign = with_table if state.src[under : under + 1] in DASHES else without
        for rule in by_sign.get(state.src[at : at + 1], by_sign[""]):  # noqa: SIM110 - called for every line
            if rule(state, start, end, silent):
                return True
        return False

    return choose


def _by_sign(rules: Sequence[_Named], starts: Mapping[str, str]) -> dict[str, tuple[RuleFuncBlockType, ...]]:
    """The rules for each first character, for all others under ''."""
    signs = ("", *sorted(set("".join(starts.values()))))
    return {
        sign: tuple(rule for rule, name in rules if name not in starts or (sign and sign in starts[name]))
        for sign in signs
    }
