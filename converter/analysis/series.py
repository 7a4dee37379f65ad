"""Where a text names a numbered series: ``Commentary No.2025 / 37``, ``Policy Brief 12``."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.analysis.issues import find_issue, is_issue_line
from converter.analysis.segments import split_segments
from converter.normalizers.dates import find_dates
from converter.normalizers.house_names import NOT, house_name
from converter.normalizers.kept import kept
from converter.profiles import Profile

Place = tuple[int, int]

NAMED_NUMBER = re.compile(r"(?P<name>[^\d]{3,60}?)\s*[–—:#-]?\s*(?P<number>\d{1,3})\s*")
AFTER_COMMA = re.compile(r"(?P<name>[^\d,]{3,60}),\s*(?P<number>\d{1,3})\s*")
STREET = re.compile(r"\b(?:sok|cad|cd|mah|street|road|daire|kat|floor|box|bulv)\b", re.IGNORECASE)


class FoundSeries(NamedTuple):
    """Where a series is mentioned: the whole, the name, the volume and the number (``None``: absent)."""

    start: int
    end: int
    name: Place | None
    volume: Place | None
    number: Place

    def shifted(self, by: int) -> FoundSeries:
        """Return the mention as it stands in a text that begins so much earlier."""
        name, volume = self.name, self.volume
        return FoundSeries(
            self.start + by,
            self.end + by,
            (name[0] + by, name[1] + by) if name else None,
            (volume[0] + by, volume[1] + by) if volume else None,
            (self.number[0] + by, self.number[1] + by),
        )


@kept
def find_series(text: str, profile: Profile) -> FoundSeries | None:
    """Return the first mention of a numbered series.

    A name is the words before the number word; only the last of them that could be a name are taken.
    """
    match = profile.series.search(text)
    if match is None:
        return None
    groups = {name.rstrip("234568"): match.span(name) for name, value in match.groupdict().items() if value}
    name, volume, number = groups.get("name") or groups.get("series"), groups.get("volume"), groups["number"]
    dated = "month" in groups or "day" in groups  # by a pattern of the house: the date is none of the number
    end = max(place[1] for place in (name, volume, number) if place) if dated else match.end()
    return FoundSeries(match.start(), end, name, volume, number)


@kept
def find_header_series(text: str, profile: Profile) -> FoundSeries | None:
    """Return the series that a header line, or a piece of one, names as a whole, whatever it is called."""
    label = profile.header.match(text) or profile.series_label.match(text)
    begin = label.end() if label and any(map(str.isdigit, text[label.end() :])) else 0
    found = find_series(text, profile)
    if found is None and begin and (found := find_series(text[begin:], profile)):
        found = found.shifted(begin)
    found = found or _named_number(text, profile)
    named = profile.series_label.match(text)
    if found is None and named and (match := AFTER_COMMA.fullmatch(text, named.end())):
        return FoundSeries(match.start(), len(text), match.span("name"), None, match.span("number"))
    issue = find_issue(text, begin) or (find_issue(text) if begin else None)
    if issue is None or not is_issue_line(text) or STREET.search(text):
        return found
    wide = FoundSeries(*issue)
    return wide if found is None or says_more(wide, found) else found


def _named_number(text: str, profile: Profile) -> FoundSeries | None:
    """Read `Bilgi Notu – 6`: the kind of the piece, a dash or nothing, a number that ends the line."""
    match = NAMED_NUMBER.fullmatch(text)
    if match is None or not (match["name"] in profile.kicker or profile.series.is_masthead(match["name"])):
        return None
    return FoundSeries(0, len(text), match.span("name"), None, match.span("number"))


def says_more(wide: FoundSeries, found: FoundSeries) -> bool:
    """Tell whether a mention is the same as another, and has more of its name or also its volume."""
    if wide.number[0] > found.number[0] or wide.number[1] < found.number[1]:
        return False
    if found.volume and not wide.volume:
        return False
    longer = wide.name and (found.name is None or wide.name[0] <= found.name[0])
    return bool(longer) and (wide.name != found.name or (wide.volume is not None and found.volume is None))


def series_of_line(text: str, profile: Profile) -> FoundSeries | None:
    """Return the series of a header line, of a piece of it or of the whole; the piece before may name it.

    >>> from converter import profiles
    >>> line = "Analysen zur Seepolitik · Nr. 22 · Oktober 2018"
    >>> found = series_of_line(line, profiles.load("generic"))
    >>> found and found.name and line[slice(*found.name)]
    'Analysen zur Seepolitik'
    """
    whole = find_series(text, profile)
    before: Place | None = None
    for start, end in split_segments(text):
        found = find_header_series(text[start:end], profile)
        if found is None and before and text[start:end].isdecimal() and end - start < 4:
            named = text[slice(*before)]
            if named in profile.kicker or profile.series.is_masthead(named):
                return FoundSeries(before[0], end, before, None, (start, end))
        if found is None:
            before = (start, end)
            continue
        found = found.shifted(start)
        if whole and not says_more(found, whole):
            return whole
        if found.name is None and before and _may_name(text[slice(*before)]):
            return found._replace(start=before[0], name=before)
        return found
    return whole


def _may_name(piece: str) -> bool:
    """Tell whether a piece before a number may be the name of a series: it is no house and no date."""
    return house_name(piece) == NOT and not find_dates(piece, years=True) and any(map(str.isalpha, piece))
