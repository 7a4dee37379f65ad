"""Which value each metadata field takes: candidates are gathered, a stated ranking picks one, the others are kept.

Ranking: title header > cite-as; authors byline > cite-as; date header > cite-as (with the year rule below) > series
year; series header > cite-as; publisher cite-as > colophon; URL cite-as.

The year rule: a cite-as line is often made by the site at the moment of the visit, so that its year is the year of
the visit. Where the series number carries another year and the cite-as year is that of the access date, the number's
year is taken; the printed year stays in ``cite_as.year`` and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.colophon import ACRONYM, Imprint
from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.sections import Draft
from converter.analysis.series import FoundSeries, find_series
from converter.diagnostics import Code
from converter.model import Metadata, Name, PrintedDate, Publisher, Rejected, Series
from converter.normalizers.dates import find_dates
from converter.normalizers.languages import language_of
from converter.normalizers.names import ParsedName, fold_name, looks_like_name, parse_name, split_names
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import clean_url, doi_of, is_web_url
from converter.profiles import Profile
from converter.source import Span

MARKS = " *†‡"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value for a field, with its place and the rule that read it."""

    value: str
    span: Span | None
    rule: str


@dataclass(slots=True)
class Witnesses:
    """All that speaks for the metadata of one document."""

    front: Sequence[Draft]
    titles: Mapping[str, str]
    """Section type (``title``, ``subtitle``) → its text without markers."""
    signature: Sequence[Flow]
    cite_as: ParsedCiteAs | None
    imprint: Imprint
    profile: Profile
    text: str
    """The body, for the language."""
    known: Mapping[str, str]

    def drafts(self, kind: str) -> list[Draft]:
        """Return the front sections of a type."""
        return [draft for draft in self.front if draft.type == kind]


def read_metadata(witnesses: Witnesses, ledger: Ledger) -> Metadata:
    """Settle every field of the metadata."""
    language = _language(witnesses, ledger)
    series, volume_span = _series(witnesses, ledger)
    return Metadata(
        title=_title(witnesses, ledger),
        subtitle=_subtitle(witnesses, ledger),
        language=language,
        authors=_authors(witnesses, ledger),
        publisher=_publisher(witnesses, ledger),
        series=series,
        published=_published(witnesses, series, volume_span, ledger),
        url=_url(witnesses, ledger),
        doi=_doi(witnesses),
        rights=_rights(witnesses, ledger),
    )


def _language(witnesses: Witnesses, ledger: Ledger) -> str:
    tag, confidence = language_of(witnesses.text or " ".join(witnesses.titles.values()))
    ledger.note("/metadata/language", None, "letters and words of the body", round(confidence, 2))
    if tag == "und" or confidence < 0.6:
        ledger.find(Code.LANGUAGE_UNCERTAIN, None, "/metadata/language", chosen=tag)
    return tag


def _rejected(candidates: Sequence[Candidate]) -> list[Rejected]:
    return [Rejected(candidate.value, candidate.span, candidate.rule) for candidate in candidates]


def _title(witnesses: Witnesses, ledger: Ledger) -> str | None:
    candidates = [Candidate(witnesses.titles["title"].strip(MARKS), draft.flow().whole(), "header") for draft in witnesses.drafts("title")[:1]]
    cite_as = witnesses.cite_as
    if cite_as and cite_as.model.title:
        candidates.append(Candidate(cite_as.model.title, cite_as.span("title"), "cite-as"))
    if not candidates:
        ledger.find(Code.MISSING_TITLE, None, "/metadata/title")
        return None
    chosen, losers = candidates[0], candidates[1:]
    same = [title_key(loser.value) == title_key(chosen.value) for loser in losers]
    ledger.note("/metadata/title", chosen.span, chosen.rule, 0.98 if losers and all(same) else 0.9, _rejected(losers))
    if chosen.rule != "header":
        ledger.find(Code.TITLE_INFERRED, chosen.span, "/metadata/title", source="the cite-as block")
    for loser, agrees in zip(losers, same, strict=True):
        if not agrees and not _with_subtitle(loser.value, witnesses):
            ledger.find(Code.TITLE_CONFLICT, loser.span, "/metadata/title", printed=quoted(loser.value), chosen=quoted(chosen.value))
    return chosen.value


