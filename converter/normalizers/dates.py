"""Which dates a text holds, as exact as it says them, in English, Turkish, Azerbaijani, Russian, French, German, Spanish, Persian."""

from __future__ import annotations

import re
from calendar import monthrange

import msgspec

from converter.normalizers.months import AMBIGUOUS, ENGLISH, FULL, FULL_NAMES, MONTHS, RUSSIAN_ALONE, STOP_AFTER_DAY
from converter.normalizers.months import fold_month as fold

FIRST_YEAR, LAST_YEAR = 1500, 2100


class FoundDate(msgspec.Struct, frozen=True):
    """A date and its place; what the text does not say is ``None``."""

    start: int
    end: int
    literal: str
    year: int | None
    month: int | None
    day: int | None
    valid: bool = True
    """``False`` for a day that no calendar has (``31.02.2025``)."""
    is_range: bool = False
    """``19-21 May 2025``: the fields are those of the first day."""

    @property
    def iso(self) -> str | None:
        """ISO 8601 as exact as known; ``--05-30`` for a day without a year."""
        if not self.valid:
            return None
        year = "-" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return None if self.year is None else year
        if self.day is None:
            return f"{year}-{self.month:02}"
        return f"{year}-{self.month:02}-{self.day:02}"

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"


FIGURES = re.compile(r"\d+")
BLANK = r"[ \t\u00a0\u2007\u2009\u202f]"
DASH = r"[-–—‒]"

NUMERIC = re.compile(
    r"""
    (?P<iso_year>\d{4}) (?P<iso_mark>[-./]) (?P<iso_month>\d{1,2}) (?P=iso_mark) (?P<iso_day>\d{1,2})   # 2025-05-30
    | (?P<first>\d{1,2}) (?P<mark>[-./]) (?P<second>\d{1,2}) (?P=mark) (?P<year>\d{4})                  # 30.05.2025
    """,
    re.VERBOSE,
)

DAY_FIRST = re.compile(
    rf"""
    (?P<day>\d{{1,2}})
    (?: st | nd | rd | th | er | º | ª | -?го )?                       # 14th, 1er, 1º, 2-го
    (?: {BLANK}{{0,2}} {DASH} {BLANK}{{0,2}} (?P<last>\d{{1,2}}) (?: st | nd | rd | th )? )?   # 19-21 May
    (?P<stop> \. )?                                                      # 1. Mai
    (?: {BLANK}{{1,3}} | [-/.]? )
    (?: (?: of | de ) {BLANK}{{1,3}} )?                                  # 14th of February, 30 de mayo
    (?P<month> [^\W\d_]{{2,12}} ) (?P<month_stop> \. )?
    (?:                                                                  # - 3 June
        {BLANK}{{0,2}} {DASH} {BLANK}{{0,2}} \d{{1,2}} {BLANK}{{1,2}} (?P<last_month> [^\W\d_]{{2,12}} )
    )?
    (?:                                                                  # , 2025 ; de 2025 ; -2025
        (?: ,? {BLANK}{{1,3}} (?: del? {BLANK}{{1,2}} )? | [-/.] | , ) (?P<year> [12]\d{{3}} | [۱٢١۲][۰-۹٠-٩]{{3}} ) (?! \d )
    )?
    """,
    re.VERBOSE,
)

MONTH_BEFORE = re.compile(
    rf"""
    (?<![^\W\d_])
    (?P<month> [^\W\d_]{{2,12}} ) (?P<month_stop> \. )?
    (?: {BLANK}{{0,2}} {DASH} {BLANK}{{0,2}} (?P<last_month> [^\W\d_]{{2,12}} ) \.? ){{0,3}}    # Eylül-Ekim-Kasım 2001
    (?: ,? {BLANK}{{1,3}} (?: (?: of | del? | the ) {BLANK} )? )
    \Z
    """,
    re.VERBOSE,
)

