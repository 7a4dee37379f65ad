"""When the commentary was published: a person's word, header, cite-as block, file, year of the number."""

from __future__ import annotations

import re

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.clues import WEAK
from converter.analysis.flow import Flow
from converter.analysis.issues import BESIDE, is_issue_line
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.metadata_cited_date import POINTER, Dated, read_cited_date
from converter.analysis.metadata_series import PlacedSeries
from converter.analysis.segments import split_segments
from converter.analysis.series import find_header_series
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import PrintedDate, Rejected
from converter.normalizers.dates import find_dates, parse_date
from converter.profiles import Profile

DATED = frozenset({"date", "series", "line", "byline"})
"""Types of header lines that may hold the date."""

YEAR = re.compile(r"(?:18|19|20)\d\d")
PUBLISHED = re.compile(
    r"(?:first )?published(?: on)?|publicado el|publié le|pubblicato il|veröffentlicht am|erschienen am"
    r"|опубликовано|опубліковано|opublikowano|yayımlanma tarihi|yayın tarihi",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(r"(?<=\d)[T ]\d\d:\d\d.*$")
"""What a program writes behind a day: `2025-05-30T10:00:00Z`."""


def read_published(witnesses: Witnesses, series: PlacedSeries | None, ledger: Ledger) -> PrintedDate | None:
    """Return the date of publication; candidates that disagree are reported."""
    volume = _year_in(series)
    _report_impossible(witnesses, ledger)
    stated, header = _clue_dates(witnesses, ledger, stated=True), _header_dates(witnesses)
    told = _clue_dates(witnesses, ledger, stated=False)
    cite_as = witnesses.cite_as
    decides = not (stated or header)
    cited = read_cited_date(cite_as, volume, _years_of(told), ledger, decides=decides) if cite_as else None
    in_print = [*header, *([cited] if cited else [])]
    found = _ranked(stated, in_print, told if in_print else _in_volume(told, volume))
    if not found:
        return _year_of_number(series, ledger)
    chosen, losers = found[0], found[1:]
    if chosen in told:
        ledger.find(Code.DATE_INFERRED, None, POINTER, chosen=chosen.date.date, source=chosen.rule)
    lost = [Rejected(other.date.literal or other.date.date, other.span, other.rule) for other in losers]
    date = chosen.date
    _report_turnable(chosen, witnesses.profile, ledger)
    if cite_as and cite_as.model.year and cite_as.model.year != date.date[:4]:
        lost.append(Rejected(cite_as.model.year, cite_as.span("year"), "year of the cite-as block"))
    ledger.note(POINTER, chosen.span, chosen.rule, chosen.confidence, lost)
    for other in losers:
        if not _agree(date.date, other.date.date) and other.rule not in WEAK:
            where = "" if other.span else f" ({other.rule})"
            printed = quoted(other.date.literal or other.date.date) + where
            ledger.find(Code.DATE_CONFLICT, other.span, POINTER, printed=printed, chosen=date.date)
    if cite_as:
        _check_access(cite_as, date, ledger)
    if chosen.whole and series and volume and date.date[:4] != volume:
        reason = "the date is printed with its year, the series number has another"
        values = {"printed": volume, "chosen": date.date[:4], "reason": reason}
        ledger.find(Code.YEAR_CONFLICT, series.volume_span, POINTER, **values)
    return date


def _report_turnable(chosen: Dated, profile: Profile, ledger: Ledger) -> None:
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


def _ranked(*groups: list[Dated]) -> list[Dated]:
    """Put the dates in the order of their groups, but first one that is the same as the first, more exact."""
    found = [dated for group in groups for dated in group]
    if not found:
        return []
    first = found[0]
    alike = [dated for dated in found if _agree(dated.date.date, first.date.date)]
    best = max(alike, key=lambda dated: len(dated.date.date))
    return [best, *[dated for dated in found if dated is not best]]


def _clue_dates(witnesses: Witnesses, ledger: Ledger, *, stated: bool) -> list[Dated]:
    """Return the dates that a person gives, or that the file, its name and the address give."""
    clues = witnesses.clues
    found = []
    for clue in clues.stated("published") if stated else clues.told("published"):
        date = parse_date(TIME_OF_DAY.sub("", clue.value))
        if date and date.iso and date.year:
            confidence = 1.0 if stated else 0.5 if clue.rule in WEAK else 0.75
            printed = PrintedDate(date.iso, date.precision, None)
            found.append(Dated(printed, None, clue.rule, confidence))
        elif stated:
            ledger.find(Code.INVALID_DATE, None, POINTER, printed=f"{quoted(clue.value)} ({clue.rule})")
    return found


def _in_volume(told: list[Dated], volume: str | None) -> list[Dated]:
    """Return the dates of the year of the number, which is printed where they are not."""
    return [dated for dated in told if volume in (None, dated.date.date[:4])]


def _years_of(told: list[Dated]) -> dict[str, str]:
    """Return the years of whole dates by month and day: they complete `May 30` of a cite-as block."""
    return {dated.date.date[4:]: dated.date.date[:4] for dated in told if dated.date.precision == "day"}


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


def _year_in(series: PlacedSeries | None) -> str | None:
    """Return the volume of a series that counts its numbers by years; that of a journal is none."""
    volume = series.series.volume if series else None
    return volume if volume and YEAR.fullmatch(volume) else None


def _year_of_number(series: PlacedSeries | None, ledger: Ledger) -> PrintedDate | None:
    volume = _year_in(series)
    if series is None or volume is None:
        ledger.find(Code.MISSING_DATE, None, POINTER)
        return None
    place = series.volume_span
    ledger.note(POINTER, place, "year of the series number", 0.7)
    values = {"printed": "of publication", "chosen": volume, "source": "the series number"}
    ledger.find(Code.YEAR_INFERRED, place, POINTER, **values)
    return PrintedDate(volume, "year", None)


def _agree(first: str, second: str) -> bool:
    """Tell whether two dates are the same as far as both are known."""
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def _header_dates(witnesses: Witnesses) -> list[Dated]:
    """Return the dates of the header, the most exact first."""
    found = [
        dated
        for draft in witnesses.front
        if draft.type in DATED
        for start, end in split_segments(draft.flow.text)
        for dated in _dates_of_piece(draft.flow.part(start, end), witnesses.profile)
    ]
    if not found:
        labelled = [
            flow
            for flow in witnesses.closing
            if witnesses.profile.date.match(flow.text) or PUBLISHED.match(flow.text)
        ]
        found = [dated for flow in labelled for dated in _dates_of_piece(flow, witnesses.profile)]
    if not found and witnesses.cite_as is None:
        for head in witnesses.heads:
            if find_header_series(head.text, witnesses.profile):
                dates = _dates_of_piece(head, witnesses.profile)
                found += [dated._replace(rule="running head", confidence=0.7) for dated in dates]
    return sorted(found, key=lambda dated: -len(dated.date.date))


def _dates_of_piece(flow: Flow, profile: Profile) -> list[Dated]:
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
        found.append(Dated(printed, flow.span(date.start, date.end), "header", 0.95))
    return found


def _is_year_line(text: str, profile: Profile) -> bool:
    """Tell whether a year alone is the date of publication: it fills the line, or a label says so."""
    label = profile.date.match(text)
    rest = text[label.end() if label else 0 :]
    return rest.strip(" .").isdigit() or is_issue_line(rest) or BESIDE.fullmatch(rest) is not None
