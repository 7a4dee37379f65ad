"""The title: a person's word, the header, the cite-as block, the file, its name, the address of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.candidates import Candidate, rejected
from converter.analysis.clues import WEAK
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.normalizers.house_names import house_name
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import site_label
from converter.source import STATED as STATED_ORIGINS

POINTER = "/metadata/title"
MARKS = " *†‡"
SITE = re.compile(r"\s+[|·•»›:–—-]\s+|\s*\|\s*")
"""What stands between a title and the name of the site in `The Lamps | Tidal Institute`."""

NO_TITLE = re.compile(
    r"microsoft word\b|untitled\b|document\d*$|.*\.(?:docx?|odt|pdf|indd|qxd|rtf|txt|html?)$", re.IGNORECASE
)
"""What programs write where nobody gave a title."""

CUT_OFF = ("…", "...")
SHORTEST_BEGINNING = 12
CONFIDENCE = {"header": 0.9, "cite-as": 0.9, "file name": 0.4, "address of the page": 0.5}
"""Of a title that nothing else confirms; of what a file says it is lower, see ``TOLD``."""

TOLD, STATED, CONFIRMED, DOUBTED = 0.75, 1.0, 0.98, 0.6


def read_title(witnesses: Witnesses, ledger: Ledger) -> str | None:
    """Return the title; what it is called otherwise elsewhere is reported."""
    stated = witnesses.clues.stated("title")
    candidates = [*stated, *_printed(witnesses), *_told(witnesses)]
    if not candidates:
        ledger.find(Code.MISSING_TITLE, None, POINTER)
        return None
    chosen, losers = candidates[0], candidates[1:]
    differing = [loser for loser in losers if not _is_same(loser.value, chosen.value)]
    confidence = CONFIRMED if len(differing) < len(losers) else CONFIDENCE.get(chosen.rule, TOLD)
    if chosen.rule == "header" and confidence < CONFIRMED and ledger.is_doubted(chosen.span):
        confidence = DOUBTED
    ledger.note(POINTER, chosen.span, chosen.rule, STATED if stated else confidence, rejected(losers))
    if not stated and chosen.rule != "header":
        source = "the cite-as block" if chosen.rule == "cite-as" else chosen.rule
        ledger.find(Code.TITLE_INFERRED, chosen.span, POINTER, source=source)
    for loser in differing:
        if _contradicts(loser, chosen.value, witnesses):
            where = "" if loser.span else f" ({loser.rule})"
            values = {"printed": quoted(loser.value) + where, "chosen": quoted(chosen.value)}
            ledger.find(Code.TITLE_CONFLICT, loser.span, POINTER, **values)
    return chosen.value


def _contradicts(loser: Candidate, title: str, witnesses: Witnesses) -> bool:
    """Tell whether a title is another one, and no more or less of the same beside the page."""
    if loser.rule == "header":
        return True
    if loser.rule in WEAK or _is_with_subtitle(loser.value, witnesses):
        return False
    keys = sorted((title_key(loser.value), title_key(title)), key=len)
    return loser.span is not None or loser.rule.startswith(STATED_ORIGINS) or keys[0] not in keys[1]


def _printed(witnesses: Witnesses) -> list[Candidate]:
    printed = witnesses.titles.get("title", "").strip(MARKS)
    label = witnesses.profile.title.match(printed)
    printed = without_house(printed[label.end() :] if label else printed)
    drafts = witnesses.drafts("title")[:1] if printed else []
    found = [Candidate(printed, draft.flow.whole(), "header") for draft in drafts]
    cite_as = witnesses.cite_as
    if cite_as and cite_as.model.title:
        found.append(Candidate(cite_as.model.title, cite_as.span("title"), "cite-as"))
    return found


def without_house(title: str) -> str:
    """Leave out a house behind a stroke, as the titles of web pages have it.

    >>> without_house("Deep Water | Coastal Policy Lab"), without_house("Ports | Ships | Law")
    ('Deep Water', 'Ports | Ships | Law')
    """
    before, stroke, house = title.rpartition("|")
    return before.strip() if stroke and house_name(house.strip()) else title


def _told(witnesses: Witnesses) -> list[Candidate]:
    """Return what the file calls the document, the name of the site left out."""
    told = [one for one in witnesses.clues.told("title") if not NO_TITLE.match(one.value)]
    houses = _houses(witnesses)
    return [one._replace(value=_without_site(one.value, houses)) for one in told]


def _houses(witnesses: Witnesses) -> set[str]:
    """Return the keys of all names that the site of the page may go by."""
    profile, cite_as, imprint = witnesses.profile, witnesses.cite_as, witnesses.imprint
    names = [*profile.publisher.all_names, profile.publisher.acronym or ""]
    names += [one.value for one in (*witnesses.clues.told("publisher"), *witnesses.clues.stated("publisher"))]
    names += [cite_as.model.publisher or ""] if cite_as else []
    names += [imprint.name.value] if imprint.name else []
    names += [site_label(one.value) for one in witnesses.clues.told("url")]
    return {title_key(part) for name in names for part in (name, *re.split(r"[()]", name))} - {""}


def _without_site(title: str, houses: set[str]) -> str:
    """Leave out the name of a house behind or before a title."""
    signs = list(SITE.finditer(title))
    if signs and title_key(title[signs[-1].end() :]) in houses:
        return _without_site(title[: signs[-1].start()], houses)
    if signs and title_key(title[: signs[0].start()]) in houses:
        return _without_site(title[signs[0].end() :], houses)
    return title


def _is_same(other: str, title: str) -> bool:
    """Tell whether a title is the same but for signs, the name of a site, or a cut-off end."""
    key = title_key(title)
    if title_key(other) == key:
        return True
    if other.endswith(CUT_OFF):
        beginning = title_key(other)
        return len(beginning) >= SHORTEST_BEGINNING and key.startswith(beginning)
    return any(title_key(piece) == key for piece in _pieces(other))


def _pieces(title: str) -> Sequence[str]:
    """Return a title without its last or its first piece."""
    signs = list(SITE.finditer(title))
    return [piece for sign in signs for piece in (title[: sign.start()], title[sign.end() :])]


def _is_with_subtitle(title: str, witnesses: Witnesses) -> bool:
    whole = f"{witnesses.titles.get('title', '')} {witnesses.titles.get('subtitle', '')}"
    return title_key(title) == title_key(whole)


def read_subtitle(witnesses: Witnesses, ledger: Ledger) -> str | None:
    """Return the subtitle: a person's word, the header, the file."""
    drafts = witnesses.drafts("subtitle")
    printed = witnesses.titles.get("subtitle", "").strip(MARKS)
    found = witnesses.clues.stated("subtitle")
    if drafts and printed:
        found.append(Candidate(printed, drafts[0].flow.whole(), "header"))
    found += witnesses.clues.told("subtitle")
    if not found:
        return None
    printed_sure = DOUBTED if ledger.is_doubted(found[0].span) else 0.8
    confidence = printed_sure if found[0].span else STATED if witnesses.clues.stated("subtitle") else TOLD
    ledger.note("/metadata/subtitle", found[0].span, found[0].rule, confidence, rejected(found[1:]))
    return found[0].value
