"""Random questions of every type, written as authors write them."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.random_text import TextAuthor, prefix

UNSCORED = (".reflection", ".estimate", ".checklist", ".vote", ".rank", ".budget")


class QuizAuthor(TextAuthor):
    """Writes questions. Ids are sometimes left out; those that something points to never are."""

    def __init__(self, seed: str, language: str, ids: float) -> None:
        super().__init__(seed, language)
        self.ids = ids
        self.count = 0

    def id(self, sign: str) -> str:
        """``#id`` or '', the next id either way."""
        self.count += 1
        return f"#{sign}-{self.count}" if self.chance(self.ids) and self.is_kept(self.count) else ""

    def is_kept(self, number: int) -> bool:
        """Whether an id stands in this language too; overridden for translations."""
        return True

    def heading(self, level: int, attributes: str = "", *, sign: str = "q", common: bool = True) -> str:
        title = self.voice.words(3, 7) + "?"
        if self.chance(0.2):
            title += f" *{self.voice.words(1, 1)}*"
        extra = []
        if common:
            options = ("objective=O1", "objective=O2", "points=2", "points=0.5", "rev=2", "confidence", "shuffle=no")
            extra = [self.structure.choice(options)] if self.chance(0.4) else []
            if attributes.startswith(UNSCORED):
                extra = [each for each in extra if not each.startswith("points")]
        inside = " ".join(each for each in (self.id(sign), attributes, *extra) if each)
        is_closed = self.chance(0.1)
        closing = " " + "#" * level if is_closed else ""
        return f"{'#' * level} {title}" + (f" {{{inside}}}" if inside else "") + closing

    def stem(self) -> list[str]:
        makers = (self.paragraph, self.quote, lambda: self.table(3), self.callout, self.bullets, self.code)
        blocks = [self.structure.choice(makers)() for _ in range(self.between(0, 2))]
        # A list just above the options, or a quotation above a reflection's end, would be read with what follows.
        return [*blocks, self.voice.words() + ":"] if blocks else []

    def feedback(self) -> list[str]:
        return [self.quote()] if self.chance(0.5) else []

    def options(self, right: list[bool], *, reasons: bool = True) -> str:
        sign = self.structure.choice("-*+")
        lines = []
        for good in right:
            box = self.structure.choice("xxX") if good else " "
            lines.append(f"{sign} [{box}] {self.voice.unique()}")
            if reasons and self.chance(0.5):
                lines.append(prefix(self.voice.words() + ".", "  > "))
        return "\n".join(lines)

    def question(self, level: int = 2) -> str:
        """A question of any type."""
        makers: list[Callable[[int], list[str]]] = [
            self.single,
            self.multiple,
            self.truefalse,
            self.short,
            self.numerical,
            self.matching,
            self.classify,
            self.ordering,
            self.gaps,
            self.completion,
            self.spot,
            self.spot_table,
            self.reflection,
            self.branch,
            self.checklist,
            self.vote,
            self.rank,
            self.budget,
        ]
        if level < 4:
            makers.append(self.scenario)
        return "\n\n".join(self.structure.choice(makers)(level))

    def single(self, level: int) -> list[str]:
        kind = self.structure.choice(("", ".single"))
        right = [True] + [False] * self.between(1, 4)
        self.structure.shuffle(right)
        return [self.heading(level, kind), *self.stem(), self.options(right), *self.feedback()]

    def multiple(self, level: int) -> list[str]:
        right = [True, True] + [self.chance(0.3) for _ in range(self.between(1, 4))]
        self.structure.shuffle(right)
        return [self.heading(level, self.structure.choice(("", ".multiple"))), *self.stem(), self.options(right)]

    def truefalse(self, level: int) -> list[str]:
        parts = [
            self.heading(level, ".truefalse"),
            *self.stem(),
            self.options(self.structure.choice(([True, False], [False, True]))),
        ]
        if self.chance(0.5):
            parts += [self.voice.words() + "?", self.options([False, True, False])]
        return parts + self.feedback()

    def short(self, level: int) -> list[str]:
        kind = self.structure.choice(("", "case", "max=127", "case max=90"))
        lines = [
            "= " + self.structure.choice(('"33"', self.voice.unique(1, 2), f"*{self.voice.unique(1, 1)}", "5 \\* 3"))
        ]
        lines += [f"= {self.voice.unique(1, 2)}" for _ in range(self.between(0, 2))]
        if self.chance(0.5):
            lines += [f"! {self.voice.unique(1, 2)}", f"> {self.voice.words()}", "! *"]
        if self.chance(0.3):
            lines.insert(1, f"  > {self.voice.words()}")
        kind = kind if len(max(lines, key=len)) < 40 or "max" in kind else "max=127"
        return [self.heading(level, kind), *self.stem(), "\n".join(lines), *self.feedback()]

    def numerical(self, level: int) -> list[str]:
        kind = self.structure.choice(("", 'unit="%"', "max=8", ".estimate"))
        right = self.structure.choice(("= 33", "= 33 +- 2", "= 33 ± 0.5", "= 30..35", "= -5.25", "= 30 .. 35\n= 40"))
        wrong = f"\n! 99\n> {self.voice.words()}\n! 100..200" if self.chance(0.5) else ""
        return [self.heading(level, kind), *self.stem(), right + wrong, *self.feedback()]

    def matching(self, level: int) -> list[str]:
        rows = [f"| {self.voice.unique(1, 3)} | {self.voice.unique(1, 3)} |" for _ in range(self.between(2, 5))]
        if self.chance(0.5):
            rows.append(f"| | {self.voice.unique(1, 2)} |")
        table = "\n".join(["| A | B |", "|---|---|", *rows])
        return [self.heading(level, self.structure.choice(("", ".matching"))), *self.stem(), table, *self.feedback()]

    def classify(self, level: int) -> list[str]:
        groups = [self.voice.unique(1, 2) for _ in range(3)]
        rows = [f"| {self.voice.unique(1, 3)} | {groups[n % 3]} |" for n in range(self.between(3, 7))]
        table = "\n".join(["| A | B |", "|:--|--:|", *rows])
        return [self.heading(level, self.structure.choice(("", ".classify"))), *self.stem(), table, *self.feedback()]

    def ordering(self, level: int) -> list[str]:
        items = []
        for number in range(1, self.between(3, 7)):
            items.append(f"{number}. {self.voice.unique()}")
            if self.chance(0.3):
                items.append(f"   > {self.voice.words()}")
        kind = self.structure.choice(("", ".ordering"))
        return [self.heading(level, kind), *self.stem(), "\n".join(items), *self.feedback()]

    def gaps(self, level: int) -> list[str]:
        forms = ("[[1995]]", "[[15.1 / 15.2]]", "[[=1995 / 1994 / 1996]]", "[[a\\/b]]", "**[[x]]**")
        texts = [
            f"{self.voice.words()} {self.structure.choice(forms)} {self.voice.words(1, 3).lower()}."
            for _ in range(self.between(1, 3))
        ]
        body = "\n\n".join(texts) if self.chance(0.7) else "\n".join(f"- {text}" for text in texts)
        return [
            self.heading(level, self.structure.choice(("", "case", "max=30"))),
            *self.stem(),
            body,
            *self.feedback(),
        ]

    def completion(self, level: int) -> list[str]:
        items = [f"1. **{self.voice.words(1, 2)}**: {self.voice.words()}."]
        for number in range(2, self.between(3, 6)):
            text = self.structure.choice(
                (f"**{self.voice.words()}** [[=yes, they do / no]]", "[[1995]] and [[15.1]].", "So.")
            )
            items.append(f"{number}. {prefix(text, '   ').lstrip()}")
            if self.chance(0.5):
                items.append(prefix(self.paragraph(), "   > "))
        items.append(f"{number + 1}. **{self.voice.words(1, 2)}:** [[=one / two]]")
        kind = self.structure.choice((".completion", ".completion case"))
        return [self.heading(level, kind), *self.stem(), "\n".join(items), *self.feedback()]

    def spot(self, level: int) -> list[str]:
        names = [self.voice.unique(1, 2) + "th" for _ in range(3)]
        quote = f"> {self.voice.words()}: {names[0]}, {names[1]}\n> and {names[2]}."
        box = self.structure.choice("xX ")
        options = f"- [x] {names[0]}\n- [ ] {names[1]}\n  > {self.voice.words()}\n- [{box}] {names[2]}"
        return [self.heading(level, ".spot"), *self.stem(), quote, options, *self.feedback()]

    def spot_table(self, level: int) -> list[str]:
        names = [self.voice.unique(1, 2) for _ in range(3)]
        rows = "\n".join(f"> | {name} | {self.voice.words()} |" for name in names)
        options = f"- [ ] {names[0]}\n- [X] {names[2]}"
        return [self.heading(level, ".spot"), f"> | A | B |\n> |---|---|\n{rows}", options, *self.feedback()]

    def reflection(self, level: int) -> list[str]:
        parts = [self.heading(level, ".reflection"), self.paragraph()]
        if self.chance(0.6):
            parts += [self.fence("model", self.plain_block()), *self.feedback()]
        return parts

    def checklist(self, level: int) -> list[str]:
        rows = [
            f"| {self.voice.words(1, 2) if n % 2 == 0 else ''} | {self.voice.unique()} |"
            for n in range(self.between(1, 6))
        ]
        scale = self.structure.choice(("", ' scale="no / partly / yes"', ' scale="0 / 1 / 2 / 3"'))
        return [
            self.heading(level, f".checklist{scale}"),
            *self.stem(),
            "\n".join(["| A | B |", "|---|---|", *rows]),
            *self.feedback(),
        ]

    def vote(self, level: int) -> list[str]:
        options = self.options([False] * self.between(2, 4))
        parts = [self.heading(level, ".vote"), *self.stem(), options, *self.feedback()]
        if self.chance(0.4):
            # What it is asked after has an id in every language, whatever others do.
            self.count += 1
            first = f"{'#' * level} {self.voice.words(3, 7)}? {{#v-{self.count} .vote}}"
            again = f"{'#' * level} {self.voice.words(3, 7)}? {{.vote of=v-{self.count}}}"
            parts = [first, *parts[1:], again, *self.feedback()]
        return parts

    def rank(self, level: int) -> list[str]:
        sign = self.structure.choice("-*+")
        items = []
        for _ in range(self.between(3, 7)):
            items.append(f"{sign} {self.voice.unique()}")
            if self.chance(0.3):
                items.append(f"  > {self.voice.words()}")
        kind = self.structure.choice((".rank", ".rank top=2"))
        return [self.heading(level, kind), self.voice.words() + "?", "\n".join(items), *self.feedback()]

    def budget(self, level: int) -> list[str]:
        brackets, rules = self.structure.choice(
            (
                ("", "choose=1..2"),
                (" (20)", 'limit=50.5 unit="points"'),
                (" (2.5, A)", "limit=9 choose=2"),
                (" (B)", "choose=1"),
            )
        )
        lines = []
        for _ in range(self.between(3, 6)):
            lines.append(f"- [ ] {self.voice.unique()}{brackets}")
            if self.chance(0.4):
                lines.append(prefix(self.voice.words() + ".", "  > "))
        parts = [self.heading(level, f".budget {rules}"), *self.stem(), "\n".join(lines), *self.feedback()]
        if self.chance(0.3):
            parts.append(self.fence("model", self.plain_block()))
        return parts

    def scenario(self, level: int) -> list[str]:
        head = self.heading(level, common=False)
        plain = (self.single, self.multiple, self.truefalse, self.short, self.numerical, self.matching, self.ordering)
        parts = [head, self.paragraph()]
        for _ in range(self.between(1, 3)):
            parts += self.structure.choice(plain)(level + 1)
        return parts

    def branch(self, level: int) -> list[str]:
        head = self.heading(level, ".branch", common=False)
        marks = "#" * (level + 1)
        self.count += 1
        ids = [f"s-{self.count}-{n}" for n in range(3)]
        opening = f"{marks} {self.voice.words()}" + (f" {{#{ids[0]}}}" if self.chance(self.ids) else "")
        first = f"- [x] {self.voice.unique()} [→](#{ids[1]})\n- [ ] {self.voice.unique()} [→](#{ids[2]})"
        second = f"- [X] {self.voice.unique()} [→](#{ids[2]})\n  > {self.voice.words()}\n- [ ] {self.voice.unique()}"
        return [
            head,
            self.paragraph(),
            opening,
            self.voice.words() + ".",
            first,
            f"{marks} {self.voice.words()} {{#{ids[1]}}}",
            second,
            f"{marks} {self.voice.words()} {{#{ids[2]}}}",
            self.paragraph(),
        ]
