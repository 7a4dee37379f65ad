"""Which date the path of a web address spells: ``/2025/05/21/``, ``/20250521/``."""

from __future__ import annotations

import re

from converter.normalizers.date_patterns import IN_PATH
from converter.normalizers.found_date import LAST_YEAR, FoundDate, date_at
from converter.normalizers.months import MONTHS, fold_month

FIRST_WEB_YEAR = 1990
CENTURIES = ("19", "20")
"""The first figures of every date in a path."""


def date_in_url(url: str) -> FoundDate | None:
    """Return the date that parts of an address's path spell.

    >>> date = date_in_url("https://az.sputniknews.ru/20250521/politika-471383678.html")
    >>> date.iso
    '2025-05-21'
    """
    if not any(map(url.__contains__, CENTURIES)):
        return None
    scheme = url.find("://")
    path = url.find("/", scheme + 3 if scheme >= 0 else 0)
    if path < 0:
        return None
    ends = (url.find("?", path), url.find("#", path))
    for match in IN_PATH.finditer(url, path, min((end for end in ends if end >= 0), default=len(url))):
        date = _spelled(url, match)
        if date is not None and date.valid and FIRST_WEB_YEAR <= (date.year or 0) <= LAST_YEAR:
            return date
    return None


def _spelled(url: str, match: re.Match[str]) -> FoundDate | None:
    start, end = match.start() + 1, match.end()
    if compact := match["compact"]:
        return date_at(url, start, end, (int(compact[:4]), int(compact[4:6]), int(compact[6:])))
    if match["only_year"]:
        return date_at(url, start, end, (int(match["only_year"]), int(match["only_month"]), None))
    written = match["month"]
    month = int(written) if written.isdecimal() else MONTHS.get(fold_month(written))
    return None if month is None else date_at(url, start, end, (int(match["year"]), month, int(match["day"])))
