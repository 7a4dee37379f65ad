"""When a reference says that a work appeared or was visited."""

from __future__ import annotations

import re

from converter.model import PrintedDate
from converter.normalizers.dates import find_dates

YEAR_FIRST = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\]?\s*[,.;:]?\s+(?P<rest>[^\d\W]\S*(?:\s+\d{1,2})?|\d{1,2}\.?\s+[^\d\W]\S*)"
)
YEAR = re.compile(r"(?<!\d)(?P<year>1[4-9]\d\d|20\d\d)(?:[a-z]\b)?")
MONTH_DAY = re.compile(r"(?P<month>[^\d\W]+\.?)\s+(?P<day>\d{1,2})")


def read_date(text: str) -> PrintedDate | None:
    """Read the date in a stretch as exactly as it says it.

    >>> [read_date(text).date for text in ("2010, May 5", "(2010a).", "5 May 2010", "2010;")]
    ['2010-05-05', '2010', '2010-05-05', '2010']
    """
    found = [date for date in find_dates(text) if date.valid and date.year]
    if found:
        exact = found[0]
        if exact.iso:
            return PrintedDate(exact.iso, exact.precision, exact.literal)
    if turned := YEAR_FIRST.search(text):
        exact_date = _turned(turned)
        if exact_date:
            return PrintedDate(*exact_date, turned[0])
    year = YEAR.search(text)
    return PrintedDate(year["year"], "year", year[0]) if year else None


def _turned(match: re.Match[str]) -> tuple[str, str] | None:
    """Read ``2010, May 5`` with the year where dates have it."""
    rest, year = match["rest"].rstrip(".,)"), match["year"]
    for written in (f"{rest}, {year}", f"{rest} {year}"):
        for date in find_dates(written):
            if date.valid and date.month and date.iso and date.year:
                return date.iso, date.precision
    return None


def with_day(year: PrintedDate, text: str) -> PrintedDate:
    """Add the month and day that stand apart from their year: ``2010. … May 5``."""
    if year.precision != "year":
        return year
    month_day = MONTH_DAY.search(text)
    forms = [f"{text.strip(' .,;:()')} {year.date}"]
    if month_day:
        forms.insert(0, f"{month_day['month']} {month_day['day']}, {year.date}")
    for written in forms:
        for date in find_dates(written):
            if date.valid and date.iso and date.iso.startswith(year.date) and date.month:
                return PrintedDate(date.iso, date.precision, f"{year.literal} … {text.strip()}")
    return year
