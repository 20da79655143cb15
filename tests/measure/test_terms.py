"""Terms in texts: what is found, what is not, and where it stands first."""

from __future__ import annotations

import pytest

from builder.measure.terms import first_uses, forms_of, lexicon_of
from builder.model.course import Term
from builder.model.span import Span
from tests.measure.support import measure
from tests.support.pages import CHECK, PAGE, page, quiz, single

LEXICON = lexicon_of(
    [
        ("tariff", "tariff"),
        ("pink tariff", "pink"),
        ("women's economic empowerment", "wee"),
        ("gender gap", "gap"),
        ("subsidy", "subsidy"),
        ("women-owned business", "owned"),
        ("Trade Policy Review", "tpr"),
        ("SDG 5", "sdg"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A tariff, and two Tariffs.", ["tariff", "Tariffs"]),
        ("The tariff's effect", ["tariff"]),
        ("The pink tariff", ["pink tariff"]),
        ("A non-tariff measure, tariffication", []),
        (
            "Women's economic empowerment; women\u2019s economic empowerment",
            ["Women's economic empowerment", "women\u2019s economic empowerment"],
        ),
        ("Subsidies for women-owned businesses", ["Subsidies", "women-owned businesses"]),
        ("What of gender? Gap or none", []),
        ("A trade policy review and SDG 5", ["trade policy review", "SDG 5"]),
        ("The Global Gender Gap Report", []),
        ("Gender gap and gender gaps", ["Gender gap", "gender gaps"]),
        ("The Tariff Schedule", []),
        ("A Tariff. Then", ["Tariff"]),
        ("", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [written for _, written in LEXICON.uses_in(text)] == found


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("gender parity (score)", ("gender parity",)),
        ("direct / indirect discrimination", ()),
        ("fisheries subsidies; IUU fishing", ()),
        ("tariff", ("tariff",)),
    ],
)
def test_forms(term: str, forms: tuple[str, ...]) -> None:
    assert forms_of(Term("t", term, "", Span("g", 1))) == forms
    assert forms_of(Term("t", term, "", Span("g", 1), ("own",))) == ("own",)


def test_first_uses() -> None:
    glossary = "".join(
        f"- id: {name}\n  term: {name}\n  definition: A thing.\n" for name in ("tariff", "quota", "duty", "subsidy")
    )
    measured = measure(
        {
            "glossary/en.yaml": glossary,
            PAGE: page(
                "A tariff.\n\nThe [tariffs](glossary:tariff) fall. A quota.\n\n::: quiz {#quiz-page}\n\n"
                + single("q-1", right="A duty")
                + ":::"
            ),
            CHECK: quiz("A subsidy.\n", single("q-2")),
            "c/en/01-lesson/03-more.md": page("[Quotas](glossary:quota) and [what one pays](glossary:duty).", "p-more"),
        }
    )
    found = {name: (use.page.id, use.span.line, use.written, use.linked) for name, use in first_uses(measured).items()}
    assert found == {
        "tariff": ("p-page", 7, "tariff", True),
        "quota": ("p-page", 9, "quota", False),
        "duty": ("p-more", 7, "duty", True),
    }
