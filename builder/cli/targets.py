"""``coursewright targets``."""

from __future__ import annotations

import click

from builder.cli.output import show_all
from builder.targets.registry import registry


@click.command("targets")
def command() -> int:
    """List the output formats, those of plug-ins included."""
    found = registry()
    width = max(map(len, found.targets))
    for name, target in found.targets.items():
        click.echo(f"{name:<{width}}  {target.title}")
    show_all(found.diagnostics, "", "text")
    return 0
