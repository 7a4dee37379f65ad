"""``converter report``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH

FORMATS = ("table", "csv", "html")


@click.command(
    epilog="""\b
Examples:
  converter report archive
  converter report archive --format csv > findings.csv
  converter report archive --format html > findings.html
"""
)
@click.argument("out", metavar="OUT", type=ANY_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="What is written.",
)
def report(out: Path, form: str) -> int:
    """Show what the report of an output folder comes to: by finding, by house, and where to look first.

    OUT is the folder that was given to converter convert; read is its report.jsonl.
    """
    from converter.cli.reporting import write_report

    return write_report(out, form)
