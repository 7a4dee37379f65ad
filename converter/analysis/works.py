"""What one stretch of a note says of the work it cites: the steps in their order, the surest parts first."""

from __future__ import annotations

from converter.analysis.note_text import NoteText
from converter.analysis.work_address import read_address
from converter.analysis.work_dates import (
    read_bare_year,
    read_date_behind_author,
    read_dates,
    read_year_at_end,
)
from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_imprint import read_document_number, read_imprint, read_numbers
from converter.analysis.work_title import is_newspaper, is_title, read_title
from converter.profiles import Profile

LONGEST_TITLE = 220
MOST_TITLE_WORDS = 14
OPENING = {")": "(", "]": "[", ">": "<", "”": "“", '"': '"', "»": "«"}


def read_work(note: NoteText, start: int, end: int, profile: Profile) -> WorkDraft | None:
    """Read the citation in a stretch of a note; ``None`` when nothing in it is the title of a work."""
    work = WorkDraft(note, start, end, start, end)
    read_address(work)
    quotes = [
        quote
        for quote in note.quotes_before(end, start)
        if quote.start >= start and work.is_free(quote.start, quote.end)
    ]
    read_dates(work, quotes, profile)
    quotes = [quote for quote in quotes if is_title(work, quote)]
    read_imprint(work)
    read_document_number(work)
    read_year_at_end(work)
    read_title(work, quotes, profile)
    read_date_behind_author(work)
    read_numbers(work)
    read_bare_year(work)
    work.quoted = bool(quotes)
    if work.url is None and not _is_work(work):
        return None
    work.type = type_of(work, quoted=bool(quotes))
    draw_borders(work)
    return work


def _is_work(work: WorkDraft) -> bool:
    """Tell whether what was read is a work: it has a title that is no prose, or is a day's newspaper."""
    if "title" not in work.pieces:
        return is_newspaper(work)
    return work.quoted or not _is_prose(work)


def _is_prose(work: WorkDraft) -> bool:
    """Tell whether what would be the title is running text: too long, or more than a sentence."""
    title = work.text("title") or ""
    return len(title) > LONGEST_TITLE or (". " in title and title.count(" ") > MOST_TITLE_WORDS)


def type_of(work: WorkDraft, *, quoted: bool) -> str:
    """Return the type of the work in the words of CSL, by which parts it has."""
    pieces = work.pieces
    if is_newspaper(work):
        return "article-newspaper"
    if "publisher" in pieces and "place" in pieces:
        return "chapter" if quoted and "container" in pieces else "book"
    if "volume" in pieces or ("issue" in pieces and "container" in pieces):
        return "article-journal"
    if work.url:
        return "webpage"
    if "publisher" in pieces and not quoted:
        return "book"
    return _article_type(work) if quoted and "container" in pieces else "document"


def _article_type(work: WorkDraft) -> str:
    if work.date and work.date.day:
        return "article-newspaper"
    return "article-journal" if "page" in work.pieces else "article"


def draw_borders(work: WorkDraft) -> None:
    """Draw the citation in to its first and last understood parts, with the brackets that belong to it."""
    text = work.note.text
    taken = list(work.taken())
    work.start = min(begin for begin, _ in taken) if taken else work.first
    end = max((stop for _, stop in taken), default=work.last)
    while end < work.last and text[end] in OPENING and _opens_inside(text[work.start : end], text[end]):
        end += 1
    work.end = end


def _opens_inside(inside: str, sign: str) -> bool:
    opening = OPENING[sign]
    if opening == sign:
        return inside.count(sign) % 2 == 1
    return inside.count(opening) > inside.count(sign)
