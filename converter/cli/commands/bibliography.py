"""``converter bibliography``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH, IMPORTERS, STDIN

FORMATS = ("bibtex", "biblatex", "csl-json", "ris")
BEST = {"bibtex": "biblatex", "ris": "ris"}
"""What a program's own format is called here, where the dialect is part of the name."""


@click.command(
    epilog="""\b
Examples:
  converter bibliography archive -o archive.bib
  converter bibliography archive --cited --format csl-json -o cited.csl.json
  converter bibliography archive --for zotero -o archive.bib --keys-from archive.bib
  converter bibliography archive/note.json
"""
)
@click.argument("paths", metavar="OUT...", nargs=-1, required=True, type=ANY_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How it is written; bibtex, or what the program of --for reads best, if not said.",
)
@click.option("--documents", "choice", flag_value="documents", help="The documents themselves only.")
@click.option("--cited", "choice", flag_value="cited", help="Only the works that they cite.")
@click.option("--all", "choice", flag_value="all", default=True, help="Both (the default).")
@click.option("--for", "importer", type=click.Choice(tuple(IMPORTERS)), help="The program that will read it.")
@click.option("--ascii", is_flag=True, help="BibTeX in plain ASCII, letters as LaTeX commands.")
@click.option("--no-merge", is_flag=True, help="Every entry by itself.")
@click.option(
    "--keys-from",
    "keys",
    metavar="FILE",
    type=ANY_PATH,
    help="An earlier bibliography, or its record: works in it keep their keys.",
)
@click.option(
    "-o",
    "out",
    metavar="FILE",
    type=ANY_PATH,
    help="Where to; beside it FILE.merges.json says what was merged.",
)
@click.option("--force", is_flag=True, help="Replace FILE though the converter did not write it.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def bibliography(
    paths: tuple[Path, ...],
    form: str | None,
    choice: str,
    importer: str | None,
    keys: Path | None,
    out: Path | None,
    *,
    ascii: bool,  # noqa: A002 - the name of the option
    no_merge: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Write one bibliography of documents that were converted (JSON files, or folders with them).

    Works that several documents cite are one entry: those with the same DOI, the same clean address, or the
    same title and year where nothing speaks against it. Without -o it goes to standard output.
    """
    from converter.cli.citing import CHOICES, Wanted, make_bibliography

    best = BEST[IMPORTERS[importer]] if importer else "bibtex"
    chosen = next(one for one in CHOICES if one == choice)
    wanted = Wanted(form or best, importer, chosen, ascii, not no_merge)
    return make_bibliography(paths, wanted, None if out == STDIN else out, keys, force=force, quiet=quiet)
