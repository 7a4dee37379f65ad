"""``converter graph``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH, STDIN

FILES = {
    "json": "citations.graph.json",
    "graphml": "citations.graphml",
    "works": "works.csv",
    "hosts": "hosts.csv",
    "people": "who-cites-whom.csv",
}


@click.command(
    epilog="""\b
Examples:
  converter graph archive -o graph
  converter graph archive --format graphml > archive.graphml
"""
)
@click.argument("paths", metavar="OUT...", nargs=-1, required=True, type=ANY_PATH)
@click.option(
    "--format", "form", type=click.Choice(tuple(FILES)), help="Only this one; with -o all, if not said."
)
@click.option("-o", "out", metavar="FOLDER", type=ANY_PATH, help="Folder for the files.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def graph(paths: tuple[Path, ...], form: str | None, out: Path | None, *, quiet: bool) -> int:
    """Write who cites whom and what in documents that were converted (JSON files, or folders with them).

    FOLDER gets citations.graph.json, citations.graphml (Gephi, yEd, Cytoscape), works.csv and hosts.csv (the
    most cited), and who-cites-whom.csv. Without -o one goes to standard output, the JSON if not said.
    """
    from converter.cli.citing import make_citation_graph

    return make_citation_graph(
        paths, None if out == STDIN else out, FILES[form] if form else None, quiet=quiet
    )
