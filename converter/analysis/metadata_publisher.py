"""Which house publishes: its name in the cite-as block, else in the colophon, else in the profile."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.candidates import Candidate, rejected
from converter.analysis.colophon import ACRONYM, Imprint
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.mastheads import is_role, is_short_name
from converter.analysis.metadata_title import without_house
from converter.analysis.segments import SIGNS, split_segments
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Publisher
from converter.normalizers.house_names import EDITOR_BEHIND, NOT, SURE, house_name
from converter.normalizers.spaces import title_key
from converter.profiles.written import House
from converter.source import Span

POINTER = "/metadata/publisher"
HOUSE_BREAK = re.compile(r"\s*[:,;/]\s+")
ARTICLE = re.compile(r"(?:the|le|la|l['’]|das|die|der|el|il)\s*\b", re.IGNORECASE)


def read_publisher(witnesses: Witnesses, language: str, ledger: Ledger) -> Publisher | None:
    """Return the house with what its colophon says."""
    imprint = witnesses.imprint
    candidates = _names(witnesses)
    if not candidates:
        return _house(witnesses, language, ledger)
    chosen, losers = candidates[0], candidates[1:]
    ledger.note(f"{POINTER}/name", chosen.span, chosen.rule, 0.95 if chosen.span else 0.9, rejected(losers))
    for loser in losers:
        is_same = loser.rule == "header" and is_same_house(loser.value, chosen.value)
        if loser.span and loser.value != chosen.value and not is_same:
            values = {"printed": quoted(loser.value), "chosen": quoted(chosen.value)}
            ledger.find(Code.PUBLISHER_CONFLICT, loser.span, f"{POINTER}/name", **values)
    if chosen.rule == "header" and len({title_key(one.value) for one in candidates}) == len(candidates):
        values = {"chosen": quoted(chosen.value), "source": "a line of the header"}
        ledger.find(Code.PUBLISHER_INFERRED, chosen.span, f"{POINTER}/name", **values)
    matches = [match for candidate in candidates if (match := ACRONYM.search(candidate.value))]
    if matches:
        printed = next(candidate for candidate in candidates if candidate.value == matches[0].string)
        ledger.note(f"{POINTER}/acronym", printed.span, printed.rule, 0.95)
    _write_down(imprint, ledger)
    acronym = matches[0]["acronym"] if matches else None
    return _publisher(chosen.value, acronym, imprint, candidates)


def _publisher(
    name: str, acronym: str | None, imprint: Imprint, candidates: Sequence[Candidate] = ()
) -> Publisher:
    """Put together the name of a house and the contacts of its colophon."""
    address = "\n".join([_without_name(found.value, candidates) for found in imprint.address])
    return Publisher(
        name=ACRONYM.sub("", name).strip(),
        acronym=acronym,
        address=address or None,
        phone=imprint.phone.value if imprint.phone else None,
        fax=imprint.fax.value if imprint.fax else None,
        email=imprint.email.value if imprint.email else None,
        website=imprint.website.value if imprint.website else None,
        social=tuple([found.value for found in imprint.social]),
    )


def _names(witnesses: Witnesses) -> list[Candidate]:
    cite_as, name = witnesses.cite_as, witnesses.imprint.name
    found = witnesses.clues.stated("publisher")
    printed = []
    if cite_as and cite_as.model.publisher:
        cited = house_in(_name_in(cite_as.model.publisher, witnesses))
        printed.append(Candidate(cited, cite_as.span("publisher"), "cite-as"))
    if name:
        printed.append(Candidate(_name_in(name.value, witnesses), name.span, "colophon"))
    printed += header_houses(witnesses)
    return [*found, *_houses_first(printed)]


def is_same_house(other: str, name: str) -> bool:
    """Tell whether two names are one but for an acronym, an article or letter case."""
    keys = [title_key(ARTICLE.sub("", ACRONYM.sub("", one).strip())) for one in (other, name)]
    acronyms = [match["acronym"] for one in (other, name) if (match := ACRONYM.search(one))]
    return keys[0] == keys[1] or any(title_key(acronym) in keys for acronym in acronyms)


def _houses_first(printed: Sequence[Candidate]) -> list[Candidate]:
    """Put what is surely a house before what may be a place or a series; else keep the order."""
    sure = [one for one in printed if house_name(one.value) == SURE]
    doubtful = printed and house_name(printed[0].value) == NOT and not ACRONYM.search(printed[0].value)
    return [*sure, *[one for one in printed if one not in sure]] if sure and doubtful else list(printed)


def header_houses(witnesses: Witnesses) -> list[Candidate]:
    """Return the lines of the header, or the pieces of them, that are but the name of a house."""
    found = []
    for draft in witnesses.front:
        text = draft.flow.text
        if draft.type == "title" and without_house(text) != text:
            start = text.rindex("|") + 1
            start += len(text[start:]) - len(text[start:].lstrip())
            found.append(Candidate(text[start:], draft.flow.span(start, len(text)), "header"))
        if draft.type in ("title", "subtitle", "abstract", "byline"):
            continue
        label = witnesses.profile.publisher_label.match(text)
        begin = label.end() if label else 0
        if draft.type == "series" and (length := house_before(text)):
            found.append(Candidate(text[:length], draft.flow.span(0, length), "header"))
        for start, end in [(begin, len(text))] if label else split_segments(text):
            comma = text.find(", ", start, end)
            stop = comma if comma > 0 and draft.type in ("date", "series") else end
            first = draft.type == "line" and draft.numbers[0] == 0 and _may_be_short(text, witnesses)
            if text[start:stop] and (label or first or house_name(text[start:stop]) != NOT):
                stop = start + len(EDITOR_BEHIND.sub("", text[start:stop]))
                found.append(Candidate(text[start:stop], draft.flow.span(start, stop), "header"))
    return found


def house_before(text: str) -> int:
    """Return how much of a line names the house, before the name of its series.

    >>> house_before("Saltmarsh Institute Occasional Commentary No. 6")
    19
    """
    if not SIGNS.isdisjoint(text):
        return 0
    ends = [sign.start() for sign in re.finditer(r"\s+(?=[^\W\d_a-z])", text)]
    return max([end for end in ends if house_name(text[:end]) == SURE], default=0)


def _may_be_short(text: str, witnesses: Witnesses) -> bool:
    profile = witnesses.profile
    return is_short_name(text) and not (
        text in profile.kicker or profile.series.is_masthead(text) or is_role(text)
    )


def house_in(printed: str) -> str:
    """Return the house in what a cite-as block says: neither the place before it nor the one behind it.

    >>> house_in("Saltholm: Law and Sea Centre"), house_in("Sea Centre, Saltholm"), house_in("Tide Watch")
    ('Law and Sea Centre', 'Sea Centre', 'Tide Watch')
    """
    pieces = HOUSE_BREAK.split(printed)
    best = max(pieces, key=house_name)
    if house_name(best):
        return best
    return pieces[1] if len(pieces) == 2 and ":" in printed else printed


def _name_in(line: str, witnesses: Witnesses) -> str:
    """Return the name that a line of the colophon begins with, if the file gives it; else the whole line."""
    told = witnesses.clues.told("publisher")
    return told[0].value if told and line.startswith(told[0].value) else line


def _write_down(imprint: Imprint, ledger: Ledger) -> None:
    """Write down where the lines of the colophon stand."""
    contacts = {
        "phone": imprint.phone,
        "fax": imprint.fax,
        "email": imprint.email,
        "website": imprint.website,
    }
    for name, found in contacts.items():
        if found:
            ledger.note(f"{POINTER}/{name}", found.span, "colophon", 0.95)
    for number, found in enumerate(imprint.social):
        ledger.note(f"{POINTER}/social/{number}", found.span, "colophon", 0.9)
    if imprint.address:
        first, last = imprint.address[0].span, imprint.address[-1].span
        ledger.note(f"{POINTER}/address", Span(first.start, last.end), "colophon", 0.85)


def _without_name(address: str, names: Sequence[Candidate]) -> str:
    """Leave out the house's name that stands before its address."""
    acronyms = [match["acronym"] for one in names if (match := ACRONYM.search(one.value))]
    for name in (*[one.value for one in names], *acronyms):
        if address.startswith(name) and len(address) > len(name) + 3:
            return address[len(name) :].lstrip(" ,:·–-")
    return address


