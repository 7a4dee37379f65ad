"""How texts are made comparable: exactly but for white space, softly, and how near two are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from converter.diagnostics import Code
from converter.errors import UnreadableInput

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?)\]»”’…])")
ANGLED = re.compile(r"<((?:https?:|www\.|mailto:)[^<>]*)>", re.IGNORECASE)
FOLDS = str.maketrans({"İ": "i", "I": "i", "ı": "i", "ß": "ss"})


def plain(text: str) -> str:
    """Return a text as it is compared exactly: white space, invisible signs and markup round it apart.

    >>> plain("A  <https://a.example> **b** .")
    'A https://a.example b.'
    """
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text)).replace("**", "")
    return BEFORE_STOP.sub("", " ".join(ANGLED.sub(r"\1", text).split()))


def fold(text: str) -> str:
    """Return a text as it is compared softly: only its letters and figures, in small letters.

    >>> fold("“İlk” KILIÇ, 2021")
    'ilkkiliç2021'
    """
    small = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).translate(FOLDS).lower()
    return "".join(sign for sign in small if sign.isalnum())


def bare(text: str) -> str:
    """Return a text without any white space, markup or invisible sign: how its printing is looked for."""
    return re.sub(r"[\s<>*_]", "", unicodedata.normalize("NFC", INVISIBLE.sub("", text)))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, in an order of their own.

    >>> words("DOE, Jane") == words("Jane Doe")
    True
    """
    return tuple(sorted(filter(None, (fold(word) for word in re.split(r"[\s,;.]+", text)))))


def similarity(one: str, other: str) -> float:
    """Return how near two texts are, from 0 to 1: one less the edit distance over the greater length."""
    if one == other:
        return 1.0
    try:
        from rapidfuzz.distance import Levenshtein
    except ImportError as problem:
        finding = Code.MISSING_PART.at(None, type="gold", part="evaluation")
        raise UnreadableInput("evaluate", finding) from problem
    return float(Levenshtein.normalized_similarity(one, other))


def pairs(
    expected: Sequence[str], actual: Sequence[str], *, least: float = 0.5
) -> list[tuple[int | None, int | None]]:
    """Pair texts with texts: equal ones first, then the nearest; what has no partner stands alone.

    >>> pairs(["a b c", "x"], ["x", "a b d"])
    [(0, 1), (1, 0)]
    """
    free = dict.fromkeys(range(len(actual)))
    found: dict[int, int] = {}
    for index, text in enumerate(expected):
        same = next((other for other in free if actual[other] == text), None)
        if same is not None:
            found[index] = same
            del free[same]
    near = [
        (similarity(expected[index], actual[other]), -abs(index - other), index, other)
        for index in range(len(expected))
        if index not in found
        for other in free
    ]
    for score, _, index, other in sorted(near, reverse=True):
        if score >= least and index not in found and other in free:
            found[index] = other
            del free[other]
    together: list[tuple[int | None, int | None]] = [
        (index, found.get(index)) for index in range(len(expected))
    ]
    return together + [(None, other) for other in free]
