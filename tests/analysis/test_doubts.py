"""A value that is seldom right is in doubt, unless a finding already says so."""

from __future__ import annotations

import pytest

from converter.analysis.doubts import findings_of
from converter.analysis.ledger import Ledger
from converter.diagnostics import Code
from converter.model import Evidence
from converter.source import Span

TITLE = "/references/0/title"


def ledger_with(confidence: float, field: str = TITLE) -> Ledger:
    """Return a ledger in which one value stands, as sure as that."""
    ledger = Ledger()
    ledger.evidence.append(Evidence(field, Span(10, 20), "citation", confidence))
    return ledger


@pytest.mark.parametrize(
    ("confidence", "field", "expected"),
    [(0.5, TITLE, ["seldom-right"]), (0.9, TITLE, []), (0.5, "/provenance/profile", [])],
)
def test_only_measured_values_that_are_seldom_right_are_in_doubt(
    confidence: float, field: str, expected: list[str]
) -> None:
    """A value that is mostly right needs no word, and of what was not measured nothing is known."""
    assert expected == [one.code for one in findings_of(ledger_with(confidence, field))]


@pytest.mark.parametrize(("field", "span"), [(TITLE, Span(50, 60)), (None, Span(15, 30))])
def test_a_doubt_is_told_once(field: str | None, span: Span) -> None:
    """Where a warning names the value or stands at its place there is no second one."""
    ledger = ledger_with(0.5)
    ledger.find(Code.CITATION_UNCERTAIN, span, field, text="The Lamps")
    assert ["citation-uncertain"] == [one.code for one in findings_of(ledger)]


def test_a_doubt_names_the_value_and_how_often_such_are_right() -> None:
    """The finding has the value's place and field."""
    (found,) = findings_of(ledger_with(0.62))
    assert (TITLE, Span(10, 20)) == (found.field, found.span)
    assert "this title may be wrong: of those that were read in the same way 62 % were right" == found.message
