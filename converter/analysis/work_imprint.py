"""How a cited work was brought out: place, publisher, volume, issue, pages."""

from __future__ import annotations

from converter.analysis.parts import gaps, trimmed
from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_patterns import (
    DIGIT,
    DOCUMENT_NUMBER,
    IMPRINT,
    ISSUE,
    LAW_WORD,
    LETTERS,
    NUMBER_WORD,
    PAGE,
    PAGE_BEHIND,
    PUBLISHER,
    TAIL,
    VOLUME,
    VOLUME_ISSUE,
)


def read_imprint(work: WorkDraft) -> None:
    """Take `(Place: Publisher, Year)` and the page behind it."""
    text = work.note.text
    if text.count(":", work.first, work.last) == text.count("://", work.first, work.last):
        return
    match = next(
        (
            match
            for match in IMPRINT.finditer(text, work.first, work.last)
            if work.is_free(*match.span()) or _holds_date(work, *match.span())
        ),
        None,
    )
    if match is None or not LETTERS.search(match["publisher"] or match["publisher2"]):
        return
    suffix = "" if match["year"] else "2"
    dated = work.date is not None and match.start() < work.date.start < match.end()
    for name in ("place", "publisher") if dated else ("place", "publisher", "year"):
        work.take(name, *match.span(f"{name}{suffix}"))
    work.understood.append(match.span())
    page = PAGE_BEHIND.match(text, match.end() - 1, work.last)
    if page:
        work.take("page", *page.span("page"))


def _holds_date(work: WorkDraft, start: int, end: int) -> bool:
    """See the month of `(Brussels: Forum, January 2016)` as part of the imprint; a day is of a visit."""
    date = work.date
    return date is not None and date.precision != "day" and start < date.start and date.end <= end


def by_kind(text: str, publisher: tuple[int, int], place: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """Tell publisher and place apart, where the words of one say so; else the publisher comes first."""
    if PUBLISHER.search(text, *place) and not PUBLISHER.search(text, *publisher):
        publisher, place = place, publisher
    return {"publisher": publisher, "place": place}


def imprint_behind(work: WorkDraft, title_end: int) -> bool:
    """Take `*Title*, Publisher, Place 1908`: an italic title without address is a book's."""
    year = work.pieces.get("year")
    if work.url or year is None or year.start < title_end:
        return False
    text = work.note.text
    start, end = trimmed(text, title_end, year.start, " \t.,;:")
    comma = text.rfind(", ", start, end)
    if comma < 0:
        return False
    for name, found in by_kind(text, (start, comma), (comma + 2, end)).items():
        work.take(name, *found)
    return True


def imprint_last(work: WorkDraft, start: int, cut: int, left: int, end: int) -> int:
    """Take `Title, Publisher, Place 2005` or `Title, Publisher, Place, 2005`; return where the title ends."""
    text = work.note.text
    before = text.rfind(", ", start, cut)
    year = work.pieces.get("year")
    beside_year = year is not None and text[end : year.start].strip() == ""
    with_place = beside_year or text.count(" ", left, end) == 0
    if with_place or (before > start + 8 and end - left <= 30):
        if before > start + 8 and work.date is None:
            for name, found in by_kind(text, (before + 2, cut), (left, end)).items():
                work.take(name, *found)
            return before
        work.take("place", left, end)
        return cut
    work.take("publisher", left, end)
    return cut


def first_number(work: WorkDraft, start: int, stop: int) -> int:
    """Return where the first page, volume or issue of a stretch stands, or its end."""
    text = work.note.text
    found = [stop]
    if "(" in text and (both := VOLUME_ISSUE.search(text, start, stop)):
        found.append(both.start())
    if NUMBER_WORD.search(text, start, stop):
        found += [
            match.start()
            for pattern in (PAGE, VOLUME, ISSUE)
            if (match := pattern.search(text, start, stop))
            and not LAW_WORD.search(text, max(start, match.start() - TAIL), match.start())
        ]
    return min(found)


def read_document_number(work: WorkDraft) -> None:
    """Take the number of a document: `A/RES/62/243`, `COM(2023) 690 final`."""
    text = work.note.text
    stop = work.pieces["url"].start if "url" in work.pieces else work.last
    if text.find("/", work.first, stop) < 0 and text.find("(", work.first, stop) < 0:
        return
    for match in DOCUMENT_NUMBER.finditer(text, work.first, stop):
        before = text[work.first : match.start()].rstrip()
        if work.is_free(*match.span()) and before.endswith((",", "(", ".")):
            work.take("number", *match.span())
            return


def read_numbers(work: WorkDraft) -> None:
    """Take volume, issue and page in the stretches that are not yet understood."""
    text = work.note.text
    for start, end in gaps(work.first, work.last, work.taken()):
        if end - start < 3 or not DIGIT.search(text, start, end):
            continue
        both = VOLUME_ISSUE.search(text, start, end) if "(" in text else None
        if both:
            for name in ("volume", "issue", "page"):
                if both[name]:
                    work.take(name, *both.span(name))
        elif NUMBER_WORD.search(text, start, end):
            _read_named_numbers(work, start, end)


def _read_named_numbers(work: WorkDraft, start: int, end: int) -> None:
    for name, pattern in (("volume", VOLUME), ("page", PAGE), ("issue", ISSUE)):
        match = pattern.search(work.note.text, start, end)
        if match and LAW_WORD.search(work.note.text, max(start, match.start() - TAIL), match.start()):
            continue
        if match and name not in work.pieces and work.is_free(*match.span()):
            work.take(name, *match.span(name))
            work.understood.append(match.span())
