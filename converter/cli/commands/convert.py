"""``converter convert``: its arguments and options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from converter.cli.commands.arguments import (
    ANY_PLACE,
    DEFAULT_FORMATS,
    DIALECTS,
    IMPORTERS,
    STDIN,
    FormatList,
    profile_option,
)

if TYPE_CHECKING:
    from converter.batch.options import Options
    from converter.batch.sinks import Sink
    from converter.profiles import Profile

LOG_FORMATS = ("text", "json")
SINKS = ("folder", "jsonl", "jsonl-zstd", "parquet")


class Running(TypedDict):
    """The options that decide how an archive is gone through, and not what becomes of a document."""

    force: bool
    retry_failed: bool
    dry_run: bool
    check: bool
    jobs: int | None
    timeout: float
    memory: int
    sink: Sink
    cluster: str | None
    quiet: bool
    log_format: str


@click.command(
    epilog="""\b
Examples:
  converter convert note.txt -o archive
  converter convert texts/ more/note.md -o archive --to tei,json
  converter convert texts/ -o archive --strict --quiet
  converter convert texts/ -o archive --jobs 4 --timeout 60 --retry-failed
  converter convert texts/ -o archive --check && echo "the archive is up to date"
  converter convert - --to bibtex < note.txt
"""
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=ANY_PLACE)
@click.option("-o", "--out", metavar="OUT", type=ANY_PLACE, help="Folder for the outputs, also in a store.")
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
@profile_option
@click.option("--name", metavar="NAME", help="With -: the file name that standard input stands for.")
@click.option(
    "--force",
    is_flag=True,
    help="Convert what is up to date too, and replace files in OUT that the converter did not write.",
)
@click.option("--retry-failed", is_flag=True, help="Convert again what failed and has not changed since.")
@click.option("--dry-run", is_flag=True, help="Say what would be converted and why; change nothing.")
@click.option("--check", is_flag=True, help="Like --dry-run, with exit code 1 if anything is not up to date.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), help="Processes that convert; one a core if not said."
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    default=20.0,
    show_default=True,
    help="Give a document up after this time.",
)
@click.option(
    "--memory",
    metavar="MIB",
    type=click.IntRange(64),
    default=1024,
    show_default=True,
    help="Give a document up that needs more memory.",
)
@click.option(
    "--sink",
    type=click.Choice(SINKS),
    default="folder",
    show_default=True,
    help="Files of a folder, or rows of large files.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Let the workers of a Dask cluster convert; ADDRESS is that of its scheduler, or the file it wrote.",
)
@click.option("--quiet", is_flag=True, help="Report errors only.")
@click.option(
    "--log-format",
    type=click.Choice(LOG_FORMATS),
    default="text",
    show_default=True,
    help="How findings and progress are told.",
)
def convert(
    inputs: tuple[Path | str, ...],
    out: Path | str | None,
    formats: tuple[str, ...] | None,
    *,
    dialect: str | None,
    importer: str | None,
    ascii: bool,  # noqa: A002 - the name of the option
    strict: bool,
    profile: Profile | None,
    name: str | None,
    **running: Unpack[Running],
) -> int:
    """Convert files, all files below folders, or standard input (-).

    For each input NAME.txt the folder OUT gets NAME.tei.xml, NAME.json and NAME.bib, and for all of them
    report.jsonl. A document with an error is not written. A second run converts only what is not up to date.
    """
    from converter.batch.options import Options
    from converter.cli.converting import convert_stream

    asked = formats or (DEFAULT_FORMATS if importer is None else ("tei", "json", IMPORTERS[importer]))
    force, retry_failed = running["force"], running["retry_failed"]
    options = Options(
        asked, dialect, profile, importer, ascii, strict=strict, force=force, retry_failed=retry_failed
    )
    if STDIN in inputs:
        _must_be_alone(inputs, out, formats, running)
        return convert_stream(name or "stdin", options, quiet=running["quiet"])
    if name is not None:
        raise click.UsageError("--name is for standard input (-) only")
    return _convert_archive(inputs, out, options, running)


def _must_be_alone(
    inputs: tuple[Path | str, ...], out: Path | str | None, formats: tuple[str, ...] | None, running: Running
) -> None:
    """Refuse what cannot be done with standard input."""
    if len(inputs) > 1 or out is not None:
        raise click.UsageError("- (standard input) goes to standard output: no other INPUT and no -o with it")
    if running["cluster"] is not None or running["sink"] != "folder":
        raise click.UsageError("- (standard input) is converted here, into one text: no --cluster, no --sink")
    if formats is None or len(formats) != 1:
        raise click.UsageError("- (standard input) wants exactly one format: --to tei, json, bibtex ...")


def _convert_archive(
    inputs: tuple[Path | str, ...], out: Path | str | None, options: Options, running: Running
) -> int:
    """Convert files and folders into a folder, or say what would be converted."""
    from converter.batch.options import Limits
    from converter.batch.parallel import processors
    from converter.batch.run import Order
    from converter.cli.converting import convert_files
    from converter.cli.previewing import preview_files
    from converter.cli.voices import voice_for

    if out is None:
        raise click.UsageError("where to? Say -o OUT")
    if isinstance(out, Path) and out.exists() and not out.is_dir():
        raise click.UsageError(f"{out} is no folder")
    limits = Limits(running["timeout"], running["memory"])
    if running["cluster"] is not None and running["jobs"] is not None:
        raise click.UsageError(
            "--jobs is for this machine; a cluster has the workers that it was started with"
        )
    jobs = running["jobs"] or processors()
    voice = voice_for(running["log_format"], quiet=running["quiet"])
    order = Order(
        inputs,
        out,
        options,
        limits,
        jobs,
        sink=running["sink"],
        cluster=running["cluster"],
        remark=voice.remark,
    )
    if running["dry_run"] or running["check"]:
        return preview_files(order, voice, must_be_fresh=running["check"])
    return convert_files(order, voice)
