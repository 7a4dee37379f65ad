"""Whether a written date is one of the calendar, and which of two unequally exact dates is the earlier."""

from __future__ import annotations

import re
from calendar import monthrange

from converter.normalizers.dates import find_dates

WRITTEN_DATE = re.compile(
    r"""
      (?P<year>\d{4}) (?: -(?P<month>\d\d) (?: -(?P<day>\d\d) )? )?   # 2025, 2025-05, 2025-05-30
    | -- (?P<only_month>\d\d) (?: -(?P<only_day>\d\d) )?              # --05-30, the year is not given
    """,
    re.VERBOSE,
)


def is_date(value: str) -> bool:
    """Say whether a value is a date of the calendar, as exact as a day, a month or a year.

    >>> is_date("2024-02-29"), is_date("2025-02-29"), is_date("--02-29"), is_date("30 May 2025")
    (True, False, True, False)
    """
    match = WRITTEN_DATE.fullmatch(value)
    if match is None:
        return False
    month = int(match["month"] or match["only_month"] or 1)
    day = int(match["day"] or match["only_day"] or 1)
    year = int(match["year"] or 2000)  # a day without a year may be 29 February
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def precision_of(value: str) -> str:
    """Return how exact a date is: ``year``, ``month`` or ``day``.

    >>> precision_of("2025-05"), precision_of("--05-30")
    ('month', 'day')
    """
    return ("year", "month", "day")[value.removeprefix("--").count("-") + value.startswith("--")]


def is_after(one: str, other: str) -> bool:
    """Say whether a date is surely after another; what one of them leaves open decides nothing.

    >>> is_after("2026-02", "2026-02-07"), is_after("2026-03", "2026-02-07"), is_after("--05-30", "2025")
    (False, True, False)
    """
    if not (is_date(one) and is_date(other)) or "--" in (one[:2], other[:2]):
        return False
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


OTHER_CALENDAR = 500
"""Years apart from which on the printed year is rather of another calendar."""


def printed_otherwise(value: str, printed: str) -> str | None:
    """Return the printed date if it cannot be the normalised one; several, or a range, decide nothing.

    >>> printed_otherwise("2025-05-30", "30 May 2024"), printed_otherwise("2025-05-30", "05/30/2025")
    ('2024-05-30', None)
    >>> printed_otherwise("2025", "30 May 2025"), printed_otherwise("2025-05-30", "19-21 May 2025")
    (None, None)
    """
    found = find_dates(printed, years=True)
    written = WRITTEN_DATE.fullmatch(value)
    if written is None or len(found) != 1 or found[0].is_range or found[0].iso is None:
        return None
    date = found[0]
    mine = [int(part) if part else None for part in written.group("year", "month", "day")]
    theirs = [date.year, date.month, date.day]
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one and other]
    if all(one == other for one, other in pairs) or abs(pairs[0][0] - pairs[0][1]) > OTHER_CALENDAR:
        return None
    turned = mine == [date.year, date.day, date.month] and date.literal[:1].isdecimal()
    return None if turned else date.iso
