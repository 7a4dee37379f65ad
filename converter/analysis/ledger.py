"""The book in which the analysis writes down evidence and findings as it goes."""

from __future__ import annotations

from collections.abc import Iterable

from converter.diagnostics import Code, Diagnostic
from converter.model import Evidence, Rejected
from converter.profiles.calibration import calibrated
from converter.source import Span


class Ledger:
    """Evidence and findings of one document."""

    def __init__(self, findings: Iterable[Diagnostic] = ()) -> None:
        self.evidence: list[Evidence] = []
        self.findings: list[Diagnostic] = list(findings)

    def find(self, code: Code, span: Span | None, field: str | None = None, **values: object) -> None:
        """Report a finding."""
        self.findings.append(code.at(span, field, **values))

    def note(
        self, field: str, span: Span | None, rule: str, confidence: float, rejected: Iterable[Rejected] = ()
    ) -> None:
        """Write down where the value at a JSON pointer came from, and how sure that makes it."""
        sure = calibrated(field, confidence)
        self.evidence.append(Evidence(field, span, rule, sure, tuple(rejected)))

    def is_doubted(self, span: Span | None) -> bool:
        """Tell whether it is in doubt what the lines at a place are."""
        return span is not None and any(
            found.code == Code.REGIONS_UNCERTAIN.code
            and found.span
            and found.span.start < span.end
            and span.start < found.span.end
            for found in self.findings
        )

    def sorted_findings(self) -> tuple[Diagnostic, ...]:
        """Return the findings in the order of their places, those without a place first.

        What several readings report of one place in the same words is told once, with the value it concerns.
        """
        named = {(one.code, one.span, one.message) for one in self.findings if one.field is not None}
        told = {
            (one.code, one.span, one.message, one.field): one
            for one in self.findings
            if one.span is None or one.field is not None or (one.code, one.span, one.message) not in named
        }
        return tuple(sorted(told.values(), key=lambda one: (one.span.start if one.span else -1, one.code)))


def quoted(text: str, length: int = 60) -> str:
    """Show a text inside a message: in quotes, cut where it is long."""
    return f"“{text}”" if len(text) <= length else f"“{text[: length - 1]}…”"
