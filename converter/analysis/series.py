"""Where a text names a numbered series: ``Commentary No.2025 / 37``, ``Yorum No : 2017 / 118``, ``Policy Brief 12``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from converter.profiles import Profile


class FoundSeries(NamedTuple):
    """A series mention: places of the whole, the name, the volume and the number in the text (``None``: absent)."""

    start: int
    end: int
    name: tuple[int, int] | None
    volume: tuple[int, int] | None
    number: tuple[int, int]


@lru_cache(maxsize=32)
def _pattern(profile: Profile) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(profile.series_words, key=len, reverse=True))
    signs = "|".join(re.escape(word) for word in sorted(profile.number_words, key=len, reverse=True))
    figures = r"(?P<volume>(?:19|20)\d\d)\s*/\s*(?P<number>[A-Z]{0,3}\s?\d{1,4}[A-Za-z]?)"
    return re.compile(
        rf"""
          (?<!\w)(?:(?P<name>[A-Z0-9][\w’'.&-]*(?:\s+[\w’'&-]+){{0,5}}?|(?:{words}))\s*[,:]?\s*)?
          (?:{signs})\s*[.:]?\s*:?\s*{figures}                                        # Commentary No.2025 / 37
        | (?<!\w)(?P<name2>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{words}))\s*:?\s*
          {figures.replace("volume", "volume2").replace("number", "number2")}         # SWP Comment 2021/C 32
        | (?<!\w)(?P<name6>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{words}))\s*,?\s*(?P<number6>\d{{1,3}})\s*/\s*(?P<volume6>(?:19|20)\d\d)(?!\d)  # Perspective 4/2023
        | (?<!\w)(?P<name3>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{words}))\s*[,|·•–—-]?\s*(?:{signs})\s*[.:]?\s*:?\s*
          (?P<number3>\d{{1,4}}(?:-\d{{1,4}})?)(?![\w/.])                             # Policy Brief No. 12
        | ^\W*(?P<name4>(?:[A-Z][\w’'&-]*\s+){{0,3}}(?:{words}))\s+(?P<number4>\d{{1,3}})(?=\s*(?:$|[|·•,;–—-]))  # Meridian Note 23
        | ^\W*(?:{signs})\s*[.:]?\s*:?\s*(?P<number5>\d{{1,4}})(?=\s*(?:$|[|·•,;–—-]))      # No. 412
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def masthead_pattern(profile: Profile) -> re.Pattern[str]:
    """Return the pattern of a line that is but the name of a series: up to three words, the last a series word."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in profile.series_words)
    return re.compile(rf"(?:[^\W\d_][\w’'&-]*\s+){{0,3}}(?:{words})\s*", re.IGNORECASE)


HINT = re.compile(r"\d")


def find_series(text: str, profile: Profile) -> FoundSeries | None:
    """Return the first mention of a numbered series.

    A name is the words before the number word; only the last of them that could be a name are taken.
    """
    if not HINT.search(text):
        return None
    match = _pattern(profile).search(text)
    if match is None:
        return None
    groups = {name.rstrip("23456"): match.span(name) for name, value in match.groupdict().items() if value}
    name = groups.get("name")
    return FoundSeries(match.start(), match.end(), name, groups.get("volume"), groups["number"])
