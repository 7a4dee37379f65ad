"""The words and figures of a reference, and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from converter.normalizers.url_finding import find_urls

PIECES = re.compile(r"([^\W_]+)")
"""Splits a text into what stands between its words and, at every other place, the words."""

DOI = re.compile(r"\bdoi(?:\.org)?\s?[:/]?\s?(?=10\.)", re.IGNORECASE)
BARE_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s\"“”<>]*[^\s\"“”<>.,;)\]]")
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<number>(?:97[89][-–\s]?)?\d[\d–\s-]{7,14}[\dXx])")
HOST = re.compile(r"https?://(?:dx\.)?doi\.org/(?=10\.)", re.IGNORECASE)


class Found(NamedTuple):
    """What a pattern found: its kind (``url``, ``doi``, ``isbn``) and its place."""

    start: int
    end: int
    kind: str


class Units(NamedTuple):
    """A line in words: where each begins and ends, how it is written, what it is if a pattern knows."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: dict[int, str]
    """Number of a word → kind, where a pattern found it."""
    gaps: list[str]
    """What stands before each word, and behind the last."""
    extras: Sequence[tuple[str, ...]] = ()
    """What else speaks for the parts at each word, for a model that has learnt it."""
    glued: frozenset[int] = frozenset()
    """Words that are one with the word before, whatever parts them."""


def cut(text: str) -> Units:
    """Cut a line into its words; an address, a DOI and an ISBN are one each."""
    found = find_patterns(text) if "10." in text or "://" in text or "www." in text or "ISBN" in text else ()
    if not found:
        pieces = PIECES.split(text)
        ends = list(accumulate(map(len, pieces)))
        return Units(text, ends[:-1:2], ends[1::2], pieces[1::2], {}, pieces[::2])
    pieces, kinds, position = [], {}, 0
    for one in found:
        pieces += PIECES.split(text[position : one.start])
        kinds[len(pieces) // 2] = one.kind
        pieces.append(text[one.start : one.end])
        position = one.end
    pieces += PIECES.split(text[position:])
    ends = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    for place, kind in kinds.items():
        words[place] = kind
    return Units(text, ends[:-1:2], ends[1::2], words, kinds, pieces[::2])


def find_patterns(text: str) -> list[Found]:
    """Return the addresses, DOIs and ISBNs of a line in order."""
    found = [Found(start, end, "doi" if HOST.match(text, start) else "url") for start, end in find_urls(text)]
    for match in BARE_DOI.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(Found(*match.span(), "doi"))
    found += [Found(*match.span("number"), "isbn") for match in ISBN.finditer(text)]
    found.sort()
    return [one for place, one in enumerate(found) if not place or found[place - 1].end <= one.start]
