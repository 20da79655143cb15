"""What authors type on the command line to name things: made safe, or refused in words."""

from __future__ import annotations

import os
import re

import click

from builder.source.values import LANGUAGE


def title(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A title in one line, without signs that cannot be seen; for callbacks of click."""
    del context, parameter
    if value is None:
        return None
    # A terminal that speaks another encoding than the system believes hands octets over as surrogates.
    text = os.fsencode(value).decode("utf-8", "replace") if not value.isascii() else value
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if not text:
        raise click.UsageError("A title needs words; nothing was changed.")
    return text


def language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A language code; for callbacks of click."""
    del context, parameter
    if not LANGUAGE.fullmatch(value) or len(value) > 20:
        raise click.UsageError(f"`{value}` is no language code, such as `en`, `fr` or `pt-BR`; nothing was changed.")
    return value


def folder(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The name of a folder in the folder of the programme; for callbacks of click."""
    del context, parameter
    if value is not None and not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,99}(?<![. ])", value):
        raise click.UsageError(f"`{value}` is no plain name for a folder; nothing was changed.")
    return value
