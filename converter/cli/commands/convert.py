"""``converter convert``: its arguments and options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.commands.arguments import (
    ANY_PATH,
    DEFAULT_FORMATS,
    DIALECTS,
    IMPORTERS,
    STDIN,
    FormatList,
    profile_option,
)

if TYPE_CHECKING:
    from converter.profiles import Profile


@click.command(
    epilog="""\b
Examples:
  converter convert note.txt -o archive
  converter convert texts/ more/note.md -o archive --to tei,json
  converter convert texts/ -o archive --strict --quiet
  converter convert - --to bibtex < note.txt
"""
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=ANY_PATH)
@click.option("-o", "--out", metavar="OUT", type=ANY_PATH, help="Folder for the outputs.")
@click.option(
    "--to",
    "formats",
    metavar="FORMATS",
    type=FormatList(),
    help="Of tei,json,bibtex,csl-json,ris; three if not said.",
)
@click.option(
    "--dialect",
    type=click.Choice(DIALECTS),
    help="Which BibTeX is written; bibtex, or what the program of --for reads best, if not said.",
)
@click.option(
    "--for",
    "importer",
    type=click.Choice(tuple(IMPORTERS)),
    help="The program that will read the bibliography; decides format, dialect and small things.",
)
@click.option("--ascii", is_flag=True, help="BibTeX in plain ASCII, letters as LaTeX commands.")
@click.option("--strict", is_flag=True, help="Write no document that has a warning; it counts as failed.")
@click.option("--force", is_flag=True, help="Replace files in OUT that the converter did not write.")
@profile_option
@click.option("--name", metavar="NAME", help="With -: the file name that standard input stands for.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def convert(
    inputs: tuple[Path, ...],
    out: Path | None,
    formats: tuple[str, ...] | None,
    *,
    dialect: str | None,
    importer: str | None,
    ascii: bool,  # noqa: A002 - the name of the option
    strict: bool,
    force: bool,
    profile: Profile | None,
    name: str | None,
    quiet: bool,
) -> int:
    """Convert files, all files below folders, or standard input (-).

    For each input NAME.txt the folder OUT gets NAME.tei.xml, NAME.json and NAME.bib, and for all of them
    report.jsonl. A document with an error is not written.
    """
    from converter.batch.run import Options
    from converter.cli.converting import convert_files, convert_stream

    asked = formats or (DEFAULT_FORMATS if importer is None else ("tei", "json", IMPORTERS[importer]))
    options = Options(asked, dialect, profile, importer, ascii, strict=strict, force=force)
    if STDIN in inputs:
        if len(inputs) > 1 or out is not None:
            raise click.UsageError(
                "- (standard input) goes to standard output: no other INPUT and no -o with it"
            )
        if formats is None or len(formats) != 1:
            raise click.UsageError("- (standard input) wants exactly one format: --to tei, json, bibtex ...")
        return convert_stream(name or "stdin", options, quiet=quiet)
    if name is not None:
        raise click.UsageError("--name is for standard input (-) only")
    if out is None:
        raise click.UsageError("where to? Say -o OUT")
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"{out} is no folder")
    return convert_files(inputs, out, options, quiet=quiet)
