"""Where a text may name a numbered series of a house, and how such names read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.profiles.templates import printed_pattern
from converter.profiles.words import plain

FIGURES = re.compile(r"\d+")
BETWEEN = " \t.:,|·•–—-"
"""What may stand between the words of a series and its number."""

WINDOW = 60
"""Characters before a number that hold the words next to it."""

WORDS_BEFORE = 12
"""Words before a number that the name of a series may begin at."""

BREAK = re.compile(r"[^\w\s’'.&,:|·•–—№#°º-]")
"""A sign that no name of a series holds: a name begins behind it."""

NO_WORD = re.compile(r"\W*")


class SeriesPatterns:
    """The words of a house for its series, ready for use."""

    def __init__(
        self,
        words: Sequence[str],
        number_words: Sequence[str],
        names: Sequence[str] = (),
        patterns: Sequence[str] = (),
    ) -> None:
        self._printed = tuple([printed_pattern(pattern, names or words) for pattern in patterns])
        self.mention = _mention(words, number_words)
        names = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        self._masthead = re.compile(rf"(?:(?:[^\W\d_][\w’'&-]*|&)\s+){{0,4}}(?:{names})\s*", re.IGNORECASE)
        self._words = tuple({plain(word.split()[-1]) for word in words})
        self._signs = tuple(sorted({plain(sign) for sign in number_words}, key=len, reverse=True))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first mention of a numbered series, by the house's own patterns before all others.

        The pattern is slow where there is none; so it is only tried a few words before a number that the
        right words stand before.
        """
        for pattern in self._printed:
            if match := pattern.search(text):
                return match
        for figures in FIGURES.finditer(text):
            start = figures.start()
            if self._may_number(text, start, figures.end()):
                return self.mention.search(text, _words_back(text, start))
        return None

    def is_masthead(self, text: str) -> bool:
        """Tell whether a line is but the name of a series: up to three words, the last a series word."""
        return (
            plain(text[-WINDOW:]).rstrip().endswith(self._words)
            and self._masthead.fullmatch(text) is not None
        )

    def _may_number(self, text: str, start: int, end: int) -> bool:
        before = plain(text[max(start - WINDOW, 0) : start]).rstrip(BETWEEN)
        if before.endswith(self._words):
            return True
        if not before:
            return False
        has_volume = text[end : end + 3].lstrip().startswith("/")
        return any(self._numbers(before, sign, start, has_volume=has_volume) for sign in self._signs)

    def _numbers(self, before: str, sign: str, start: int, *, has_volume: bool) -> bool:
        """`No. 2025 / 37` is a number by itself, `No. 37` at the start of a line or behind a series word."""
        if not before.endswith(sign):
            return False
        rest = before[: -len(sign)].rstrip(BETWEEN)
        opens = start <= WINDOW and not any(map(str.isalnum, rest))
        return has_volume or opens or rest.endswith(self._words)


def _words_back(text: str, at: int) -> int:
    """Return where a word begins that stands far enough before a number for every name of a series."""
    end = at
    for _ in range(WORDS_BEFORE):
        at = text.rfind(" ", 0, at)
        if at < 0:
            at = 0
            break
    for sign in BREAK.finditer(text, at, end):
        at = sign.end()
    opening = NO_WORD.match(text)
    return 0 if opening and opening.end() >= at else at


def _mention(words: Sequence[str], number_words: Sequence[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    signs = "|".join(re.escape(word) for word in sorted(number_words, key=len, reverse=True))
    figures = r"(?P<volume>(?:19|20)\d\d)\s*/\s*(?P<number>[A-Z]{0,3}\s?\d{1,4}[A-Za-z]?)"
    alone = r"(?=\s*(?:$|[|·•,;–—-]))"
    return re.compile(
        rf"""
          (?<!\w)(?:(?P<name>[A-Z0-9][\w’'.&-]*(?:\s+[\w’'&-]+){{0,5}}?|(?:{names}))\s*[,:]?\s*)?
          (?:{signs})\s*[.:]?\s*:?\s*{figures}                                   # Commentary No.2025 / 37
        | (?<!\w)(?P<name2>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{names}))\s*:?\s*
          {figures.replace("volume", "volume2").replace("number", "number2")}    # SWP Comment 2021/C 32
        | (?<!\w)(?P<name8>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{names}))\s*,?\s*(?:{signs})?\s*[.:]?\s*
          (?P<volume8>(?:19|20)\d\d)-(?P<number8>\d{{1,3}})(?![\d-])             # Policy Memo 2021-14
        | (?<!\w)(?P<name6>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{names}))\s*,?\s*
          (?P<number6>\d{{1,3}})\s*/\s*(?P<volume6>(?:19|20)\d\d)(?!\d)          # Perspective 4/2023
        | (?<!\w)(?P<name3>(?:[A-Z][\w’'&-]*\s+){{0,2}}(?:{names}))\s*[,|·•–—-]?\s*(?:{signs})\s*[.:]?\s*:?\s*
          (?P<number3>\d{{1,4}}(?:-\d{{1,4}})?)(?![\w/.])                        # Policy Brief No. 12
        | ^\W*(?P<name4>(?:[A-Z][\w’'&-]*\s+){{0,3}}(?:{names}))\s+
          (?P<number4>\d{{1,3}}){alone}                                          # Meridian Note 23
        | ^\W*(?:{signs})\s*[.:]?\s*:?\s*(?P<number5>\d{{1,4}}){alone}           # No. 412
        """,
        re.VERBOSE | re.IGNORECASE,
    )
