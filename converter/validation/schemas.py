"""Where the schemas are and how they are compiled: each once a run, and only when somebody validates."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from converter.xml import parse_xml

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator
    from lxml.etree import RelaxNG

SCHEMA_FILES = {"json": "commentary.schema.json", "tei": "commentary.rng"}

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE / "schemas", PACKAGE.parent / "schemas")
"""In an installed wheel the schemas are part of the package; in a checkout they stand beside it."""


def schema_path(name: Literal["json", "tei"]) -> Path:
    """Return where a schema is."""
    file_name = SCHEMA_FILES[name]
    for place in PLACES:
        if (place / file_name).is_file():
            return place / file_name
    raise FileNotFoundError(
        f"{file_name} is in none of {', '.join(map(str, PLACES))}: reinstall the converter"
    )


def schema_text(name: Literal["json", "tei"]) -> str:
    """Return a schema as text: ``json`` (JSON Schema 2020-12) or ``tei`` (RELAX NG).

    >>> '"$id": "urn:converter:schema:commentary:1.0.0"' in schema_text("json")
    True
    """
    return schema_path(name).read_text(encoding="utf-8")


@cache
def relaxng() -> RelaxNG:
    """Return the compiled schema of our TEI."""
    from lxml.etree import RelaxNG

    return RelaxNG(parse_xml(schema_path("tei").read_bytes()).getroottree())


@cache
def json_validator() -> Draft202012Validator:
    """Return the compiled schema of our JSON; its ``iter_errors`` names the place of each error."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(schema_text("json"))
