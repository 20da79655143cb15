"""The command itself: it knows the verbs by name and loads the one that is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn

import click

from builder import __version__

VERBS = {
    "build": "Build the packages of all courses, or of those you name.",
    "calendar": "Write the days of the programme as a calendar file.",
    "check": "Report every mistake in the courses; write nothing.",
    "explain": "Explain a diagnostic code.",
    "fmt": "Write missing ids and lay the sources out in one way.",
    "import": "Make a course of a Word document, a question bank or a table of items.",
    "new": "Begin a programme, course, lesson, page or question.",
    "release": "Record what learners may now hold results on.",
    "report": "Write what the courses measure as one page, and as JSON.",
    "serve": "Show the courses in a browser and follow every change.",
    "targets": "List the output formats.",
    "validate": "Say what a package of any tool is, and what is wrong with it.",
}
"""The verbs and their one-line help; each is the ``command`` of the module of that name (``import_`` for import)."""


class Verbs(click.Group):
    """A group that imports a verb's module when it is used, so that help and completion are quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in VERBS:
            return None
        command = import_module(f"builder.cli.{cmd_name}{'_' * iskeyword(cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="coursewright", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn courses written in Markdown into packages for learning management systems."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code: 0 all well, 1 diagnostics, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A code page that lacks a character must not stop a build.
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run ``arguments`` and return the exit code; no exception but those of the interpreter leaves."""
    try:
        code = cli.main(arguments, prog_name="coursewright", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except Exception as error:
        if os.environ.get("COURSEWRIGHT_DEBUG"):
            raise
        return import_module("builder.cli.failure").report(error)  # type: ignore[no-any-return]
    return code if isinstance(code, int) else 0
