"""When the commentary was published: by its header, its cite-as block, or the year of its number.

The year rule: a cite-as line is often made by the site at the moment of the visit, so that its year is the
year of the visit. Where the series number carries another year and the cite-as year is that of the access
date, the number's year is taken; the printed year stays in ``cite_as.year`` and a finding says so.
"""

from __future__ import annotations

from typing import NamedTuple

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.metadata_series import PlacedSeries
from converter.analysis.segments import split_segments
from converter.analysis.series import find_header_series
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import PrintedDate, Rejected
from converter.normalizers.dates import find_dates, parse_date
from converter.profiles import Profile
from converter.source import Span

POINTER = "/metadata/published"
DATED = frozenset({"date", "series", "line", "byline"})
"""Types of header lines that may hold the date."""

ACCESS_YEAR = "the cite-as block, where it may be the year of access"


class _Dated(NamedTuple):
    """A candidate for the date of publication."""

    date: PrintedDate
    span: Span | None
    rule: str
    confidence: float
    whole: bool = True
    """Its year is printed with it."""


def read_published(witnesses: Witnesses, series: PlacedSeries | None, ledger: Ledger) -> PrintedDate | None:
    """Return the date of publication; candidates that disagree are reported."""
    volume = series.series.volume if series else None
    _report_impossible(witnesses, ledger)
    header = _header_dates(witnesses)
    cite_as = witnesses.cite_as
    cited = _cited_date(cite_as, volume, ledger, decides=not header) if cite_as else None
    found = _with_clue(_ranked(header, cited), witnesses, volume)
    if not found:
        return _year_of_number(series, ledger)
    chosen, losers = found[0], found[1:]
    lost = [Rejected(other.date.literal or other.date.date, other.span, other.rule) for other in losers]
    date = chosen.date
    _report_turnable(chosen, witnesses.profile, ledger)
    if cite_as and cite_as.model.year and cite_as.model.year != date.date[:4]:
        lost.append(Rejected(cite_as.model.year, cite_as.span("year"), "year of the cite-as block"))
    ledger.note(POINTER, chosen.span, chosen.rule, chosen.confidence, lost)
    for other in losers:
        if not _agree(date.date, other.date.date):
            printed = quoted(other.date.literal or other.date.date)
            ledger.find(Code.DATE_CONFLICT, other.span, POINTER, printed=printed, chosen=date.date)
    if cite_as:
        _check_access(cite_as, date, ledger)
    if chosen.whole and series and volume and date.date[:4] != volume:
        reason = "the date is printed with its year, the series number has another"
        values = {"printed": volume, "chosen": date.date[:4], "reason": reason}
        ledger.find(Code.YEAR_CONFLICT, series.volume_span, POINTER, **values)
    return date


def _report_turnable(chosen: _Dated, profile: Profile, ledger: Ledger) -> None:
    """Report a date in figures whose day and month may be meant the other way round."""
    literal = chosen.date.literal
    found = parse_date(literal) if literal and profile.dates.order is None else None
    if found and found.may_be_turned:
        values = {"printed": quoted(found.literal), "chosen": found.iso, "other": found.turned().iso}
        ledger.find(Code.DATE_AMBIGUOUS, chosen.span, POINTER, **values)


def _report_impossible(witnesses: Witnesses, ledger: Ledger) -> None:
    """Report days that no calendar has."""
    flows = [draft.flow for draft in witnesses.front if draft.type in DATED]
    if witnesses.cite_as:
        flows.append(witnesses.cite_as.flow)
    for flow in flows:
        for date in find_dates(flow.text):
            if not date.valid:
                ledger.find(
                    Code.INVALID_DATE, flow.span(date.start, date.end), POINTER, printed=quoted(date.literal)
                )


def _ranked(header: list[_Dated], cited: _Dated | None) -> list[_Dated]:
    """Put the header's dates first, but before them one of the cite-as block that is the same, more exact."""
    if cited is None:
        return header
    if (
        header
        and len(cited.date.date) > len(header[0].date.date)
        and _agree(cited.date.date, header[0].date.date)
    ):
        return [cited, *header]
    return [*header, cited]


def _with_clue(found: list[_Dated], witnesses: Witnesses, volume: str | None) -> list[_Dated]:
    """Add the date that only the file gives: first if it is a printed one, more exact, else last.

    Where no date is printed, it must not contradict the year of the number, which is.
    """
    told = witnesses.clues.date()
    if told is None:
        return found
    date, clue = told
    dated = _Dated(date, None, clue.origin, 0.85)
    if found and len(date.date) > len(found[0].date.date) and _agree(date.date, found[0].date.date):
        return [dated, *found]
    return [dated] if not found and volume in (None, date.date[:4]) else [*found, dated] if found else []


