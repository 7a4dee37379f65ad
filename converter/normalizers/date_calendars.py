"""Dates as East Asian texts write them (``2021年3月5日``), and days of the Persian calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from converter.normalizers.found_date import FIRST_YEAR, LAST_YEAR, FoundDate, date_at, in_calendar


def _words(text: str) -> list[str]:
    return text.split()


EAST_ASIAN = re.compile(
    r"""
    (?P<year> \d{4} ) \s? [年년]                                   # 2021年
    (?: \s? (?P<month> \d{1,2} ) \s? [月월]                        # 3月
        (?: \s? (?P<day> \d{1,2} ) \s? [日일号號] )? )?            # 5日
    """,
    re.VERBOSE,
)
AFTER_YEAR = frozenset("年년")

PERSIAN_MONTHS = _words("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")
PERSIAN_YEAR = r"(?:1[34]|[۱١][۳۴٣٤])\d\d"
PERSIAN = re.compile(
    rf"""
    (?P<day> \d{{1,2}} ) \s+ (?P<name> {"|".join(PERSIAN_MONTHS)} ) (?: \s+ ماه )? \s+
        (?P<year> {PERSIAN_YEAR} ) (?!\d)                                          # ۱۲ خرداد ۱۴۰۰
    | (?P<year2> {PERSIAN_YEAR} ) (?P<sign> [/.-] )
        (?P<month> \d{{1,2}} ) (?P=sign) (?P<day2> \d{{1,2}} ) (?!\d)              # ۱۴۰۰/۰۳/۱۲
    """,
    re.VERBOSE,
)
LENGTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30)
LEAP_YEARS = frozenset([1, 5, 9, 13, 17, 22, 26, 30])
"""Of the 33 years of the common cycle, those of 366 days."""

STRADDLING = 10
"""The month that begins in one common year and ends in the next."""

LAST_PERSIAN = 1500
EPOCH_YEAR, EPOCH = 1300, date(1921, 3, 21)
"""The first day of a year of the Persian calendar."""


HUNGARIAN_MONTHS = _words(
    "január február március április május június július augusztus szeptember október november december"
)
HUNGARIAN = re.compile(
    rf"(?P<year>(?:19|20)\d\d)\.\s(?P<month>{'|'.join(HUNGARIAN_MONTHS)})(?:\s(?P<day>\d{{1,2}})\.)?",
    re.IGNORECASE,
)


def hungarian_date(text: str, start: int) -> FoundDate | None:
    """Read a date that begins with its year: ``2020. május 5.``."""
    match = HUNGARIAN.match(text, start)
    if match is None:
        return None
    month = HUNGARIAN_MONTHS.index(match["month"].lower()) + 1
    day = int(match["day"]) if match["day"] else None
    if not in_calendar(int(match["year"]), month, day):
        return None
    return date_at(text, start, match.end(), (int(match["year"]), month, day))


def east_asian_date(text: str, start: int) -> FoundDate | None:
    """Read a date whose year begins at a place; a year alone is none, it may be that of an issue."""
    match = EAST_ASIAN.match(text, start)
    if match is None or not match["month"]:
        return None
    year, month = int(match["year"]), int(match["month"])
    day = int(match["day"]) if match["day"] else None
    if not FIRST_YEAR <= year <= LAST_YEAR or not in_calendar(year, month, day):
        return None
    return date_at(text, start, match.end(), (year, month, day))


def persian_date(text: str, start: int) -> FoundDate | None:
    """Read a day of the Persian calendar that begins at a place, as the day of the common calendar."""
    match = PERSIAN.match(text, start)
    if match is None:
        return None
    month = PERSIAN_MONTHS.index(match["name"]) + 1 if match["name"] else int(match["month"])
    year, day = int(match["year"] or match["year2"]), int(match["day"] or match["day2"])
    found = to_common(year, month, day)
    return date_at(text, start, match.end(), (found.year, found.month, found.day)) if found else None


def persian_month(text: str, start: int, end: int) -> FoundDate | None:
    """Read the year behind the name of a Persian month: all of the first nine are in one common year."""
    words = text[:start].split()
    name = words[-2] if words[-1:] == ["ماه"] and len(words) > 1 else words[-1] if words else ""
    if name not in PERSIAN_MONTHS or end - start != 4:
        return None
    month, year = PERSIAN_MONTHS.index(name) + 1, int(text[start:end])
    if month == STRADDLING or not EPOCH_YEAR <= year < LAST_PERSIAN:
        return None
    return date_at(text, start, end, (year + (621 if month < STRADDLING else 622), None, None))


def to_common(year: int, month: int, day: int) -> date | None:
    """Return the day of the common calendar on which a day of the Persian one falls.

    >>> to_common(1400, 3, 12), to_common(1399, 12, 30)
    (datetime.date(2021, 6, 2), datetime.date(2021, 3, 20))
    """
    if not (EPOCH_YEAR <= year < LAST_PERSIAN and 1 <= month <= 12):
        return None
    length = LENGTHS[month - 1] - (month == 12 and not _is_leap(year))
    if not 1 <= day <= length:
        return None
    years = sum(366 if _is_leap(one) else 365 for one in range(EPOCH_YEAR, year))
    return EPOCH + timedelta(days=years + sum(LENGTHS[: month - 1]) + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in LEAP_YEARS


def date_of_another_calendar(text: str, start: int, end: int) -> FoundDate | None:
    """Read `2021年3月5日`, `2020. május 5.`, and days of the Persian calendar, in figures of its own."""
    if end - start == 4 and text[end : end + 2].strip()[:1] in AFTER_YEAR:
        return east_asian_date(text, start)
    if end - start == 4 and text[end : end + 2] == ". ":
        return hungarian_date(text, start)
    if "۰" <= text[start] <= "۹" or "\u0600" <= text[end : end + 2].strip()[:1] <= "\u06ff":
        return persian_date(text, start) or persian_month(text, start, end)
    return None
