"""Random text: blocks and inline markup, every construct of docs/reference/authoring.md but the questions."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.support.random_words import Voice

PICTURE = "media/map.svg"
VIDEO, VOICE, CAPTIONS = "media/intro.mp4", "media/voice.mp3", "media/intro.vtt"


class TextAuthor:
    """Writes Markdown. ``structure`` decides what, so that it is the same in all languages; ``voice`` has the words."""

    def __init__(self, seed: str, language: str) -> None:
        self.structure = Random(seed)
        self.voice = Voice(seed, language)
        self.targets: list[str] = []
        """What links of the page at hand may point to."""
        self.notes: list[str] = []
        """Footnotes of the page at hand."""

    def chance(self, share: float) -> bool:
        return self.structure.random() < share

    def between(self, least: int, most: int) -> int:
        return self.structure.randint(least, most)

    def sentence(self) -> str:
        """Words with inline markup."""
        parts = [self.voice.words()]
        for _ in range(self.between(0, 3)):
            parts += [self.inline(), self.voice.words(1, 3).lower()]
        return " ".join(parts) + self.structure.choice(".?:…")

    def inline(self) -> str:
        """One inline construct."""
        words = self.voice.words(1, 2)
        makers: list[Callable[[], str]] = [
            lambda: f"*{words}*",
            lambda: f"**{words}**",
            lambda: f"**_{words}_**",
            lambda: f"`{words}  *not emphasised*`",
            lambda: f"[{words}](https://example.org/{self.between(1, 99)})",
            lambda: f"[{words}](glossary:gender-lens)",
            lambda: f"[{words}]({self.structure.choice(self.targets)})" if self.targets else words,
            lambda: "[@EV-01]",
            lambda: "[@EV-01; @EV-02]",
            self.footnote,
            lambda: f'<abbr title="{words}">WTO</abbr>',
            lambda: "CO<sub>2</sub>",
            lambda: "1<sup>st</sup>",
            lambda: f"{words}<br>{words}",
            lambda: "\\*plain\\* \\[[x]] &amp; 5 < 6 {x}",
            lambda: f"{words}\\\n{words}",
            lambda: f"{words}  \n{words}",
            lambda: f"{words}\n{words}",
            lambda: "\u201cquoted\u201d \u2013 3 \u00d7 4 ± 1 \U0001f600",
        ]
        return self.structure.choice(makers)()

    def footnote(self) -> str:
        label = str(len(self.notes) + 1)
        self.notes.append(f"[^{label}]: {self.voice.words()}.")
        return f"[^{label}]"

    def paragraph(self) -> str:
        return "\n".join(self.sentence() for _ in range(self.between(1, 3)))

    def quote(self) -> str:
        return prefix(self.paragraph(), "> ")

    def bullets(self) -> str:
        sign = self.structure.choice("-*+")
        loose = self.structure.choice(("\n", "\n\n"))
        items = [f"{sign} {self.item('  ')}" for _ in range(self.between(1, 4))]
        return loose.join(items)

    def numbers(self) -> str:
        return "\n".join(f"{n}. {self.item('   ')}" for n in range(1, self.between(2, 5)))

    def item(self, indent: str) -> str:
        text = prefix(self.sentence(), indent).removeprefix(indent)
        if self.chance(0.2):
            text += f"\n{indent}- {self.voice.words()}\n{indent}- {self.voice.words()}"
        return text

    def table(self, columns: int = 0) -> str:
        columns = columns or self.between(2, 4)
        dashes = [self.structure.choice(("---", ":--", ":-:", "--:")) for _ in range(columns)]
        rows = [[self.cell() for _ in range(columns)] for _ in range(self.between(1, 4))]
        lines = [[self.voice.words(1, 2) for _ in range(columns)], dashes, *rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def cell(self) -> str:
        words = self.voice.words(1, 3)
        return self.structure.choice((words, f"*{words}*", f"{words} \\| {words}", "[@EV-01]", f"{words}<br>{words}"))

    def code(self) -> str:
        if self.chance(0.5):
            return "```text\n## no heading   \n- [X] no option\n::: no fence\n```"
        return f"{self.voice.words()}:\n\n    = no answer   \n    ## no heading"

    def definitions(self) -> str:
        return "\n\n".join(f"{self.voice.words(1, 2)}\n: {self.voice.words()}" for _ in range(self.between(1, 3)))

    def picture(self) -> str:
        return f'![{self.voice.words()}]({PICTURE} "{self.voice.words()}")'

    def callout(self) -> str:
        kind = self.structure.choice(("note", "example", "keypoint", "reveal"))
        inside = "\n\n".join(self.plain_block() for _ in range(self.between(1, 2)))
        return self.fence(f"{kind} {self.voice.words()}" if self.chance(0.7) else kind, inside)

    def fence(self, opening: str, inside: str, colons: str = ":::") -> str:
        """A colon fence, its blank lines sometimes left out."""
        before, after = self.structure.choice(("\n", "\n\n")), self.structure.choice(("\n", "\n\n"))
        return f"{colons} {opening}{before}{inside}{after}{colons}"

    def figure(self) -> str:
        kind = self.structure.choice(("bars", "timeline", "list", "steps", "ladder", "compare"))
        named = "\n".join(f"{n}. **{self.voice.words(1, 2)}**: {self.voice.words()}" for n in range(1, 5))
        bodies = {
            "bars": lambda: "| Who | Share |\n|---|--:|\n" + self.rows("15.1", "33", "0.5"),
            "timeline": lambda: "| When | What |\n|---|---|\n" + self.rows(*(self.voice.words() for _ in range(3))),
            "list": lambda: f"- 1995: {self.voice.words()}\n- 2017: {self.voice.words()}",
            "compare": lambda: self.table(3),
        }
        body = bodies[kind]() if kind in bodies else named
        if self.chance(0.5):
            body += f"\n\n{self.voice.words()}."
        opening = {"bars": 'bars {unit="%" max=100 decimals=1}', "list": "timeline"}.get(kind, kind)
        return self.fence(opening, body)

    def cards(self) -> str:
        rows = [f"| {self.voice.unique()} | A; {self.cell()} | {self.cell()} |" for _ in range(self.between(1, 12))]
        table = "\n".join(["| Title | Kind | *Who* gains |", "|---|---|---|", *rows])
        note = f"\n\n{self.sentence()}" if self.chance(0.3) else ""
        return self.fence(self.structure.choice(("cards", 'cards {filter="Kind,Who gains"}')), table + note)

    def recording(self) -> str:
        inside = "\n\n".join(self.plain_block() for _ in range(self.between(1, 2)))
        title = self.structure.choice(("", f' title="{self.voice.words()}"', f" minutes=3 captions-fr={CAPTIONS}"))
        video = f'video {VIDEO} {{captions="{CAPTIONS}"{title} poster={PICTURE}}}'
        openings = (video, f"audio ../../{VOICE}", f"audio {VOICE} {{minutes=1}}")
        return self.fence(self.structure.choice(openings), inside)

    def rows(self, *values: str) -> str:
        return "\n".join(f"| {1990 + n} {self.voice.words(1, 1)} | {value} |" for n, value in enumerate(values))

    def plain_block(self) -> str:
        """A block that may stand inside a callout."""
        return self.structure.choice((self.paragraph, self.bullets, self.numbers, self.quote, self.table))()

    def block(self) -> str:
        """Any block of a page."""
        makers = (
            self.paragraph,
            self.bullets,
            self.numbers,
            self.quote,
            self.table,
            self.code,
            self.definitions,
            self.picture,
            self.callout,
            self.figure,
            self.cards,
            self.recording,
            lambda: "***",
        )
        return self.structure.choice(makers)()

    def close(self) -> list[str]:
        """The footnotes of the page, which is then done with."""
        notes, self.notes = self.notes, []
        return notes


def prefix(text: str, sign: str) -> str:
    """``text`` with ``sign`` before each line; hard breaks keep their blanks."""
    return "\n".join(sign + line for line in text.split("\n"))
