"""Moodle XML and GIFT files made in code."""

from __future__ import annotations

from tests.validate.packages import Sample

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


def question(type_: str, inside: str = "", name: str = "Q", text: str = "Which?", more: str = "") -> str:
    """A question of Moodle XML; ``more`` goes into its questiontext."""
    return f"""<question type="{type_}"><name><text>{name}</text></name>
<questiontext format="html"><text><![CDATA[{text}]]></text>{more}</questiontext>{inside}</question>"""


def answer(fraction: str, text: str, inside: str = "") -> str:
    return f'<answer fraction="{fraction}" format="html"><text>{text}</text>{inside}</answer>'


def moodle_xml(*questions: str) -> Sample:
    """A file of these questions, one a line or more."""
    body = "\n".join(questions)
    return Sample("bank.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>'.encode())


def choice(*fractions: str, inside: str = "", **more: str) -> str:
    """A multiple choice question with an answer for each fraction."""
    answers = "".join(answer(one, f"answer {position}") for position, one in enumerate(fractions))
    return question("multichoice", answers + inside, **more)


def gift(*questions: str) -> Sample:
    """A GIFT file of these questions, a blank line between them."""
    return Sample("bank.gift", "\n\n".join(questions).encode())


GOOD = choice("100", "0")
GOOD_GIFT = "::Q::Which?{=a ~b}"
