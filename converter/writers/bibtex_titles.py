"""Which capitals of a title a bibliography style would wrongly lower, and so need braces.

English styles write titles as sentences (``Iran warns against encroachments on border with armenia``), and
a title whose language is not known is treated as English. In a sentence every capital means something; in a
title in Title Case or ALL CAPITALS it means nothing: names of countries and peoples are known, and of any
other word the body of the document is asked how it writes it. Titles in other languages are lowered by 8-bit
BibTeX only, letter by letter, where they are ASCII.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from converter.writers.bibtex_escape import escape_stretch, on_one_line
from converter.writers.proper_words import PROPER_WORDS

if TYPE_CHECKING:
    from converter.model import Commentary

WORD = re.compile(
    r"""
      (?: [^\W\d_] \. ){2,}                                  # U.S., e.g.
    | [^\W_]+ (?: ['’] [^\W_]+ )* (?: - (?=\d) [^\W_]+ )?    # Armenia's, Araz-2025, F-35
    """,
    re.VERBOSE,
)
ASCII_CAPITAL = re.compile(r"[A-Z]")
LATIN_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽ]")
"""Capitals that are lowered where letters are written as commands: ``{\\.I}`` becomes ``{\\.i}``."""
POSSESSIVE = ("'s", "’s", "'S", "’S")
OPENING = " '\"“”‘’«»„([¿¡-–—…"
SENTENCE_START = re.compile(r":\s+[^\w\s]*\Z")
"""BibTeX itself keeps the letter behind a colon and a blank."""

SMALL_WORDS = """
    a an the and or nor but so yet for of on in to at by as up off via per vs with from into onto over under
    about after before against between among amid around across along behind below beneath beside beyond
    during despite within without through throughout toward towards until till upon since than that if when
    while where is are its it be been not no de la le von van und der die das
"""
FUNCTION_WORDS = frozenset(SMALL_WORDS.split())
"""Words that Title Case leaves in lower case; any other lower word shows a sentence."""


class BodyWords:
    """How the body of a document writes a word in mid-sentence; a list of references has none."""

    def __init__(self, commentary: Commentary | None) -> None:
        self._commentary = commentary
        self._known: dict[str, bool] = {}

    def is_name(self, word: str) -> bool:
        """Say whether the body has the word with a capital in mid-sentence, and never without."""
        lowered = _without_possessive(word).replace("İ", "I").lower()
        if lowered not in self._known:
            self._known[lowered] = lowered not in FUNCTION_WORDS and self._always_capital(lowered)
        return self._known[lowered]

    @cached_property
    def _text(self) -> str:
        return "\n".join(block.text for block in self._commentary.body) if self._commentary else ""

    @cached_property
    def _lowered(self) -> str:
        """The same text in small letters, letter for letter (``İ`` alone would become two)."""
        return self._text.replace("İ", "I").lower()

    def _always_capital(self, lowered: str) -> bool:
        found = False
        at = self._lowered.find(lowered)
        while at >= 0:
            end = at + len(lowered)
            if not (self._text[at - 1 : at].isalnum() or self._text[end : end + 1].isalnum()):
                if not self._text[at].isupper():
                    return False
                found = found or self._in_sentence(at)
            at = self._lowered.find(lowered, end)
        return found

    def _in_sentence(self, at: int) -> bool:
        before = self._text[max(at - 2, 0) : at]
        return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",;()'’")


def protect_title(
    title: str, language: str | None, body: BodyWords, capital: re.Pattern[str] = ASCII_CAPITAL
) -> str:
    """Return the title escaped, with braces around the words whose capitals must stay.

    ``capital`` finds the letters that 8-bit BibTeX lowers in any language.
    """
    english = language is None or language.partition("-")[0].lower() in ("en", "und")
    title = on_one_line(title)
    if not english and not capital.search(title, 1):
        return escape_stretch(title)
    words = list(WORD.finditer(title))
    chosen = (
        _english(title, words, body)
        if english
        else [match for match in words if _lowered_by_bytes(title, match, capital)]
    )
    pieces: list[str] = []
    position = 0
    for match in chosen:
        pieces += escape_stretch(title[position : match.start()]), "{", match[0], "}"
        position = match.end()
    return "".join((*pieces, escape_stretch(title[position:])))


# --- English and unknown ----------------------------------------------------------------------------------


def _english(title: str, words: list[re.Match[str]], body: BodyWords) -> list[re.Match[str]]:
    if title.isupper():
        return [match for match in words if _is_name(match[0], body)] if len(words) > 1 else words
    sentence = any(match[0][0].islower() and match[0] not in FUNCTION_WORDS for match in words)
    return [match for match in words if _needs_braces(title, match, sentence, body)]


def _needs_braces(title: str, match: re.Match[str], sentence: bool, body: BodyWords) -> bool:
    word = match[0]
    if word.islower():
        return False
    word = _without_possessive(word)
    if _has_inner_capital(word):
        return True
    if not word[0].isupper() or _starts_sentence(title, match):
        return False
    return sentence or word == "I" or _is_name(word, body)


def _is_name(word: str, body: BodyWords) -> bool:
    return _without_possessive(word).lower() in PROPER_WORDS or body.is_name(word)


def _has_inner_capital(word: str) -> bool:
    """``ARAS``, ``McDonald``, ``iPhone``, ``G20``, ``F-35``, ``U.S.``: no mere capital at the begin."""
    tail = word[1:]
    return tail != tail.lower() or (len(word) > 1 and word.isupper())


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(POSSESSIVE) else word


def _starts_sentence(title: str, match: re.Match[str]) -> bool:
    before = title[: match.start()]
    return not before.strip(OPENING) or (":" in before and SENTENCE_START.search(before) is not None)


# --- Other languages --------------------------------------------------------------------------------------


def _lowered_by_bytes(title: str, match: re.Match[str], capital: re.Pattern[str]) -> bool:
    """Say whether 8-bit BibTeX would lower a letter of the word; it spares the first letter of the title."""
    word = match[0]
    spared = match.start() == 0 or SENTENCE_START.search(title, 0, match.start()) is not None
    return capital.search(word, 1 if spared else 0) is not None
