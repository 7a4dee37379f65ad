"""``converter schema``: its arguments and options."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
Examples:
  converter schema json > commentary.schema.json
  converter schema tei > commentary.rng
  converter schema odd > commentary.odd
  converter schema tei --version 1.0.0 > commentary-1.0.0.rng
"""
)
@click.argument("kind", metavar="json|tei|odd", type=click.Choice(["json", "tei", "odd"]))
@click.option(
    "--version", metavar="VERSION", help="An earlier version of the schema; the newest if not said."
)
def schema(kind: str, *, version: str | None) -> int:
    """Print the schema of the outputs: JSON Schema 2020-12, RELAX NG for the TEI, or its ODD."""
    from converter.cli.streams import write_out
    from converter.validation.schemas import odd_text, schema_text, versions

    if kind == "odd" and version is None:
        write_out(odd_text())
        return 0
    known = {"json": versions("json"), "tei": versions("tei")}.get(kind, ())
    if version is not None and version not in known:
        there = f"only {', '.join(known)}" if known else "it is of the newest version"
        raise click.UsageError(f"there is no version {version} of it, {there}")
    write_out(schema_text("json" if kind == "json" else "tei", version))
    return 0