def _with_subtitle(title: str, witnesses: Witnesses) -> bool:
    whole = f"{witnesses.titles.get('title', '')} {witnesses.titles.get('subtitle', '')}"
    return title_key(title) == title_key(whole)


def _subtitle(witnesses: Witnesses, ledger: Ledger) -> str | None:
    drafts = witnesses.drafts("subtitle")
    if not drafts:
        return None
    ledger.note("/metadata/subtitle", drafts[0].flow().whole(), "header", 0.8)
    return witnesses.titles["subtitle"].strip(MARKS)


# --- Authors ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Author:
    name: ParsedName
    span: Span
    rule: str


def _authors(witnesses: Witnesses, ledger: Ledger) -> tuple[Name, ...]:
    printed = [author for draft in witnesses.drafts("byline") for author in _byline(draft.flow(), witnesses, "byline")]
    printed = printed or [author for flow in witnesses.signature for author in _byline(flow, witnesses, "signature")]
    cited = _cited_authors(witnesses)
    chosen = printed or cited
    if not chosen:
        ledger.find(Code.MISSING_AUTHOR, None, "/metadata/authors")
        return ()
    _compare(printed, cited, ledger)
    roles = _role_lines(witnesses)
    return tuple(_author(number, author, cited, printed, roles, ledger) for number, author in enumerate(chosen))


def _byline(flow: Flow, witnesses: Witnesses, rule: str) -> list[_Author]:
    label = witnesses.profile.author.match(flow.text) or re.match(r"(?:by|von|par)\s+", flow.text, re.IGNORECASE)
    begin = label.end() if label else 0
    found = []
    for start, end in split_names(flow.text[begin:]):
        printed = flow.text[begin + start : begin + end]
        if any(character.isalpha() for character in printed):
            found.append(_Author(parse_name(printed, witnesses.known), flow.span(begin + start, begin + end), rule))
    return found


def _cited_authors(witnesses: Witnesses) -> list[_Author]:
    cite_as = witnesses.cite_as
    if cite_as is None or not cite_as.model.author:
        return []
    begin = cite_as.parts["author"][0]
    return [
        _Author(parse_name(cite_as.model.author[start:end], witnesses.known), cite_as.flow.span(begin + start, begin + end), "cite-as")
        for start, end in split_names(cite_as.model.author)
    ]


def _key(name: ParsedName) -> str:
    return fold_name(f"{name.given or ''} {name.family or name.literal}")


def _compare(printed: Sequence[_Author], cited: Sequence[_Author], ledger: Ledger) -> None:
    if not printed or not cited:
        return
    known = {_key(author.name) for author in printed}
    for number, author in enumerate(cited):
        if _key(author.name) not in known:
            other = printed[min(number, len(printed) - 1)].name.literal
            ledger.find(Code.AUTHOR_CONFLICT, author.span, "/metadata/authors", printed=quoted(author.name.literal), chosen=quoted(other))


def _role_lines(witnesses: Witnesses) -> list[Candidate]:
    """Return the lines under (or over) a byline that say a role."""
    return [
        Candidate(draft.flow().text, draft.flow().whole(), "line by the byline")
        for draft in witnesses.drafts("line")
        if _beside_byline(draft, witnesses) and len(draft.flow().text) <= 100
    ]


def _beside_byline(draft: Draft, witnesses: Witnesses) -> bool:
    numbers = {number for byline in witnesses.drafts("byline") for number in byline.numbers}
    return any(number - 1 in numbers or number + 1 in numbers for number in draft.numbers)


def _author(
    number: int, author: _Author, cited: Sequence[_Author], printed: Sequence[_Author], roles: Sequence[Candidate], ledger: Ledger
) -> Name:
    name, pointer = author.name, f"/metadata/authors/{number}"
    twin = next((other for other in cited if author.rule != "cite-as" and _key(other.name) == _key(name)), None)
    name = _split_by_twin(name, twin)
    losers = [Candidate(twin.name.literal, twin.span, "cite-as")] if twin else []
    ledger.note(pointer, author.span, author.rule, 0.98 if twin else 0.85, _rejected(losers))
    if not name.certain_split and not name.corporate and not twin:
        ledger.find(Code.NAME_UNSPLIT, author.span, pointer, printed=quoted(name.literal))
    if author.rule == "byline" and not twin and looks_like_name(name.literal) < 0.6:
        ledger.find(Code.AUTHOR_UNCERTAIN, author.span, pointer, printed=quoted(name.literal))
    _report_case(name, author.span, pointer, ledger)
    role = name.role
    if role is None and len(roles) == 1 and len(printed) == 1:
        role = roles[0].value
        ledger.note(f"{pointer}/role", roles[0].span, roles[0].rule, 0.8)
    return Name(name.given, name.family, role, name.literal)


