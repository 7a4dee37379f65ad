"""Where the page stands: its address and DOI, by a person's word, the page itself, the file."""

from __future__ import annotations

from converter.analysis.candidates import Candidate, rejected
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.permanent import PERMANENT
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.normalizers.urls import clean_url, doi_of, find_urls, web_target

POINTER = "/metadata/url"


def read_url(witnesses: Witnesses, ledger: Ledger) -> str | None:
    """Return the address, clean; one that cannot be used, or another in another place, is reported."""
    candidates = _addresses(witnesses)
    if not candidates:
        ledger.find(Code.MISSING_URL, None, POINTER)
        return None
    chosen, losers = candidates[0], candidates[1:]
    profile = witnesses.profile
    cleaned, removed = clean_url(chosen.value, profile.addresses.tracking)
    cleaned, shortened = profile.shorten(cleaned)
    target = web_target(cleaned)
    if target is None:
        ledger.find(Code.URL_INVALID, chosen.span, POINTER, printed=quoted(chosen.value))
        return None
    ledger.note(POINTER, chosen.span, chosen.rule, 0.95 if chosen.span else 0.9, rejected(losers))
    if removed:
        ledger.find(Code.URL_CLEANED, chosen.span, POINTER, removed=", ".join(removed))
    if shortened:
        ledger.find(Code.URL_SHORTENED, chosen.span, POINTER, removed=shortened, profile=profile.name)
    for loser in losers:
        if _key(loser.value) != _key(chosen.value):
            values = {"printed": f"{quoted(loser.value)} ({loser.rule})", "chosen": quoted(chosen.value)}
            ledger.find(Code.URL_CONFLICT, loser.span, POINTER, **values)
    return target


def _addresses(witnesses: Witnesses) -> list[Candidate]:
    found = witnesses.clues.stated("url")
    cite_as = witnesses.cite_as
    if cite_as and cite_as.model.url:
        found.append(Candidate(cite_as.model.url, cite_as.span("url"), "cite-as"))
    found += _labelled_addresses(witnesses)
    return [*found, *[one for one in witnesses.clues.told("url") if web_target(one.value)]]


def _labelled_addresses(witnesses: Witnesses) -> list[Candidate]:
    """Return the addresses that a label calls those of the page (`Permalink: …`)."""
    flows = [draft.flow for draft in witnesses.front] + list(witnesses.closing)
    found = []
    for flow in flows:
        label = PERMANENT.match(flow.text)
        for start, end in find_urls(flow.text)[:1] if label else ():
            found.append(Candidate(flow.text[start:end], flow.span(start, end), "labelled line"))
    return found


def _key(url: str) -> str:
    """Return what two forms of one address have in common."""
    rest = clean_url(url)[0].partition("://")[2]
    return rest.removeprefix("www.").rstrip("/").casefold()


def read_doi(witnesses: Witnesses, ledger: Ledger) -> str | None:
    """Return the DOI: a person's word, header or cite-as block, the file."""
    stated = [one for one in witnesses.clues.stated("doi") if doi_of(one.value)]
    flows = [draft.flow for draft in witnesses.front]
    flows += [witnesses.cite_as.flow] if witnesses.cite_as else []
    printed = next((doi for flow in flows if (doi := doi_of(flow.text))), None)
    told = [one for one in witnesses.clues.told("doi") if doi_of(one.value)]
    found = [*stated, *([] if printed is None else [Candidate(printed, None, "header or cite-as")]), *told]
    if not found:
        return None
    if found[0].value != printed:
        ledger.note("/metadata/doi", None, found[0].rule, 0.9, rejected(found[1:]))
    return doi_of(found[0].value)
