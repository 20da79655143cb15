"""Whole random courses, valid but untidy, and hostile changes to any text.

``random_course(seed)`` is the same on every machine. Courses use every construct of docs/reference/authoring.md;
some ids are missing, some files have other line ends, blanks at line ends or fences without blank lines, as authors
leave them: reading such a course reports nothing but ids that ``fmt`` has yet to write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from tests.support.random_quiz import QuizAuthor
from tests.support.random_text import CAPTIONS, PICTURE, VIDEO, VOICE

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>Map</title><path d="M0 0h4v3H0z"/></svg>\n'
OBJECTIVES = ("O1", "O2")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a course is; each is the most there can be."""

    lessons: int = 2
    pages: int = 2
    blocks: int = 4
    questions: int = 3
    exact: bool = False
    """Take the most of everything, for benchmarks."""


def random_course(
    seed: int, size: Size = Size(), *, ids: float = 0.7, languages: tuple[str, ...] = ("en",), tidy: bool = False
) -> dict[str, str]:
    """The files of a programme with one course ``c``: path relative to the folder of courses -> text.

    ``ids`` is the share of ids that are written; with ``tidy`` the texts are as ``fmt`` would write them, ids apart.
    The other languages have the same structure in their own words.
    """
    files = _programme(languages)
    for language in languages:
        author = _CourseAuthor(seed, size, language, ids, is_master=language == languages[0])
        for path, text in author.course().items():
            name = f"c/{language}/{path}"
            files[name] = text if tidy else _untidy(text, Random(f"{seed}/{name}"), is_page=path.endswith(".md"))
    return files


def courses(size: Size = Size(), *, languages: tuple[str, ...] = ("en",)) -> st.SearchStrategy[dict[str, str]]:
    """Hypothesis: random courses by seed."""
    return st.integers(0, 2**32).map(lambda seed: random_course(seed, size, languages=languages))


def _programme(languages: tuple[str, ...]) -> dict[str, str]:
    sources = "".join(
        f"- id: EV-0{n}\n  statement: Women own one in {n + 2} firms.\n  year: 2020\n  source: Survey {n}\n"
        f"  url: https://example.org/{n}\n  status: verified\n"
        for n in (1, 2)
    )
    glossary = "- id: gender-lens\n  term: Gender lens\n  definition: Asking who gains and who loses.\n"
    course = (
        "id: c\ntitle: Course\ndescription: A course.\npass: 60\nobjectives:\n"
        "  O1: Explain what trade is.\n  O2: Say who gains.\n"
    )
    return {
        "programme.yaml": f"id: p\ntitle: Programme\nlanguages: [{', '.join(languages)}]\n"
        f"source_language: {languages[0]}\ncourses: [c]\n",
        "sources.yaml": sources,
        **{f"glossary/{language}.yaml": glossary for language in languages},
        "c/course.yaml": course,
        "c/media/media.yaml": "".join(
            f"- file: {path.removeprefix('media/')}\n  source: Own work\n  licence: CC BY 4.0\n"
            for path in (PICTURE, VIDEO, VOICE)
        ),
        f"c/{PICTURE}": SVG,
        f"c/{VIDEO}": "\0\0\0\x18ftypmp42",
        f"c/{VOICE}": "ID3\3",
        f"c/{CAPTIONS}": "WEBVTT\n\n00:01.000 --> 00:04.000\nEach time I wait four hours.\n",
    }


