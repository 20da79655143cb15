"""``coursewright targets``."""

from __future__ import annotations

import json

import click

from builder.cli.output import show_all
from builder.targets.matrix import matrix, records
from builder.targets.registry import registry


@click.command("targets")
@click.option("--matrix", "full", is_flag=True, help="What each format holds, changes and leaves out, as Markdown.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="Of the output.")
def command(*, full: bool, style: str) -> int:
    """List the output formats, those of plug-ins included."""
    found = registry()
    targets = list(found.targets.values())
    if style == "json":
        click.echo(json.dumps(records(targets), indent=2, ensure_ascii=False))
    elif full:
        click.echo(matrix(targets))
    else:
        width = max(map(len, found.targets))
        for name, target in found.targets.items():
            reason = target.lacks()
            click.echo(f"{name:<{width}}  {target.title}{f' (not here: {reason})' if reason else ''}")
    show_all(found.diagnostics, "", "text")
    return 0
