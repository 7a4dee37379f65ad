"""Where the parts of a cite-as block stand: from both ends, the surest parts first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.cite_as_series import find_cited_series
from converter.analysis.parts import Part, gaps, trimmed
from converter.analysis.quotes import find_quotes
from converter.analysis.series import FoundSeries, find_series, says_more
from converter.normalizers.dates import FoundDate, find_dates, parse_date
from converter.normalizers.found_date import LEAP_YEAR
from converter.normalizers.house_names import house_name
from converter.normalizers.urls import find_urls, web_target
from converter.profiles import Profile
from converter.profiles.words import plain

PIECE = re.compile(r"(?<=[.,]\s)[^\W\d_]{3,12}(?=[.,])")  # … 2021 / 3. Mart. Erişim …
OPENING, CLOSING = frozenset("“‘\"'«„"), frozenset("”’\"'»“?!")
YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
UNQUOTED_TITLE = re.compile(r"[).,:]\s*(?P<title>[^\W\d_][^.]{8,}?)[.,]\s")
FILLER = re.compile(
    r"""
    ^ (?: in | at | available (?: \ at | \ from | \ online )? | online | url | link | web | pp? | doi | from
      | retrieved | via | no | and                                   # available at
      | erişim (?: \ adresi )? | adres | şuradan | ve                # erişim adresi
    )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
BESIDE = re.compile(
    r"""
    (?: (?: [sсp]{1,2} | pp? | стр | str | σ{1,2} | səh | doi | i?ssn | isbn | pages? | seiten | online )
        [\s.:]* )? [\d\s–-]* (?: doi | i?ssn | isbn )? [\s.:]* (?: 10\.\d{4,9}/\S+ | [\dxX-]+ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Pages, or the number of a book or of a page: no publisher."""

AROUND = " \t.,;:()[]<>“”\"-–‘’'/«»"
STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d))[.;?!]\s+|,\s+")
HOUSE_BREAK = re.compile(r"\s*[:,;/]\s+")
INITIAL = re.compile(r"(?:^|[\s.-])\w$|et al$")
WORD = re.compile(r"\w+")
VOLUME_SIGN = re.compile(r"[^\W\d_]{1,9}\.?\s*$")
SIGN_WORD = re.compile(r"[^\W\d_]|[№#]")

Place = tuple[int, int]


