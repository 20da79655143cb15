"""``coursewright explain``."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from string import Formatter

import click

from builder.cli.output import echo
from builder.diagnostics import DiagnosticCode
from builder.diagnostics.catalogue import catalogue


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain the diagnostic CODE (Q104, say) or a rule of `validate` (P4); without one, list them all."""
    wanted = (code or "").strip().upper()
    codes: dict[str, DiagnosticCode] = dict(catalogue())
    if wanted not in codes:
        codes |= import_module("builder.validate.catalogue").rules()
    if code is None:
        for one in codes.values():
            click.echo(f"{one.id}  {one.severity.value:<7}  {_plain(one.summary)}")
        return 0
    entry = next((one for one in codes.values() if one.id.upper() == wanted), None)
    if entry is None:
        near = get_close_matches(wanted, codes, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`coursewright explain` lists them all."
        raise click.UsageError(f"There is no code `{code}`.\n{hint}")
    echo(f"{entry.id} ({entry.severity.value})", bold=True)
    click.echo(f"{_plain(entry.summary)}\n")
    click.echo(f"{click.wrap_text(entry.explanation, width=100)}\n")
    click.echo(f"What to do: {_plain(entry.remedy)}")
    if clause := getattr(entry, "clause", ""):
        click.echo(f"Laid down in: {clause}")
    return 0


def _plain(template: str) -> str:
    """A summary or remedy with ``<name>`` for what an occurrence fills in."""
    return "".join(text + (f"<{name}>" if name else "") for text, name, _, _ in Formatter().parse(template))
