"""Where a text names a numbered series: ``Commentary No.2025 / 37``, ``Policy Brief 12``."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.profiles import Profile

Place = tuple[int, int]

HEADER_NUMBER = re.compile(
    r"""
    (?P<name> [^\W\d_] [^\d|:/]{2,60}? ) \s* [,|·–-]? \s*
    (?: (?: no | nr | nº | n° | sayı | issue | number | № ) \s* [.:]* \s* (?P<number> \d{1,4} )  # Sayı: 24
      | (?P<volume> (?:19|20)\d\d ) \s* / \s* (?P<number2> \d{1,4} )  # Merkez Yorumu 2024/19
      | (?P<volume3> (?:19|20)\d\d ) - (?P<number3> \d{2,3} ) (?! - ) )  # Policy Memo 2021-14
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)
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


def find_header_series(text: str, profile: Profile) -> FoundSeries | None:
    """Return the series that a header line, or a piece of one, names as a whole, whatever it is called."""
    found = find_series(text, profile)
    if found or not text[-1:].isdigit() or STREET.search(text):
        return found
    label = profile.header.match(text)
    begin = label.end() if label else 0
    if begin and (found := find_series(text[begin:], profile)):
        return found.shifted(begin)
    match = HEADER_NUMBER.match(text, begin)
    if match is None:
        return None
    places = {name.rstrip("23"): match.span(name) for name, value in match.groupdict().items() if value}
    return FoundSeries(match.start(), match.end(), places.get("name"), places.get("volume"), places["number"])