class CiteAsReader:
    """Finds the parts of one block."""

    def __init__(self, text: str, begin: int, profile: Profile, known_titles: Sequence[str]) -> None:
        self.known_titles = known_titles
        self.text = text
        self.begin = begin
        self.profile = profile
        self.parts: list[Part] = []
        self.date: FoundDate | None = None
        self.accessed: FoundDate | None = None
        self.series: FoundSeries | None = None
        self.taken: list[tuple[int, int]] = []
        self.urls: list[tuple[int, int]] = []

    def read(self) -> None:
        """Find everything, the surest parts first."""
        self._addresses()
        self._title()
        self._series()
        self._dates()
        if self.date is None:
            self._month_alone()
        self._author_and_year()
        self._publisher()

    def _add(self, name: str, start: int, end: int, **values: str | None) -> None:
        if end > start:
            self.parts.append(Part(start, end, name, values))
            self.taken.append((start, end))

    def _free(self, start: int, end: int) -> bool:
        return not any(start < stop and begin < end for begin, stop in self.taken)

    def _addresses(self) -> None:
        self.urls = find_urls(self.text)
        for start, end in self.urls:
            if start >= self.begin:
                self._add("url", start, end, target=web_target(self.text[start:end]))

    def _title(self) -> None:
        for title in self.known_titles:
            known = _find_title(title, self.text, self.begin)
            if known and self._free(*known):
                self._add("title", *known, level="a")
                return
        quotes = [
            quote
            for quote in find_quotes(self.text)
            if quote.start >= self.begin and self._free(quote.start, quote.end)
        ]
        if quotes:
            longest = max(quotes, key=lambda quote: quote.end - quote.start)
            start, end = trimmed(self.text, longest.inner_start, longest.inner_end, " .,")
            self._add("title", start, end, level="a")
            self.taken.append((longest.start, longest.end))
            return
        year = YEAR.search(self.text, self.begin)
        after = year.end() if year else self.begin
        if (
            year
            and (match := UNQUOTED_TITLE.search(self.text, after, after + 300))
            and self._free(*match.span("title"))
        ):
            self._add("title", *match.span("title"), level="a")

    def _series(self) -> None:
        title_end = next((part.end for part in self.parts if part.name == "title"), self.begin)
        found = self._series_behind(title_end) or self._series_behind(self.begin)
        wide = find_cited_series(self.text, title_end)
        if wide and self._free(wide.start, wide.end) and (found is None or says_more(wide, found)):
            found = wide
        if found is None or not self._free(found.start, found.end):
            return
        self.series = found
        if found.name:
            self._add("series", *trimmed(self.text, *found.name), level="s")
        self._number(found)

    def _number(self, found: FoundSeries) -> None:
        """Take the number with its volume, but for a year that stands apart (`2019. № 3`)."""
        volume = found.volume
        if volume and SIGN_WORD.search(self.text, *_between(found)):
            self._add("number", *found.number)
            if not YEAR.fullmatch(self.text, *volume):
                sign = VOLUME_SIGN.search(self.text, found.start, volume[0])
                self.taken.append((sign.start() if sign else volume[0], found.end))
            return
        places = [*found.number, *(volume or ())]
        end = max(places)
        self._add(
            "number",
            min(places),
            end + (self.text[end : end + 1] == ")" and "(" in self.text[min(places) : end]),
        )
        self.taken.append((found.start, found.end))

    def _series_behind(self, at: int) -> FoundSeries | None:
        found = find_series(self.text[at:], self.profile)
        return found.shifted(at) if found else None

    def _dates(self) -> None:
        cue = self.profile.accessed.search(self.text, self.begin)
        for date in find_dates(self.text, skipped=self.urls):
            if date.start < self.begin or not self._free(date.start, date.end):
                continue
            if cue and self.accessed is None and date.start >= cue.end() and date.start - cue.end() <= 12:
                self.accessed = date
                self.taken.append((cue.start(), cue.end()))
                self._add("accessed", date.start, date.end)
            elif self.date is None:
                self.date = date
                self._add("date", date.start, date.end)

    def _month_alone(self) -> None:
        """Take a piece that is but the name of a month; its year stands elsewhere."""
        for gap in gaps(self.begin, len(self.text), self.taken):
            for piece in PIECE.finditer(self.text, *gap):
                month = parse_date(f"{piece[0]} {LEAP_YEAR}")
                if month and month.month and month.day is None:
                    self.date = FoundDate(piece.start(), piece.end(), piece[0], None, month.month, None)
                    self._add("date", *piece.span())
                    return

    def _author_and_year(self) -> None:
        title = next((part for part in self.parts if part.name == "title"), None)
        begin = max((end for start, end in self.taken if start == self.begin), default=self.begin)
        end = min((start for start, _ in self.taken if start > begin), default=len(self.text))
        end = min(title.start, end) if title else end
        year = YEAR.search(self.text, begin, end)
        if year is None and title:
            year = next(
                (match for match in YEAR.finditer(self.text, title.end) if self._free(*match.span())), None
            )
        if year:
            self._add("year", *year.span())
        stop = year.start() if year and year.start() < end else end
        start, stop = trimmed(self.text, begin, stop, " \t.,;:(“\"«„‘'[")
        if stop - start <= 200:
            self._add("author", start, _with_initial(self.text, stop))

    def _publisher(self) -> None:
        author_end = next((part.end for part in self.parts if part.name == "author"), self.begin)
        free = [
            trimmed(self.text, *piece, AROUND)
            for gap in gaps(author_end, len(self.text), self.taken)
            for piece in self._pieces(*gap)
        ]
        named = [place for place in free if self._may_publish(*place)]
        if named:
            start, end = max(named, key=self._weight)
            if self.text[end : end + 1] == ")" and "(" in self.text[start:end]:
                end += 1
            self._add("publisher", start, end)

    def _pieces(self, start: int, end: int) -> list[Place]:
        """Cut a stretch at stops, and where a comma parts the kind of the piece from the house."""
        places, at = [], start
        for sign in STOP.finditer(self.text, start, end):
            before = self.text[at : sign.start()].strip(AROUND)
            if sign[0].startswith(",") and not (
                before in self.profile.kicker
                or self.text[sign.end() : end].strip(AROUND) in self.profile.kicker
            ):
                continue
            places.append((at, sign.start()))
            at = sign.end()
        return [*places, (at, end)]

    def _may_publish(self, start: int, end: int) -> bool:
        text = self.text[start:end]
        if end - start < 3 or FILLER.match(text) or BESIDE.fullmatch(text) or not any(map(str.isalpha, text)):
            return False
        return text not in self.profile.kicker

    def _weight(self, place: Place) -> tuple[int, int]:
        """Weigh what may be the publisher: a house, whatever place stands beside it, else the longest."""
        pieces = HOUSE_BREAK.split(self.text[slice(*place)])
        return max(map(house_name, pieces), default=0), place[1] - place[0]

    def fields(self) -> list[Part]:
        """Return the parts under the names of the model's fields."""
        found = []
        for part in self.parts:
            name, values = part.name, dict(part.values)
            if name in ("year", "date", "accessed"):
                values |= (
                    {"role": "accessed", "when": self.accessed.iso if self.accessed else None}
                    if name == "accessed"
                    else {}
                )
                name = "date"
            found.append(Part(part.start, part.end, name, values))
        return found


def _between(found: FoundSeries) -> Place:
    """Return what stands between volume and number."""
    first, second = sorted((found.volume or found.number, found.number))
    return first[1], second[0]


def _find_title(title: str, text: str, begin: int) -> Place | None:
    """Find a title word by word, whatever quotes and stops stand between the words."""
    words = WORD.findall(plain(title))
    tokens = list(WORD.finditer(plain(text), begin))
    written = [token[0] for token in tokens]
    if len(words) < 2 or words[0] not in written:
        return None
    for at, word in enumerate(written):
        if word == words[0] and written[at : at + len(words)] == words:
            return _with_quotes(title, text, tokens[at].start(), tokens[at + len(words) - 1].end(), begin)
    return None


def _with_quotes(title: str, text: str, start: int, end: int, begin: int) -> Place:
    """Take in the quotes and stops that belong to the title as its own line prints it."""
    if title[-1] in CLOSING and text[end : end + 1] in CLOSING:
        end += 1
    if title[0] in OPENING and start > begin and text[start - 1] in OPENING:
        start -= 1
    return start, end


def _with_initial(text: str, end: int) -> int:
    """Keep the stop of an initial at the end of a name."""
    is_initial = text[end : end + 1] == "." and INITIAL.search(text[max(end - 5, 0) : end]) is not None
    return end + 1 if is_initial else end
