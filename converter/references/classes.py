"""What kind of word a word is, by its letters alone: an initial, a year, a name, a small word."""

from __future__ import annotations

import re

CLASSES = (
    "edge", "initial", "capital", "upper", "lower", "small", "and", "particle", "etal", "year",
    "figures-2", "figures-3", "figures-4", "ordinal", "mixed", "roman", "month", "season", "weekday",
    "volume", "issue", "page", "editor", "translator", "in", "accessed", "edition", "from", "thesis",
    "report", "journal", "publisher", "university", "body", "conference", "news", "city", "country", "given",
    "url", "doi", "isbn", "script", "undated", "house", "outlet", "document", "title-word",
    "lead",
)  # fmt: skip
CLASS = {name: number for number, name in enumerate(CLASSES)}
EDGE = CLASS["edge"]

YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
ROMAN = re.compile(r"[IVXLC]{1,6}")
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|d|e|a|o|inci|nci)")
LARGE = {"figures-2": 2, "figures-3": 3}


def lowered(word: str) -> str:
    """Write a word small; İ is i."""
    return word.replace("İ", "i").lower()


def shape(word: str) -> str:
    """Return the class of a word that no list knows.

    >>> [shape(word) for word in ("J", "Orman", "NATO", "water", "1998", "12", "S12", "XIV")]
    ['initial', 'capital', 'upper', 'lower', 'year', 'figures-2', 'mixed', 'roman']
    """
    first = word[0]
    if first.isdigit():
        return _shape_of_figures(word)
    if len(word) == 1:
        return "initial" if first.isupper() else "lower" if first.islower() else "script"
    if first.isupper():
        if word.isupper():
            return "roman" if ROMAN.fullmatch(word) else "upper" if word.isalpha() else "mixed"
        return "capital" if word.isalpha() else "mixed"
    if first.islower():
        return "lower" if word.isalpha() else "mixed"
    return "script"


def _shape_of_figures(word: str) -> str:
    if YEAR.fullmatch(word):
        return "year"
    if word.isdigit():
        return "figures-2" if len(word) < 3 else "figures-3" if len(word) == 3 else "figures-4"
    return "ordinal" if ORDINAL.fullmatch(word) else "mixed"
