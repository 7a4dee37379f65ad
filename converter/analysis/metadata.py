"""Which value each metadata field takes: a stated ranking picks a candidate, the others are kept.

Ranking: title header > cite-as; authors byline > cite-as; date header > cite-as (with the year rule of
``metadata_dates``) > series year; series header > cite-as; publisher cite-as > colophon; URL cite-as. What
the file says beside its text (``clues``) comes last: it is not printed, and programs write much of it.
"""

from __future__ import annotations

import re

from converter.analysis.ledger import Ledger, quoted
from converter.analysis.metadata_authors import read_authors, read_contributors
from converter.analysis.metadata_dates import read_published
from converter.analysis.metadata_publisher import read_publisher
from converter.analysis.metadata_series import read_series
from converter.analysis.witnesses import Candidate, Witnesses, rejected
from converter.diagnostics import Code
from converter.model import Metadata, PrintedDate, Rejected
from converter.normalizers.languages import language_of
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import clean_url, doi_of, web_target

MARKS = " *†‡"
KEYWORD_SIGNS = re.compile(r"[,;•·|]")
YEAR = re.compile(r"\d{4}")
LEAST_CONFIDENCE = 0.6


def read_metadata(witnesses: Witnesses, ledger: Ledger) -> Metadata:
    """Settle every field of the metadata."""
    language, series = _language(witnesses, ledger), read_series(witnesses, ledger)
    published = read_published(witnesses, series, ledger)
    return Metadata(
        title=_title(witnesses, ledger),
        subtitle=_subtitle(witnesses, ledger),
        language=language,
        authors=read_authors(witnesses, ledger),
        publisher=read_publisher(witnesses, language, ledger),
        series=series.series if series else None,
        published=published,
        url=_url(witnesses, ledger),
        doi=_doi(witnesses, ledger),
        rights=_rights(witnesses, published, ledger),
        contributors=read_contributors(witnesses, ledger),
        keywords=_keywords(witnesses, ledger),
    )


def _language(witnesses: Witnesses, ledger: Ledger) -> str:
    tag, confidence = language_of(witnesses.text or " ".join(witnesses.titles.values()))
    clue = witnesses.clues.first("language")
    said = clue.value.split("-")[0].lower() if clue else None
    if clue and said and (tag == "und" or (confidence < LEAST_CONFIDENCE and said != tag)):
        ledger.note("/metadata/language", None, clue.origin, 0.7, [Rejected(tag, None, "letters and words")])
        return said
    if said == tag:
        confidence = max(confidence, 0.9)
    ledger.note("/metadata/language", None, "letters and words of the body", round(confidence, 2))
    if tag == "und" or confidence < LEAST_CONFIDENCE:
        ledger.find(Code.LANGUAGE_UNCERTAIN, None, "/metadata/language", chosen=tag)
    return tag


def _title(witnesses: Witnesses, ledger: Ledger) -> str | None:
    printed = witnesses.titles.get("title", "").strip(MARKS)
    drafts = witnesses.drafts("title")[:1] if printed else []
    candidates = [Candidate(printed, draft.flow.whole(), "header") for draft in drafts]
    cite_as = witnesses.cite_as
    if cite_as and cite_as.model.title:
        candidates.append(Candidate(cite_as.model.title, cite_as.span("title"), "cite-as"))
    if clue := witnesses.clues.first("title"):
        candidates.append(Candidate(clue.value, None, clue.origin))
    if not candidates:
        ledger.find(Code.MISSING_TITLE, None, "/metadata/title")
        return None
    chosen, losers = candidates[0], candidates[1:]
    key = title_key(chosen.value)
    differing = [loser for loser in losers if title_key(loser.value) != key]
    confidence = 0.98 if losers and not differing else 0.9
    ledger.note("/metadata/title", chosen.span, chosen.rule, confidence, rejected(losers))
    if chosen.rule != "header":
        source = "the cite-as block" if chosen.rule == "cite-as" else chosen.rule
        ledger.find(Code.TITLE_INFERRED, chosen.span, "/metadata/title", source=source)
    for loser in differing:
        if not _is_with_subtitle(loser.value, witnesses) and not _is_longer(loser, key):
            values = {"printed": quoted(loser.value), "chosen": quoted(chosen.value)}
            ledger.find(Code.TITLE_CONFLICT, loser.span, "/metadata/title", **values)
    return chosen.value


