"""How a line says volume and number of an issue in any language: ``Heft 3/2021``, ``№ 12 (48)``."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.normalizers.dates import find_dates
from converter.normalizers.kept import kept

Place = tuple[int, int]

VOLUME_WORD = r"""
    vol(?:ume|umen|\.)? | cilt | c\. | cild | jahrgang | jg\.? | bd\.? | band | tom(?:e|o|us)? | t\. | том
    | т\. | рік | год | rocznik | roč\. | año | année | anno | yıl | τόμος | τόμ\. | جلد | دوره | سال | المجلد
    | السنة | հատոր | ტომი | כרך
"""
NUMBER_WORD = r"""
    no | nr | nº | n° | n\.\s?[º°]? | n[º°] | núm(?:ero)? | num(?:éro|ero|er|ber|mer)? | numéro | № | \#
    | sayı | sayi | heft | ausgabe | folge | issue | вып(?:уск)? | номер | ном | число | zeszyt
    | αρ(?:ιθ(?:μός)?)? | τεύχος | τχ | شماره | رقم | العدد | عدد | גיליון | מס' | համար | ნომერი
    | buraxılış | nömrə
"""
FIGURES = r"(?-i:[A-Z]{0,3})\s?\d{1,4}[A-Za-z]?(?:[-–/]\d{1,2}(?!\d))?"
YEAR = r"(?:19|20)\d\d"
WHOLE = r"(?:\s*[(/]\s*\d{1,5}\s*\)?(?!\d))?"
SIGN = r"[\s.:]*"

OPENINGS = re.escape(
    "".join(sorted({word.strip(" \n\\")[:1] for word in f"{VOLUME_WORD}|{NUMBER_WORD}".split("|")}))
)
BEGIN = rf"\d | ^\s | no | [第제] | (?<!\w) [{OPENINGS}]"
"""What each reading of ``ISSUE`` begins with: it is not tried elsewhere."""

ISSUE = re.compile(
    rf"""
    (?= {BEGIN} ) (?:
    (?<!\w) (?:
      (?:{VOLUME_WORD}){SIGN}(?P<volume1>\d{{1,4}}|[IVXLC]{{1,6}}\b)\s*[,.;:/·|(–—-]*\s*
        (?:{NUMBER_WORD}){SIGN}(?P<number1>{FIGURES})\)?                    # vol. 3, no. 2
    | (?P<volume2>{YEAR})\s*[,.;:/–—-]?\s*
        (?:{NUMBER_WORD}){SIGN}(?P<number2>{FIGURES}){WHOLE}                 # 2021. № 12 (48)
    | (?:{NUMBER_WORD}){SIGN}(?P<volume3>{YEAR})\s*[/-]\s*
        (?P<number3>(?-i:[A-Z]{{0,3}})\s?\d{{1,4}}[A-Za-z]?)(?!\d)          # No: 2018 / 27
    | (?:{NUMBER_WORD}){SIGN}(?P<number4>\d{{1,4}}[A-Za-z]?)(?:\s*\(\d{{1,5}}\))?
        \s*[/-]\s*(?P<volume4>{YEAR})(?!\d)                                 # nr 14 (89)/2021
    | (?:{NUMBER_WORD}){SIGN}(?P<number15>\d{{1,3}})\s*\(\s*(?P<volume15>{YEAR})\s*\)  # Выпуск 7 (2019)
    | (?:{NUMBER_WORD}){SIGN}(?P<number5>{FIGURES})
        (?:\s*\(\s*(?!{YEAR})\d{{1,5}}\s*\))?                             # Sayı: 7
    | (?P<volume6>{YEAR})\s*/\s*
        (?P<number6>(?-i:[A-Z]{{0,3}})\s?\d{{1,4}}[A-Za-z]?)(?![\d/])       # 2023/07
    )
    | (?P<volume7>{YEAR})\s*年?\s*第\s*(?P<number7>\d{{1,4}})\s*[期号號輯回辑]                   # 2021年第5期
    | (?<=[^\W\d_]\s)(?P<number11>\d{{1,3}})\s*\(\s*(?P<volume11>{YEAR})\s*\)(?=\s*$)   # Papier 12 (2019)
    | (?:(?<=[^\W\d_]\s)|(?<=[^\W\d_],\s))
        (?P<number12>\d{{1,3}})\s*/\s*(?P<volume12>{YEAR})(?![\d/.])        # Nota 08/2019
    | ^\s*(?P<number13>\d{{1,3}})\s*/\s*(?P<volume13>{YEAR})(?=\s*$)                       # 9/2024
    | (?<=[^\W\d_]\s)(?P<volume14>{YEAR})-(?P<number14>\d{{1,3}})(?![\d-])              # Sayı 2023-41
    | 第\s*(?P<volume8>\d{{1,4}})\s*[卷巻]\s*[,、，]?\s*第\s*(?P<number8>\d{{1,4}})\s*[期号號輯]
    | (?:第|No\.?\s?|제)\s*(?P<number9>\d{{1,4}})\s*[期号號輯回辑호]                            # 第12号
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
NUMBER_SIGN = re.compile(rf"(?<!\w)(?:{NUMBER_WORD}){SIGN}$", re.VERBOSE | re.IGNORECASE)
NO_SERIES = re.compile(
    r"(?:resolution|karar|kanun|law|act|article|directive|regulation|protocol|chapter|part|bölüm|teil|rule"
    r"|room|flight|section|case|table|figure|tablo|şekil|protokol|résolution|loi|décret|gesetz|закон|резолюция|статья"
    r"|madde|maddə|anayasa|kararname|sok|cad|mah|street|road|daire|kat|floor|box|bulv|apt|phone|tel|fax)\.?\W*$",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"""
    (?: [\s,.;:|·•()\[\]–—/-]
      | \b(?:i?ssn|isbn)\b[\s:]*[\dXx-]+ | \b(?:s|ss|pp?|с|стр|sayfa|σ|str)\.?\s*\d+(?:\s*[–-]\s*\d+)?
      | \d+\s*(?:pages?|seiten|sayfa|с\.|min\s+read|dk\s+okuma)
      | \b(?:spring|summer|autumn|fall|winter|bahar|ilkbahar|yaz|sonbahar|güz|kış|frühjahr|frühling|sommer
         |herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno|весна|лето
         |осень|зима|wiosna|lato|jesień|zima|літо|осінь|payız|qış|άνοιξη|καλοκαίρι|φθινόπωρο|χειμώνας)\b
      | فروردین | اردیبهشت | خرداد | تیر | مرداد | شهریور | مهر | آبان | آذر | دی | بهمن | اسفند | ، | ماه
      | [۰-۹]{4}
      | \b(?:19|20)\d\d\b (?:\s*[–/-]\s*\d\d(?:\d\d)?\b)? | \b(?:г|р|r|il|ci|year|anno)\b\.?
    )*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand beside an issue on its line, dates left out."""

AROUND_NAME = ' ,.:;|·–—(-\u00a0„“”«»"'
YEAR_BEHIND = re.compile(r"[.,]\s*(?:19|20)\d\d\s*$")
OPENING = re.compile(r"[«„“]")
LONGEST_NAME = 80
MOST_WORDS = 9
BREAK = re.compile(r"(?<=[^\W\d_]{3})[.;]\s+|,\s*(?=[^\W\d])|\s+//\s+")


class Issue(NamedTuple):
    """Where a text names an issue: the whole, what stands before it, its volume and number."""

    start: int
    end: int
    name: Place | None
    volume: Place | None
    number: Place


@kept
def find_issue(text: str, begin: int = 0) -> Issue | None:
    """Return the issue that a piece of a line names, with the words before it as the name of the series.

    >>> line = "Working Papers, vol. 3, no. 2"
    >>> issue = find_issue(line)
    >>> [line[slice(*place)] for place in issue[2:]]
    ['Working Papers', '3', '2']
    """
    if not FIGURE.search(text, begin):
        return None
    for match in ISSUE.finditer(text, begin):
        places = {
            key.rstrip("0123456789"): match.span(key) for key, value in match.groupdict().items() if value
        }
        name = name_before(text, begin, match.start())
        before = text[begin : match.start()]
        if sign := NUMBER_SIGN.search(before):  # Sayı 2023-41: the sign is none of the name
            name = name_before(text, begin, begin + sign.start())
        glued = name is None and any(map(str.isalpha, before)) and not _ends_at_break(before)
        if NO_SERIES.search(before) or glued:
            continue
        start = name[0] if name else match.start()
        return Issue(start, match.end(), name, places.get("volume"), places["number"])
    return None


def _ends_at_break(before: str) -> bool:
    return before.rstrip()[-1:] in ",.;:|–—-("


def name_before(text: str, begin: int, end: int) -> Place | None:
    """Return the place of the words right before an issue that may name a series."""
    before = YEAR_BEHIND.sub("", text[begin:end].rstrip(AROUND_NAME))
    stop = begin + len(before.rstrip(AROUND_NAME))
    start = max([begin, *(sign.end() for sign in OPENING.finditer(text, begin, stop))])
    for sign in BREAK.finditer(text, start, stop):
        start = sign.end()
    while start < stop and not (text[start].isalnum()):
        start += 1
    name = text[start:stop]
    letters = sum(map(str.isalpha, name))
    if letters < 2 or len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return None
    return (start, stop)


@kept
def is_issue_line(text: str) -> bool:
    """Tell whether a line, or a piece of one, says but an issue and what belongs to it: date, pages.

    >>> is_issue_line("Heft 3/2021"), is_issue_line("The No. 1 Mistake of Our Time")
    (True, False)
    """
    issue = find_issue(text)
    if issue is None:
        return False
    rest = text[issue.end :]
    for date in reversed(find_dates(rest, years=True)):
        rest = rest[: date.start] + " " + rest[date.end :]
    return BESIDE.fullmatch(rest) is not None
