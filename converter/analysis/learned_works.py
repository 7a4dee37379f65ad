"""What no rule of notes knows, read by the model of lists of references: whole citations, and parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.leftovers import left_over, looks_cited
from converter.analysis.note_text import NoteText
from converter.analysis.parts import gaps, trimmed
from converter.analysis.work_address import read_address
from converter.analysis.work_dates import read_dates
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_patterns import YEAR
from converter.analysis.works import draw_borders, type_of
from converter.normalizers.names import split_names
from converter.normalizers.spaces import word_set
from converter.profiles import Profile
from converter.references.people import read_people
from converter.references.reading import CLEAN, UNSURE, read_reference
from converter.references.record import PartSpan

PIECES = frozenset({"title", "container", "publisher", "place", "volume", "issue", "page", "number"})
"""Parts that the model and the notes call by one name."""

PEOPLE = ("author", "editor")
COMPLETED = PIECES - {"title", "volume"}
"""Parts that are added to what rules have read."""

CLEAR = 2 * UNSURE
"""How sure the model must be of a part that completes what rules have read."""

PAGES = re.compile(r"(?P<before>[^\W\d]*)\W*(?P<pages>\d+(?:\s?[-–—]\s?\d+)?|[ivxl]+)", re.IGNORECASE)
PAGE_WORDS = word_set("p pp s ss с сс стр c б бет səh səhifə blz σ σσ str ص էջ") | {""}
CITED_AGAIN = re.compile(
    r"\b(?:ibid|ebd|ivi|idem|op\.?\s?cit|a\.\s?g\.\s?[a-z]\.|там же|указ\.|art\. cit)", re.IGNORECASE
)
"""A work cited before; which one, the notes before say and no model."""

SURE, DOUBTFUL = 0.75, 0.5
"""Confidence in a part that the model gives a clear margin, and in one that it does not."""


def read_learned_work(note: NoteText, start: int, end: int, profile: Profile) -> WorkDraft | None:
    """Read a stretch of a note that looks like a citation; ``None`` if the model finds no title and no time.

    What is found is less sure than what a rule finds: the whole citation is a finding.
    """
    start, end = trimmed(note.text, start, end)
    stretch = note.text[start:end]
    if not looks_cited(stretch) or CITED_AGAIN.search(stretch):
        return None
    read, _ = read_reference(stretch, start)
    names = {part.name for part in read.parts}
    if not read.understood or not {"title"} < names or not names & {"date", "url", "container"}:
        return None
    work = WorkDraft(note, start, end, start, end, type=read.work.type, learned=True)
    read_address(work)
    for part in read.parts:
        _take(work, part)
    read_dates(work, (), profile)
    _take_dates(work, read.parts)
    draw_borders(work)
    return work


def complete(work: WorkDraft) -> None:
    """Add the parts that rules have left unread, if the model sees the same title in the same place.

    A part is added only where it is missing, where nothing is understood yet, and with a clear margin.
    """
    text = work.note.text
    if not any(any(left_over(text[start:end])) for start, end in gaps(work.first, work.last, work.taken())):
        return
    read, _ = read_reference(text[work.first : work.last], work.first)
    title = work.pieces.get("title")
    if not title or not any(_is_same_title(part, title) for part in read.parts):
        return
    before = len(work.pieces)
    for part in read.parts:
        if part.name in COMPLETED and part.name not in work.pieces and part.confidence >= CLEAR:
            _take(work, part)
    _take_dates(work, [part for part in read.parts if part.name == "accessed"])
    if len(work.pieces) > before and work.type != "article-newspaper":
        work.type = type_of(work, quoted=work.quoted)
    draw_borders(work)


def _is_same_title(part: PartSpan, title: Piece) -> bool:
    return part.name == "title" and part.span.start < title.end and title.start < part.span.end


def _take(work: WorkDraft, part: PartSpan) -> None:
    start, end = part.span.start, part.span.end
    if not work.is_free(start, end):
        return
    confidence = SURE if part.confidence >= UNSURE else DOUBTFUL
    if part.name in PIECES:
        work.take(part.name, *_value(work.note.text, part))
        if part.name == "title":
            work.title_confidence = confidence
    elif part.name in PEOPLE:
        pieces = _people(work.note.text, start, end)
        if part.name == "author":
            work.authors += pieces
            work.author_confidence = min(confidence, work.author_confidence)
        else:
            work.editors += pieces
    elif part.name not in ("date", "accessed", "url", "doi"):
        work.understood.append((start, end))


def _value(text: str, part: PartSpan) -> tuple[int, int]:
    """Return the place of a part without the words that only lead to it (``S.``, ``vol.``)."""
    start, end = part.span.start, part.span.end
    if part.name == "page":
        pages = PAGES.fullmatch(text, start, end)
        return pages.span("pages") if pages and pages["before"].casefold() in PAGE_WORDS else (start, start)
    value = CLEAN[part.name](text[start:end])
    at = text.find(value, start, end)
    return (at, at + len(value)) if value and at >= 0 else (start, end)


def _people(text: str, start: int, end: int) -> list[Piece]:
    """Return the places of persons; what cannot be parted as the model's reader parts it stays whole."""
    start, end = trimmed(text, start, end, " \t,;:")
    parted = [Piece(start + left, start + right) for left, right in split_names(text[start:end])]
    return parted if len(parted) == len(read_people(text[start:end])) > 1 else [Piece(start, end)]


def _take_dates(work: WorkDraft, parts: Sequence[PartSpan]) -> None:
    """Take a visit or a year that only the model knows."""
    for part in parts:
        start, end = part.span.start, part.span.end
        if part.name == "accessed" and work.accessed is None:
            visits = [date for date in work.note.dates_before(end, start) if date.start >= start]
            work.accessed = visits[0] if visits else None
            if work.accessed and work.date and work.date.start == work.accessed.start:
                work.date, work.date_role = None, None
        elif part.name == "date" and work.date is None and "year" not in work.pieces:
            year = YEAR.search(work.note.text, start, end)
            if year and work.is_free(*year.span()):
                work.take("year", *year.span())
