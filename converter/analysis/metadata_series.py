"""Which numbered series the commentary belongs to: the header's word before that of the cite-as block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.analysis.candidates import Candidate
from converter.analysis.clues import WEAK, Clues
from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.series import FoundSeries, series_of_line
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Rejected, Series
from converter.normalizers.house_names import SURE, house_name
from converter.normalizers.spaces import title_key
from converter.profiles import Profile
from converter.source import Span

POINTER = "/metadata/series"
WITH_VOLUME = re.compile(r"\s*(?P<volume>(?:19|20)\d\d)\s*[/-]\s*(?P<number>[\w. ]{1,12}?)\s*")
"""2025/37: the year counts as the volume."""


class PlacedSeries(NamedTuple):
    """A series with its places: of the whole, and of its volume (else of its number)."""

    series: Series
    span: Span | None
    volume_span: Span | None
    rule: str


def read_series(witnesses: Witnesses, ledger: Ledger) -> PlacedSeries | None:
    """Return the series; mentions that disagree are reported."""
    stated, printed = _told(witnesses, stated=True), _mentions(witnesses)
    found = [*stated, *printed, *_told(witnesses, stated=False)]
    if not found:
        ledger.find(Code.MISSING_SERIES, None, POINTER)
        return None
    chosen, others = found[0], found[1:]
    losers = [Rejected(_shown(other.series), other.span, other.rule) for other in others]
    confidence = 0.95 if printed and not stated else 1.0 if stated else 0.5 if chosen.rule in WEAK else 0.75
    ledger.note(POINTER, chosen.span, chosen.rule, confidence, losers)
    if not (stated or printed):
        values = {"chosen": quoted(_shown(chosen.series)), "source": chosen.rule}
        ledger.find(Code.SERIES_INFERRED, None, POINTER, **values)
    return _with_name(chosen, others, witnesses, ledger)


def _with_name(
    chosen: PlacedSeries, others: Sequence[PlacedSeries], witnesses: Witnesses, ledger: Ledger
) -> PlacedSeries:
    """Take the name of the series from where it stands; report numbers that are others."""
    series = chosen.series
    for other in others:
        volumes = {one for one in (other.series.volume, series.volume) if one}
        differs = other.series.number != series.number or len(volumes) > 1
        if differs and other.rule not in WEAK:
            where = "" if other.span else f" ({other.rule})"
            values = {"printed": quoted(_shown(other.series)) + where, "chosen": quoted(_shown(series))}
            ledger.find(Code.SERIES_CONFLICT, other.span, POINTER, **values)
        if series.name is None or _is_spelled(other.series.name, series.name):
            series = Series(other.series.name or series.name, series.volume, series.number, series.literal)
    if series.name is None and (labelled := _labelled(witnesses)):
        series = Series(labelled, series.volume, series.number, series.literal)
    if series.name is None and (masthead := _masthead(witnesses) or _named_by_clue(witnesses)):
        series = Series(masthead, series.volume, series.number, series.literal)
    return chosen._replace(series=series)


def _is_spelled(other: str | None, name: str) -> bool:
    """Tell whether another mention spells in small letters what this one prints in capitals."""
    return (
        other is not None and name.isupper() and not other.isupper() and title_key(other) == title_key(name)
    )


def _shown(series: Series) -> str:
    number = "/".join(part for part in (series.volume, series.number) if part)
    return series.literal or " ".join(part for part in (series.name, number) if part)


def _told(witnesses: Witnesses, *, stated: bool) -> list[PlacedSeries]:
    """Return the series by a person's word, or by each of the other origins that has a number."""
    clues = witnesses.clues
    numbers = clues.stated("number") if stated else clues.told("number")
    return [_of_clue(number, clues, stated=stated) for number in numbers]


def _of_clue(clue: Candidate, clues: Clues, *, stated: bool) -> PlacedSeries:
    """Put together what one origin says of series, volume and number (`2025/37` is both)."""

    def same_origin(field: str) -> str | None:
        found = clues.stated(field) if stated else clues.told(field)
        origin = clue.rule.split()[0]  # meta citation_volume, meta citation_issue
        return next((one.value for one in found if one.rule.split()[0] == origin), None)

    match = WITH_VOLUME.fullmatch(clue.value)
    number = match["number"] if match else clue.value.strip()
    volume = match["volume"] if match else same_origin("volume")
    return PlacedSeries(Series(same_origin("series"), volume, number, None), None, None, clue.rule)


