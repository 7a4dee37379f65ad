"""Whether a TEI file that exists is one of ours and keeps its promises, with line and column."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code
from converter.validation.findings import FileFinding, in_order
from converter.validation.other_grammar import OtherGrammar
from converter.validation.tei_document import TeiDocument
from converter.validation.tei_rules import RULES
from converter.validation.tei_schema import schema_findings
from converter.xml import UnusableXml

ALSO_IN_SCHEMA = frozenset({Code.ID_DUPLICATE.code, Code.DATE_INVALID.code, Code.ADDRESS_INVALID.code})
"""What the schema reports once more, in worse words, naming the same value."""


def validate_tei(content: bytes, name: str, other: OtherGrammar | None = None) -> list[FileFinding]:
    """Return every finding in a TEI file: its syntax, its schema, and what no schema can say.

    With ``other``, a schema that somebody names, ours is not asked.
    """
    try:
        document = TeiDocument(content, name)
    except UnusableXml as error:
        return [FileFinding(name, error.line, error.column, error.diagnostic)]
    by_rules = list(rule_findings(document))
    objections = other.findings if other else schema_findings
    by_schema = objections(TeiDocument(content, name))
    return in_order([*by_rules, *(found for found in by_schema if not is_told(found, by_rules))])


def is_told(found: FileFinding, told: list[FileFinding]) -> bool:
    """Say whether a value that the schema objects to is one that a rule has named at the same place."""
    return any(
        (one.line, one.column) == (found.line, found.column)
        and one.diagnostic.code in ALSO_IN_SCHEMA
        and any(f'"{word}"' in found.diagnostic.message for word in quoted(one.diagnostic.message))
        for one in told
    )


def quoted(message: str) -> tuple[str, ...]:
    """Return what of the wording of a rule may be the value.

    >>> quoted("30 May is no date"), quoted("the id fn1 is given twice")
    (('30 May',), ('fn1',))
    """
    for before, after in (("", " is no "), ("the id ", " is given twice")):
        if message.startswith(before) and after in message:
            return (message.removeprefix(before).partition(after)[0],)
    return ()


def rule_findings(document: TeiDocument) -> Iterator[FileFinding]:
    """Yield what the rules object to."""
    for rule in RULES:
        for element, diagnostic in rule(document):
            yield document.finding(element, diagnostic)
