"""Where a text names a numbered series: ``Commentary No.2025 / 37``, ``Policy Brief 12``."""

from __future__ import annotations

from typing import NamedTuple

from converter.profiles import Profile

Place = tuple[int, int]


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
    groups = {name.rstrip("23456"): match.span(name) for name, value in match.groupdict().items() if value}
    return FoundSeries(match.start(), match.end(), groups.get("name"), groups.get("volume"), groups["number"])
