"""What one stretch of a note says of the work it cites: author, title, container, imprint, dates, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.analysis.flow import Flow
from converter.analysis.parts import gaps, trimmed
from converter.analysis.quotes import Quote, find_quotes
from converter.normalizers.dates import FoundDate, find_dates
from converter.normalizers.names import is_corporate, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import clean_url, doi_of, find_urls, host_of
from converter.profiles import Profile

YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d(?![\d/-])")
PAGE = re.compile(
    r"(?<!\w)(?:pp?|ss?|sayfa|S|Seite|с|стр|səh|syf|pages?)\.?\s?(?P<page>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:(?:,|\s(?:and|ve|и|und|et))\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)*)(?!\d|\.\d)"
)
VOLUME = re.compile(r"(?<!\w)(?:vol(?:ume)?|cilt|c|bd|band|t|том|cild)\.?\s?:?\s?(?P<volume>\d{1,4}|[IVXLC]{1,6}\b)", re.IGNORECASE)
ISSUE = re.compile(r"(?<!\w)(?:no|nr|n°|nº|issue|sayı|heft|№|num|iss)\.?\s?:?\s?(?P<issue>\d{1,4}(?:\s?[-–/]\s?\d{1,4})?)(?!\d)", re.IGNORECASE)
VOLUME_ISSUE = re.compile(r"(?<![\d.])(?<!\bs\.\s)(?<!\bart\.\s)(?<!\bmd\.\s)(?P<volume>\d{1,3})\s?\((?P<issue>\d{1,3}(?:[-–]\d{1,3})?)\)(?:\s?[,:]\s?(?P<page>\d{1,4}\s?[-–]\s?\d{1,4}))?")
IMPRINT = re.compile(
    r"\(\s*(?P<place>[^():,;]{2,40})\s*:\s*(?P<publisher>[^():;]{2,90}?)\s*,?\s*(?P<year>(?:1[5-9]|20)\d\d)\s*\)"
    r"|(?<=[,.]\s)(?P<place2>[A-ZÇĞİÖŞÜ][^():,;.]{1,40}):\s*(?P<publisher2>[^():;,]{2,90}),\s*(?P<year2>(?:1[5-9]|20)\d\d)"
)
APA = re.compile(r"(?P<author>[^()“\"«]{3,160}?)\s*\((?P<date>[^()]{0,20}(?:1[5-9]|20)\d\d[^()]{0,16})\)\s*[.,:]?\s+(?P<title>[^“\"«\s][^.?!]{6,}[?!]?)(?:\.|(?<=[?!]))\s")
OUTLET = re.compile(
    r"""
    (?<!\w)(?:news|times|post|daily|journal|review|agency|ajansı|gazetesi|haber|haberler|herald|tribune|press|radio|radyo|tv|television|magazine|dergisi|dergi|
    ministry|bakanlığı|reuters|bloomberg|bbc|cnn|tass|interfax|anadolu|hürriyet|milliyet|cumhuriyet|sabah|euronews|guardian|independent|economist|monitor|observer|
    telegraph|chronicle|gazette|kommersant|коммерсант|известия|риа|тасс|интерфакс|zeitung|spiegel|zeit|monde|figaro|wikipedia|encyclopedia|blog|institute|enstitüsü|
    center|centre|merkezi|foundation|vakfı|government|parliament|nations|council|committee|union|nato|portal|agentliyi|nazirliyi|azertac|trend|apa|report)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