def _split_by_twin(name: ParsedName, twin: _Author | None) -> ParsedName:
    """Take the split of ``Family, Given`` in the cite-as block where the byline leaves it open."""
    if twin is None or name.certain_split or not twin.name.certain_split or "," not in twin.name.literal:
        return name
    other = twin.name
    return ParsedName(other.given, other.family, name.role, name.literal, other.case, other.printed_family, certain_split=True)


def _report_case(name: ParsedName, span: Span, pointer: str, ledger: Ledger) -> None:
    if name.case == "as-printed" or not name.family:
        return
    printed, chosen = name.printed_family or name.literal, name.family
    if name.case == "uncertain":
        ledger.find(Code.NAME_CASE_UNCERTAIN, span, f"{pointer}/family", printed=printed, chosen=chosen)
    else:
        reason = "its letters decide"
        ledger.find(Code.NAME_CASE_INFERRED, span, f"{pointer}/family", printed=printed, chosen=chosen, reason=reason)


# --- Series and date ----------------------------------------------------------------------------------------


def _series(witnesses: Witnesses, ledger: Ledger) -> tuple[Series | None, Span | None]:
    found: list[tuple[Series, Span, Span, str]] = []
    for draft in witnesses.drafts("series"):
        flow = draft.flow()
        mention = find_series(flow.text, witnesses.profile)
        if mention:
            found.append(_series_of(flow, mention, witnesses.profile, "header"))
    cite_as = witnesses.cite_as
    if cite_as and cite_as.series:
        found.append(_series_of(cite_as.flow, cite_as.series, witnesses.profile, "cite-as"))
    if not found:
        ledger.find(Code.MISSING_SERIES, None, "/metadata/series")
        return None, None
    chosen, span, volume_span, rule = found[0]
    losers = [Candidate(series.literal or "", place, how) for series, place, _, how in found[1:]]
    ledger.note("/metadata/series", span, rule, 0.95, _rejected(losers))
    for series, place, _, _ in found[1:]:
        if (series.volume, series.number) != (chosen.volume, chosen.number):
            ledger.find(Code.SERIES_CONFLICT, place, "/metadata/series", printed=quoted(series.literal or ""), chosen=quoted(chosen.literal or ""))
        if chosen.name is None and series.name:
            chosen = Series(series.name, chosen.volume, chosen.number, chosen.literal)
    return chosen, volume_span


def _series_of(flow: Flow, mention: FoundSeries, profile: Profile, rule: str) -> tuple[Series, Span, Span, str]:
    text = flow.text
    name = series_name(text[slice(*mention.name)], profile) if mention.name else None
    volume = text[slice(*mention.volume)] if mention.volume else None
    number = " ".join(text[slice(*mention.number)].split())
    if volume is None and re.fullmatch(r"\d+", number):
        number = number.lstrip("0") or number
    literal = text[mention.start : mention.end].strip(" ,.;:")
    place = flow.span(*(mention.volume or mention.number))
    return Series(name, volume, number, literal), flow.span(mention.start, mention.end), place, rule


def series_name(printed: str, profile: Profile) -> str:
    """Return the name of the series without the house's acronym before it."""
    words = printed.strip(" ,:.").split()
    if len(words) > 1 and words[0] == profile.publisher.acronym:
        words = words[1:]
    return " ".join(words)


