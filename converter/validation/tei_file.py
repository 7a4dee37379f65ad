"""Whether a TEI file that exists is one of ours and keeps its promises, with line and column."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from converter.diagnostics import Code
from converter.validation.findings import FileFinding, in_order
from converter.validation.tei_document import TeiDocument
from converter.validation.tei_rules import DATES, RULES
from converter.validation.tei_schema import schema_findings
from converter.xml import UnusableXml

ALSO_IN_SCHEMA = frozenset({Code.ID_DUPLICATE.code, Code.DATE_INVALID.code})
"""Errors that the schema reports once more, in worse words; they begin with ``SAME_WORDS``."""

SAME_WORDS = tuple(f"the value of {name}=" for name in ("xml:id", *DATES))


def validate_tei(content: bytes, name: str) -> list[FileFinding]:
    """Return every finding in a TEI file: its syntax, its schema, and what no schema can say."""
    try:
        document = TeiDocument(content, name)
    except UnusableXml as error:
        message = " ".join(error.diagnostic.message.split())  # libxml2 may end its words with a line feed
        diagnostic = replace(error.diagnostic, message=message)
        return [FileFinding(name, error.line, error.column, diagnostic)]
    by_rules = list(rule_findings(document))
    told = {(found.line, found.column) for found in by_rules if found.diagnostic.code in ALSO_IN_SCHEMA}
    by_schema = [
        found
        for found in schema_findings(TeiDocument(content, name))
        if not ((found.line, found.column) in told and found.diagnostic.message.startswith(SAME_WORDS))
    ]
    return in_order([*by_rules, *by_schema])


def rule_findings(document: TeiDocument) -> Iterator[FileFinding]:
    """Yield what the rules object to."""
    for rule in RULES:
        for element, diagnostic in rule(document):
            yield document.finding(element, diagnostic)
