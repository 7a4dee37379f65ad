"""What single lines are read as: notes, cite-as blocks, colophons, series, quotes, each by a table."""

from __future__ import annotations

from converter.analysis.quotes import find_quotes
from converter.analysis.series import find_series
from tests.analysis.reading import GENERIC, cite_as_in_lines, colophon_in_lines, note_in_lines
from tests.normalizers.conftest import Case


def test_notes(case: Case) -> None:
    """A note is split into the works that it cites, each with its parts."""
    assert case.expected == note_in_lines(case.written)


def test_cite_as(case: Case) -> None:
    """A cite-as block is read from both ends, whatever the order of its parts."""
    assert case.expected == cite_as_in_lines(case.written)


def test_colophon(case: Case) -> None:
    """The lines of a colophon say where the house is and how it is reached."""
    assert case.expected == colophon_in_lines(case.written)


def test_series(case: Case) -> None:
    """A series is named by a series word and a number, never by a year alone."""
    found = find_series(case.written, GENERIC)
    places = (found.name, found.volume, found.number) if found else ()
    parts = [case.written[slice(*place)] if place else "-" for place in places]
    assert case.expected == (" | ".join(parts) or "none")


def test_quotes(case: Case) -> None:
    """Quoted stretches are found by their signs; an apostrophe inside a word is none."""
    found = [case.written[quote.inner_start : quote.inner_end] for quote in find_quotes(case.written)]
    assert case.expected == ("\n".join(found) or "none")
