"""Which value each metadata field takes: a stated ranking picks a candidate, the others are kept.

First comes what a person says of the document (a sidecar). Then the page: title header > cite-as; authors
byline > signature > cite-as; date header > cite-as (with the year rule of ``metadata_cited_date``); series
header > cite-as; publisher cite-as > colophon; URL cite-as; language by the letters and words of the text.
Where the page is silent, what the file says beside its text is taken, then its name, then the address of the
page (``clues``), and last the year of the series number. What loses is kept; a contradiction is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.abstracts import keywords_heading
from converter.analysis.candidates import Candidate, rejected
from converter.analysis.ledger import Ledger
from converter.analysis.metadata_address import read_doi, read_url
from converter.analysis.metadata_authors import read_authors, read_contributors
from converter.analysis.metadata_dates import read_published
from converter.analysis.metadata_publisher import read_publisher
from converter.analysis.metadata_series import read_series
from converter.analysis.metadata_title import read_subtitle, read_title
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Metadata, PrintedDate
from converter.normalizers.languages import language_of

KEYWORD_SIGNS = re.compile(r"[,;•·|]")
LANGUAGE = re.compile(r"[a-z]{2,3}")
REGION = re.compile(r"[-_].*")
YEAR = re.compile(r"\d{4}")
LEAST_CONFIDENCE = 0.6
TOLD = 0.75
"""How sure a value is that only the file says, beside the text."""


def read_metadata(witnesses: Witnesses, ledger: Ledger) -> Metadata:
    """Settle every field of the metadata."""
    language, series = _language(witnesses, ledger), read_series(witnesses, ledger)
    published = read_published(witnesses, series, ledger)
    return Metadata(
        title=read_title(witnesses, ledger),
        subtitle=read_subtitle(witnesses, ledger),
        language=language,
        authors=read_authors(witnesses, ledger),
        publisher=read_publisher(witnesses, language, ledger),
        series=series.series if series else None,
        published=published,
        url=read_url(witnesses, ledger),
        doi=read_doi(witnesses, ledger),
        rights=_rights(witnesses, published, ledger),
        contributors=read_contributors(witnesses, ledger),
        keywords=_keywords(witnesses, ledger),
    )


def _language(witnesses: Witnesses, ledger: Ledger) -> str:
    """Return the language: a person's word, the text where that is sure, what the file says, the text."""
    stated, told = _tags(witnesses.clues.stated("language")), _tags(witnesses.clues.told("language"))
    tag, confidence = language_of(witnesses.text or " ".join(witnesses.titles.values()))
    by_text = Candidate(tag, None, "letters and words of the body")
    is_sure = tag != "und" and confidence >= LEAST_CONFIDENCE
    chosen, *others = [*stated, by_text, *told] if is_sure else [*stated, *told, by_text]
    losers = [one for one in others if one.value != "und"]
    sure = round(confidence, 2) if chosen is by_text else 1.0 if stated else TOLD
    ledger.note("/metadata/language", None, chosen.rule, sure, rejected(losers))
    if not (stated or is_sure):
        ledger.find(Code.LANGUAGE_UNCERTAIN, None, "/metadata/language", chosen=chosen.value)
    return chosen.value


def _tags(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that are tags of languages, without the region, which says nothing of the text."""
    tags = [REGION.sub("", one.value.strip()).lower() for one in candidates]
    pairs = zip(candidates, tags, strict=True)
    return [one._replace(value=tag) for one, tag in pairs if LANGUAGE.fullmatch(tag)]


def _keywords(witnesses: Witnesses, ledger: Ledger) -> tuple[str, ...]:
    """Return the keywords, parted at commas, semicolons and dots: a person's word, the page, the file."""
    clues = witnesses.clues
    found = clues.stated("keywords")
    for draft in witnesses.drafts("keywords") if not found else ():
        printed = draft.flow.text[keywords_heading(draft.flow.text, witnesses.profile) :]
        found.append(Candidate(printed, draft.flow.whole(), "header"))
    found = found or clues.first_group("keywords", stated=False)
    for one in found:
        ledger.note("/metadata/keywords", one.span, one.rule, 0.95 if one.span else TOLD)
    words = [word.strip(" .") for one in found for word in KEYWORD_SIGNS.split(one.value)]
    return tuple(dict.fromkeys(filter(None, words)))


def _rights(witnesses: Witnesses, published: PrintedDate | None, ledger: Ledger) -> str | None:
    rights = witnesses.imprint.rights
    printed = [Candidate(rights.value, rights.span, "colophon")] if rights else []
    found = [*witnesses.clues.stated("rights"), *printed, *witnesses.clues.told("rights")]
    if not found:
        return None
    chosen = found[0]
    ledger.note(
        "/metadata/rights", chosen.span, chosen.rule, 0.95 if chosen.span else TOLD, rejected(found[1:])
    )
    years = YEAR.findall(chosen.value)
    if years and published and years[-1] != published.date[:4]:
        ledger.find(Code.RIGHTS_YEAR, chosen.span, "/metadata/rights")
    return chosen.value
