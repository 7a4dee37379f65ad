"""Whether a JSON file that exists is one of ours and keeps its promises, with line and column."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code, Diagnostic
from converter.validation.findings import FileFinding, in_order
from converter.validation.json_rules import RULES
from converter.validation.json_schema import schema_objections
from converter.validation.json_syntax import NotJsonError, duplicate_keys, parse_json
from converter.validation.json_tree import Json, nearest_id, string
from converter.validation.other_schema import OtherJsonSchema
from converter.validation.positions import position_of
from converter.validation.schemas import versions

SCHEMA_FAMILY = "urn:converter:schema:commentary:"


def validate_json(content: bytes, name: str, other: OtherJsonSchema | None = None) -> list[FileFinding]:
    """Return every finding in a JSON file: its syntax, its schema, and what no schema can say.

    With ``other``, a schema that somebody names, ours is not asked, and what our schema cannot say is asked
    only of a file that names ours.
    """
    try:
        value, text = parse_json(content, name)
    except NotJsonError as error:
        return [error.finding]
    findings = list(duplicate_keys(text, name))
    for pointer, diagnostic in objections(value, other):
        line, column = position_of(text, pointer)
        findings.append(FileFinding(name, line, column, diagnostic, nearest_id(value, pointer)))
    return in_order(findings)


def objections(value: Json, other: OtherJsonSchema | None = None) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what the schema and the rules object to, with the JSON pointer of the place."""
    yield from other.objections(value) if other else own_objections(value)
    if other is None or version_of(value) is not None:
        for rule in RULES:
            yield from rule(value)


def own_objections(value: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what the version of our schema objects to that the file names; the newest if it names none."""
    version, known = version_of(value), versions("json")
    if version is not None and version not in known:
        told = Code.SCHEMA_UNKNOWN.at(None, "/$schema", version=version, newest=known[-1])
        yield "/$schema", told
        return
    yield from schema_objections(value, version)
    if version is not None and version != known[-1]:
        pointer = "/schema_version"
        yield pointer, Code.SCHEMA_OLD.at(None, pointer, version=version, newest=known[-1])


def version_of(value: Json) -> str | None:
    """Return the version of our schema that a file names.

    >>> version_of({"$schema": "urn:converter:schema:commentary:1.0.0"}), version_of({})
    ('1.0.0', None)
    """
    name = string(value, "$schema") or ""
    return name.removeprefix(SCHEMA_FAMILY) if name.startswith(SCHEMA_FAMILY) else None
