"""Which numbered series the commentary belongs to: the header's word before that of the cite-as block."""

from __future__ import annotations

from typing import NamedTuple

from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.segments import split_segments
from converter.analysis.series import FoundSeries, find_header_series, find_series
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Rejected, Series
from converter.profiles import Profile
from converter.source import Span

POINTER = "/metadata/series"


class PlacedSeries(NamedTuple):
    """A series with its places: of the whole, and of its volume (else of its number)."""

    series: Series
    span: Span | None
    volume_span: Span | None
    rule: str


def read_series(witnesses: Witnesses, ledger: Ledger) -> PlacedSeries | None:
    """Return the series; mentions that disagree are reported."""
    found = _mentions(witnesses)
    if not found:
        return _not_printed(witnesses, ledger)
    chosen, others = found[0], found[1:]
    losers = [Rejected(other.series.literal or "", other.span, other.rule) for other in others]
    ledger.note(POINTER, chosen.span, chosen.rule, 0.95, losers)
    series = chosen.series
    for other in others:
        if (other.series.volume, other.series.number) != (series.volume, series.number):
            values = {"printed": quoted(other.series.literal or ""), "chosen": quoted(series.literal or "")}
            ledger.find(Code.SERIES_CONFLICT, other.span, POINTER, **values)
        if series.name is None and other.series.name:
            series = Series(other.series.name, series.volume, series.number, series.literal)
    if series.name is None and (masthead := _masthead(witnesses)):
        series = Series(masthead, series.volume, series.number, series.literal)
    return chosen._replace(series=series)


def _not_printed(witnesses: Witnesses, ledger: Ledger) -> PlacedSeries | None:
    """Take the number that only the file gives."""
    told = witnesses.clues.number()
    if told is None:
        ledger.find(Code.MISSING_SERIES, None, POINTER)
        return None
    volume, number, clue = told
    name = witnesses.clues.first("series")
    ledger.note(POINTER, None, clue.origin, 0.8)
    return PlacedSeries(Series(name.value if name else None, volume, number, None), None, None, clue.origin)


def _masthead(witnesses: Witnesses) -> str | None:
    """Return the line of the header that is but the name of a series (`STRAIT REVIEW` over `No. 112`)."""
    series = witnesses.profile.series
    return next(
        (draft.flow.text for draft in witnesses.drafts("line") if series.is_masthead(draft.flow.text)), None
    )


def _mentions(witnesses: Witnesses) -> list[PlacedSeries]:
    found = []
    for draft in witnesses.front:
        if draft.type in ("series", "byline"):
            found += _of_line(draft.flow, witnesses.profile)
    cite_as = witnesses.cite_as
    if cite_as and cite_as.series:
        found.append(_placed(cite_as.flow, cite_as.series, witnesses.profile, "cite-as"))
    return found


def _placed(flow: Flow, mention: FoundSeries, profile: Profile, rule: str) -> PlacedSeries:
    text = flow.text
    name = series_name(text[slice(*mention.name)], profile) if mention.name else None
    volume = text[slice(*mention.volume)] if mention.volume else None
    number = " ".join(text[slice(*mention.number)].split())
    if volume is None and number.isdecimal():
        number = number.lstrip("0") or number
    literal = text[mention.start : mention.end].strip(" ,.;:")
    volume_span = flow.span(*(mention.volume or mention.number))
    series = Series(name, volume, number, literal)
    return PlacedSeries(series, flow.span(mention.start, mention.end), volume_span, rule)


def _of_line(flow: Flow, profile: Profile) -> list[PlacedSeries]:
    """Read the series of a header line: of the whole line, else of its first piece that names one."""
    whole = find_series(flow.text, profile)
    if whole:
        return [_placed(flow, whole, profile, "header")]
    for start, end in split_segments(flow.text):
        mention = find_header_series(flow.text[start:end], profile)
        if mention:
            return [_placed(flow.part(start, end), mention, profile, "header")]
    return []


def series_name(printed: str, profile: Profile) -> str:
    """Return the name of the series without the house's acronym before it."""
    words = printed.strip(" ,:.").split()
    if len(words) > 1 and words[0] == profile.publisher.acronym:
        words = words[1:]
    return " ".join(words)