def _published(witnesses: Witnesses, series: Series | None, volume_span: Span | None, ledger: Ledger) -> PrintedDate | None:
    field = "/metadata/published"
    header = _header_dates(witnesses)
    cited = _cited_date(witnesses, series, ledger)
    chosen = header[0] if header else cited
    if chosen is None and series and series.volume:
        ledger.note(field, volume_span, "year of the series number", 0.7)
        ledger.find(Code.YEAR_INFERRED, volume_span, field, printed="of publication", chosen=series.volume, source="the series number")
        return PrintedDate(series.volume, "year", None)
    if chosen is None:
        ledger.find(Code.MISSING_DATE, None, field)
        return None
    date, span, rule, confidence = chosen
    losers = [other for other in [*header, *([cited] if cited else [])] if other is not chosen]
    ledger.note(field, span, rule, confidence, [Rejected(other[0].literal or other[0].date, other[1], other[2]) for other in losers])
    for other in losers:
        if not _agree(date.date, other[0].date):
            ledger.find(Code.DATE_CONFLICT, other[1], field, printed=quoted(other[0].literal or other[0].date), chosen=date.date)
    if header and series and series.volume and date.date[:4] != series.volume:
        ledger.find(Code.YEAR_CONFLICT, volume_span, field, printed=series.volume, chosen=date.date[:4], reason="the header gives the date, the series number another year")
    return date


def _agree(first: str, second: str) -> bool:
    length = min(len(first), len(second))
    return first[:length] == second[:length]


_Dated = tuple[PrintedDate, Span, str, float]


def _header_dates(witnesses: Witnesses) -> list[_Dated]:
    """Return the dates of the header, the most exact first."""
    found: list[_Dated] = []
    for draft in witnesses.front:
        if draft.type not in ("date", "series", "line"):
            continue
        flow = draft.flow()
        mention = find_series(flow.text, witnesses.profile)
        for date in find_dates(flow.text, years=True):
            if not date.valid or not date.iso or date.year is None or mention and date.start < mention.end and date.end > mention.start:
                continue
            if date.precision == "year" and draft.type != "date":
                continue
            found.append((PrintedDate(date.iso, date.precision, date.literal), flow.span(date.start, date.end), "header", 0.95))
    return sorted(found, key=lambda dated: -len(dated[0].date))


def _cited_date(witnesses: Witnesses, series: Series | None, ledger: Ledger) -> _Dated | None:
    """Return the date of the cite-as block, its year by the year rule."""
    cite_as = witnesses.cite_as
    if cite_as is None:
        return None
    date, year = cite_as.date, cite_as.model.year
    volume = series.volume if series else None
    accessed = cite_as.accessed.year if cite_as.accessed else None
    if date and date.valid and date.iso and date.year:
        _check_year(year, str(date.year), "the date in the same block has another year", cite_as, ledger)
        return PrintedDate(date.iso, date.precision, date.literal), cite_as.flow.span(date.start, date.end), "cite-as", 0.9
    chosen = volume or year
    if chosen is None:
        return None
    if volume and year:
        reason = f"the series number is of {volume}"
        reason += f", and {year} is the year of access" if str(accessed) == year else ""
        _check_year(year, volume, reason, cite_as, ledger)
    if date and date.valid and date.month:
        iso = f"{chosen}-{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
        ledger.find(
            Code.YEAR_INFERRED, cite_as.flow.span(date.start, date.end), "/metadata/published", printed=quoted(date.literal),
            chosen=chosen, source="the series number" if volume else "the cite-as block",
        )  # fmt: skip
        sure = 0.9 if volume else 0.7 if str(accessed) != year else 0.4
        return PrintedDate(iso, "day" if date.day else "month", date.literal), cite_as.flow.span(date.start, date.end), "cite-as", sure
    place = cite_as.span("year") or cite_as.model.span
    if str(accessed) == year and not volume:
        ledger.find(Code.YEAR_INFERRED, place, "/metadata/published", printed="of publication", chosen=chosen, source="the cite-as block, where it may be the year of access")
    return PrintedDate(chosen, "year", year if chosen == year else None), place, "cite-as", 0.7


def _check_year(printed: str | None, chosen: str, reason: str, cite_as: ParsedCiteAs, ledger: Ledger) -> None:
    if printed and printed != chosen:
        ledger.find(Code.YEAR_CONFLICT, cite_as.span("year"), "/metadata/published", printed=printed, chosen=chosen, reason=reason)


# --- Publisher, address, rights -----------------------------------------------------------------------------


