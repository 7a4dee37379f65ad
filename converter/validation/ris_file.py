"""Whether a RIS file that exists can be read, and what its readers would stumble over."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code
from converter.validation.findings import FileFinding, decode_utf8, in_order
from converter.validation.ris_reading import VALUE_COLUMN, RisFile, read_ris
from converter.validation.ris_rules import RULES


def validate_ris(content: bytes, name: str) -> list[FileFinding]:
    """Return every finding in a RIS file."""
    text = decode_utf8(content, name, Code.RIS_SYNTAX)
    if isinstance(text, FileFinding):
        return [text]
    file = read_ris(text, name)
    if not file.entries and not file.findings:
        return [FileFinding(name, 1, 1, Code.RIS_SYNTAX.at(None, reason="there is no entry in it"))]
    return in_order([*file.findings, *rule_findings(file), *doubled_ids(file)])


def rule_findings(file: RisFile) -> Iterator[FileFinding]:
    """Yield what the rules object to, at the value."""
    for entry in file.entries:
        for rule in RULES:
            for one, diagnostic in rule(entry):
                column = VALUE_COLUMN if one.value else 1
                yield FileFinding(file.path, one.line, column, diagnostic, entry.key)


def doubled_ids(file: RisFile) -> Iterator[FileFinding]:
    """Yield the ids that an earlier entry has."""
    seen: set[str] = set()
    for entry in file.entries:
        for one in entry.all("ID"):
            if one.value in seen:
                yield FileFinding(
                    file.path, one.line, VALUE_COLUMN, Code.ID_DUPLICATE.at(None, id=one.value), one.value
                )
            seen.add(one.value)
