"""Which versions of our schemas there are; each is compiled once a run, and only when somebody validates."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Literal

from converter.validation.shipped import shipped_text
from converter.xml import parse_xml

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator
    from lxml.etree import RelaxNG

Kind = Literal["json", "tei"]

SCHEMA_FILES = {"json": "commentary.schema.json", "tei": "commentary.rng"}


@cache
def versions(kind: Kind) -> tuple[str, ...]:
    """Return the versions of a schema, the newest last.

    >>> versions("json")[0]
    '1.0.0'
    """
    return tuple(tomllib.loads(shipped_text("schemas/versions.toml"))[kind])


def schema_name(kind: Kind, version: str | None = None) -> str:
    """Return the name of a schema with its folder; an older version has a folder of its own."""
    older = version is not None and version != versions(kind)[-1]
    return f"schemas/{version}/{SCHEMA_FILES[kind]}" if older else f"schemas/{SCHEMA_FILES[kind]}"


def odd_text() -> str:
    """Return the customisation of TEI as an ODD, of the newest version."""
    return shipped_text("schemas/commentary.odd")


def schema_text(kind: Kind, version: str | None = None) -> str:
    """Return a schema as text: ``json`` (JSON Schema 2020-12) or ``tei`` (RELAX NG), the newest if not said.

    >>> '"$id": "urn:converter:schema:commentary:1.0.0"' in schema_text("json", "1.0.0")
    True
    """
    return shipped_text(schema_name(kind, version))


@cache
def relaxng(version: str | None = None) -> RelaxNG:
    """Return the compiled schema of our TEI."""
    from lxml.etree import RelaxNG

    return RelaxNG(parse_xml(schema_text("tei", version).encode()).getroottree())


@cache
def json_validator(version: str | None = None) -> Draft202012Validator:
    """Return the compiled schema of our JSON; its ``iter_errors`` names the place of each error."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(schema_text("json", version))
