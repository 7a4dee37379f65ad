"""``converter schema``: its arguments and options."""

from __future__ import annotations

import click


@click.command(
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
