"""The stretches of a reference between two signs that cut it: where they begin and what they are like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import TypeAlias

from converter.references.classes import CLASS
from converter.references.signs import SIGN

Kind: TypeAlias = tuple[int, int, int]
"""Of a stretch: its strongest class, how long it is, how its words are written."""

STRONG = tuple(
    CLASS[name]
    for name in (
        "url", "doi", "isbn", "accessed", "thesis", "conference", "editor", "translator", "edition",
        "report", "document", "journal", "university", "publisher", "house", "outlet", "news", "body",
        "volume", "issue", "page", "in", "from", "month", "undated", "year", "city", "initial", "given",
        "particle", "country", "figures-3", "figures-2", "figures-4", "roman", "lower", "small", "capital",
        "upper", "script",
    )
)  # fmt: skip
RANK_OF = bytes(STRONG.index(number) if number in STRONG else len(STRONG) for number in range(256))
"""How weak each class is."""

INITIAL = CLASS["initial"]
AFTER_INITIAL = frozenset(SIGN[sign] for sign in (". ", ".", ".-"))
COMMA, BLANK = SIGN[", "], SIGN[" "]
FAMILY = frozenset(CLASS[name] for name in ("capital", "upper"))
SMALL_ONES = frozenset(CLASS[name] for name in ("lower", "small"))
LARGE_ONES = frozenset(CLASS[name] for name in ("capital", "upper", "given", "city", "country", "title-word"))
SMALL, LARGE = bytes(SMALL_ONES), bytes(LARGE_ONES)
SIZES = (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5)


def find_stretches(numbers: bytes, signs: Sequence[int], cuts: Sequence[bool]) -> list[int]:
    """Return where stretches begin, and the end of the last.

    An initial's stop ends one in ``Orman, A.`` only.
    """
    last = len(numbers)
    bounds = [place for place in compress(range(last), cuts) if place]
    if INITIAL in numbers:
        bounds = [place for place in bounds if _ends_stretch(numbers, signs, place)]
    return [0, *bounds, last]


def _ends_stretch(numbers: bytes, signs: Sequence[int], place: int) -> bool:
    if numbers[place - 1] != INITIAL or signs[place] not in AFTER_INITIAL:
        return True
    return numbers[place] != INITIAL and _is_inverted(numbers, signs, place)


def _is_inverted(numbers: bytes, signs: Sequence[int], end: int) -> bool:
    """Tell whether the initials before a word stand behind their family name."""
    run = len(numbers[:end].rstrip(bytes((INITIAL,))))
    if not run or numbers[0] == INITIAL:
        return False
    return signs[run] == COMMA or (signs[run] == BLANK and numbers[run - 1] in FAMILY)


def kind_of_stretch(numbers: bytes) -> Kind:
    """Return what a stretch is like, by the classes of its words."""
    ranks = numbers.translate(RANK_OF)
    kind = numbers[ranks.index(min(ranks))]
    small = len(numbers) - len(numbers.translate(None, SMALL))
    large = len(numbers) - len(numbers.translate(None, LARGE))
    case = 0 if not small else 1 if large > small else 2 if large else 3
    return kind, SIZES[len(numbers)] if len(numbers) < len(SIZES) else 6, case