class _CourseAuthor(QuizAuthor):
    """Writes the files of one language folder."""

    def __init__(self, seed: int, size: Size, language: str, ids: float, *, is_master: bool) -> None:
        super().__init__(str(seed), language, ids)
        self.size = size
        self.is_master = is_master
        self.kept = Random(f"{seed}/{language}/ids")

    def is_kept(self, number: int) -> bool:
        return self.is_master or self.kept.random() < 0.6

    def most(self, count: int) -> int:
        """How many of at most ``count``."""
        return count if self.size.exact else self.between(1, count)

    def course(self) -> dict[str, str]:
        shape = [self.most(self.size.pages) for _ in range(self.most(self.size.lessons))]
        names = [
            [f"{lesson:02}-{self.slug()}/{page:02}-{self.slug()}.md" for page in range(1, pages + 1)]
            for lesson, pages in enumerate(shape, 1)
        ]
        folders = [name[0].split("/")[0] for name in names]
        names = [
            [f"{folder}/{name.split('/')[1]}" for name in group] for folder, group in zip(folders, names, strict=True)
        ]
        every = [name for group in names for name in group]
        files: dict[str, str] = {}
        for folder, group in zip(folders, names, strict=True):
            files[f"{folder}/lesson.yaml"] = self.lesson()
            for name in group:
                self.targets = [f"../{other}" for other in every]
                files[name] = self.page()
            if self.chance(0.6):
                files[f"{folder}/90-check.md"] = self.quiz_page("quiz", self.rules())
        self.targets = []
        if self.chance(0.7):
            files["banks/o1.md"] = self.quiz_page("bank", "", "id: bank-o1\n", only="O1")
            draw = "draw:\n  - {objective: O1, count: 1}\n  - {bank: bank-o1, count: 1}\n"
            files["final-test.md"] = self.quiz_page("test", draw + "shuffle: true\n", only="O1")
        return files

    def slug(self) -> str:
        return self.structure.choice(("start", "setting-the-scene", "markets", "who-gains", "numbers"))

    def front(self, keys: str = "") -> str:
        """A page's front matter but its last line."""
        self.count += 1
        is_written = self.chance(self.ids) and self.is_kept(self.count)
        identity = f"id: p-{self.count}\n" if is_written else ""
        return f'---\n{identity}title: "{self.voice.words()}: {self.voice.words()}"\n{keys}'

    def lesson(self) -> str:
        self.count += 1
        is_written = self.chance(self.ids) and self.is_kept(self.count)
        identity = f"id: l-{self.count}\n" if is_written else ""
        return f"{identity}title: {self.voice.words()}\nminutes: 20\nobjectives: [O2]\n"

    def page(self) -> str:
        keys = "objective: O2\nminutes: 4\n"
        if self.chance(0.5):
            keys += f"lead: {self.voice.words()} *{self.voice.words(1, 1)}*.\n"
        blocks = [self.front(keys) + "---"]
        for _ in range(self.most(self.size.blocks)):
            if self.chance(0.3):
                blocks.append(
                    f"## {self.voice.words()}" + (f" {{{self.id('h')}}}" if self.chance(0.2) else "").replace(" {}", "")
                )
            blocks.append(self.block())
            if self.chance(0.25):
                blocks.append(self.practice())
        return self.joined(blocks)

    def practice(self) -> str:
        attributes = self.id("quiz")
        questions = [self.question(self.structure.choice((2, 3))) for _ in range(1)]
        if self.chance(0.3):
            questions.insert(0, self.paragraph())
        inside = "\n\n".join(questions)
        colons = "::::" if ":::" in inside else ":::"
        return self.fence(f"quiz {{{attributes}}}" if attributes else "quiz", inside, colons)

    def rules(self) -> str:
        keys = (
            "pass: 60\n",
            "attempts: 3\n",
            "wait: 7 days\n",
            "time: 40 min\n",
            "shuffle_options: true\n",
            "weight: 2\n",
        )
        return "".join(key for key in (*keys, "confidence: true\n") if self.chance(0.3))

    def quiz_page(self, kind: str, rules: str, identity: str = "", only: str = "") -> str:
        front = self.front(f"objective: {only or 'O2'}\nkind: {kind}\n{rules}")
        if identity:
            front = "---\n" + identity + front.removeprefix("---\n").replace(_id_line(front), "")
        blocks = [front + "---"]
        if self.chance(0.5) and kind != "bank":
            blocks.append(self.paragraph())
        if only:
            blocks.append(self.known(only))
        blocks += [self.question() for _ in range(self.most(self.size.questions))]
        return self.joined(blocks)

    def known(self, objective: str) -> str:
        """A question of one objective, so that draws find one."""
        self.count += 1
        identity = f"#q-{self.count} " if self.chance(self.ids) and self.is_kept(self.count) else ""
        heading = f"## {self.voice.unique(3, 5)}? {{{identity}objective={objective}}}"
        return f"{heading}\n\n{self.options([True, False, False])}"

    def joined(self, blocks: list[str]) -> str:
        return "\n\n".join([*blocks, *self.close()]) + "\n"


