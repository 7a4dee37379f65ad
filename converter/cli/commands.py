"""The commands and their options; each does its work elsewhere, imported only when it runs."""

from __future__ import annotations

from pathlib import Path

import click

from converter.version import __version__

FORMATS = ("tei", "json", "bibtex")
DIALECTS = ("bibtex", "biblatex")
STDIN = Path("-")
ANY_PATH = click.Path(readable=False, path_type=Path)
"""Click must not look whether a file can be read: that is a finding of the file, and the others go on."""


class FormatList(click.ParamType[tuple[str, ...]]):
    """Names of output formats with commas between."""

    name = "formats"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats in our order, each once."""
        asked = {name.strip() for name in value.split(",")} if isinstance(value, str) else set(value)
        unknown = sorted(asked - set(FORMATS))
        if unknown:
            self.fail(f"no such format: {', '.join(unknown)} (there are {', '.join(FORMATS)})", param, ctx)
        return tuple(name for name in FORMATS if name in asked)


class ProfileName(click.ParamType[str]):
    """The name of a shipped profile."""

    name = "profile"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a profile."""
        from converter.errors import UnknownProfile
        from converter.pipeline import convert_text

        try:
            convert_text(
                "x", to=(), profile=value
            )  # the way through the house is the only one to the profiles
        except UnknownProfile as error:
            self.fail(str(error), param, ctx)
        return value


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  converter convert note.txt -o archive
  converter convert texts/ -o archive --strict
  converter validate archive/note.tei.xml archive/note.json archive/note.bib
  converter inspect note.txt
""",
)
@click.version_option(__version__, "--version", message="converter %(version)s")
def converter() -> None:
    """Turn raw think-tank commentaries into TEI-XML, JSON and BibTeX, and report every doubt.

    Findings are lines on standard error: file:line:column: severity code: message.
    Exit codes: 0 all is well, 1 some input failed or is invalid, 2 the command line is wrong.
    """


@converter.command(
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
    "--to", "formats", metavar="FORMATS", type=FormatList(), help="Of tei,json,bibtex; all if not said."
)
@click.option(
    "--dialect",
    type=click.Choice(DIALECTS),
    default="bibtex",
    show_default=True,
    help="Which BibTeX is written.",
)
@click.option("--strict", is_flag=True, help="Write no document that has a warning; it counts as failed.")
@click.option("--force", is_flag=True, help="Replace files in OUT that the converter did not write.")
@click.option(
    "--profile",
    metavar="NAME",
    type=ProfileName(),
    help="The house that publishes; found by itself if not said.",
)
@click.option("--name", metavar="NAME", help="With -: the file name that standard input stands for.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
def convert(
    inputs: tuple[Path, ...],
    out: Path | None,
    formats: tuple[str, ...] | None,
    *,
    dialect: str,
    strict: bool,
    force: bool,
    profile: str | None,
    name: str | None,
    quiet: bool,
) -> int:
    """Convert files, all files below folders, or standard input (-).

    For each input NAME.txt the folder OUT gets NAME.tei.xml, NAME.json and NAME.bib, and for all of them
    report.jsonl. A document with an error is not written.
    """
    from converter.batch.run import Options
    from converter.cli.converting import convert_files, convert_stream

    options = Options(formats or FORMATS, dialect, profile, strict=strict, force=force)
    if STDIN in inputs:
        if len(inputs) > 1 or out is not None:
            raise click.UsageError(
                "- (standard input) goes to standard output: no other INPUT and no -o with it"
            )
        if formats is None or len(formats) != 1:
            raise click.UsageError("- (standard input) wants exactly one format: --to tei, json or bibtex")
        return convert_stream(name or "stdin.txt", options, quiet=quiet)
    if name is not None:
        raise click.UsageError("--name is for standard input (-) only")
    if out is None:
        raise click.UsageError("where to? Say -o OUT")
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"{out} is no folder")
    return convert_files(inputs, out, options, quiet=quiet)


@converter.command(
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


@converter.command(
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


@converter.command(
    epilog="""\b
Examples:
  converter schema json > commentary.schema.json
  converter schema tei > commentary.rng
"""
)
@click.argument("kind", metavar="json|tei", type=click.Choice(["json", "tei"]))
def schema(kind: str) -> int:
    """Print the schema of the outputs: JSON Schema 2020-12, or RELAX NG for the TEI."""
    from converter.cli.streams import write_out
    from converter.validation.schemas import schema_text

    write_out(schema_text("json" if kind == "json" else "tei"))
    return 0
