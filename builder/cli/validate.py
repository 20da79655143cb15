"""``coursewright validate``."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import click

from builder.cli.options import format_option, strict_option
from builder.cli.output import echo, show_all, summary
from builder.cli.table import octets
from builder.diagnostics import Severity
from builder.diagnostics.show import as_record
from builder.model.span import Span
from builder.validate.run import NAMED, PROFILES, Verdict, validate
from builder.validate.schemas import Schemas


@click.command("validate")
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE...", type=click.Path(path_type=Path))
@click.option("--lms", type=click.Choice(sorted(PROFILES)), default=None, help="Say what this platform does with it.")
@click.option(
    "--schemas",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=lambda: os.environ.get("SCHEMAS_DIR"),
    help="Folder of XSDs, one sub-folder a family.  [default: SCHEMAS_DIR of the environment]",
)
@strict_option
@format_option
def command(*, packages: tuple[Path, ...], lms: str | None, schemas: Path | None, strict: bool, style: str) -> int:
    """Say what PACKAGEs of any tool are, and what is wrong with them.

    Takes zips of SCORM 1.2 and 2004, IMS CP, Common Cartridge, QTI and cmi5, Moodle XML, GIFT and .mbz. Nothing is
    unpacked to disk, run or fetched.
    """
    at_hand = Schemas(Path(schemas)) if schemas else None
    verdicts = [validate(path, lms or "", at_hand) for path in packages]
    if style == "json":
        click.echo(json.dumps({"packages": [_record(one) for one in verdicts]}, indent=2, ensure_ascii=False))
    else:
        for one in verdicts:
            _show(one, style)
    return int(any(one.failed or (strict and _warned(one)) for one in verdicts))


def _show(verdict: Verdict, style: str) -> None:
    title = verdict.format.title if verdict.format else "not recognised"
    if style == "github":
        show_all([NAMED.at(Span(verdict.file, 0), title=title)], "", style)
    else:
        echo(f"{verdict.file}: {title}", bold=True)
    show_all(verdict.diagnostics, "", style)
    if style == "text":
        for line in _weight(verdict):
            echo(line)
        echo(summary(verdict.diagnostics), bold=True)


def _weight(verdict: Verdict) -> list[str]:
    weight = verdict.weight
    if weight is None:
        return []
    lines = [f"{octets(weight.size)}, unpacked {octets(weight.unpacked)} in {_count(weight.files, 'file')}"]
    if weight.launch:
        lines.append(f"first page {weight.launch}: {octets(weight.first_page)} in {_count(weight.requests, 'request')}")
    if weight.files > 1:
        lines.append("biggest: " + ", ".join(f"{path} ({octets(size)})" for path, size in weight.biggest))
    return lines


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _record(verdict: Verdict) -> dict[str, object]:
    return {
        "file": verdict.file,
        "format": verdict.format and asdict(verdict.format),
        "diagnostics": [as_record(one) for one in verdict.diagnostics],
        "weight": verdict.weight and asdict(verdict.weight),
        "failed": verdict.failed,
    }


def _warned(verdict: Verdict) -> bool:
    return any(one.code.severity is Severity.WARNING for one in verdict.diagnostics)
