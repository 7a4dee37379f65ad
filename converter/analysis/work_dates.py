"""When a cited work appeared or was visited: its dates by cue word and place, its year by form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.parts import gaps
from converter.analysis.quotes import Quote
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_patterns import APA, CHICAGO, LAST_YEAR, VOLUME_PAGES, YEAR
from converter.normalizers.dates import FoundDate, find_dates
from converter.normalizers.found_date import date_at
from converter.profiles import Cue, Profile

NEAR_CUE = 12
"""Characters between a cue word and its date."""

YEAR_FIRST = re.compile(
    r"""
    (?P<year> (?:1[5-9]|20)\d\d ) [a-z]? , \s
    (?P<day> [^\d,()]{3,12} \s \d{1,2} | \d{1,2} \.? \s [^\d,()]{3,12} | [^\d,()\s]{3,12} )
    """,
    re.VERBOSE,
)
"""``1998, May 3``, ``1998, 3 Mai``, ``1998, May``."""

CUE = "a cue word says so"


def read_dates(work: WorkDraft, quotes: Sequence[Quote], profile: Profile) -> None:
    """Take the date of the visit (by cue word or brackets behind the address) and the first other one."""
    note = work.note
    dates = _dates_of(work, profile)
    if not dates:
        return
    url = work.pieces.get("url")
    cue = _first_cue(profile.accessed, work)
    published = _first_cue(profile.published, work)
    for date in dates:
        if not work.is_free(date.start, date.end) or any(
            quote.start < date.start < quote.end for quote in quotes
        ):
            continue
        cued = cue is not None and _is_cued(note.text, cue, date)
        if work.accessed is None and (cued or _in_brackets_behind(note.text, url, date)):
            work.accessed = date
            if cue and cued:
                work.understood.append(cue.span())
        elif date.year and (work.date is None or _is_surer(work, date)):
            work.date = date
            if published and _is_cued(note.text, published, date):
                work.date_role, work.date_confidence = "published", 0.95
                work.date_reason = CUE


def is_cued_published(work: WorkDraft, date: FoundDate, profile: Profile) -> bool:
    """Tell whether a word such as `published on` leads to a date."""
    cue = _first_cue(profile.published, work)
    return cue is not None and _is_cued(work.note.text, cue, date)


def _dates_of(work: WorkDraft, profile: Profile) -> list[FoundDate]:
    found = work.note.dates_before(work.last, work.first)
    dates = [date for date in found if date.start >= work.first and date.valid]
    if profile.dates.order == "month-day":
        return [date.turned() if date.may_be_turned else date for date in dates]
    return dates


def _is_surer(work: WorkDraft, date: FoundDate) -> bool:
    """Prefer a date between commas to one in a phrase: `Letter dated 5 May 2020 from …, 7 May 2020`."""
    first = work.date
    return (
        first is not None
        and work.date_role is None
        and not is_set_apart(work, first)
        and is_set_apart(work, date)
        and date.end <= (work.pieces["url"].start if "url" in work.pieces else work.last)
    )


def is_set_apart(work: WorkDraft, date: FoundDate) -> bool:
    """Tell whether a date begins a part of its own."""
    before = work.note.text[work.first : date.start].rstrip()
    return not before or before[-1] in ",.;:([–-|/"


def _first_cue(cue: Cue, work: WorkDraft) -> re.Match[str] | None:
    note = work.note
    return cue.pattern.search(note.text, work.first, work.last) if cue.occurs(note.words) else None


def _is_cued(text: str, cue: re.Match[str], date: FoundDate) -> bool:
    """Tell whether a cue word stands right before (or in brackets behind) a date."""
    if 0 <= date.start - cue.end() <= NEAR_CUE:
        return True
    return 0 <= cue.start() - date.end <= 3 and text[date.end : cue.start()].strip(" (") == ""


def _in_brackets_behind(text: str, url: Piece | None, date: FoundDate) -> bool:
    """Know a date alone in brackets behind the address for that of the visit."""
    if url is None or date.start <= url.end:
        return False
    return text[date.start - 1] in "([" and text[date.end : date.end + 1] in (")", "]")


def read_date_behind_author(work: WorkDraft) -> None:
    """Take the day of `Family, G. (1998, May 3). Title`, whose year stands first."""
    title = work.pieces.get("title")
    form = APA.match(work.note.text, work.first, work.last) if title and not work.date else None
    if form is None or title is None or form.start("title") != title.start:
        return
    start, end = form.span("date")
    match = YEAR_FIRST.fullmatch(work.note.text, start, end)
    if match is None:
        return
    year, words = match["year"], match["day"].rstrip(".")
    for written in (f"{words}, {year}", f"{words} {year}"):
        for date in find_dates(written):
            if date.valid and date.year and date.month:
                fields = (date.year, date.month, date.day)
                work.date = date_at(work.note.text, start, end, fields)
                work.date_role, work.date_confidence = "published", 0.95
                work.date_reason = "it stands in brackets behind the author"
                work.pieces.pop("year", None)
                return


def read_year_at_end(work: WorkDraft) -> None:
    """Take the year behind a comma, with the place or alone, where there is no day and no imprint."""
    if _read_journal_numbers(work) or work.date or "year" in work.pieces:
        return
    text = work.note.text
    years = [
        match
        for match in LAST_YEAR.finditer(text, work.first, work.last)
        if work.is_free(*match.span("year"))
    ]
    if years:
        work.take("year", *years[-1].span("year"))


def _read_journal_numbers(work: WorkDraft) -> bool:
    """Take `12, no. 3 (May 1998): 45-67` whole, and `14, 152-155` behind a journal; tell if it had a year."""
    text = work.note.text
    chicago = CHICAGO.search(text, work.first, work.last) if "(" in text else None
    if chicago:
        for name in ("volume", "issue", "page") if work.date else ("volume", "issue", "year", "page"):
            if chicago[name]:
                work.take(name, *chicago.span(name))
        work.understood.append(chicago.span())
        return True
    pages = VOLUME_PAGES.search(text, max(work.first - 2, 0), work.last)
    if pages and work.is_free(pages.start("volume"), pages.end()):
        work.take("volume", *pages.span("volume"))
        work.take("page", *pages.span("page"))
    return False


def read_bare_year(work: WorkDraft) -> None:
    """Take the first year in what is not understood, where no date was found."""
    if work.date or "year" in work.pieces:
        return
    for start, end in gaps(work.first, work.last, work.taken()):
        year = YEAR.search(work.note.text, start, end)
        if year:
            work.take("year", *year.span())
            return
