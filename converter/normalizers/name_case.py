"""How a name printed in capitals is written, by the evidence of its own letters, not of the document.

The one doubt is the letter I: lower case ı in Turkish and Azerbaijani names, i in all others. İ is always i.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from converter.normalizers.name_words import (
    PARTICLES,
    SLAVIC_ENDINGS,
    TURKISH_ENDINGS,
    TURKISH_GIVEN,
    TURKISH_NAMES,
    WESTERN_ENDINGS,
    fold_word,
)

PARTS = re.compile(r"([-'’ʼ.])")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_]")
SCOTTISH = re.compile(r"(?P<prefix>Mc|Mac|MC)(?P<rest>[A-Z]{3,})")
ORDINAL = re.compile(r"I{2,3}|IV|VI{0,3}")

TURKISH_STEMS = ("HACI",)
"""Beginnings that are Turkish or Azerbaijani whatever ending follows: HACIYEV is Hacıyev."""

FOREIGN = re.compile(
    r"""
    [WJ]                                             # WILSON
    | [KGZSTPC]H | CK                                # KHANTAMIROVA, SCHMIDT
    | [AEIOUYÖÜİ](?<!Y)[AEIOUÖÜİ]                    # GAUIN: vowels that touch
    | ^[BCDFGHKLMNPRSTVZ](?:[BCDFGHKLMNPRSTVZ])      # KRISTIN: two consonants at the start
    | [^\W\d_A-ZÇĞİÖŞÜƏÂÎÛ]                          # ĆOSIĆ, GARCÍA
    """,
    re.VERBOSE,
)
"""What no Turkish or Azerbaijani word has."""

STRONG_TURKISH = re.compile(r"[ĞğŞşİıƏə]")
AFTER_FRONT_VOWEL = re.compile(r"[EÖÜİƏ][^AEIOUÖÜİƏ]*I")
FIRST_I_THEN_FRONT = re.compile(r"^[^AEIOUÖÜİƏ]*I[^AEIOUÖÜİƏ]*[EÖÜİƏ]")


def is_capitals(word: str) -> bool:
    """Say whether a word of a name is printed in capitals (initials are not).

    >>> is_capitals("KILIÇ"), is_capitals("McDONALD"), is_capitals("T."), is_capitals("Alev")
    (True, True, False, False)
    """
    if word.isupper():
        return INITIALS.fullmatch(word) is None
    return word[:1] == "M" and SCOTTISH.fullmatch(word) is not None


def recase_word(word: str, others: Sequence[str]) -> tuple[str, bool]:
    """Write a word in capitals as a name; say whether its letters, or those of the other words, decide.

    >>> recase_word("KILIÇ", ["Alev"]), recase_word("KHANTAMIROVA", ["İlaha"])
    (('Kılıç', True), ('Khantamirova', True))
    """
    if not word.isascii():
        word = normalize("NFC", word)
    if ORDINAL.fullmatch(word):
        return word, True
    if scottish := SCOTTISH.fullmatch(word):
        return f"{scottish['prefix'].capitalize()}{scottish['rest'].capitalize()}", True
    if fold_word(word) in PARTICLES:
        return word.lower(), False
    dotless, certain = (False, True) if "I" not in word[1:] else _reads_dotless(word, others)
    return "".join(_capitalize(part, dotless=dotless) for part in PARTS.split(word)), certain


def _capitalize(part: str, *, dotless: bool) -> str:
    rest = part[1:].replace("İ", "i")
    return part[:1] + (rest.replace("I", "ı") if dotless else rest).lower()


def _reads_dotless(word: str, others: Sequence[str]) -> tuple[bool, bool]:
    """Decide whether the letters I of a word are ı, and whether that is sure; the first rule wins."""
    own = STRONG_TURKISH.search(word) is not None
    elsewhere = any(map(STRONG_TURKISH.search, others))
    slavic = word.endswith(SLAVIC_ENDINGS)
    is_name = fold_word(word) in TURKISH_NAMES
    if is_name or word.startswith(TURKISH_STEMS):
        return True, is_name or not slavic
    if FOREIGN.search(word) and not own:
        return False, True
    if "İ" in word:  # who prints İ prints I for ı
        return (False, False) if slavic and word[0] == "İ" else (True, not slavic)
    if AFTER_FRONT_VOWEL.search(word) or FIRST_I_THEN_FRONT.match(word):
        return False, not own  # a Turkish printer would have set İ here
    if "Ə" in word or (("Q" in word or "X" in word) and _azerbaijani(others)):
        return True, True
    if own:
        return True, not slavic
    if slavic or "Q" in word or "X" in word or word.endswith(WESTERN_ENDINGS):
        return False, not elsewhere
    return _by_lesser_evidence(word, others, elsewhere=elsewhere)


def _azerbaijani(words: Sequence[str]) -> bool:
    return any("ə" in word or "Ə" in word for word in words)


def _by_lesser_evidence(word: str, others: Sequence[str], *, elsewhere: bool) -> tuple[bool, bool]:
    if any(letter in word for letter in "ÇÖÜ") or elsewhere or word.endswith(TURKISH_ENDINGS):
        return True, True
    if word.endswith("LI") and word[-3:-2] not in "AEIOUL":
        return True, True
    if any(
        FOREIGN.search(other.upper())
        for other in others
        if len(other) > 2 and not STRONG_TURKISH.search(other)
    ):
        return False, True
    turkish = any(
        fold_word(other) in TURKISH_GIVEN or any(letter in other for letter in "çöüÇÖÜ") for other in others
    )
    return turkish, False
