"""The front matter of a page of kind ``testimony`` (docs/reference/authoring.md, "Testimonies")."""

from __future__ import annotations

from builder.diagnostics.file_codes import NO_CONSENT, PLACEHOLDER_KEY
from builder.model.span import Span
from builder.model.text import Testimony
from builder.source.values import Values

KEYS = ("voice", "role", "consent", "licence", "placeholder")
_RIGHTS = ("voice", "consent", "licence")


def read_testimony(values: Values) -> Testimony:
    """Whose words the page holds. Without a person, a consent and a licence it must call itself a placeholder."""
    placeholder = values.boolean("placeholder")
    for key in _RIGHTS:
        if placeholder and key in values.fields:
            values.found.append(PLACEHOLDER_KEY.at(values.fields[key].key or values.span, key=key))
        elif not placeholder and key not in values.fields:
            values.found.append(NO_CONSENT.at(values.span, key=key))
    return Testimony(
        voice=values.text("voice"),
        role=values.text("role"),
        consent=values.date("consent"),
        licence=values.text("licence"),
        placeholder=placeholder,
        span=Span(values.span.path, 0),
    )