def _check_access(cite_as: ParsedCiteAs, date: PrintedDate, ledger: Ledger) -> None:
    """Report a visit before the publication."""
    accessed = cite_as.model.accessed
    if (
        accessed
        and accessed.date[:1].isdigit()
        and accessed.date[: len(date.date)] < date.date[: len(accessed.date)]
    ):
        reason = f"the day of the visit, {accessed.date}, is before that of publication, {date.date}"
        ledger.find(Code.DATE_ORDER, cite_as.span("accessed"), "/cite_as/accessed", reason=reason)


def _year_of_number(series: PlacedSeries | None, ledger: Ledger) -> PrintedDate | None:
    if series is None or not series.series.volume:
        ledger.find(Code.MISSING_DATE, None, POINTER)
        return None
    volume, place = series.series.volume, series.volume_span
    ledger.note(POINTER, place, "year of the series number", 0.7)
    values = {"printed": "of publication", "chosen": volume, "source": "the series number"}
    ledger.find(Code.YEAR_INFERRED, place, POINTER, **values)
    return PrintedDate(volume, "year", None)


def _agree(first: str, second: str) -> bool:
    """Tell whether two dates are the same as far as both are known."""
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def _header_dates(witnesses: Witnesses) -> list[_Dated]:
    """Return the dates of the header, the most exact first."""
    found = [
        dated
        for draft in witnesses.front
        if draft.type in DATED
        for start, end in split_segments(draft.flow.text)
        for dated in _dates_of_piece(draft.flow.part(start, end), witnesses.profile)
    ]
    return sorted(found, key=lambda dated: -len(dated.date.date))


def _dates_of_piece(flow: Flow, profile: Profile) -> list[_Dated]:
    """Return the dates of a header line, or of a piece of one, that are no part of the series number."""
    mention = find_header_series(flow.text, profile)
    found = []
    for date in find_dates(flow.text, years=True):
        iso = date.iso
        if not iso or date.year is None:
            continue
        if date.precision == "year" and not _is_year_line(flow.text, profile):
            continue
        if mention and date.start < mention.end and date.end > mention.start:
            continue
        if date.may_be_turned and profile.dates.order == "month-day":
            date = date.turned()
        printed = PrintedDate(date.iso or iso, date.precision, date.literal)
        found.append(_Dated(printed, flow.span(date.start, date.end), "header", 0.95))
    return found


def _is_year_line(text: str, profile: Profile) -> bool:
    """Tell whether a year alone is the date of publication: it fills the line, or a label says so."""
    label = profile.date.match(text)
    return text[label.end() if label else 0 :].strip(" .").isdigit()


def _cited_date(cite_as: ParsedCiteAs, volume: str | None, ledger: Ledger, *, decides: bool) -> _Dated | None:
    """Return the date of the cite-as block, its year by the year rule; report that if it decides."""
    date, year = cite_as.date, cite_as.model.year
    if date and date.year and date.iso:
        reason = "the date in the same block has another year"
        _check_year(year, str(date.year), reason, cite_as, ledger)
        printed = PrintedDate(date.iso, date.precision, date.literal)
        return _Dated(printed, cite_as.flow.span(date.start, date.end), "cite-as", 0.9)
    chosen = volume or year
    if chosen is None:
        return None
    of_access = cite_as.accessed is not None and str(cite_as.accessed.year) == year
    if volume and year:
        reason = f"the series number is of {volume}"
        reason += f", and {year} is the year of access" if of_access else ""
        _check_year(year, volume, reason, cite_as, ledger)
    if date and date.valid and date.month:
        if decides and (chosen != year or (of_access and not volume)):
            source = "the series number" if volume else "the cite-as block"
            span = cite_as.flow.span(date.start, date.end)
            ledger.find(
                Code.YEAR_INFERRED, span, POINTER, printed=quoted(date.literal), chosen=chosen, source=source
            )
        return _day_with_year(cite_as, chosen, 0.9 if volume else 0.4 if of_access else 0.7)
    place = cite_as.span("year") or cite_as.model.span
    if of_access and not volume and decides:
        values = {"printed": "of publication", "chosen": chosen, "source": ACCESS_YEAR}
        ledger.find(Code.YEAR_INFERRED, place, POINTER, **values)
    return _Dated(
        PrintedDate(chosen, "year", year if chosen == year else None), place, "cite-as", 0.7, whole=False
    )


def _day_with_year(cite_as: ParsedCiteAs, year: str, confidence: float) -> _Dated | None:
    """Put a year to a date that has only month and day (`May 30`)."""
    date = cite_as.date
    if date is None or date.month is None:
        return None
    iso = f"{year}-{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
    place = cite_as.flow.span(date.start, date.end)
    printed = PrintedDate(iso, "day" if date.day else "month", date.literal)
    rule = "cite-as" if year == cite_as.model.year else "day of the cite-as block, year of the series number"
    return _Dated(printed, place, rule, confidence, whole=False)


def _check_year(printed: str | None, chosen: str, reason: str, cite_as: ParsedCiteAs, ledger: Ledger) -> None:
    if printed and printed != chosen:
        values = {"printed": printed, "chosen": chosen, "reason": reason}
        ledger.find(Code.YEAR_CONFLICT, cite_as.span("year"), POINTER, **values)
