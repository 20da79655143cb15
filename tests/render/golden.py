"""What each construct of the sample page is written as, in files of ``tests/fixtures/render``.

``python -m tests.render.golden`` writes them anew; read the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.model.text import Callout, Figure
from builder.render.profile import Profile
from builder.render.writer import Writer
from tests.render.sample import FIGURES, FOOTNOTES, TEXT, sample

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "render"

PLAIN = Profile(elements=frozenset(), themed=False, numbered=False)
"""What the poorest reader of HTML gets."""


def goldens() -> Iterator[tuple[str, str]]:
    """Name of the file and what it must hold."""
    for node in FIGURES:
        yield f"{node.kind}-{FIGURES.index(node)}.html", _write(Profile(link=str), (node,))
    yield "bars-fr.html", _write(Profile(language="fr"), FIGURES[1:3])
    yield "bars-ar.html", _write(Profile(language="ar"), FIGURES[1:3])
    rest = tuple(node for node in TEXT if not isinstance(node, Figure))
    yield "blocks.html", _write(Profile(link=str), rest, end=True)
    yield "plain.html", _write(PLAIN, (*TEXT[:6], *(node for node in TEXT if isinstance(node, Callout))))


def _write(profile: Profile, blocks: tuple, *, end: bool = False) -> str:  # type: ignore[type-arg]
    writer = Writer(sample(profile.language).course, profile, FOOTNOTES)
    html = str(writer.blocks(blocks))
    return f"{html}\n{writer.end() if end else ''}".rstrip() + "\n"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in goldens():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
