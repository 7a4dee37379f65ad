"""``converter inspect``: its arguments and options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.commands.arguments import ANY_PATH, profile_option

if TYPE_CHECKING:
    from converter.profiles import Profile


@click.command(
    epilog="""\b
Examples:
  converter inspect note.txt
  converter inspect - < note.txt | less
"""
)
@click.argument("file", metavar="FILE", type=ANY_PATH)
@profile_option
def inspect(file: Path, profile: Profile | None) -> int:
    """Show what was recognised in a text: regions, metadata with evidence, notes, works cited, findings."""
    from converter.cli.inspecting import inspect_file

    return inspect_file(file, profile)
