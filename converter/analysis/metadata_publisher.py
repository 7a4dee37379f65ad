"""Which house publishes: its name in the cite-as block, else in the colophon, else in the profile."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.candidates import Candidate, rejected
from converter.analysis.colophon import ACRONYM, Imprint
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Publisher
from converter.normalizers.spaces import title_key
from converter.profiles.written import House
from converter.source import Span

POINTER = "/metadata/publisher"


def read_publisher(witnesses: Witnesses, language: str, ledger: Ledger) -> Publisher | None:
    """Return the house with what its colophon says."""
    imprint = witnesses.imprint
    candidates = _names(witnesses)
    if not candidates:
        return _house(witnesses, language, ledger)
    chosen, losers = candidates[0], candidates[1:]
    ledger.note(f"{POINTER}/name", chosen.span, chosen.rule, 0.95 if chosen.span else 0.9, rejected(losers))
    for loser in losers:
        if loser.value != chosen.value and loser.span:
            values = {"printed": quoted(loser.value), "chosen": quoted(chosen.value)}
            ledger.find(Code.PUBLISHER_CONFLICT, loser.span, f"{POINTER}/name", **values)
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
    if cite_as and cite_as.model.publisher:
        printed = _name_in(cite_as.model.publisher, witnesses)
        found.append(Candidate(printed, cite_as.span("publisher"), "cite-as"))
    if name:
        found.append(Candidate(_name_in(name.value, witnesses), name.span, "colophon"))
    return found


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
    for name in names:
        if address.startswith(name.value) and len(address) > len(name.value) + 3:
            return address[len(name.value) :].lstrip(" ,:·–-")
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
