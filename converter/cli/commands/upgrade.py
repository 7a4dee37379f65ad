"""``converter upgrade``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH


@click.command(
    epilog="""\b
Examples:
  converter upgrade archive/ --dry-run
  converter upgrade archive/note.json archive/note.tei.xml
"""
)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=ANY_PATH)
@click.option("--dry-run", is_flag=True, help="Say what would be done, write nothing.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def upgrade(paths: tuple[Path, ...], *, dry_run: bool, quiet: bool) -> int:
    """Bring JSON and TEI of an earlier version of our schemas to the newest, in their places.

    A file that is not valid by its own version is left as it is. Where the source is at hand, converting it
    again gives more: a new version has room for what the old one could not say.
    """
    from converter.cli.upgrading import upgrade_and_report

    return upgrade_and_report(paths, dry_run=dry_run, quiet=quiet)
