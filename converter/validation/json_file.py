"""Whether a JSON file that exists is one of ours and keeps its promises, with line and column."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Diagnostic
from converter.validation.findings import FileFinding, in_order
from converter.validation.json_rules import RULES
from converter.validation.json_schema import schema_objections
from converter.validation.json_syntax import NotJsonError, duplicate_keys, parse_json
from converter.validation.json_tree import Json, nearest_id
from converter.validation.positions import position_of


def validate_json(content: bytes, name: str) -> list[FileFinding]:
    """Return every finding in a JSON file: its syntax, its schema, and what no schema can say."""
    try:
        value, text = parse_json(content, name)
    except NotJsonError as error:
        return [error.finding]
    findings = list(duplicate_keys(text, name))
    for pointer, diagnostic in objections(value):
        line, column = position_of(text, pointer)
        findings.append(FileFinding(name, line, column, diagnostic, nearest_id(value, pointer)))
    return in_order(findings)


def objections(value: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what the schema and the rules object to, with the JSON pointer of the place."""
    yield from schema_objections(value)
    for rule in RULES:
        yield from rule(value)
