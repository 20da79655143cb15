"""Words of random courses, in the scripts that courses are written in."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

_WORDS = {
    "en": (
        "trade market tariff border women firm export share wage duty seed cloth rule report road credit school "
        "cost price quota customs service harvest stall licence village coast river bank law custom gain loss"
    ),
    "fr": (
        "commerce marché droit frontière femmes entreprise égalité part salaire douane œuvre tissu règle été "
        "coût prix récolte échoppe licence village côte rivière crédit école norme gain perte cœur être"
    ),
    "ar": "التجارة المرأة السوق الحدود رسوم تقرير حصة سعر حصاد رخصة قرية ساحل نهر مدرسة أجر",
    "zh": "贸易 市场 关税 边境 妇女 企业 出口 工资 报告 价格 许可 村庄 海岸 学校 法律",
    "hi": "व्यापार बाज़ार शुल्क सीमा महिला निर्यात वेतन नियम मूल्य गाँव नदी बैंक",
}
WORDS: Mapping[str, tuple[str, ...]] = {language: tuple(words.split()) for language, words in _WORDS.items()}
"""By language; other languages speak English."""


class Voice:
    """Words of one language, with now and then one of another script."""

    def __init__(self, seed: str, language: str) -> None:
        self.random = Random(f"{seed}/{language}")
        self.own = WORDS.get(language, WORDS["en"])
        self.count = 0

    def words(self, least: int = 2, most: int = 6) -> str:
        """Some words, the first with a capital."""
        chosen = [self.random.choice(self.own) for _ in range(self.random.randint(least, most))]
        if self.random.random() < 0.05:
            chosen.append(self.random.choice(WORDS[self.random.choice(("ar", "zh", "hi"))]))
        return " ".join(chosen).capitalize()

    def unique(self, least: int = 2, most: int = 5) -> str:
        """Words that no other call returns: a number makes them so."""
        self.count += 1
        return f"{self.words(least, most)} {self.count}"
