"""Letters with accents that old fonts print in two: the letter, and the accent over or under it."""

from __future__ import annotations

import re
from unicodedata import normalize

ACCENTS = {
    "¸": "\u0327", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303",
    "˚": "\u030a", "ˇ": "\u030c", "˛": "\u0328", "˝": "\u030b",
}  # fmt: skip
"""Accents that are printed as signs of their own over or under a letter → those that go with a letter."""

ACCENT = re.compile(f"[{''.join(ACCENTS)}]")
LAST_USUAL = "\u0180"
"""Letters with accents of European languages come before it; others are put together by mistake."""

BEHIND = re.compile(f"([^\\W\\d_])({ACCENT.pattern})")
BEFORE = re.compile(f"({ACCENT.pattern})([^\\W\\d_])")


def composed(text: str) -> str:
    """Put letters together with accents that are printed before or behind them.

    >>> composed("Aras¸tırma, bog˘az"), composed("5 ¨")
    ('Araştırma, boğaz', '5 ¨')
    """
    behind = BEHIND.sub(lambda match: _one(match[1], match[2]) or match[0], text)
    return BEFORE.sub(lambda match: _one(match[2], match[1]) or match[0], behind)


def _one(letter: str, accent: str) -> str:
    one = normalize("NFC", letter.replace("ı", "i") + ACCENTS[accent])
    return one if len(one) == 1 and one < LAST_USUAL else ""