def _named_by_clue(witnesses: Witnesses) -> str | None:
    """Return the series that the address of the page or the file names, in the language of the page if known.

    Sites have one path for all their languages: `/en/Yorum/` holds what is called Commentary in English.
    """
    named = next(iter([*witnesses.clues.stated("series"), *witnesses.clues.told("series")]), None)
    if named is None:
        return None
    language = next((one.value for one in witnesses.clues.told("language") if one.rule == named.rule), "")
    return witnesses.profile.series_name(named.value, language) or named.value


def _labelled(witnesses: Witnesses) -> str | None:
    """Return what a label of the header calls the series (`Series: Gulf Notes`)."""
    label = witnesses.profile.series_label
    lines = [draft.flow.text for draft in witnesses.front]
    return next((line[match.end() :].strip() for line in lines if (match := label.match(line))), None) or None


def _masthead(witnesses: Witnesses) -> str | None:
    """Return the line of the header that is but the name of a series (`STRAIT REVIEW` over `No. 112`)."""
    profile, front = witnesses.profile, witnesses.front
    lines = [draft.flow.text for draft in witnesses.drafts("line")]
    numbered = {draft.numbers[0] for draft in front if draft.type == "series"}
    above = [draft.flow.text for draft in witnesses.drafts("line") if draft.numbers[-1] + 1 in numbered]
    named = [text for text in above if house_name(text) != SURE]
    named += [text for text in lines if profile.series.is_masthead(text) or text in profile.kicker]
    return named[0] if named else None


def _mentions(witnesses: Witnesses) -> list[PlacedSeries]:
    found = []
    for draft in witnesses.front:
        if draft.type in ("series", "byline"):
            found += _of_line(draft.flow, witnesses.profile)
    cite_as = witnesses.cite_as
    if cite_as and cite_as.series:
        found.append(_placed(cite_as.flow, cite_as.series, witnesses.profile, "cite-as"))
    if not found:
        for head in witnesses.heads:
            found += [one._replace(rule="running head") for one in _of_line(head, witnesses.profile)]
    return found


def _placed(flow: Flow, mention: FoundSeries, profile: Profile, rule: str) -> PlacedSeries:
    text = flow.text
    name = series_name(text[slice(*mention.name)], profile) if mention.name else None
    volume = text[slice(*mention.volume)] if mention.volume else None
    number = " ".join(text[slice(*mention.number)].split())
    if number.isdecimal() and not number.isascii():
        number = str(int(number))
    if volume is None and number.isdecimal():
        number = number.lstrip("0") or number
    literal = text[mention.start : mention.end].strip(" ,.;:")
    volume_span = flow.span(*(mention.volume or mention.number))
    series = Series(name, volume, number, literal)
    return PlacedSeries(series, flow.span(mention.start, mention.end), volume_span, rule)


def _of_line(flow: Flow, profile: Profile) -> list[PlacedSeries]:
    """Read the series of a header line."""
    mention = series_of_line(flow.text, profile)
    return [_placed(flow, mention, profile, "header")] if mention else []


def _without_house(words: list[str]) -> list[str]:
    """Leave out the house before the name of its series (`Saltmarsh Institute Occasional Commentary`)."""
    for count in range(len(words) - 2, 1, -1):
        if house_name(" ".join(words[:count])) == SURE and words[count][0].isupper():
            return words[count:]
    return words


def series_name(printed: str, profile: Profile) -> str:
    """Return the name of the series without the house's acronym before it."""
    words = _without_house(printed.strip(" ,:.").split())
    named = {title_key(name) for names in profile.written.series.names for name in names.values()}
    if len(words) > 1 and words[0] == profile.publisher.acronym and title_key(" ".join(words)) not in named:
        words = words[1:]
    return " ".join(words)
