"""Dates: found in text, read alone, read from addresses, written in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.dates import FoundDate, date_in_url, find_dates, format_date, parse_date

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case

WORDS = st.lists(
    st.sampled_from(
        [
            "19",
            "2025",
            "31",
            "May",
            "Mayıs",
            "ŞUBAT",
            "мая",
            "-",
            " ",
            ",",
            ".",
            "/",
            "th",
            "de",
            "No:",
            "۲۲",
            "مه",
            "x",
        ]
    ),
    max_size=14,
).map("".join)


def shown(found: FoundDate) -> str:
    return " | ".join([found.iso or "invalid", found.literal, *(["range"] if found.is_range else [])])


def test_find_dates(case: Case) -> None:
    """Every date is found with the words that are it, and nothing that is no date."""
    assert case.expected == "\n".join(map(shown, find_dates(case.written)))


def test_find_years(case: Case) -> None:
    """On demand a year that stands alone is a date."""
    assert case.expected == "\n".join(map(shown, find_dates(case.written, years=True)))


def test_parse_date(case: Case) -> None:
    """A text is a date only if nothing else is in it."""
    found = parse_date(case.written)
    assert case.expected == (str(found.iso) if found else "none")


def test_date_in_url(case: Case) -> None:
    """Parts of a path are a date only if the calendar and the age of the web allow it."""
    found = date_in_url(case.written)
    assert case.expected == (shown(found) if found else "none")


def test_format_date(case: Case) -> None:
    """A date is written as the language of the page writes it."""
    assert case.expected == format_date(*case.written.split())


@pytest.mark.parametrize(
    ("written", "precision"),
    [("22 May 2025", "day"), ("May 30", "day"), ("May 2025", "month"), ("2025", "year")],
)
def test_precision(written: str, precision: str) -> None:
    """The precision is that of the smallest part that is said."""
    found = parse_date(written)
    assert found is not None
    assert precision == found.precision


@given(st.one_of(st.text(max_size=80), WORDS), st.booleans())
def test_places_hold(text: str, years: bool) -> None:
    """In any text, dates stand in order, apart from each other, and their words are those of their place."""
    dates = find_dates(text, years=years)
    assert [found.literal for found in dates] == [text[found.start : found.end] for found in dates]
    places = [place for found in dates for place in (found.start, found.end)]
    assert places == sorted(places)


@given(
    st.dates(date(1500, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["en", "tr", "az", "ru", "fr", "de", "es", "fa"]),
)
def test_what_is_written_is_read(day: date, language: str) -> None:
    """A day written in any of the languages is read as the same day."""
    found = parse_date(format_date(day.isoformat(), language))
    assert found is not None
    assert day.isoformat() == found.iso


@given(st.text(max_size=80))
def test_any_address(url: str) -> None:
    """An address that makes no sense has no date, or a valid one."""
    found = date_in_url(f"https://{url}")
    assert found is None or found.valid
