"""Which date of publication the cite-as block gives: its own, or its day with the year that belongs to it.

The year rule: a cite-as line is often made by the site at the moment of the visit, so that its year is the
year of the visit. Where the series number carries another year and the cite-as year is that of the access
date, the number's year is taken; the printed year stays in ``cite_as.year`` and a finding says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.ledger import Ledger, quoted
from converter.diagnostics import Code
from converter.model import PrintedDate
from converter.source import Span

POINTER = "/metadata/published"
ACCESS_YEAR = "the cite-as block, where it may be the year of access"


class Dated(NamedTuple):
    """A candidate for the date of publication."""

    date: PrintedDate
    span: Span | None
    rule: str
    confidence: float
    whole: bool = True
    """Its year is printed with it."""


def read_cited_date(
    cite_as: ParsedCiteAs, volume: str | None, years: Mapping[str, str], ledger: Ledger, *, decides: bool
) -> Dated | None:
    """Return the date of the cite-as block, its year by the year rule; report that if it decides."""
    date, year = cite_as.date, cite_as.model.year
    if date and date.year and date.iso:
        reason = "the date in the same block has another year"
        _check_year(year, str(date.year), reason, cite_as, ledger)
        printed = PrintedDate(date.iso, date.precision, date.literal)
        return Dated(printed, cite_as.flow.span(date.start, date.end), "cite-as", 0.9)
    chosen = volume or (date and years.get((date.iso or "")[1:])) or year
    if chosen is None:
        return None
    of_access = cite_as.accessed is not None and str(cite_as.accessed.year) == year
    if volume and year:
        reason = f"the series number is of {volume}"
        reason += f", and {year} is the year of access" if of_access else ""
        _check_year(year, volume, reason, cite_as, ledger)
    if date and date.valid and date.month:
        if decides and (chosen != year or (of_access and not volume)):
            source = "the series number" if volume else "the file" if chosen != year else "the cite-as block"
            span = cite_as.flow.span(date.start, date.end)
            ledger.find(
                Code.YEAR_INFERRED, span, POINTER, printed=quoted(date.literal), chosen=chosen, source=source
            )
        confidence = 0.9 if chosen != year or volume else 0.4 if of_access else 0.7
        return _day_with_year(cite_as, chosen, "the series number" if volume else "the file", confidence)
    place = cite_as.span("year") or cite_as.model.span
    if of_access and not volume and decides:
        values = {"printed": "of publication", "chosen": chosen, "source": ACCESS_YEAR}
        ledger.find(Code.YEAR_INFERRED, place, POINTER, **values)
    return Dated(
        PrintedDate(chosen, "year", year if chosen == year else None), place, "cite-as", 0.7, whole=False
    )


def _day_with_year(cite_as: ParsedCiteAs, year: str, source: str, confidence: float) -> Dated | None:
    """Put a year to a date that has only month and day (`May 30`)."""
    date = cite_as.date
    if date is None or date.month is None:
        return None
    iso = f"{year}-{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
    place = cite_as.flow.span(date.start, date.end)
    printed = PrintedDate(iso, "day" if date.day else "month", date.literal)
    rule = "cite-as" if year == cite_as.model.year else f"day of the cite-as block, year of {source}"
    return Dated(printed, place, rule, confidence, whole=False)


def _check_year(printed: str | None, chosen: str, reason: str, cite_as: ParsedCiteAs, ledger: Ledger) -> None:
    if printed and printed != chosen:
        values = {"printed": printed, "chosen": chosen, "reason": reason}
        ledger.find(Code.YEAR_CONFLICT, cite_as.span("year"), POINTER, **values)
