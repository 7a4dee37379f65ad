"""Whether a list of works in CSL-JSON keeps the form, and what its readers would stumble over."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from converter.diagnostics import Code, Diagnostic
from converter.validation.csl_rules import RULES
from converter.validation.findings import FileFinding, in_order
from converter.validation.json_syntax import NotJsonError, duplicate_keys, parse_json
from converter.validation.json_tree import Json
from converter.validation.positions import position_of


def validate_csl(content: bytes, name: str) -> list[FileFinding]:
    """Return every finding in a CSL-JSON file."""
    try:
        value, text = parse_json(content, name)
    except NotJsonError as error:
        return [error.finding]
    findings = list(duplicate_keys(text, name))
    for pointer, key, diagnostic in objections(value):
        line, column = position_of(text, pointer)
        findings.append(FileFinding(name, line, column, replace(diagnostic, field=pointer or None), key))
    return in_order(findings)


def objections(value: Json) -> Iterator[tuple[str, str | None, Diagnostic]]:
    """Yield what is wrong: the JSON pointer, the id of the entry, and the finding."""
    if not isinstance(value, list):
        yield "", None, Code.CSL_SCHEMA.at(None, reason="the file should be a list of entries")
        return
    seen: set[str] = set()
    for at, item in enumerate(value):
        if not isinstance(item, dict):
            yield f"/{at}", None, Code.CSL_SCHEMA.at(None, reason="an entry should be an object")
            continue
        key = str(item.get("id", "")) or None
        if key in seen:
            yield f"/{at}/id", key, Code.ID_DUPLICATE.at(None, id=key)
        seen.update((key,) if key else ())
        for rule in RULES:
            yield from ((f"/{at}{pointer}", key, diagnostic) for pointer, diagnostic in rule(item))
