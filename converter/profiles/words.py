"""How word lists become patterns: labels that open a line, cue words inside a text, names of numbered series.

Most texts hold none of the words. Each kind of pattern has a quick test that finds this out by plain search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

I_FORMS = "iİıI"
"""All forms of the letter i count as one: ``ERİŞİM``, ``ERIŞIM`` and ``erişim`` are one word."""

WORD = re.compile(r"\w+")
AROUND = " \t\u00a0:.…»›>|·•"
"""What may stand around a word that is a line of its own."""
TO_PLAIN = (("İ", "i"), ("I", "i"), ("ı", "i"))


def plain(text: str) -> str:
    """Write a text in lower case so that all forms of the letter i are one.

    >>> plain("SON ERİŞİM")
    'son erişim'
    """
    if text.isascii():
        return text.lower()
    for letter, written in TO_PLAIN:
        text = text.replace(letter, written)
    return text.lower()


def alternatives(words: Iterable[str]) -> str:
    """Join words into alternatives, longest first; blanks match any, i matches İ and I, ``*`` any word."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(tolerant(word) for word in ordered) or r"(?!)"


def tolerant(word: str) -> str:
    """Return what matches a word whatever its blanks, apostrophes and letters i are; ``*`` is any word."""
    pattern = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\*", r"[\w’']+")
    return re.sub(f"[{I_FORMS}]", f"[{I_FORMS}]", pattern)


class Label:
    """Words that open a line, with the colon behind them, or that stand alone on it."""

    __slots__ = ("_endings", "_run_in", "openings", "pattern")

    def __init__(self, words: Sequence[str], *, joined: bool = False) -> None:
        one = f"(?:{alternatives(words)})"
        several = rf"{one}(?:\s+(?:and|ve|və|&|und|et|y|и)\s+{one})?" if joined else one  # Kaynakça ve Notlar
        self.pattern = re.compile(rf"(?P<label>{several}\s*(?:[:：՝]|(?=\s*$)))\s*", re.IGNORECASE)
        self._run_in = re.compile(rf"{several}(?:\s*[.—–|-]\s*|\s+)(?=\S)", re.IGNORECASE)
        self.openings = frozenset(opening for word in words for opening in _openings(word))
        """The first two letters of the words in every case: what begins otherwise needs no pattern."""
        self._endings = tuple(plain(word) for word in words)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the label that a text begins with."""
        return self.pattern.match(text) if text[:2] in self.openings else None

    def run_in(self, text: str) -> re.Match[str] | None:
        """Return the label that opens a text as the first words of its line: both are written large.

        >>> bool(Label(["Summary"]).run_in("Summary Ports pay.")), Label(["Summary"]).run_in("Summary of it")
        (True, None)
        """
        match = self._run_in.match(text) if text[:2] in self.openings and not text[0].islower() else None
        return match if match and not text[match.end()].islower() else None

    def left_out(self, text: str) -> str:
        """Return a text without the label, wherever that stands in it."""
        if (
            ":" not in text
            and "：" not in text
            and "՝" not in text
            and not plain(text).rstrip().endswith(self._endings)
        ):
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

    __slots__ = ("_first_words", "pattern")

    def __init__(self, words: Iterable[str], tail: str = r"\.?\s*[:：]?") -> None:
        words = tuple(words)
        self.pattern = re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w){tail}", re.IGNORECASE)
        self._first_words = frozenset(WORD.findall(plain(word))[0] for word in words)

    def occurs(self, words: Iterable[str]) -> bool:
        """Tell whether a text that holds these words, written plain, may hold a cue."""
        return not self._first_words.isdisjoint(words)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first of the cues."""
        for word in WORD.finditer(plain(text), start):
            if word[0] in self._first_words:
                return self.pattern.search(text, word.start())
        return None


class Words:
    """Whole lines: one of these words and nothing else but a colon, dots or blanks."""

    __slots__ = ("_lines",)

    def __init__(self, words: Iterable[str]) -> None:
        self._lines = frozenset(plain(word).strip(AROUND) for word in words)

    def __contains__(self, text: str) -> bool:
        return plain(text).strip(AROUND) in self._lines
