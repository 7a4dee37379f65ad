"""Which dates a text holds, each as exact as the text says it, in some twenty languages and in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.normalizers.date_calendars import date_of_another_calendar
from converter.normalizers.date_patterns import (
    AFTER_MONTH,
    BLANKS,
    DASHES,
    DAY_FIRST,
    FIGURES,
    ISO_MONTH,
    LAST_LETTERS,
    MONTH_BEFORE,
    NUMBER_WORD,
    NUMERIC,
    TAIL,
    YEAR_GOES_ON,
)
from converter.normalizers.date_urls import date_in_url
from converter.normalizers.date_writing import format_date
from converter.normalizers.found_date import FIRST_YEAR, LAST_YEAR, FoundDate, date_at, in_calendar
from converter.normalizers.kept import kept
from converter.normalizers.months import (
    AMBIGUOUS,
    CROATIAN_OCTOBER,
    ENGLISH,
    FULL,
    GIVEN_NAMES,
    MONTHS,
    STOP_AFTER_DAY,
    WITH_YEAR,
    fold_month,
)

__all__ = ["FoundDate", "date_in_url", "find_dates", "format_date", "in_calendar", "parse_date"]

LONGEST_MONTHS = 50
"""How far back from figures a month's name, or a run of such names, may begin."""

ENDS_OF_NUMBER_WORDS = frozenset("oOrRmMıiİIeElLtT№°º/")
"""The last letters of ``NUMBER_WORD``: most days have a comma or another word before them."""

NO_MONTH_AFTER = frozenset(")]};:,\"'“”%&?!=+*<>|_\n")
"""What right after figures says that they are not the day of a month named next."""


def find_dates(
    text: str, *, years: bool = False, skipped: Sequence[tuple[int, int]] = ()
) -> Sequence[FoundDate]:
    """Return the dates of a text in reading order; with ``years`` also years that stand alone.

    Figures inside the ``skipped`` stretches (web addresses, in order) are not looked at, only those at their
    end.

    >>> [date.iso for date in find_dates("19-21 May 2025; May 30; 31.02.2025; Aralık 2017")]
    ['2025-05-19', '--05-30', None, '2017-12']
    """
    return _dates_in(text, years, tuple(skipped))


@kept
def _dates_in(text: str, years: bool, skipped: Sequence[tuple[int, int]]) -> Sequence[FoundDate]:
    found: list[FoundDate] = []
    position = 0
    for figures in _figures(text, skipped):
        start, end = figures.span()
        if start < position or end - start > 4 or text[start - 1 : start] == "%":
            continue
        date = _date_of(text, start, end, position, years=years)
        if date is not None:
            found.append(date)
            position = date.end
    return tuple(found)


def _figures(text: str, skipped: Sequence[tuple[int, int]]) -> Iterable[re.Match[str]]:
    if not skipped:
        return FIGURES.finditer(text)
    found: list[re.Match[str]] = []
    begin = 0
    for start, end in skipped:
        found += FIGURES.finditer(text, begin, start)
        begin = end
        while begin > start and text[begin - 1].isdecimal():
            begin -= 1
    found += FIGURES.finditer(text, begin)
    return found


def _date_of(text: str, start: int, end: int, floor: int, *, years: bool) -> FoundDate | None:
    """Read the date whose first figures (after a month's name: whose only ones) are these."""
    follower = text[end : end + 1]
    if not text.isascii() and (date := date_of_another_calendar(text, start, end)):
        return date
    if follower and follower in "-./" and (date := _numeric(text, start)):
        return date
    if end - start <= 2:
        date = _day_first(text, start) if follower and follower not in NO_MONTH_AFTER else None
        return date or _month_first(text, start, floor)
    if end - start == 4:
        return _month_year(text, start, end, floor) or (_bare_year(text, start, end) if years else None)
    return None


# --- Figures only -----------------------------------------------------------------------------------------


def _numeric(text: str, start: int) -> FoundDate | None:
    match = NUMERIC.match(text, start)
    if match is None or _glued(text, start, match.end()):
        return None
    if match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    else:
        year, month, day = int(match["year"]), int(match["second"]), int(match["first"])
        if month > 12 >= day:
            day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return date_at(text, start, match.end(), (year, month, day))