def _is_one_of(name: str, house: House) -> bool:
    """Tell whether a site goes by one of the names that the profile knows."""
    keys = {title_key(ACRONYM.sub("", one)) for one in (*house.all_names, house.acronym or "")}
    return title_key(ACRONYM.sub("", name)) in keys - {""}


def _told(told: Sequence[Candidate], imprint: Imprint, ledger: Ledger) -> Publisher:
    """Take the name that the file gives, where the page gives none."""
    chosen = told[0]
    ledger.note(f"{POINTER}/name", None, chosen.rule, 0.75, rejected(told[1:]))
    values = {"chosen": quoted(chosen.value), "source": chosen.rule}
    ledger.find(Code.PUBLISHER_INFERRED, None, f"{POINTER}/name", **values)
    _write_down(imprint, ledger)
    match = ACRONYM.search(chosen.value)
    return _publisher(chosen.value, match["acronym"] if match else None, imprint)


def _house(witnesses: Witnesses, language: str, ledger: Ledger) -> Publisher | None:
    """Take the name from the profile of the house, where the page shows the house but not its whole name."""
    house = witnesses.profile.publisher
    told = witnesses.clues.told("publisher")
    if told and not _is_one_of(told[0].value, house):
        return _told(told, witnesses.imprint, ledger)
    if not house.all_names:
        ledger.find(Code.MISSING_PUBLISHER, None, POINTER)
        return None
    name = ACRONYM.sub("", house.names.get(language, house.all_names[0])).strip()
    rule = f"profile {witnesses.profile.name}"
    ledger.note(f"{POINTER}/name", None, rule, 0.8)
    values = {"chosen": quoted(name), "source": f"the {rule}"}
    ledger.find(Code.PUBLISHER_INFERRED, None, f"{POINTER}/name", **values)
    return Publisher(name=name, acronym=house.acronym)