IN = re.compile(r"[\s,.;:]*(?:in|içinde|в|dans|en)\s*:?\s+", re.IGNORECASE)
EDITED = re.compile(
    r"""
    ,?\s*(?: \b(?:eds?\.|edited\s+by|der\.|haz\.|hrsg\.|hg\.|dir\.|ред\.)\s*(?P<name>[^\W\d_][^,;()]{3,60})   # Book, ed. Given Family
    | \(\s*(?:eds?|der|haz|hrsg|hg|dir|ред)\.?\s*\) )                                                          # Given Family (ed.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
CHICAGO = re.compile(
    r"(?:(?:vol(?:ume)?|cilt|c|bd|t|том)\.?\s*)?(?P<volume>\d{1,3}),?\s*(?:no|nr|sayı|heft|№|n°)\.?\s*(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\s*\([^()]{0,20}?(?P<year>(?:1[5-9]|20)\d\d)\)"
    r"(?:\s*:\s*(?P<page>\d{1,4}(?:\s?[-–]\s?\d{1,4})?))?",
    re.IGNORECASE,
)
PAGE_BEHIND = re.compile(r"\)\s*[,:]\s*(?P<page>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:(?:,|\s(?:and|ve|и|und|et))\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)*)\s*(?=[.;,]|$)")
SHORT_FORM = re.compile(r"[”\"’»],?\s*(?:pp?\.|ss?\.)?\s*\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s*[.;]?\s*$")
LAST_YEAR = re.compile(r"(?:[,(]\s*|,\s[^\W\d_]+\s)(?P<year>(?:1[5-9]|20)\d\d)(?=\s*(?:[,.;)]|$))")
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[^\W\d_]{2}")
LOWER_START = re.compile(r"(?:,|\b(?:in|of|by|von|dans))\s+(?=[^\W\d_a-z])")
ARTICLE = re.compile(r"(?:a|an|the|der|die|das|le|la|les|bir|el|los|las|un|une)\s", re.IGNORECASE)
TRAILING_VOLUME = re.compile(r",?\s+(?P<volume>\d{1,3})$")
NAME_AFTER = re.compile(r"(?:,|\b(?:in|by|of|see|bkz\.|von|dans|par))\s+(?=[^\W\d_a-z])")
SEPARATOR = re.compile(r"\s+[-–—|]\s+")


class Piece(NamedTuple):
    """A recognised part: where, and how sure."""

    start: int
    end: int


@dataclass(slots=True)
class WorkDraft:
    """A cited work as read from one note."""

    note: int
    flow: Flow
    start: int
    end: int
    pieces: dict[str, Piece] = field(default_factory=dict)
    authors: list[Piece] = field(default_factory=list)
    editors: list[Piece] = field(default_factory=list)
    author_confidence: float = 0.9
    date: FoundDate | None = None
    date_role: str | None = None
    date_confidence: float = 0.0
    date_reason: str = ""
    accessed: FoundDate | None = None
    url: str | None = None
    removed: tuple[str, ...] = ()
    url_date: FoundDate | None = None
    doi: str | None = None
    type: str = "document"
    title_confidence: float = 0.9
    years: list[tuple[int, int]] = field(default_factory=list)
    """Other stretches that belong to the citation (a cue word, a second address)."""

    def text(self, name: str) -> str | None:
        """Return a part as printed."""
        piece = self.pieces.get(name)
        return self.flow.text[piece.start : piece.end] if piece else None

    def taken(self) -> list[tuple[int, int]]:
        """Return the stretches that are understood."""
        found = [(piece.start, piece.end) for piece in (*self.pieces.values(), *self.authors, *self.editors)]
        found += [(date.start, date.end) for date in (self.date, self.accessed) if date]
        return sorted(found + self.years)


def has_evidence(text: str) -> bool:
    """Tell whether a stretch can be the citation of a work at all: an address, a quoted title with a year, an imprint."""
    if "://" in text or "www." in text or doi_of(text):
        return True
    if any(LETTERS.search(match["publisher"] or match["publisher2"]) for match in IMPRINT.finditer(text)):
        return True
    if YEAR.search(text) is None:
        return SHORT_FORM.search(text) is not None
    return bool(find_quotes(text)) or PAGE.search(text) is not None or text.count(",") >= 3 or _is_dated_title(text)


def _is_dated_title(text: str) -> bool:
    """`Declaration on the Waters of the Delta, 2 June 1961`: words of a name, a comma, a date."""
    date = next((date for date in find_dates(text) if date.year and date.precision == "day"), None)
    if date is None or not text[: date.start].rstrip().endswith(","):
        return False
    words = [word for word in text[: date.start].split() if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def read_work(flow: Flow, note: int, start: int, end: int, profile: Profile) -> WorkDraft | None:
    """Read the citation in a stretch of a note; ``None`` when nothing in it is the title of a work."""
    reader = _Reader(WorkDraft(note, flow, start, end), profile)
    return reader.read()


class _Reader:
    """Reads one citation, the surest parts first."""

    def __init__(self, work: WorkDraft, profile: Profile) -> None:
        self.work = work
        self.text = work.flow.text
        self.profile = profile
        self.start, self.end = work.start, work.end
        self.has_bracket = "(" in self.text

    def read(self) -> WorkDraft | None:
        self._address()
        quotes = [quote for quote in find_quotes(self.text[: self.end]) if quote.start >= self.start and self._free(quote.start, quote.end)]
        self._dates(quotes)
        quotes = [quote for quote in quotes if self._is_title(quote)]
        self._imprint()
        self._year_at_end()
        if quotes:
            self._quoted(quotes)
        elif not (self._italic() or self._apa()):
            self._unquoted()
        self._numbers()
        self._bare_year()
        if "title" not in self.work.pieces and self.work.url is None:
            return None
        self.work.type = self._type(bool(quotes))
        self._borders()
        return self.work

    def _free(self, start: int, end: int) -> bool:
        return not any(start < stop and begin < end for begin, stop in self.work.taken())

    def _take(self, name: str, start: int, end: int) -> None:
        if end > start:
            self.work.pieces[name] = Piece(start, end)

    def _address(self) -> None:
        for start, end in find_urls(self.text[: self.end]):
            if start < self.start:
                continue
            if "url" in self.work.pieces:
                self.work.years.append((start, end))
                continue
            self._take("url", start, end)
            self.work.url, self.work.removed = clean_url(self.text[start:end])
        if "url" not in self.work.pieces:
            self._linked_address()
        self.work.doi = doi_of(self.text[self.start : self.end])

    def _linked_address(self) -> None:
        """A linked phrase of the citation leads to the work, though its address is not printed."""
        flow = self.work.flow
        for at, run in enumerate(flow.runs):
            if run.target and run.target.startswith("http") and self.start <= flow.starts[at] < self.end:
                self.work.url, self.work.removed = clean_url(run.target)
                return

    def _dates(self, quotes: list[Quote]) -> None:
        stretch = self.text[: self.end]
        url = self.work.pieces.get("url")
        cue = self.profile.accessed.search(stretch, self.start)
        published = self.profile.published.search(stretch, self.start)
        for date in find_dates(stretch):
            if date.start < self.start or not self._free(date.start, date.end) or not date.valid:
                continue
            if any(quote.start < date.start < quote.end for quote in quotes):
                continue
            if self.work.accessed is None and (self._cued(cue, date) or self._in_brackets_behind(url, date)):
                self.work.accessed = date
                if cue and self._cued(cue, date):
                    self.work.years.append(cue.span())
            elif self.work.date is None and date.year:
                self.work.date = date
                if self._cued(published, date):
                    self.work.date_role, self.work.date_confidence = "published", 0.95
                    self.work.date_reason = "a cue word says so"

    def _cued(self, cue: re.Match[str] | None, date: FoundDate) -> bool:
        """Tell whether a cue word stands right before (or in brackets behind) a date."""
        return cue is not None and (0 <= date.start - cue.end() <= 12 or 0 <= cue.start() - date.end <= 3 and self.text[date.end : cue.start()].strip(" (") == "")

    def _in_brackets_behind(self, url: Piece | None, date: FoundDate) -> bool:
        """A date alone in brackets behind the address is that of the visit."""
        return url is not None and date.start > url.end and self.text[date.start - 1] in "([" and self.text[date.end : date.end + 1] in (")", "]")

    def _imprint(self) -> None:
        match = next((match for match in IMPRINT.finditer(self.text, self.start, self.end) if self._free(*match.span())), None)
        if match is None or not LETTERS.search(match["publisher"] or match["publisher2"]):
            return
        suffix = "" if match["year"] else "2"
        self._take("place", *match.span(f"place{suffix}"))
        self._take("publisher", *match.span(f"publisher{suffix}"))
        self._take("year", *match.span(f"year{suffix}"))
        self.work.years.append(match.span())
        page = PAGE_BEHIND.match(self.text, match.end() - 1, self.end)
        if page:
            self._take("page", *page.span("page"))

    def _is_title(self, quote: Quote) -> bool:
        """A quote is a title by itself, not the beginning or a word of one, and not what a source says behind a colon."""
        behind = self.text[quote.end : self.end].lstrip()[:1]
        if behind.islower() and self.text[quote.end : quote.end + 1] == " " and not IN.match(self.text, quote.end):
            return self.text[quote.inner_end - 1] in ".,?!"
        before = self.text[self.start : quote.start].rstrip()
        if not before:
            return behind != ":"
        if before[-1] == ":" and self.work.date is not None and self.work.date.start < quote.start:
            return False
        return before[-1] in ",.:;()-–—" or looks_like_name(before) >= 0.5 or is_corporate(before) or behind in (",", "(")

    def _year_at_end(self) -> None:
        """A citation without a day and an imprint has its year behind a comma, with the place or alone."""
        if self.work.date or "year" in self.work.pieces:
            return
        chicago = CHICAGO.search(self.text, self.start, self.end) if self.has_bracket else None
        if chicago:
            for name in ("volume", "issue", "year", "page"):
                if chicago[name]:
                    self._take(name, *chicago.span(name))
            self.work.years.append(chicago.span())
            return
        years = [match for match in LAST_YEAR.finditer(self.text, self.start, self.end) if self._free(*match.span("year"))]
        if years:
            self._take("year", *years[-1].span("year"))

    def _quoted(self, quotes: list[Quote]) -> None:
        title = max(quotes, key=lambda quote: (quote.end - quote.start > 12, -quote.start))
        start, end = trimmed(self.text, title.inner_start, title.inner_end, " .,;")
        self._take("title", start, end)
        self.work.years.append((title.start, title.end))
        self._before_title(title.start)
        self._behind_title(title.end)

    def _italic(self) -> bool:
        """An italic stretch without quotes is the title."""
        flow = self.work.flow
        for at, run in enumerate(flow.runs):
            start = flow.starts[at]
            end = flow.starts[at + 1] if at + 1 < len(flow.starts) else len(self.text)
            if "italic" in run.marks and start >= self.start and end <= self.end and end - start > 8 and self._free(start, end):
                self._take("title", *trimmed(self.text, start, end, " .,;"))
                self._before_title(start)
                if not self._imprint_behind(end):
                    self._behind_title(end)
                return True
        return False

    def _imprint_behind(self, title_end: int) -> bool:
        """`*Title*, Publisher, Place 1908`: an italic title without address is a book's."""
        year = self.work.pieces.get("year")
        if self.work.url or year is None or year.start < title_end:
            return False
        start, end = trimmed(self.text, title_end, year.start, " \t.,;:")
        comma = self.text.rfind(", ", start, end)
        if comma < 0:
            return False
        self._take("publisher", start, comma)
        self._take("place", comma + 2, end)
        return True

    def _apa(self) -> bool:
        match = APA.match(self.text, self.start, self.end)
        if match is None or not looks_like_name(match["author"].split(",")[0] + " X") or len(match["title"]) < 8:
            return False
        self._authors(*match.span("author"))
        self._take("title", *match.span("title"))
        self._behind_title(match.end())
        return True

    def _before_title(self, title_start: int) -> None:
        start, end = trimmed(self.text, self.start, title_start, " \t.,;:(-–")
        if start >= end or not self._free(start, end):
            return
        if OUTLET.search(self.text, start, end) and self._is_outlet(start, end) and not looks_like_name(self.text[start:end]) > 0.8:
            self._take("container", start, end)
        elif end - start <= 160:
            start = self._name_start(start, end)
            if not self.text[start].islower() or looks_like_name(self.text[start:end]) >= 0.6:
                self._authors(start, end)

    def _name_start(self, start: int, end: int) -> int:
        """Skip prose before the author: `The letter was printed in Given Family, “Title”`."""
        if not self.text[start].islower() and (looks_like_name(self.text[start:end]) >= 0.5 or self.text.count(" ", start, end) <= 4):
            return start
        for match in reversed(list(NAME_AFTER.finditer(self.text, start, end))):
            rest = self.text[match.end() : end]
            if looks_like_name(rest) >= 0.6 or is_corporate(rest):
                return match.end()
        return start

    def _authors(self, start: int, end: int) -> None:
        start, end = trimmed(self.text, start, end, " \t,;:")
        edited = EDITED.search(self.text, start, end)
        if edited and edited["name"] is None:
            self.work.years.append(edited.span())
            end = edited.start()
        into = self.work.editors if edited else self.work.authors
        for left, right in split_names(self.text[start:end]):
            into.append(Piece(start + left, start + right))

    def _behind_title(self, title_end: int) -> None:
        """What stands between the title and the next known part is where the work appeared."""
        stop = min((begin for begin, _ in self.work.taken() if begin > title_end), default=self.end)
        stop = min([stop, *(match.start() for pattern in (PAGE, VOLUME, ISSUE, VOLUME_ISSUE) if (match := pattern.search(self.text, title_end, stop)))])
        match = IN.match(self.text, title_end, stop)
        start, end = trimmed(self.text, match.end() if match else title_end, stop, " \t.,;:()-–[]")
        year = YEAR.search(self.text, start, end)
        if year and "year" not in self.work.pieces:
            self._take("year", *year.span())
            start, end = trimmed(self.text, start, year.start(), " \t.,;:()-–[]")
        edited = EDITED.search(self.text, start, end)
        if edited and edited["name"]:
            self.work.editors.append(Piece(*edited.span("name")))
            start, end = trimmed(self.text, start, edited.start(), " \t.,;:")
        volume = TRAILING_VOLUME.search(self.text, start, end)
        if volume and "volume" not in self.work.pieces and volume.end() == end:
            self._take("volume", *volume.span("volume"))
            end = volume.start()
        if 2 <= end - start <= 120 and not self.profile.accessed.pattern.fullmatch(self.text[start:end]) and "container" not in self.work.pieces:
            self._take("container", start, end)

    def _unquoted(self) -> None:
        """Without quotes the head of the citation holds the title, perhaps an author before and an outlet behind it."""
        known = [begin for begin, _ in self.work.taken() if begin > self.start]
        stop = min(known, default=self.end)
        if DIGIT.search(self.text, self.start, stop):
            numbers = [match.start() for pattern in (PAGE, VOLUME, VOLUME_ISSUE, ISSUE) if (match := pattern.search(self.text, self.start, stop))]
            stop = min([stop, *numbers])
        start, end = trimmed(self.text, self.start, stop, " \t.,;:(<-–")
        if self.text[start : start + 1].islower() and (cue := LOWER_START.search(self.text, start, end)):
            start = cue.end()
        start = self._author_first(start, end)
        end = self._outlet_last(start, end)
        if end - start >= 3 and any(character.isalpha() for character in self.text[start:end]):
            self._take("title", start, end)
            self.work.title_confidence = 0.8
        if "url" in self.work.pieces and self.work.pieces["url"].start == self.start:
            self._behind_address()

    def _behind_address(self) -> None:
        """An address that comes first: the title may stand behind it."""
        start, end = trimmed(self.text, self.work.pieces["url"].end, self.end, " \t.,;:()-–")
        if "title" not in self.work.pieces and end - start > 8 and self._free(start, end):
            self._take("title", start, end)
            self.work.title_confidence = 0.5

    def _author_first(self, start: int, end: int) -> int:
        comma = self.text.find(", ", start, end)
        if comma < 0:
            return start
        if self.text.count(" ", start, comma) > 4 or self.text[start].islower():
            start = self._name_start(start, comma)
        head = self.text[start:comma]
        if self._is_author(head, comma, end):
            if self.work.url and "year" not in self.work.pieces and self.text.find(", ", comma + 2, end) < 0 and self._is_outlet(comma + 2, end):
                return start  # `Title Words, Outlet`: two capitalised words are a title as well
            self._authors(start, comma)
            self.work.author_confidence = 0.6 if self.work.url else 0.8
            return comma + 2
        second = self.text.find(", ", comma + 2, end)
        inverted = self.text[start:second] if second > 0 else ""
        if inverted and " " not in head and re.fullmatch(r"[^\W\d_]+, (?:[^\W\d_]\.\s?){1,3}", inverted):
            self._authors(start, second)
            return second + 2
        return start

    def _is_author(self, head: str, comma: int, end: int) -> bool:
        """Tell whether what stands before the first comma is who wrote it."""
        name = EDITED.sub("", head)
        if " " not in name or ARTICLE.match(name) or end - comma <= 8:
            return False
        if is_corporate(name):
            return name.count(" ") <= 5
        return name.count(" ") <= 4 and looks_like_name(name) >= 0.6 and not OUTLET.search(name)

    def _outlet_last(self, start: int, end: int) -> int:
        comma = self.text.rfind(", ", start, end)
        separators = list(SEPARATOR.finditer(self.text, start, end))
        cut = max([comma, *(match.start() for match in separators[-1:])])
        if cut <= start + 8:
            return end
        left = cut + 2 if cut == comma else separators[-1].end()
        if self._is_outlet(left, end):
            self._take("container", left, end)
            return cut
        if self.work.url is None and "publisher" not in self.work.pieces and cut == comma:
            if not LETTERS.search(self.text, left, end):
                return cut
            return self._imprint_last(start, cut, left, end)
        return end

    def _imprint_last(self, start: int, cut: int, left: int, end: int) -> int:
        """`Title, Publisher, Place 2005` or `Title, Publisher, Place, 2005`; return where the title ends."""
        before = self.text.rfind(", ", start, cut)
        year = self.work.pieces.get("year")
        with_place = year is not None and self.text[end : year.start].strip() == "" or self.text.count(" ", left, end) == 0
        if with_place or before > start + 8 and end - left <= 30:
            self._take("place", left, end)
            if before > start + 8 and self.work.date is None:
                self._take("publisher", before + 2, cut)
                return before
            return cut
        self._take("publisher", left, end)
        return cut

    def _is_outlet(self, start: int, end: int) -> bool:
        """Tell whether a stretch names the site or outlet: by the address, by its words, or by its shape."""
        text = self.text[start:end].strip()
        if not text or len(text) > 70 or not (text[0].isupper() or text[0].isdigit()):
            return "." in text and self.work.url is not None and text.casefold() in self.work.url.casefold()
        words = text.split()
        if self.work.url:
            host = title_key(host_of(self.work.url)).replace(" ", "")
            key = title_key(text).replace(" ", "")
            if len(key) >= 3 and (key in host or len(host) > 6 and host.replace("www", "") in key):
                return True
        return len(words) <= 5 and OUTLET.search(text) is not None and all(word[:1].isupper() or len(word) <= 3 for word in words)

    def _numbers(self) -> None:
        """Volume, issue and page, in the stretches that are not yet understood."""
        for start, end in gaps(self.start, self.end, self.work.taken()):
            if end - start < 3 or not DIGIT.search(self.text, start, end):
                continue
            both = VOLUME_ISSUE.search(self.text, start, end) if self.has_bracket else None
            if both:
                for name in ("volume", "issue", "page"):
                    if both[name]:
                        self._take(name, *both.span(name))
                continue
            for name, pattern in (("volume", VOLUME), ("page", PAGE), ("issue", ISSUE)):
                match = pattern.search(self.text, start, end)
                if match and name not in self.work.pieces and self._free(*match.span()):
                    self._take(name, *match.span(name))
                    self.work.years.append(match.span())

    def _bare_year(self) -> None:
        if self.work.date or "year" in self.work.pieces:
            return
        for start, end in gaps(self.start, self.end, self.work.taken()):
            year = YEAR.search(self.text, start, end)
            if year:
                self._take("year", *year.span())
                return

    def _type(self, quoted: bool) -> str:
        pieces = self.work.pieces
        if "publisher" in pieces and "place" in pieces:
            return "chapter" if quoted and "container" in pieces else "book"
        if "volume" in pieces or "issue" in pieces and "container" in pieces:
            return "article-journal"
        if self.work.url:
            return "webpage"
        if "publisher" in pieces and not quoted:
            return "book"
        if quoted and "container" in pieces:
            return "article-newspaper" if self.work.date and self.work.date.day else "article-journal" if "page" in pieces else "article"
        return "document"

    def _borders(self) -> None:
        """Draw the citation in to its first and last understood parts, with the brackets and stops that belong to it."""
        taken = self.work.taken()
        self.work.start = min(begin for begin, _ in taken)
        end = max(stop for _, stop in taken)
        while end < self.end and self.text[end] in ")]>”\"»" and self._opens_inside(self.text[end], end):
            end += 1
        self.work.end = end

    def _opens_inside(self, sign: str, end: int) -> bool:
        opening = {")": "(", "]": "[", ">": "<", "”": "“", '"': '"', "»": "«"}[sign]
        inside = self.text[self.work.start : end]
        return inside.count(opening) > inside.count(sign) or opening == sign and inside.count(sign) % 2 == 1
