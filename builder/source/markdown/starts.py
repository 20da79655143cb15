"""Block rules by the character their blocks begin with: one look-up replaces the trial of every rule at each line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import digits

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

CHAINS = ("", "paragraph", "reference", "blockquote", "list")
"""The sets of rules by use: to read a block, and to find what ends one."""


class Starts(Ruler[RuleFuncBlockType]):
    """The rules of a finished ruler, each set of them as a single rule."""

    def __init__(self, rules: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.names = rules.get_active_rules()
        named = dict(zip(rules.getRules(""), self.names, strict=True))
        self.chains = {chain: [_chosen(rules.getRules(chain), named)] for chain in CHAINS}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803 - the parser's names
        return self.chains.get(chainName, [])

    def get_active_rules(self) -> list[str]:
        return self.names


def _chosen(rules: Iterable[RuleFuncBlockType], named: dict[RuleFuncBlockType, str]) -> RuleFuncBlockType:
    """One rule that tries those of ``rules`` which the first character of a line allows, in their order."""
    ordered = [(rule, STARTS.get(named[rule])) for rule in rules]
    by_sign: dict[str, tuple[Callable[..., bool], ...]] = {
        sign: tuple(rule for rule, signs in ordered if signs is None or sign in signs)
        for sign in set("".join(STARTS.values()))
    }
    others = tuple(rule for rule, signs in ordered if signs is None)

    def choose(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        at = state.bMarks[start] + state.tShift[start]
        for rule in by_sign.get(state.src[at : at + 1], others):  # noqa: SIM110 - called for every line; any() is slow
            if rule(state, start, end, silent):
                return True
        return False

    return choose
