"""Which words of a byline are a rank or title, and whether a name is that of a body, not of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.name_case import is_capitals
from converter.normalizers.name_words import (
    CORPORATE,
    KNOWN_BODIES,
    POSITIONS,
    RETIRED,
    ROLE_BRACKETS,
    ROLE_FOLLOWERS,
    ROLES,
    ROLES_WITH_STOP,
    TURKISH_NAMES,
    WEAK_CORPORATE,
    fold_word,
)

LONGEST_ACRONYM = 5
ACRONYM_BEHIND = re.compile(r"\([A-ZÇĞİÖŞÜƏ]{3,}\)")
"""``Doğu Akdeniz Politika Atölyesi (DAPA)``; shorter ones are ``(R)`` and the like."""
CORPORATE_WORDS = CORPORATE | KNOWN_BODIES
CORPORATE_SMALL_WORDS = frozenset(["of", "for", "the"])


def split_roles(literal: str) -> tuple[str, str | None]:
    """Part a printed name from the ranks and titles around it.

    >>> split_roles("Ambassador (R) Alev KILIÇ"), split_roles("Alev KILIÇ, Director of AVİM")
    (('Alev KILIÇ', 'Ambassador (R)'), ('Alev KILIÇ', 'Director of AVİM'))
    """
    first, *others = literal.split(",")
    kept, roles = [first], []
    for segment in others:
        words = segment.split()
        if words and (_is_role(words, 0) or fold_word(words[0]) in POSITIONS):
            roles.append(" ".join(words))
        else:
            kept.append(segment)
    words = ",".join(kept).split()
    start, end = _leading(words), _trailing(words)
    around = " ".join(words[:start] + words[max(start, end) :])
    role = ", ".join(part for part in (around, *roles) if part)
    return " ".join(words[start : max(start, end)]), role or None


def _leading(words: Sequence[str]) -> int:
    start = 0
    while start < len(words) and (
        _is_role(words, start) or (start and fold_word(words[start]).rstrip(".") in ROLE_FOLLOWERS)
    ):
        start += 1
    return start


def _trailing(words: Sequence[str]) -> int:
    """Find where the titles at the end begin; at least two words stay a name, as in ``John MAJOR``."""
    end = len(words)
    while end and _is_role(words, end - 1) and (end > 2 or fold_word(words[end - 1]) in ROLE_BRACKETS):
        end -= 1
    while end < len(words) and end and fold_word(words[end - 1]) in RETIRED and end > 2:
        end -= 1
    return end


def _is_role(words: Sequence[str], place: int) -> bool:
    word = fold_word(words[place]).rstrip(",")
    if word in ROLE_BRACKETS or word in ROLES_WITH_STOP or word.rstrip(".") in ROLES or word in ROLES:
        return True
    return word in RETIRED and place + 1 < len(words) and fold_word(words[place + 1]).rstrip(".,") in ROLES


def is_corporate(name: str) -> bool:
    """Say whether a name is that of a body: a word such as *Institute*, or one word that is an acronym.

    >>> is_corporate("European Jewish Congress"), is_corporate("AVİM"), is_corporate("Alev KILIÇ")
    (True, True, False)
    """
    words = name.split()
    if len(words) == 1:
        return _is_acronym(words[0])
    if words and ACRONYM_BEHIND.fullmatch(words[-1]):
        return True
    return has_corporate_word(words) or not CORPORATE_SMALL_WORDS.isdisjoint(words)


def has_corporate_word(words: Sequence[str]) -> bool:
    """Say whether one of some words names a kind of body, and not a person as in ``Emily POST``."""
    folded = {fold_word(word).strip(".,()") for word in words} & CORPORATE_WORDS
    return bool(folded) and not (folded <= WEAK_CORPORATE and _given_surname(words))


def _given_surname(words: Sequence[str]) -> bool:
    return is_capitals(words[-1]) and not is_capitals(words[0])


def _is_acronym(word: str) -> bool:
    folded = fold_word(word).strip(".,()")
    if folded in KNOWN_BODIES or folded in CORPORATE:
        return True
    return (
        is_capitals(word) and word.isalpha() and len(word) <= LONGEST_ACRONYM and folded not in TURKISH_NAMES
    )