def _id_line(front: str) -> str:
    found = re.search(r"^id: .*\n", front, re.MULTILINE)
    return found[0] if found else "\0"


def _untidy(text: str, rng: Random, *, is_page: bool) -> str:
    """Line ends, blanks and empty lines as editors and authors leave them; the meaning is the same."""
    if rng.random() < 0.2:
        text = re.sub(r"(?<=[.?])\n(?=\n)", "   \n", text)
    if rng.random() < 0.2:
        text = text.replace("\n\n#", "\n \t\n#") if is_page else text
    if rng.random() < 0.2:
        text = text.rstrip("\n")
    elif rng.random() < 0.2:
        text += "\n\n"
    if rng.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if rng.random() < 0.05 else text


SNIPPETS = (
    *(
        "# Title\n",
        "## \n",
        "### Deep {#q-x .branch}\n",
        "## T {#q-x .single .multiple points=-1 max=999}\n",
        "{#",
        "}",
    ),
    *("[[", "]]", "[[=]]", "[[a / / b]]", "[@", "[@EV-99]", "[^9]", "[x](", "![", "![](x.png)", "<div>", "<!--", "\\"),
    *("::: quiz\n", ":::\n", "::::\n", "::: nothing\n", "- [x]\n", "- [ ] \n", "- [x] a\n> b\n- [ ] c\n", "1. \n"),
    *("= \n", "= 1,5\n", "= 9..1\n", "! x\n", "= 1e999999999\n", "= " + "9" * 400 + "\n", "| a |\n|---|\n", "| | |\n"),
    *("> " * 60 + "x\n", "- " * 60 + "x\n", "[" * 200, "**" * 50, "#" * 20 + " x\n", "***", "`", "```\n", "    code\n"),
    *(
        "&#0;",
        "&#x110000;",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\r",
        "\t",
        "e\u0301\u0301",
        "\U0001f600",
    ),
    *(
        "---\n",
        "id: 3\n",
        "title: [a\n",
        "draw: 3\n",
        "wait: soon\n",
        "kind: bank\n",
        "&a [*a]\n",
        "{{ x }}",
        "%s %n {0}",
    ),
)
"""What authors, converters and attackers put into files."""


def mutate(text: str, rng: Random) -> str:
    """``text`` with one to four hostile changes: cuts, doubled and moved lines, snippets, lost characters."""
    for _ in range(rng.randint(1, 4)):
        lines = text.splitlines(keepends=True) or [""]
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        place = rng.randint(0, len(text))
        change = rng.randrange(8)
        if change == 0:
            del lines[at]
        elif change == 1:
            lines.insert(other, lines[at])
        elif change == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif change == 3:
            lines[at] = rng.choice(("  ", "    ", "> ", "- ", "\t", "1. ")) + lines[at]
        elif change == 4:
            lines = [text[:place], rng.choice(SNIPPETS), text[place:]]
        elif change == 5:
            lines.insert(at, rng.choice(SNIPPETS))
        elif change == 6:
            lines = [text[:place], text[place + rng.randint(1, 8) :]]
        else:
            lines = [text[: rng.randint(0, len(text))], text[place:]]
        text = "".join(lines)
    return text
