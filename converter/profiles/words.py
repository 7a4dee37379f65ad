"""How word lists become patterns: labels that open a line, cue words inside a text, names of numbered series.

Most texts hold none of the words. Each kind of pattern has a quick test that finds this out by plain search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

I_FORMS = "iİıI"
"""All forms of the letter i count as one: ``ERİŞİM``, ``ERIŞIM`` and ``erişim`` are one word."""

TO_PLAIN = (("İ", "i"), ("I", "i"), ("ı", "i"))


def plain(text: str) -> str:
    """Write a text in lower case so that all forms of the letter i are one.

    >>> plain("SON ERİŞİM")
    'son erişim'
    """
    for letter, written in TO_PLAIN:
        text = text.replace(letter, written)
    return text.lower()


def alternatives(words: Iterable[str]) -> str:
    """Join words into alternatives, the longest first; blanks match any blanks, i matches İ and I."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(_tolerant(word) for word in ordered) or r"(?!)"


def _tolerant(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.sub(f"[{I_FORMS}]", f"[{I_FORMS}]", pattern)


class Label:
    """Words that open a line, with the colon behind them, or that stand alone on it."""

    __slots__ = ("_endings", "openings", "pattern")

    def __init__(self, words: Sequence[str]) -> None:
        self.pattern = re.compile(
            rf"(?P<label>(?:{alternatives(words)})\s*(?::|(?=\s*$)))\s*", re.IGNORECASE
        )
        self.openings = frozenset(opening for word in words for opening in _openings(word))
        """The first two letters of the words in every case: what begins otherwise needs no pattern."""
        self._endings = tuple(plain(word) for word in words)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the label that a text begins with."""
        return self.pattern.match(text) if text[:2] in self.openings else None

    def left_out(self, text: str) -> str:
        """Return a text without the label, wherever that stands in it."""
        if ":" not in text and not plain(text).rstrip().endswith(self._endings):
            return text
        return self.pattern.sub("", text)


def _openings(word: str) -> list[str]:
    first, second = _forms(word[:1]), _forms(word[1:2])
    return [one + other for one in first for other in second]


def _forms(letter: str) -> set[str]:
    if letter in I_FORMS:
        return set(I_FORMS)
    return {letter, letter.lower(), letter.upper(), "’" if letter == "'" else letter}


class Cue:
    """Cue words that may stand anywhere in a text, whole, with the stop or colon behind them."""

    __slots__ = ("_words", "pattern")

    def __init__(self, words: Iterable[str], tail: str = r"\.?\s*:?") -> None:
        words = tuple(words)
        self.pattern = re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w){tail}", re.IGNORECASE)
        forms = sorted({plain(word) for word in words}, key=len)
        self._words = tuple(
            form for at, form in enumerate(forms) if not any(other in form for other in forms[:at])
        )

    def first(self, plain_text: str, start: int = 0) -> int:
        """Return where one of the words may first stand in a text written plain (its blanks are single), or -1."""
        places = [at for word in self._words if (at := plain_text.find(word, start)) >= 0]
        return min(places, default=-1)

    def search(
        self, text: str, start: int = 0, end: int | None = None, *, plain_text: str | None = None
    ) -> re.Match[str] | None:
        """Return the first of the words; ``plain_text`` is the text or more of it, written plain."""
        first = self.first(plain(text) if plain_text is None else plain_text, start)
        return self.pattern.search(text, first, len(text) if end is None else end) if first >= 0 else None

    def find_all(
        self, text: str, start: int, end: int, *, plain_text: str | None = None
    ) -> list[re.Match[str]]:
        """Return all of them in order."""
        first = self.first(plain(text) if plain_text is None else plain_text, start)
        return list(self.pattern.finditer(text, first, end)) if first >= 0 else []
