"""What stands before the words of a witness: who speaks, and by what right they are published."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.text import Callout, Paragraph, Strong, Testimony, Text
from builder.render.dates import written


def attested(node: Testimony, t: Callable[[str], str], language: str) -> Callout:
    """The callout that names the person, the consent and the licence; of a placeholder, that nobody speaks yet."""
    if node.placeholder:
        told = t("No real person speaks here. A testimony takes this place when somebody has agreed to it in writing.")
        return Callout("placeholder", (), (Paragraph((Text(told),), node.span),), node.span)
    right = t("Published with written consent of {date}. {licence}")
    told = right.format(date=written(node.consent, language), licence=node.licence)
    who = Strong((Text(node.voice),)), Text(f", {node.role}" if node.role else "")
    lines = (Paragraph(who, node.span), Paragraph((Text(told),), node.span))
    return Callout("testimony", (), lines, node.span)
