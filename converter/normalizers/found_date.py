"""What a date is to us: its place, its words, and as much of year, month and day as they say."""

from __future__ import annotations

import re
from calendar import isleap

import msgspec

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Four figures outside these years are no year."""

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIGURES_ONLY = re.compile(r"\d{1,2}([/-])\d{1,2}\1\d{4}")
"""04/05/2021; with stops between, the day comes first everywhere."""

LEAP_YEAR = 2000
"""Stands in for a year that is not said, so that 29 February can be a date."""


class FoundDate(msgspec.Struct, frozen=True, gc=False):
    """A date and its place; what the text does not say is ``None``."""

    start: int
    end: int
    literal: str
    year: int | None
    month: int | None
    day: int | None
    valid: bool = True
    """``False`` for a day that no calendar has (``31.02.2025``)."""
    is_range: bool = False
    """``19-21 May 2025``: the fields are those of the first day."""

    def moved(self, by: int) -> FoundDate:
        """Return it as it stands in a text that begins so much earlier."""
        return msgspec.structs.replace(self, start=self.start + by, end=self.end + by) if by else self

    @property
    def iso(self) -> str | None:
        """ISO 8601 as exact as known; ``--05-30`` for a day without a year."""
        if not self.valid:
            return None
        year = "-" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return None if self.year is None else year
        if self.day is None:
            return f"{year}-{self.month:02}"
        return f"{year}-{self.month:02}-{self.day:02}"

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def may_be_turned(self) -> bool:
        """Whether day and month may be meant the other way round: figures with strokes between."""
        return (
            self.valid
            and self.literal[:1].isdecimal()
            and self.literal[-4:].isdecimal()
            and FIGURES_ONLY.fullmatch(self.literal) is not None
            and self.day is not None
            and self.day <= 12
            and self.day != self.month
        )

    def turned(self) -> FoundDate:
        """Return the date with day and month exchanged."""
        return msgspec.structs.replace(self, day=self.month, month=self.day)


Fields = tuple[int | None, int | None, int | None]
"""Year, month, day."""


def date_at(text: str, start: int, end: int, fields: Fields, *, is_range: bool = False) -> FoundDate:
    """Make the date that stands at a place."""
    return FoundDate(start, end, text[start:end], *fields, in_calendar(*fields), is_range)


def in_calendar(year: int | None, month: int | None, day: int | None) -> bool:
    """Say whether the calendar has such a day.

    >>> in_calendar(2025, 2, 29), in_calendar(None, 2, 29)
    (False, True)
    """
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    if day is None:
        return True
    leap_day = month == 2 and isleap(LEAP_YEAR if year is None else year)
    return 1 <= day <= DAYS[month - 1] + leap_day
