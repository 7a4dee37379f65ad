"""Where the parts of a reference stand: runs of words, mended where one word is out of its run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.normalizers.spaces import word_set
from converter.references.labels import LABELS, OTHER
from converter.references.part import Part
from converter.references.roles import with_roles
from converter.references.signs import sign_of
from converter.references.tagger import Tagged
from converter.references.titles import with_first_halves
from converter.references.units import Units

LONGEST_ISLAND = 2
"""Words of another part inside a run that may be a slip."""

DASHES = frozenset("-–—‑−")
BRACKETS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "„": "“"}
KEEPS_STOP = frozenset(
    ("author", "editor", "translator", "container", "publisher", "place", "genre", "series")
)
"""Parts that may end with an abbreviation, whose stop belongs to them."""


def find_parts(units: Units, tagged: Tagged) -> list[Part]:
    """Return the parts of a line in order."""
    parts = _with_ranges(units.text, parts_of_runs(units, tagged, LABELS))
    return _joined(units, with_first_halves(units.text, with_roles(units.text, parts)))


def parts_of_runs(units: Units, tagged: Tagged, names: Sequence[str]) -> list[Part]:
    """Return each run of words of one part; ``names`` are those of the lanes of the model."""
    labels = _mended(units, tagged)
    parts: list[Part] = []
    start = 0
    for place in range(1, len(labels) + 1):
        if place == len(labels) or labels[place] != labels[start]:
            if labels[start] != OTHER:
                parts.append(_part(units, tagged, names[labels[start]], start, place))
            start = place
    return parts


def _with_ranges(text: str, parts: list[Part]) -> list[Part]:
    """Make `22–29` pages, of which the model took the first for the volume."""
    mended: list[Part] = []
    for part in parts:
        before = mended[-1] if mended else None
        if before and part.name == "page" and before.name in ("volume", "issue", "number"):
            between = text[before.end : part.start].strip()
            if between in DASHES and text[before.start : before.end].isdigit() and text[part.start].isdigit():
                mended[-1] = Part("page", before.start, part.end, min(before.confidence, part.confidence))
                continue
        mended.append(part)
    return mended


def _mended(units: Units, tagged: Tagged) -> list[int]:
    """Give one or two words inside a run to it, where no sign parts them from it."""
    labels = list(tagged.labels)
    text, starts, ends = units.text, units.starts, units.ends
    runs = _runs(labels)
    for before, island, after in zip(runs, runs[1:], runs[2:], strict=False):
        first, last = island
        around = labels[before[0]]
        if last - first > LONGEST_ISLAND or around != labels[after[0]] or around == OTHER:
            continue
        if any(place in units.kinds for place in range(first, last)):
            continue
        gaps = [text[ends[place - 1] : starts[place]] for place in range(first, last + 1)]
        if not any(sign_of(gap).cuts for gap in (gaps[0], gaps[-1])):
            labels[first:last] = [around] * (last - first)
    return labels


def _runs(labels: list[int]) -> list[tuple[int, int]]:
    bounds = [
        0,
        *(place for place in range(1, len(labels)) if labels[place] != labels[place - 1]),
        len(labels),
    ]
    return list(pairwise(bounds))


def _part(units: Units, tagged: Tagged, name: str, first: int, last: int) -> Part:
    confidences = tagged.confidences[first:last]
    sure = min(confidences)
    start, end = units.starts[first], units.ends[last - 1]
    stop = units.starts[last] if last < len(units.starts) else len(units.text)
    start, end = _widened(units.text, start, end, stop, name)
    return Part(name, start, end, sure)


def _widened(text: str, start: int, end: int, stop: int, name: str) -> tuple[int, int]:
    """Take in the signs behind a part that belong to it: a question mark, a bracket, an initial's stop."""
    while end < stop and text[end] in ")]}”»?!.":
        sign = text[end]
        if sign in ")]}”»":
            opening = next((one for one, other in BRACKETS.items() if other == sign), "")
            if text.count(opening, start, end) <= text.count(sign, start, end):
                break
        elif sign == "." and (name not in KEEPS_STOP or not _is_abbreviated(text, start, end)):
            break
        end += 1
    return start, end


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the stop behind a word is that of an initial or an abbreviation."""
    word = text[start:end].split()[-1] if text[start:end].split() else ""
    return len(word.rsplit(".", 1)[-1]) <= 2 or "." in word or word in ABBREVIATIONS


ABBREVIATIONS = word_set("""
    Inc Ltd Corp Univ Jr Mass Conn Calif Lett Rev Proc Sci Med Biol Phys Chem Soc Res Mr Dr Hrsg eds diss Diss
    Yay Vol Wash Minn
""")


def _joined(units: Units, parts: list[Part]) -> list[Part]:
    """Join two runs of a title with nothing but signs between them."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].name == part.name and part.name in ("title", "author", "page", "publisher"):
            before = joined[-1]
            if not any(map(str.isalnum, units.text[before.end : part.start])):
                joined[-1] = Part(part.name, before.start, part.end, min(before.confidence, part.confidence))
                continue
        joined.append(part)
    return joined