def _publisher(witnesses: Witnesses, ledger: Ledger) -> Publisher | None:
    imprint, cite_as = witnesses.imprint, witnesses.cite_as
    candidates = []
    if cite_as and cite_as.model.publisher:
        candidates.append(Candidate(cite_as.model.publisher, cite_as.span("publisher"), "cite-as"))
    if imprint.name:
        candidates.append(Candidate(imprint.name.value, imprint.name.span, "colophon"))
    field = "/metadata/publisher"
    if not candidates:
        return _house(witnesses, ledger)
    chosen = candidates[0]
    losers = candidates[1:]
    ledger.note(f"{field}/name", chosen.span, chosen.rule, 0.95, _rejected(losers))
    for loser in losers:
        if loser.value != chosen.value:
            ledger.find(Code.PUBLISHER_CONFLICT, loser.span, f"{field}/name", printed=quoted(loser.value), chosen=quoted(chosen.value))
    acronym = next((match["acronym"] for candidate in candidates if (match := ACRONYM.search(candidate.value))), None)
    for name in ("phone", "fax", "email", "website"):
        found = getattr(imprint, name)
        if found:
            ledger.note(f"{field}/{name}", found.span, "colophon", 0.95)
    for number, found in enumerate(imprint.social):
        ledger.note(f"{field}/social/{number}", found.span, "colophon", 0.9)
    if imprint.address:
        ledger.note(f"{field}/address", Span(imprint.address[0].span.start, imprint.address[-1].span.end), "colophon", 0.85)
    return Publisher(
        name=ACRONYM.sub("", chosen.value).strip(), acronym=acronym,
        address="\n".join(_without_name(found.value, candidates) for found in imprint.address) or None,
        phone=imprint.phone.value if imprint.phone else None, fax=imprint.fax.value if imprint.fax else None,
        email=imprint.email.value if imprint.email else None, website=imprint.website.value if imprint.website else None,
        social=tuple(found.value for found in imprint.social),
    )  # fmt: skip


def _without_name(address: str, names: Sequence[Candidate]) -> str:
    """Leave out the house's name that stands before its address."""
    for name in names:
        if address.startswith(name.value) and len(address) > len(name.value) + 3:
            return address[len(name.value) :].lstrip(" ,:·–-")
    return address


def _house(witnesses: Witnesses, ledger: Ledger) -> Publisher | None:
    """Take the name from the profile of the house, where the page shows the house but not its whole name."""
    house = witnesses.profile.publisher
    if not house.names:
        ledger.find(Code.MISSING_PUBLISHER, None, "/metadata/publisher")
        return None
    language = language_of(witnesses.text)[0]
    name = next((name for name in house.names if language_of(name, {"en", "tr"})[0] == language), house.names[0])
    name = ACRONYM.sub("", name).strip()
    ledger.note("/metadata/publisher/name", None, f"profile {witnesses.profile.name}", 0.8)
    ledger.find(Code.PUBLISHER_INFERRED, None, "/metadata/publisher/name", chosen=quoted(name), source=f"the profile {witnesses.profile.name}")
    return Publisher(name=name, acronym=house.acronym)


def _url(witnesses: Witnesses, ledger: Ledger) -> str | None:
    cite_as = witnesses.cite_as
    printed = cite_as.model.url if cite_as else None
    if cite_as is None or printed is None:
        ledger.find(Code.MISSING_URL, None, "/metadata/url")
        return None
    cleaned, removed = clean_url(printed)
    place = cite_as.span("url")
    if not is_web_url(cleaned):
        ledger.find(Code.URL_INVALID, place, "/metadata/url", printed=quoted(printed))
        return None
    ledger.note("/metadata/url", place, "cite-as", 0.95)
    if removed:
        ledger.find(Code.URL_CLEANED, place, "/metadata/url", removed=", ".join(removed))
    return cleaned


def _doi(witnesses: Witnesses) -> str | None:
    texts = [draft.flow().text for draft in witnesses.front]
    if witnesses.cite_as:
        texts.append(witnesses.cite_as.flow.text)
    return next((doi for text in texts if (doi := doi_of(text))), None)


def _rights(witnesses: Witnesses, ledger: Ledger) -> str | None:
    rights = witnesses.imprint.rights
    if rights is None:
        return None
    ledger.note("/metadata/rights", rights.span, "colophon", 0.95)
    if re.search(r"\d{4}", rights.value):
        ledger.find(Code.RIGHTS_YEAR, rights.span, "/metadata/rights")
    return rights.value
