"""``converter text``: its argument."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH


@click.command(
    epilog="""\b
Examples:
  converter text note.docx
  converter text note.pdf | less
"""
)
@click.argument("file", metavar="FILE", type=ANY_PATH)
def text(file: Path) -> int:
    """Print the text that every place counts in: the file itself, or what is laid out from it."""
    from converter.cli.inspecting import print_text

    return print_text(file)
