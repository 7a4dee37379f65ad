"""``converter references``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH, STDIN

FORMATS = ("csl-json", "bibtex", "biblatex", "ris", "tei")


@click.command(
    epilog="""\b
Examples:
  converter references list.txt --to csl-json
  converter references list.txt --to bibtex -o list.bib
  converter references - --to tei < list.txt
"""
)
@click.argument("file", metavar="FILE|-", type=ANY_PATH)
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="How they are written.")
@click.option("-o", "out", metavar="OUT", type=ANY_PATH, help="Where to; standard output if not said.")
@click.option("--force", is_flag=True, help="Replace OUT though it holds something else.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def references(file: Path, form: str, out: Path | None, *, force: bool, quiet: bool) -> int:
    """Read a plain list of references, one a line, and write them in the same order, each with an id.

    A number or bullet before a reference is set aside. A line that is no reference becomes an item that
    holds it whole as its note. A part of which another reading is nearly as likely is a finding.
    """
    from converter.cli.listing import list_references

    return list_references(file, form, None if out == STDIN else out, force=force, quiet=quiet)
