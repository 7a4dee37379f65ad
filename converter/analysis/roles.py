"""Whether a note's date is of publication or of the visit: cue words, then the note's own address, then the pattern.

The order is that of the evidence's strength. What none of them decides stays open: ``Reference.date``.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from converter.analysis.ledger import Ledger, quoted
from converter.analysis.work_draft import WorkDraft
from converter.diagnostics import Code
from converter.normalizers.dates import FoundDate, date_in_url
from converter.normalizers.urls import site_label

FEWEST = 3
"""Sites that must bear one day before the day is taken for that of the visit."""

NEAR = 14
"""Days around the common day in which other bare dates are taken for visits as well."""


def settle_roles(works: Sequence[WorkDraft]) -> None:
    """Give each date of a work its role, with the reason and how sure."""
    for work in works:
        work.url_date = date_in_url(work.url) if work.url else None
        if work.date and work.date_role is None:
            _by_itself(work, work.date)
    common = _common_day(works)
    for work in works:
        if common and work.date and work.date_role is None:
            _by_pattern(work, work.date, common, works)
    for work in works:
        if work.date and work.date_role is None:
            _by_form(work, work.date)


def _by_itself(work: WorkDraft, date: FoundDate) -> None:
    """Decide by the other date of the note or by its own address."""
    if work.accessed:
        _decide(work, "published", 0.9, "the note names the date of the visit beside it")
    elif work.url is None:
        _decide(work, "published", 0.95, "the work has no address that could be visited")
    elif work.url_date and work.url_date.precision == "day" and date.precision == "day":
        _by_address(work, date, work.url_date)


def _by_form(work: WorkDraft, date: FoundDate) -> None:
    """Decide by the form of the citation: behind an outlet or an author stands the date of publication."""
    if date.precision != "day":
        _decide(work, "published", 0.8, "a visit has a day")
    elif "container" in work.pieces and work.pieces["container"].start < date.start and "title" in work.pieces:
        _decide(work, "published", 0.8, "it stands behind the name of the outlet")
    elif work.authors and work.authors[0].start < date.start:
        _decide(work, "published", 0.75, "it stands behind an author and a title")


def _by_address(work: WorkDraft, date: FoundDate, own: FoundDate) -> None:
    if date.iso == own.iso:
        _decide(work, "published", 0.97, "the address carries the same day")
    elif (own.iso or "") < (date.iso or ""):
        _decide(work, "accessed", 0.9, f"the address carries an earlier day, {own.iso}")


def _decide(work: WorkDraft, role: str, confidence: float, reason: str) -> None:
    work.date_role, work.date_confidence, work.date_reason = role, confidence, reason


def _common_day(works: Sequence[WorkDraft]) -> tuple[str, int] | None:
    """Return the day that most bare dates bear, and on how many sites, if that is no chance."""
    bare = [work for work in works if work.date and work.url and work.date.precision == "day" and work.date_role in (None, "accessed")]
    if len(bare) < FEWEST:
        return None
    day, _ = Counter(str(work.date.iso) for work in bare if work.date).most_common(1)[0]
    sites = {site_label(work.url) for work in bare if work.url and work.date and work.date.iso == day}
    if len(sites) < FEWEST or len(sites) * 2 < len(bare):
        return None
    return day, len(sites)


def _by_pattern(work: WorkDraft, date: FoundDate, common: tuple[str, int], works: Sequence[WorkDraft]) -> None:
    day, sites = common
    if date.precision != "day" or not work.url:
        return
    proof = any(other.date_role == "accessed" and other.date_confidence >= 0.9 for other in works)
    if date.iso == day:
        _decide(work, "accessed", 0.85 if proof else 0.75, f"{sites} different sites bear this one day")
    elif abs((_day(date) - datetime.date.fromisoformat(day)).days) <= NEAR and "container" not in work.pieces:
        _decide(work, "accessed", 0.6, f"the other notes bear the day of their visit ({day}), and this one is near it")


def _day(date: FoundDate) -> datetime.date:
    return datetime.date(date.year or 1, date.month or 1, date.day or 1)


def report_roles(work: WorkDraft, field: str, ledger: Ledger) -> None:
    """Report a role that was inferred, and one that stays open."""
    date = work.date
    if date is None:
        return
    place = work.flow.span(date.start, date.end)
    if work.date_role is None:
        ledger.find(Code.DATE_ROLE_OPEN, place, f"{field}/date", printed=quoted(date.literal))
    elif work.date_confidence < 0.9 or work.date_role == "accessed":
        role = "of publication" if work.date_role == "published" else "of the visit"
        name = "issued" if work.date_role == "published" else "accessed"
        ledger.find(
            Code.DATE_ROLE_INFERRED, place, f"{field}/{name}", printed=quoted(date.literal), role=role, reason=work.date_reason
        )  # fmt: skip
