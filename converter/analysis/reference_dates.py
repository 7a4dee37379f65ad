"""Which of a work's dates is of publication, which of the visit, and which stays open."""

from __future__ import annotations

from typing import NamedTuple

from converter.analysis.ledger import Ledger
from converter.analysis.work_draft import WorkDraft
from converter.diagnostics import Code
from converter.model import PrintedDate
from converter.normalizers.dates import FoundDate
from converter.source import Span


class ReferenceDates(NamedTuple):
    """The dates of a reference, by their role."""

    issued: PrintedDate | None
    accessed: PrintedDate | None
    open: PrintedDate | None


def reference_dates(work: WorkDraft, pointer: str, ledger: Ledger) -> ReferenceDates:
    """Return the dates of publication, of the visit, and of an open role."""
    issued = accessed = undecided = None
    if work.accessed and (accessed := _printed(work.accessed)):
        place = work.flow.span(work.accessed.start, work.accessed.end)
        ledger.note(f"{pointer}/accessed", place, "cue-word", 0.95)
    if work.date:
        printed, place = _printed(work.date), work.flow.span(work.date.start, work.date.end)
        if work.date_role == "published":
            issued = printed
            ledger.note(f"{pointer}/issued", place, work.date_reason, work.date_confidence)
        elif work.date_role == "accessed" and accessed is None:
            accessed = printed
            ledger.note(f"{pointer}/accessed", place, work.date_reason, work.date_confidence)
        else:
            undecided = printed
            ledger.note(f"{pointer}/date", place, "a date without a cue", 0.5)
    elif year := work.text("year"):
        issued = PrintedDate(year, "year", year)
        ledger.note(f"{pointer}/issued", work.span("year"), "a year without a cue", 0.85)
    if issued is None and work.date_role == "accessed":
        issued = _issued_by_address(work, pointer, ledger)
    return ReferenceDates(issued, accessed, undecided)


def _issued_by_address(work: WorkDraft, pointer: str, ledger: Ledger) -> PrintedDate | None:
    """Take the day in the address as that of publication where the printed one is of the visit."""
    if not work.url_date or not work.url_date.iso:
        return None
    issued = PrintedDate(work.url_date.iso, work.url_date.precision)
    place = place_of_url(work)
    ledger.note(f"{pointer}/issued", place, "the day in the address", 0.85)
    ledger.find(Code.ISSUED_FROM_URL, place, f"{pointer}/issued", chosen=issued.date)
    return issued


def _printed(date: FoundDate) -> PrintedDate | None:
    """Return a date as the model holds it; a day without a year is none."""
    iso = date.iso if date.year else None
    return PrintedDate(iso, date.precision, date.literal) if iso else None


def place_of_url(work: WorkDraft) -> Span:
    """Return where the address is printed, or where the phrase is that links to it."""
    return work.span("url") if "url" in work.pieces else work.flow.span(work.start, work.end)
