"""``converter schema``: its arguments and options."""

from __future__ import annotations

from typing import Literal

import click


@click.command(
    epilog="""\b
Examples:
  converter schema json > commentary.schema.json
  converter schema tei > commentary.rng
  converter schema tei --version 1.0.0 > commentary-1.0.0.rng
"""
)
@click.argument("kind", metavar="json|tei", type=click.Choice(["json", "tei"]))
@click.option(
    "--version", metavar="VERSION", help="An earlier version of the schema; the newest if not said."
)
def schema(kind: Literal["json", "tei"], *, version: str | None) -> int:
    """Print the schema of the outputs: JSON Schema 2020-12, or RELAX NG for the TEI."""
    from converter.cli.streams import write_out
    from converter.validation.schemas import schema_text, versions

    known = versions(kind)
    if version is not None and version not in known:
        raise click.UsageError(f"there is no version {version} of it, only {', '.join(known)}")
    write_out(schema_text(kind, version))
    return 0
