"""``converter validate``: its arguments and options."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.commands.arguments import ANY_PATH

FORMS = ("text", "json", "sarif", "github", "junit")


@click.command(
    epilog="""\b
Examples:
  converter validate archive/note.json
  converter validate archive/ --jobs 4
  converter validate archive/ --source texts/
  converter validate archive/ --format sarif > findings.sarif
  converter validate edition.xml --schema tei_all.rng
  converter validate --explain files-disagree
"""
)
@click.argument("paths", metavar="PATH...", nargs=-1, type=ANY_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text: lines on standard error; all others on standard output.",
)
@click.option(
    "--schema",
    "schemas",
    metavar="FILE",
    multiple=True,
    type=ANY_PATH,
    help="RELAX NG (.rng) or JSON Schema in place of ours; may be given for both.",
)
@click.option(
    "--source",
    metavar="DIR",
    type=ANY_PATH,
    help="The files from which the documents were made (or the file): is every character of them there?",
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), help="Processes; as many as processors if not said."
)
@click.option("--explain", "code", metavar="CODE", help="Say what a finding means and what to do, and end.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def validate(
    paths: tuple[Path, ...],
    *,
    form: str,
    schemas: tuple[Path, ...],
    source: Path | None,
    jobs: int | None,
    code: str | None,
    quiet: bool,
) -> int:
    """Check TEI, JSON, BibTeX, RIS and CSL-JSON, ours or anybody's: schema, ids, pointers, notes, dates.

    The files of one document (NAME.tei.xml, NAME.json, NAME.bib, NAME.ris, NAME.csl.json) beside each other
    must also agree with each other. Of a folder all such files are checked.
    """
    from converter.cli.validating import UnknownCode, explain, validate_and_report
    from converter.validation.other_schema import UnusableSchema

    if code is None and not paths:
        raise click.UsageError("Missing argument 'PATH...'.")
    try:
        if code is not None:
            return explain(code)
        return validate_and_report(paths, form=form, schemas=schemas, source=source, jobs=jobs, quiet=quiet)
    except (UnknownCode, UnusableSchema) as error:
        raise click.UsageError(str(error)) from error
