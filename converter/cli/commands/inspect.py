"""``converter inspect``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH, ProfileName


@click.command(
    epilog="""\b
Examples:
  converter inspect note.txt
  converter inspect - < note.txt | less
"""
)
@click.argument("file", metavar="FILE", type=ANY_PATH)
@click.option(
    "--profile",
    metavar="NAME",
    type=ProfileName(),
    help="The house that publishes; found by itself if not said.",
)
def inspect(file: Path, profile: str | None) -> int:
    """Show what was recognised in a text: regions, metadata with evidence, notes, works cited, findings."""
    from converter.cli.inspecting import inspect_file

    return inspect_file(file, profile)