AFTER_DAY = re.compile(
    rf"""
    \d{{1,2}} (?: st | nd | rd | th )? (?! [\d%] | [.,]\d(?!\d{{3}}(?!\d)) | {BLANK}? [%°] | :\d )
    (?P<range>                                                            # June 27 - 30, April 28 - May 3
        {BLANK}{{0,2}} {DASH} {BLANK}{{0,2}} (?: (?P<last_month> [^\W\d_]{{2,12}} ) \.? {BLANK}{{1,2}} )? \d{{1,2}} (?! \d )
    )?
    (?: (?: , {BLANK}{{0,3}} | {BLANK}{{1,3}} ) (?P<year> [12]\d{{3}} ) (?! \d | [.,]\d ) )?
    """,
    re.VERBOSE,
)

NUMBER_WORD = re.compile(
    r"""
    (?<![^\W_]) (?: no | nr | num | number | sayı | sayi | issue | vol | cilt | rapor | № | n[°º] ) [.:\s]* \Z   # No: 3 Mayıs 2009
    | \d{4} \s? / \s? \Z                                                                             # 2018 / 27 June 2018
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What makes the next number one of a report or issue, so that only the month and the year after it are a date."""
BARE_YEAR_NEIGHBOUR = re.compile(r"[\w\-–/]|[.,]\d|\s?[/]\s?\d")
DATE_TAIL = re.compile(r"\s*(?:г(?:\.|ода|од)?|yılı|-?c[iıuü]\s+il|г\.)?\s*[.,;]?\s*")
URL_DATE = re.compile(
    r"""
    /(?P<compact> (?:19|20)\d\d [01]\d [0-3]\d ) (?= [/?#._-] | $ )                              # /20250521/
    | [/_-](?P<year> (?:19|20)\d\d ) (?P<mark> [-/_] ) (?P<month> \d\d? | [a-z]{3} ) (?P=mark) (?P<day> \d\d? ) (?! \d )   # /2025/05/21
    | /(?P<only_year> (?:19|20)\d\d ) / (?P<only_month> [01]\d ) (?= / )                         # /2025/05/
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_dates(text: str, *, years: bool = False) -> list[FoundDate]:
    """Return the dates of a text in reading order; with ``years`` also years that stand alone.

    >>> [date.iso for date in find_dates("19-21 May 2025; May 30; 31.02.2025; Aralık 2017")]
    ['2025-05-19', '--05-30', None, '2017-12']
    """
    found: list[FoundDate] = []
    position = 0
    for figures in FIGURES.finditer(text):
        start, end = figures.span()
        if start < position or end - start > 4:
            continue
        date = _date_at(text, start, end, position, years)
        if date is not None:
            found.append(date)
            position = date.end
    return found


def _date_at(text: str, start: int, end: int, floor: int, years: bool) -> FoundDate | None:
    """Read the date whose first (or, after a month's name, only) figures are these."""
    follower = text[end : end + 1]
    if follower and follower in "-./" and (date := _numeric(text, start)):
        return date
    if end - start <= 2:
        return _day_first(text, start) or _month_first(text, start, floor)
    if end - start == 4:
        return _month_year(text, start, end, floor) or (_bare_year(text, start, end) if years else None)
    return None


def _numeric(text: str, start: int) -> FoundDate | None:
    match = NUMERIC.match(text, start)
    if match is None or _glued(text, start, match.end()):
        return None
    if match["iso_year"]:
        year, month, day = (int(match[name]) for name in ("iso_year", "iso_month", "iso_day"))
    else:
        day, month, year = (int(match[name]) for name in ("first", "second", "year"))
        if month > 12 >= day:
            day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return _date(text, start, match.end(), (year, month, day))


def _glued(text: str, start: int, end: int) -> bool:
    """Tell a date from a piece of a longer number or of an address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before and (before in "./-_" or before.isdecimal()):
        return True
    return bool(after) and (after[0].isdecimal() or (after[0] in "./-_" and after[1:].isalnum()))


def _day_first(text: str, start: int) -> FoundDate | None:
    match = DAY_FIRST.match(text, start)
    month = MONTHS.get(fold(match["month"])) if match else None
    if match is None or month is None or (start and text[start - 1] in ".,/" and text[max(0, start - 2)].isdecimal()):
        return None
    year = int(match["year"]) if match["year"] else None
    if not _credible_day(match, text, year):
        return None
    end = _end_of(match, year)
    if NUMBER_WORD.search(text[max(0, start - 10) : start]):
        return None
    last_month = match["last_month"]
    if last_month and fold(last_month) not in MONTHS:
        return None
    return _date(text, start, end, (year, month, int(match["day"])), is_range=bool(match["last"] or last_month))


def _end_of(match: re.Match[str], year: int | None) -> int:
    if year is not None or match["last_month"]:
        return match.end()
    word = fold(match["month"])
    return match.end("month_stop") if match["month_stop"] and word not in FULL else match.end("month")


def _credible_day(match: re.Match[str], text: str, year: int | None) -> bool:
    """Say whether a number and a word that may be a month are a date."""
    word, folded, after = match["month"], fold(match["month"]), text[match.end("month") : match.end("month") + 1]
    if not 1 <= int(match["day"]) <= 31 or (after and (after.isalnum() or after == "_")):
        return False
    if year is not None:
        return True
    if match["stop"] and folded not in STOP_AFTER_DAY:
        return False
    if folded not in FULL and word.islower() and not match["month_stop"]:
        return False
    return not (word.islower() and folded in AMBIGUOUS and _word_follows(text, match.end("month")))


def _word_follows(text: str, end: int) -> bool:
    """See the modal verb in ``all 30 may attend``."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _before(text: str, start: int, floor: int) -> tuple[re.Match[str], int, int] | None:
    """Find the month's name before some figures: the match, the month, the place where it begins."""
    if start == floor or text[start - 1] not in " \t\u00a0\u2007\u2009\u202f":
        return None
    offset = max(floor, start - 40)
    match = _month_name_before(text[offset:start])
    if match is None:
        return None
    month = MONTHS.get(fold(match["month"]))
    if month is None or (match["month"].islower() and (fold(match["month"]) in AMBIGUOUS or fold(match["month"]) not in FULL)):
        return None
    return match, month, offset + match.start()


def _month_name_before(before: str) -> re.Match[str] | None:
    """Match the last one or two words; a second month makes a range."""
    match = MONTH_BEFORE.search(before)
    while match is not None and match["last_month"] and fold(match["month"]) not in MONTHS:
        match = MONTH_BEFORE.search(before, match.start("last_month"))
    if match is not None and match["last_month"] and fold(match["last_month"]) not in MONTHS:
        return None
    return match


def _month_first(text: str, start: int, floor: int) -> FoundDate | None:
    named = _before(text, start, floor)
    if named is None:
        return None
    name, month, place = named
    match = AFTER_DAY.match(text, start)
    if match is None or not 1 <= int(FIGURES.match(text, start)[0]) <= 31:  # type: ignore[index]  # figures are there
        return None
    if not match["year"] and fold(name["month"]) not in ENGLISH:
        return None
    if match["last_month"] and fold(match["last_month"]) not in MONTHS:
        return None
    day = int(FIGURES.match(text, start)[0])  # type: ignore[index]  # figures are there
    year = int(match["year"]) if match["year"] else None
    return _date(text, place, match.end(), (year, month, day), is_range=bool(match["range"]))


def _month_year(text: str, start: int, end: int, floor: int) -> FoundDate | None:
    year = int(text[start:end])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    named = _before(text, start, floor)
    if named is None:
        return None
    name, month, place = named
    return _date(text, place, end, (year, month, None), is_range=bool(name["last_month"]))


def _bare_year(text: str, start: int, end: int) -> FoundDate | None:
    if not FIRST_YEAR <= int(text[start:end]) <= LAST_YEAR:
        return None
    before = text[max(0, start - 1) : start]
    if (before and (before.isalnum() or before in "_-–/.")) or BARE_YEAR_NEIGHBOUR.match(text, end):
        return None
    return _date(text, start, end, (int(text[start:end]), None, None))


def _date(text: str, start: int, end: int, fields: tuple[int | None, int | None, int | None], *, is_range: bool = False) -> FoundDate:
    year, month, day = fields
    return FoundDate(start, end, text[start:end], year, month, day, in_calendar(year, month, day), is_range)


def in_calendar(year: int | None, month: int | None, day: int | None) -> bool:
    """Say whether the calendar has such a day; without a year, 29 February is one."""
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= monthrange(2000 if year is None else year, month)[1]


def parse_date(text: str) -> FoundDate | None:
    """Read a text that is one date and nothing else; a year alone is one too.

    >>> parse_date("22 мая 2025 г.").iso
    '2025-05-22'
    """
    if (month := re.fullmatch(r"\s*(\d{4})-(\d\d)\s*", text)) and in_calendar(int(month[1]), int(month[2]), None):
        return _date(text, month.start(1), month.end(2), (int(month[1]), int(month[2]), None))
    found = find_dates(text, years=True)
    if len(found) != 1:
        return None
    date = found[0]
    alone = not text[: date.start].strip() and DATE_TAIL.fullmatch(text, date.end) is not None
    return date if alone else None


def date_in_url(url: str) -> FoundDate | None:
    """Return the date that parts of an address's path spell.

    >>> date_in_url("https://az.sputniknews.ru/20250521/politika-471383678.html").iso
    '2025-05-21'
    """
    path = url.find("/", url.find("://") + 3)
    if path < 0:
        return None
    end = min((at for at in (url.find("?", path), url.find("#", path)) if at >= 0), default=len(url))
    for match in URL_DATE.finditer(url, path, end):
        date = _from_url(url, match)
        if date is not None and date.valid and 1990 <= (date.year or 0) <= LAST_YEAR:
            return date
    return None


def _from_url(url: str, match: re.Match[str]) -> FoundDate | None:
    start, end = match.start() + 1, match.end()
    if compact := match["compact"]:
        return _date(url, start, end, (int(compact[:4]), int(compact[4:6]), int(compact[6:])))
    if match["only_year"]:
        return _date(url, start, end, (int(match["only_year"]), int(match["only_month"]), None))
    written = match["month"]
    month = int(written) if written.isdecimal() else MONTHS.get(fold(written))
    return None if month is None else _date(url, start, end, (int(match["year"]), month, int(match["day"])))


# --- Writing ----------------------------------------------------------------------------------------------

DAY_PATTERNS = {"de": "{day}. {month} {year}", "es": "{day} de {month} de {year}"}
MONTH_PATTERNS = {"es": "{month} de {year}"}
ISO = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
PERSIAN_FIGURES = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def format_date(iso: str, language: str) -> str:
    """Write an ISO date in words; ISO itself in languages whose months we do not know.

    >>> format_date("2025-05-30", "tr"), format_date("2025-05", "ru")
    ('30 Mayıs 2025', 'май 2025')
    """
    tag = language.partition("-")[0].lower()
    match = ISO.fullmatch(iso)
    if match is None or tag not in FULL_NAMES or not match["month"] or not 1 <= int(match["month"]) <= 12:
        return iso
    year = "" if match["year"] == "-" else match["year"]
    if match["day"]:
        names, pattern = FULL_NAMES[tag], DAY_PATTERNS.get(tag, "{day} {month} {year}")
    else:
        names, pattern = RUSSIAN_ALONE if tag == "ru" else FULL_NAMES[tag], MONTH_PATTERNS.get(tag, "{month} {year}")
    day = "1er" if tag == "fr" and match["day"] == "01" else str(int(match["day"] or 0))
    month = names.split()[int(match["month"]) - 1]
    written = pattern.format(day=day, month=month, year=year).strip().removesuffix(" de")
    return written.translate(PERSIAN_FIGURES) if tag == "fa" else written
