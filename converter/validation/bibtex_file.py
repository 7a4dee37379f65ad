"""Whether a BibTeX file that exists can be read, sorted and cited, with the line of what cannot."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code
from converter.validation.bibtex_reading import BibFile, read_bibtex
from converter.validation.bibtex_rules import RULES
from converter.validation.findings import FileFinding, decode_utf8, in_order


def validate_bibtex(content: bytes, name: str) -> list[FileFinding]:
    """Return every finding in a BibTeX file, classic or BibLaTeX."""
    text = decode_utf8(content, name, Code.BIBTEX_SYNTAX)
    if isinstance(text, FileFinding):
        return [text]
    file = read_bibtex(text, name)
    if not file.entries and not file.findings:
        return [FileFinding(name, 1, 1, Code.BIBTEX_SYNTAX.at(None, reason="there is no entry in it"))]
    return in_order([*file.findings, *rule_findings(file)])


def rule_findings(file: BibFile) -> Iterator[FileFinding]:
    """Yield what the rules object to, at the field or at the entry."""
    for entry in file.entries:
        for rule in RULES:
            for objection in rule(entry, file):
                field = entry.fields.get(objection.field or "")
                line, column = (field.line, field.column) if field is not None else (entry.line, 1)
                yield FileFinding(file.path, line, column, objection.diagnostic, entry.key)
