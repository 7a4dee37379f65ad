"""What a RIS entry owes to its readers: one rule, one function; the list at the end is the policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from converter.diagnostics import Code, Diagnostic
from converter.normalizers.spaces import word_set
from converter.validation.addresses import address_problem
from converter.validation.dates import is_after, is_date
from converter.validation.ris_reading import TAGS, RisEntry, RisField

TYPES = word_set("""
    ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE
    DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT GRNT HEAR ICOMM INPR INTV
    JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM POD PRESS RPRT SER SLIDE
    SOUND STAND STAT STD THES UNBILL UNPB UNPD VIDEO WEB
""")
TITLES = ("TI", "T1", "CT", "BT")
ADDRESSES = ("UR", "L1", "L2", "LK")
DATES = ("PY", "Y1", "DA", "Y2", "RD")
RIS_DATE = re.compile(
    r"(?P<year>\d{4})(?:[/-](?P<month>\d{1,2})?(?:[/-](?P<day>\d{1,2})?(?:/.*)?)?)?", re.ASCII
)
"""``2025``, ``2025/05/30``, ``2025/05/30/`` and, after a third stroke, words."""

Rule = Callable[[RisEntry], Iterator[tuple[RisField, Diagnostic]]]


def iso_date(value: str) -> str | None:
    """Return a date of RIS as an ISO date, ``None`` for what has not its form.

    >>> iso_date("2025/5/30/"), iso_date("2025///Spring"), iso_date("May 2025")
    ('2025-05-30', '2025', None)
    """
    match = RIS_DATE.fullmatch(value)
    if match is None:
        return None
    month, day = match["month"], match["day"]
    return "-".join(part.zfill(2) for part in (match["year"], month, day if month else None) if part)


def wrong(entry: RisEntry, reason: str) -> Diagnostic:
    """Report a field that programs will complain of or read differently."""
    return Code.RIS_FIELD.at(None, reason=f"{entry.key or entry.type}: {reason}")


def check_type(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a type that importers do not know: they make something of no type of it."""
    if entry.type not in TYPES:
        yield entry.fields[0], wrong(entry, f"{entry.type or 'nothing'} is no type of work")


def check_tags(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a tag that is none: importers drop it."""
    for one in entry.fields:
        if one.tag not in TAGS:
            yield one, wrong(entry, f"{one.tag} is no tag of RIS, so importers drop it")


def check_not_empty(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a tag without a value."""
    for one in entry.fields[1:]:
        if not one.value:
            yield one, wrong(entry, f"{one.tag} is empty")


def check_title(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report an entry that has no title."""
    if entry.value(*TITLES, "T2", "ST") is None:
        yield entry.fields[0], wrong(entry, "it has no title (TI)")


def check_dates(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a date that is none; one in words is kept by importers as words."""
    for one in entry.all(*DATES):
        date = iso_date(one.value)
        if date is None:
            yield one, wrong(entry, f"{one.tag} is {one.value}; a date is YYYY/MM/DD")
        elif not is_date(date):
            yield one, Code.DATE_INVALID.at(None, value=one.value)


def check_visit_after_publication(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a visit before the publication."""
    published = iso_date(entry.value("DA", "PY", "Y1") or "") or ""
    for one in entry.all("Y2"):
        visited = iso_date(one.value) or ""
        if is_after(published, visited):
            reason = f"visited on {visited}, but published on {published}, which is later"
            yield one, Code.DATE_ORDER.at(None, reason=reason)


def check_year_and_date(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a year that the full date contradicts."""
    year = (entry.value("PY", "Y1") or "")[:4]
    for one in entry.all("DA"):
        if year.isdecimal() and (iso_date(one.value) or year)[:4] != year:
            yield one, Code.DATE_CONTRADICTS.at(None, reason=f"DA is {one.value}, but the year is {year}")


def check_addresses(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report an address that cannot be followed; a path to a file in ``L1`` is none of the web."""
    for one in entry.all(*ADDRESSES):
        local = one.tag != "UR" and "://" not in one.value
        if not local and (reason := address_problem(one.value)):
            yield one, Code.ADDRESS_INVALID.at(None, value=one.value, reason=reason)


def check_names(entry: RisEntry) -> Iterator[tuple[RisField, Diagnostic]]:
    """Report a line of several authors: each has a line of its own."""
    for one in entry.all("AU", "A1", "A2", "ED"):
        if ";" in one.value or re.search(r"\sand\s.*,|,.*\sand\s", one.value):
            yield one, wrong(entry, f"{one.tag} names several; each has a line of its own: {one.value}")


RULES: tuple[Rule, ...] = (
    check_type,
    check_tags,
    check_not_empty,
    check_title,
    check_dates,
    check_year_and_date,
    check_visit_after_publication,
    check_addresses,
    check_names,
)
