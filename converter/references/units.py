"""The words and figures of a reference, and the signs between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.normalizers.url_finding import find_urls

WORD = re.compile(r"[^\W_]+")
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


def cut(text: str) -> Units:
    """Cut a line into its words; an address, a DOI and an ISBN are one each."""
    found = find_patterns(text) if "10." in text or "://" in text or "www." in text or "ISBN" in text else ()
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    kinds: dict[int, str] = {}
    position = 0
    for one in found:
        for match in WORD.finditer(text, position, one.start):
            starts.append(match.start())
            ends.append(match.end())
            words.append(match[0])
        kinds[len(words)] = one.kind
        starts.append(one.start)
        ends.append(one.end)
        words.append(one.kind)
        position = one.end
    for match in WORD.finditer(text, position):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match[0])
    return Units(text, starts, ends, words, kinds)


def find_patterns(text: str) -> list[Found]:
    """Return the addresses, DOIs and ISBNs of a line in order."""
    found = [Found(start, end, "doi" if HOST.match(text, start) else "url") for start, end in find_urls(text)]
    for match in BARE_DOI.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(Found(*match.span(), "doi"))
    found += [Found(*match.span("number"), "isbn") for match in ISBN.finditer(text)]
    found.sort()
    return [one for place, one in enumerate(found) if not place or found[place - 1].end <= one.start]
