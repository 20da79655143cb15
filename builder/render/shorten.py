"""Shorter names for the variables of the player's scripts, after ``rjsmin`` has taken blanks and comments.

A variable's name is replaced everywhere, and by one the script does not use: whatever its scopes, the script means the
same. Properties stay: ``a.name``, ``{name: 1}``, ``{name() {}}``; ``{name}`` becomes ``{name:b}``.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise, product
from typing import NamedTuple

TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<regex>(?<=[=(,:!&|?;{}>\n])/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)
      | (?P<name>[A-Za-z_$][\w$]*)
      | (?P<number>\d[\w.]*)
      | (?P<blank>\s+)
      | (?P<sign>\.\.\.|=>|\?\.|.)""",
    re.VERBOSE | re.DOTALL,
)

WORDS = frozenset(
    """arguments async await break case catch class const continue debugger default delete do else enum eval export
    extends false finally for function get if implements import in instanceof interface let new null of package private
    protected public return set static super switch this throw true try typeof undefined var void while with yield
    """.split()
)
"""Words of the language: neither renamed nor used as names."""

GLOBALS = frozenset(
    """addEventListener clearInterval clearTimeout document fetch history innerWidth isNaN location matchMedia navigator
    parseFloat parseInt print removeEventListener scrollTo scrollY setInterval setTimeout window""".split()
)
"""What a script of ours means without declaring it; others begin with a capital."""

OPENING = {"(": ")", "[": "]", "{": "}"}
BEFORE_BLOCK = frozenset([")", "=>", "else", "try", "finally", "do", ";", "{", "}"])
FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"


class Place(NamedTuple):
    """A bracket around a word: its sign, whether it is a block, whether it holds parameters or a pattern."""

    sign: str
    block: bool
    declares: bool


class Unreadable(ValueError):  # noqa: N818 - what it says of the script:
    """A script uses what this module does not read: a class or a template string."""


def shorten(script: str) -> str:
    """``script`` (the inside of one strict function) with its variables renamed, the most used ones shortest."""
    tokens = [(found.lastgroup or "", found.group()) for found in TOKEN.finditer(script)]
    solid = [at for at, (kind, _) in enumerate(tokens) if kind != "blank"]
    texts = [tokens[at][1] for at in solid]
    if "`" in texts or any(text == "class" and after != ":" for text, after in pairwise(texts)):
        raise Unreadable("a class or a template string")
    roles, declared = _roles([tokens[at] for at in solid], texts)
    used = Counter(texts[at] for at in roles)
    taken = {text for text in used if text not in declared} | WORDS | GLOBALS
    fresh = (name for name in map("".join, chain(FIRST, product(FIRST, FIRST))) if name not in taken)
    order = sorted(declared - WORDS - GLOBALS, key=lambda name: (-used[name], name))
    renamed = dict(zip(order, fresh, strict=False))
    for at, shorthand in roles.items():
        kind, text = tokens[solid[at]]
        short = renamed.get(text, text)
        tokens[solid[at]] = (kind, f"{text}:{short}" if shorthand and short != text else short)
    return "".join(text for _, text in tokens)


def _roles(words: list[tuple[str, str]], texts: list[str]) -> tuple[dict[int, bool], set[str]]:
    """The places of variables, True for ``{name}``, and the names that are declared."""
    closing = _closing(words)
    roles: dict[int, bool] = {}
    declared: set[str] = set()
    around = [Place("", True, False)]
    for at, (kind, text) in enumerate(words):
        before = texts[at - 1] if at else ";"
        after = texts[at + 1] if at + 1 < len(texts) else ";"
        if kind == "sign" and text in OPENING:
            around.append(_place(texts, closing, at, around[-1]))
        elif kind == "sign" and text == OPENING.get(around[-1].sign):
            around.pop()
        elif kind == "name" and text not in WORDS and before not in {".", "?."}:
            sign, block, declares = around[-1]
            member = sign == "{" and not block and before in {"{", ","}
            if member and after in {":", "("}:
                continue
            roles[at] = member
            if (
                before in {"const", "let", "function"}
                or after == "=>"
                or (declares and before in {"(", "[", "{", ",", ":", "..."})
            ):
                declared.add(text)
    return roles, declared


def _place(texts: list[str], closing: dict[int, int], at: int, outer: Place) -> Place:
    before = texts[at - 1] if at else ";"
    sign = texts[at]
    if sign == "(":
        arrow = texts[closing[at] + 1 : closing[at] + 2] == ["=>"]
        named = texts[closing[at] + 1 : closing[at] + 2] == ["{"] and before not in WORDS
        return Place(sign, False, arrow or named or before in {"function", "catch"})
    nested = outer.declares and before in {"(", "[", "{", ",", ":"}
    return Place(sign, sign == "{" and before in BEFORE_BLOCK, nested or before in {"const", "let"})


def _closing(words: list[tuple[str, str]]) -> dict[int, int]:
    """Where each opening bracket is closed."""
    stack: list[int] = []
    closing: dict[int, int] = {}
    for at, (kind, text) in enumerate(words):
        if kind == "sign" and text in OPENING:
            stack.append(at)
        elif kind == "sign" and text in OPENING.values():
            closing[stack.pop()] = at
    return closing
