"""The commands, a module each with its options; the work is done elsewhere, imported only when one runs."""

from __future__ import annotations

from importlib import import_module

import click

from converter.version import __version__

COMMANDS = (
    "convert",
    "report",
    "validate",
    "upgrade",
    "inspect",
    "text",
    "bibliography",
    "graph",
    "evaluate",
    "references",
    "profiles",
    "schema",
)
"""In the order of the help; each is the function of that name in the module of that name."""


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  converter convert note.txt -o archive
  converter convert texts/ -o archive --strict
  converter validate archive/note.tei.xml archive/note.json archive/note.bib
  converter inspect note.txt
""",
)
@click.version_option(__version__, "--version", message="converter %(version)s")
def converter() -> None:
    """Turn raw think-tank commentaries into TEI-XML, JSON and BibTeX, and report every doubt.

    Findings are lines on standard error: file:line:column: severity code: message.
    Exit codes: 0 all is well, 1 some input failed or is invalid, 2 the command line is wrong.
    """
