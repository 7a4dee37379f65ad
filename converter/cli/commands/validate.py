"""``converter validate``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH


@click.command(
    epilog="""\b
Examples:
  converter validate archive/note.json
  converter validate archive/note.tei.xml archive/note.bib
  converter validate archive/
"""
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ANY_PATH)
@click.option("--quiet", is_flag=True, help="Report errors only.")
def validate(files: tuple[Path, ...], *, quiet: bool) -> int:
    """Check TEI, JSON and BibTeX files, ours or anybody's: schema, ids, pointers, notes, dates.

    NAME.tei.xml, NAME.json and NAME.bib beside each other must also agree with each other. Of a folder all
    such files are checked.
    """
    from converter.cli.validating import validate_and_report

    return validate_and_report(files, quiet=quiet)
