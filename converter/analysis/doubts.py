"""Values that are right too seldom, by what was measured, to stand without a word."""

from __future__ import annotations

from collections.abc import Iterable

from converter.analysis.ledger import Ledger
from converter.diagnostics import Code, Diagnostic, Severity
from converter.model import Evidence
from converter.profiles.calibration import is_measured
from converter.source import Span

LEAST_SURE = 0.7
"""Of values that are right less often than this every one is in doubt."""
SINGULAR = {"authors": "author", "contributors": "contributor", "references": "reference", "social": "handle"}


def report_doubts(ledger: Ledger) -> None:
    """Report each value that is seldom right, unless another finding already points at it."""
    grave = [finding for finding in ledger.findings if finding.severity != Severity.INFO]
    fields = {finding.field for finding in grave}
    places = [finding.span for finding in grave if finding.span and finding.field is None]
    for one in ledger.evidence:
        if one.confidence < LEAST_SURE and is_measured(one.field) and not _is_told(one, fields, places):
            share = round(one.confidence * 100)
            ledger.find(Code.SELDOM_RIGHT, one.span, one.field, kind=_kind(one.field), share=share)


def _kind(field: str) -> str:
    """Name the value that a pointer leads to.

    >>> _kind("/references/3/author/0"), _kind("/references/3/publisher_place")
    ('author', 'publisher place')
    """
    words = [word for word in field.split("/") if not word.isdecimal()]
    return SINGULAR.get(words[-1], words[-1].replace("_", " "))


def _is_told(one: Evidence, fields: set[str | None], places: Iterable[Span]) -> bool:
    """Say whether a finding names the value or its owner, or stands at its place."""
    if one.field in fields:
        return True
    place = one.span
    return place is not None and any(span.start < place.end and place.start < span.end for span in places)


def findings_of(ledger: Ledger) -> tuple[Diagnostic, ...]:
    """Return all findings of a document, doubts of measured rules included."""
    report_doubts(ledger)
    return ledger.sorted_findings()