def _glued(text: str, start: int, end: int) -> bool:
    """Tell a date from a piece of a longer number or of an address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before and before in "./-_":
        return True
    return bool(after) and (after[0].isdecimal() or (after[0] in "./-_" and after[1:].isalnum()))


def _bare_year(text: str, start: int, end: int) -> FoundDate | None:
    year, before = int(text[start:end]), text[max(0, start - 1) : start]
    alone = not before or not (before.isalnum() or before in "_-–/.")
    if not alone or not FIRST_YEAR <= year <= LAST_YEAR or YEAR_GOES_ON.match(text, end):
        return None
    return date_at(text, start, end, (year, None, None))


# --- Day, then month --------------------------------------------------------------------------------------


def _day_first(text: str, start: int) -> FoundDate | None:
    match = DAY_FIRST.match(text, start)
    if match is None:
        return None
    folded = fold_month(match["month"])
    month = MONTHS.get(folded)
    if month is None or not _credible_day(match, folded, text) or not _runs_forward(match):
        return None
    if start and _number_of_something(text[max(0, start - 10) : start]):
        return None
    if match["stop"] and folded == CROATIAN_OCTOBER:
        month = 10
    year = int(match["year"]) if match["year"] else None
    is_range = bool(match["last"] or match["last_month"])
    return date_at(text, start, _end_of(match, folded), (year, month, int(match["day"])), is_range=is_range)


def _number_of_something(before: str) -> bool:
    """Say that figures are the end of ``1.5`` or the number of an issue, not a day."""
    if before[-1] in ".,/" and before[-2:-1].isdecimal():
        return True
    last = before.rstrip(" .:")[-1:]
    return (last in ENDS_OF_NUMBER_WORDS or last.isspace()) and NUMBER_WORD.search(before) is not None


def _credible_day(match: re.Match[str], folded: str, text: str) -> bool:
    """Say whether a number and a word that may be a month are a date."""
    word, end = match["month"], match.end("month")
    after = text[end : end + 1]
    if not 1 <= int(match["day"]) <= 31 or after.isalnum() or (after and after in "_\ufffd"):
        return False
    if match["year"]:
        return True
    if folded in WITH_YEAR or (match["stop"] and folded not in STOP_AFTER_DAY):
        return False
    if not word.islower():
        return True
    if folded not in FULL:
        return match["month_stop"] is not None
    return folded not in AMBIGUOUS or not _word_follows(text, end)


def _word_follows(text: str, end: int) -> bool:
    """See the modal verb in ``all 30 may attend``."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _runs_forward(match: re.Match[str]) -> bool:
    """Say whether a range of days, if it is one, ends later than it begins and in a month."""
    if match["last_month"]:
        return fold_month(match["last_month"]) in MONTHS
    return not match["last"] or int(match["day"]) < int(match["last"]) <= 31


def _end_of(match: re.Match[str], folded: str) -> int:
    """Keep the stop of an abbreviation, not that of a sentence, in a date that ends with its month."""
    if match["year"] or match["last_month"]:
        return match.end()
    return match.end("month") if folded in FULL or not match["month_stop"] else match.end("month_stop")


# --- Month, then day or year ------------------------------------------------------------------------------


def _month_before(
    text: str, start: int, floor: int, *, with_year: bool = False
) -> tuple[re.Match[str], int, int] | None:
    """Find the months named right before some figures: the match, the first month, its place."""
    if start == floor or text[start - 1] not in BLANKS:
        return None
    offset = max(floor, start - LONGEST_MONTHS)
    before = text[offset:start]
    if not _ends_with_month(before):
        return None
    match = MONTH_BEFORE.search(before, _first_word(before))
    while match is not None and fold_month(match["month"]) not in MONTHS:
        match = MONTH_BEFORE.search(before, match.end("month"))
    if match is None:
        return None
    folded = fold_month(match["month"])
    ambiguous = folded in AMBIGUOUS and (not with_year or folded == "may")  # we may 2025 times
    if folded in GIVEN_NAMES or (match["month"].islower() and (folded not in FULL or ambiguous)):
        return None
    return match, MONTHS[folded], offset + match.start()


def _first_word(before: str) -> int:
    """Return where a month's name before the figures may begin: only dashes join more than two words."""
    words = before.rsplit(maxsplit=2)
    return len(words[0]) if len(words) == 3 and not any(map(before.__contains__, DASHES)) else 0


def _ends_with_month(before: str) -> bool:
    """Look at the last word only, which is cheap: most figures follow no month."""
    words = before.rsplit(maxsplit=2)
    if words and words[-1] in {"of", "de", "del"}:
        words.pop()
    word = words[-1].rstrip(".,") if words else ""
    if not word.isalpha():
        last = LAST_LETTERS.search(word)
        word = last[0] if last else ""
    return fold_month(word) in MONTHS


def _month_first(text: str, start: int, floor: int) -> FoundDate | None:
    named = _month_before(text, start, floor)
    match = AFTER_MONTH.match(text, start) if named else None
    if named is None or match is None or not 1 <= int(match["day"]) <= 31:
        return None
    name, month, place = named
    is_english = fold_month(name["month"]) in ENGLISH
    if not (match["year"] or is_english or _stands_alone(name, text, match.end())):
        return None
    if not _runs_forward(match):
        return None
    year = int(match["year"]) if match["year"] else None
    return date_at(text, place, match.end(), (year, month, int(match["day"])), is_range=bool(match["range"]))


def _stands_alone(name: re.Match[str], text: str, end: int) -> bool:
    """See `Mayıs 07.` in a list of parts: a capitalised name and two figures with but a stop behind them."""
    is_full = name["month"][0].isupper() and fold_month(name["month"]) in FULL
    return is_full and text[end : end + 1] in ("", ".", ",", ";", ")")


def _month_year(text: str, start: int, end: int, floor: int) -> FoundDate | None:
    year = int(text[start:end])
    named = _month_before(text, start, floor, with_year=True) if FIRST_YEAR <= year <= LAST_YEAR else None
    if named is None:
        return None
    name, month, place = named
    return date_at(text, place, end, (year, month, None), is_range=bool(name["last_month"]))


# --- A text that is a date --------------------------------------------------------------------------------


def parse_date(text: str) -> FoundDate | None:
    """Read a text that is one date and nothing else; a year alone and ``2025-05`` are dates too.

    >>> date = parse_date("22 мая 2025 г.")
    >>> date.iso
    '2025-05-22'
    """
    if (match := ISO_MONTH.fullmatch(text)) and in_calendar(int(match["year"]), int(match["month"]), None):
        fields = (int(match["year"]), int(match["month"]), None)
        return date_at(text, match.start("year"), match.end("month"), fields)
    found = find_dates(text, years=True)
    if len(found) != 1 or text[: found[0].start].strip() or not TAIL.fullmatch(text, found[0].end):
        return None
    return found[0]