def _is_longer(clue: Candidate, key: str) -> bool:
    """Tell whether a title that is not printed holds the printed one, with the name of the site or more."""
    other = title_key(clue.value)
    return clue.span is None and (key in other or other in key)


def _is_with_subtitle(title: str, witnesses: Witnesses) -> bool:
    whole = f"{witnesses.titles.get('title', '')} {witnesses.titles.get('subtitle', '')}"
    return title_key(title) == title_key(whole)


def _subtitle(witnesses: Witnesses, ledger: Ledger) -> str | None:
    drafts = witnesses.drafts("subtitle")
    printed = witnesses.titles.get("subtitle", "").strip(MARKS)
    if not drafts or not printed:
        return None
    ledger.note("/metadata/subtitle", drafts[0].flow.whole(), "header", 0.8)
    return printed


def _url(witnesses: Witnesses, ledger: Ledger) -> str | None:
    cite_as, profile = witnesses.cite_as, witnesses.profile
    printed = cite_as.model.url if cite_as else None
    clue = witnesses.clues.first("url")
    place, rule = (cite_as.span("url") if cite_as else None), "cite-as"
    if printed is None and clue is not None:
        printed, place, rule = clue.value, None, clue.origin
    if printed is None:
        ledger.find(Code.MISSING_URL, None, "/metadata/url")
        return None
    cleaned, removed = clean_url(printed, profile.addresses.tracking)
    cleaned, shortened = profile.shorten(cleaned)
    target = web_target(cleaned)
    if target is None:
        ledger.find(Code.URL_INVALID, place, "/metadata/url", printed=quoted(printed))
        return None
    ledger.note("/metadata/url", place, rule, 0.95)
    if removed:
        ledger.find(Code.URL_CLEANED, place, "/metadata/url", removed=", ".join(removed))
    if shortened:
        ledger.find(Code.URL_SHORTENED, place, "/metadata/url", removed=shortened, profile=profile.name)
    return target


def _keywords(witnesses: Witnesses, ledger: Ledger) -> tuple[str, ...]:
    """Return the keywords of the page, parted at commas, semicolons and dots."""
    words: list[str] = []
    for draft in witnesses.drafts("keywords"):
        label = witnesses.profile.keywords.match(draft.flow.text)
        printed = draft.flow.text[label.end() if label else 0 :]
        words += [word.strip(" .") for word in KEYWORD_SIGNS.split(printed) if word.strip(" .")]
        ledger.note("/metadata/keywords", draft.flow.whole(), "header", 0.95)
    if not words and (clues := witnesses.clues.of("keywords")):
        words = [clue.value for clue in clues]
        ledger.note("/metadata/keywords", None, clues[0].origin, 0.7)
    return tuple(dict.fromkeys(words))


def _doi(witnesses: Witnesses, ledger: Ledger) -> str | None:
    texts = [draft.flow.text for draft in witnesses.front]
    if witnesses.cite_as:
        texts.append(witnesses.cite_as.flow.text)
    printed = next((doi for text in texts if (doi := doi_of(text))), None)
    clue = witnesses.clues.first("doi")
    if printed or clue is None:
        return printed
    ledger.note("/metadata/doi", None, clue.origin, 0.9)
    return doi_of(clue.value)


def _rights(witnesses: Witnesses, published: PrintedDate | None, ledger: Ledger) -> str | None:
    rights = witnesses.imprint.rights
    if rights is None:
        clue = witnesses.clues.first("rights")
        if clue is not None:
            ledger.note("/metadata/rights", None, clue.origin, 0.8)
        return clue.value if clue else None
    ledger.note("/metadata/rights", rights.span, "colophon", 0.95)
    years = YEAR.findall(rights.value)
    if years and published and years[-1] != published.date[:4]:
        ledger.find(Code.RIGHTS_YEAR, rights.span, "/metadata/rights")
    return rights.value
