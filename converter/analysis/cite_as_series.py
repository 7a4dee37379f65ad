"""Which numbered series a cite-as block names behind its title, whatever the series is called."""

from __future__ import annotations

import re

from converter.analysis.issues import NO_SERIES, find_issue, name_before
from converter.analysis.series import FoundSeries
from converter.normalizers.dates import find_dates
from converter.normalizers.house_names import SURE, house_name

VOLUME_AND_NUMBER = re.compile(
    r"(?<![\d.])(?P<volume>\d{1,4})\s?\(\s*(?P<number>\d{1,3}(?:[-–]\d{1,3})?)\s*\)(?!\d)"
)
"""`22(9)`, as journals are cited."""

BEFORE_PAGES = re.compile(
    r"(?<=\w), (?P<number>\d{1,4})(?=,\s*(?:(?:pp?\.\s*|s\.\s*|ss\.\s*|p\.\s*)?\d+\s*[-–]\s*\d+|[^\W\d_]))"
)
"""`Coastal Review, 14, 1-6`."""

NUMBER_ALONE = re.compile(r"(?<=\w\s)(?P<number>\d{1,4})(?=\s*(?:$|[.,;:(]))")
"""`Coastal Review 12.`: a figure between a name and a sign."""

OPENS = re.compile(r"(?:in|In|IN|en|dans|içinde|v|w|în|//)\s*:?\s+")
PAGES = re.compile(
    r"(?:^|\W)(?:s|ss|pp?|с|стр|str|σ|σσ|səh|seiten|pages?|vol|band|bd|no|nr|art|madde)$", re.IGNORECASE
)
SIGN = re.compile(r"[.,;:«»“”\"'’()/–—-]*\s*")

YEAR = re.compile(r"(?:19|20)\d\d")


def find_cited_series(text: str, begin: int) -> FoundSeries | None:
    """Return the series that a block names behind a place, the end of its title.

    >>> text = "Orman, A. (2022). The Tide. Coastal Review, 22(9)."
    >>> found = find_cited_series(text, 27)
    >>> found and [text[slice(*place)] for place in (found.name, found.volume, found.number) if place]
    ['Coastal Review', '22', '9']
    """
    for match in VOLUME_AND_NUMBER.finditer(text, begin):
        if name := _name(text, begin, match.start()):
            return FoundSeries(name[0], match.end(), name, match.span("volume"), match.span("number"))
    for match in BEFORE_PAGES.finditer(text, begin):
        if name := _name(text, begin, match.start()):
            return FoundSeries(name[0], match.end(), name, None, match.span("number"))
    issue = find_issue(text, begin)
    if issue:
        name = _name(text, begin, issue.name[1]) if issue.name else None
        start = name[0] if name else min(place[0] for place in (issue.volume, issue.number) if place)
        return FoundSeries(start, issue.end, name, issue.volume, issue.number)
    return _by_number_alone(text, begin)


def _by_number_alone(text: str, begin: int) -> FoundSeries | None:
    for match in NUMBER_ALONE.finditer(text, begin):
        before = text[begin : match.start()].rstrip()
        if YEAR.fullmatch(match["number"]) or PAGES.search(before.rstrip(".")) or NO_SERIES.search(before):
            continue
        name = _name(text, begin, match.start())
        dated = any(date.start <= match.start() < date.end for date in find_dates(text[: match.end() + 20]))
        if name and not dated and any(map(str.isupper, text[slice(*name)])):
            return FoundSeries(name[0], match.end(), name, None, match.span("number"))
    return None


def _name(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the name before a number: a word such as *in* before it, and a house, are none of it."""
    place = name_before(text, begin, end)
    if place is None:
        return None
    start = place[0]
    if opening := OPENS.match(text, start, place[1]):
        start = opening.end()
    name = text[start : place[1]]
    if find_dates(name) or house_name(name) == SURE or not any(map(str.isalpha, name)) or name[0].islower():
        return None
    return start, place[1]
