"""A course to read: texts to search, terms, lessons to print and to keep, and questions whose answers are one's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tests.support.miniature import MINIATURE
from tests.support.packages import built

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "tariff": "Tariffs at the border",
        "heading": "Who pays the duty",
        "text": "The household pays the duty last.",
        "term": "Gender lens",
        "meaning": "Asking who gains and who loses.",
    },
    "fr": {
        "tariff": "Droits de douane à la frontière",
        "heading": "Qui paie les œuvres",
        "text": "Le ménage paie l\u2019impôt en dernier.",
        "term": "Égalité réelle",
        "meaning": "Demander qui gagne et qui perd.",
    },
    "es": {
        "tariff": "Aranceles en la frontera",
        "heading": "Quién paga el derecho",
        "text": "El hogar paga la contribución al final; la cigüeña no.",
        "term": "Visión de género",
        "meaning": "Preguntar quién gana y quién pierde.",
    },
    "ar": {
        "tariff": "التعريفات على الحدود",
        "heading": "من يدفع الرسوم",
        "text": "تدفع الأُسْرَة الرسوم في النهايـــة.",
        "term": "منظور النوع",
        "meaning": "السؤال عمن يربح ومن يخسر.",
    },
}
"""By language: the titles and sentences of the course."""

BORDER = """\
---
id: p-border
title: {tariff}
objective: O1
---

{text}

## {heading} {{#who}}

{meaning} [{term}](glossary:gender-lens)

:::: quiz {{#pr-own}}

## What would change at your border? {{#q-own .reflection objective=O1}}

::: model

Longer opening hours.

:::

## A practice question on lorries {{#q-lorry objective=O1}}

- [x] Rightoption
  > Rightfeedback
- [ ] Wrongoption

::::
"""

CHOICES = """\
---
id: p-choices
title: Choices of your own
objective: O1
---

The last page of the lesson has a picture of a customs house.

![A customs house](media/house.svg "Where goods wait")

::: quiz {#pr-choices}

## Your own measure {#q-measure .checklist objective=O1 scale="not yet / partly / yes"}

| Part | Statement |
|---|---|
| Understand | I can say what changes. |
| | I know who decides. |

## Who gains most? {#q-vote .vote objective=O1}

- [ ] Large firms
- [ ] Small traders

## What would help most? {#q-rank .rank top=2 objective=O1}

- Data
- Agreements
- Networks

## Two measures {#q-budget .budget choose=2 objective=O1}

- [ ] Lamps
- [ ] Toilets
- [ ] A help desk

:::
"""

TEST = """\
---
id: p-test
title: Final test
kind: test
pass: 60
---

## Secretquestion? {#q-secret objective=O1}

- [x] Secretanswer
- [ ] Other

> Secretfeedback
"""

HOUSE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M5 35V20L30 5l25 15v15z"/></svg>'


@cache
def reading(language: str = "en", target: str = "scorm12") -> Mapping[str, bytes]:
    """The files of that course's package: two lessons, of three pages and one, and a final test."""
    words = WORDS[language]
    lesson = f"c/{language}/01-lesson"
    plain = MINIATURE["c/en/01-lesson/01-page.md"]
    files: dict[str, str | None] = {
        "programme.yaml": MINIATURE["programme.yaml"].replace("[en]", f"[{language}]").replace(": en", f": {language}"),
        "c/en/01-lesson/lesson.yaml": None,
        "c/en/01-lesson/01-page.md": None,
        f"glossary/{language}.yaml": (
            f"- id: gender-lens\n  term: {words['term']}\n  definition: {words['meaning']}\n"
        ),
        "c/media/house.svg": HOUSE,
        "c/media/media.yaml": "- file: house.svg\n  source: Own drawing\n  licence: CC BY 4.0\n",
        f"{lesson}/lesson.yaml": "id: l-one\ntitle: First lesson\n",
        f"{lesson}/01-page.md": plain,
        f"{lesson}/02-border.md": BORDER.format(**words),
        f"{lesson}/03-choices.md": CHOICES,
        f"c/{language}/02-lesson/lesson.yaml": "id: l-two\ntitle: Second lesson\n",
        f"c/{language}/02-lesson/01-last.md": plain.replace("p-page", "p-last").replace(
            "title: Page", "title: The last page"
        ),
        f"c/{language}/final-test.md": TEST,
    }
    return built(files, target)
