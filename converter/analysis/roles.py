"""Whether a note's date is of publication or of the visit: by cue words, its address, the pattern.

The order is that of the evidence's strength. What none of them decides stays open: ``Reference.date``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from converter.analysis.ledger import Ledger, quoted
from converter.analysis.work_draft import WorkDraft
from converter.diagnostics import Code
from converter.normalizers.dates import FoundDate, date_in_url

FEWEST = 3
"""Sites that must bear one day before the day is taken for that of the visit."""

NEAR = 14
"""Days around the common day in which other bare dates are taken for visits as well."""

SURE = 0.9


class _CommonDay(NamedTuple):
    """The day that most bare dates bear, on how many sites, and whether a note proves it is of visits."""

    iso: str
    sites: int
    proved: bool


def settle_roles(works: Sequence[WorkDraft], habit: str | None = None) -> None:
    """Give each date of a work its role, with the reason and how sure; last comes the habit of the house."""
    for work in works:
        work.url_date = date_in_url(work.url) if work.url else None
        if work.date and work.date_role is None:
            _by_itself(work, work.date)
    common = _common_day(works)
    varied = len({work.date.iso for work in works if work.date and work.date.day}) > 1
    for work in works:
        if work.date and work.date_role is None:
            if common:
                _by_pattern(work, work.date, common)
            if work.date_role is None:
                _by_form(work, work.date, varied=varied)
            if work.date_role is None and habit:
                role = "accessed" if habit == "visit" else "published"
                _decide(work, role, 0.8, f"the house gives the day of {habit} there")


def _by_itself(work: WorkDraft, date: FoundDate) -> None:
    """Decide by the other date of the note or by its own address."""
    if work.accessed:
        _decide(work, "published", 0.9, "the note names the date of the visit beside it")
    elif work.url is None:
        _decide(work, "published", 0.95, "the work has no address that could be visited")
    elif work.url_date and work.url_date.precision == "day" and date.precision == "day":
        _by_address(work, date.iso or "", work.url_date.iso or "")


def _by_address(work: WorkDraft, printed: str, own: str) -> None:
    if printed == own:
        _decide(work, "published", 0.97, "the address carries the same day")
    elif own < printed:
        _decide(work, "accessed", SURE, f"the address carries an earlier day, {own}")


def _by_form(work: WorkDraft, date: FoundDate, *, varied: bool) -> None:
    """Decide by the form of the citation: behind an outlet or an author stands the date of publication.

    It is sure enough where the title is in quotes and the days of the notes differ: visits are of one day.
    """
    outlet = work.pieces.get("container")
    named = work.authors[0] if work.authors else outlet
    if work.quoted and varied and named and date.precision == "day" and named.start < date.start:
        _decide(work, "published", SURE, "it stands behind a title in quotes and who published it")
    elif date.precision != "day":
        _decide(work, "published", 0.8, "a visit has a day")
    elif outlet and outlet.start < date.start and "title" in work.pieces:
        _decide(work, "published", 0.8, "it stands behind the name of the outlet")
    elif work.authors and work.authors[0].start < date.start:
        _decide(work, "published", 0.75, "it stands behind an author and a title")


def _decide(work: WorkDraft, role: str, confidence: float, reason: str) -> None:
    work.date_role, work.date_confidence, work.date_reason = role, confidence, reason


def _common_day(works: Sequence[WorkDraft]) -> _CommonDay | None:
    """Return the day that most bare dates bear, if that is no chance."""
    bare = [
        (str(work.date.iso), work)
        for work in works
        if work.date and work.url and work.date.day is not None and work.date_role in (None, "accessed")
    ]
    if len(bare) < FEWEST:
        return None
    day, count = Counter(iso for iso, _ in bare).most_common(1)[0]
    if count < FEWEST:
        return None
    sites = len({work.site for iso, work in bare if iso == day})
    if sites < FEWEST or sites * 2 < len(bare):
        return None
    proved = any(work.date_role == "accessed" and work.date_confidence >= SURE for work in works)
    return _CommonDay(day, sites, proved)


def _by_pattern(work: WorkDraft, date: FoundDate, common: _CommonDay) -> None:
    if date.day is None or not work.url:
        return
    if date.iso == common.iso:
        confidence = 0.85 if common.proved else 0.75
        _decide(work, "accessed", confidence, f"{common.sites} different sites bear this one day")
    elif "container" not in work.pieces:
        distance = abs((_day(date) - dt.date.fromisoformat(common.iso)).days)
        if distance <= NEAR:
            reason = f"the other notes bear the day of their visit ({common.iso}), and this one is near it"
            _decide(work, "accessed", 0.6, reason)


def _day(date: FoundDate) -> dt.date:
    return dt.date(date.year or 1, date.month or 1, date.day or 1)


def report_roles(work: WorkDraft, field: str, ledger: Ledger) -> None:
    """Report a role that was inferred, and one that stays open."""
    date = work.date
    if date is None:
        return
    if work.date_role is None:
        place = work.flow.span(date.start, date.end)
        ledger.find(Code.DATE_ROLE_OPEN, place, f"{field}/date", printed=quoted(date.literal))
    elif work.date_confidence < SURE or work.date_role == "accessed":
        published = work.date_role == "published"
        ledger.find(
            Code.DATE_ROLE_INFERRED,
            work.flow.span(date.start, date.end),
            f"{field}/{'issued' if published else 'accessed'}",
            printed=quoted(date.literal),
            role="of publication" if published else "of the visit",
            reason=work.date_reason,
        )
