"""What a sidecar says: its keys and values as clues, with a finding for each that cannot be used."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from converter.diagnostics import Code, Diagnostic
from converter.normalizers.dates import parse_date
from converter.normalizers.urls import doi_of, web_target
from converter.sidecars.plain_yaml import Entry, entries_of
from converter.sidecars.sidecar import TABLE, Sidecar
from converter.sidecars.table import FILE
from converter.source import CLUE_FIELDS, Clue

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "authors": "author", "translators": "translator", "editors": "editor", "date": "published",
        "issued": "published", "lang": "language", "keyword": "keywords", "tags": "keywords",
        "year": "published", "issue": "number", "address": "url", "link": "url", "institution": "publisher",
    }
)  # fmt: skip
"""What people call a field → the field."""

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
SEVERAL = frozenset({"author", "translator", "editor", "keywords"})
"""Fields that may have several values."""

BETWEEN = ";"
"""Parts several values in one cell of a table."""


def _is_date(value: str) -> bool:
    date = parse_date(value)
    return date is not None and date.iso is not None and date.year is not None


CHECKS: Mapping[str, tuple[Callable[[str], object], str]] = MappingProxyType(
    {
        "published": (_is_date, "date with a year"),
        "language": (LANGUAGE.fullmatch, "language tag, such as en or tr (BCP 47)"),
        "url": (web_target, "web address"),
        "doi": (doi_of, "DOI"),
    }
)
"""Field → what its values must pass, and what they are then."""


def read_sidecar(sidecar: Sidecar) -> tuple[list[Clue], list[Diagnostic]]:
    """Return what a sidecar says, and what of it cannot be used."""
    try:
        is_table = sidecar.name == TABLE
        entries = list(_cells(sidecar) if is_table else entries_of(sidecar.content))
    except ValueError as problem:
        reason = " ".join(str(problem).split())
        return [], [Code.SIDECAR_UNREADABLE.at(None, file=sidecar.name, reason=reason)]
    clues: list[Clue] = []
    findings: list[Diagnostic] = []
    for entry in entries:
        place = f"{sidecar.name}:{entry.line}"
        field = OTHER_NAMES.get(entry.key.lower(), entry.key.lower())
        if field not in CLUE_FIELDS:
            findings.append(_unknown(place, entry.key))
            continue
        usable, wrong = _values(entry, field, place)
        clues += [Clue(field, value, f"sidecar {sidecar.name}") for value in usable]
        findings += wrong
    return clues, findings


def _unknown(place: str, key: str) -> Diagnostic:
    near = get_close_matches(key.lower(), [*CLUE_FIELDS, *OTHER_NAMES], 1)
    hint = f"is {near[0]} meant?" if near else f"there are {', '.join(sorted(CLUE_FIELDS))}"
    return Code.SIDECAR_KEY.at(None, place=place, key=key, hint=hint)


def _values(entry: Entry, field: str, place: str) -> tuple[list[str], list[Diagnostic]]:
    """Part the values that are what they should be from the others."""
    if len(entry.values) > 1 and field not in SEVERAL:
        return [], [
            Code.SIDECAR_VALUE.at(None, place=place, key=entry.key, printed="a list", kind="single value")
        ]
    check, kind = CHECKS.get(field, (bool, "text"))
    wrong = [
        Code.SIDECAR_VALUE.at(None, place=place, key=entry.key, printed=f"“{value}”", kind=kind)
        for value in entry.values
        if not check(value)
    ]
    return [value for value in entry.values if check(value)], wrong


def _cells(sidecar: Sidecar) -> Iterator[Entry]:
    """Yield the cells of the rows by the words in the head; a row further down completes those above."""
    head, *rows = list(csv.reader(io.StringIO(sidecar.content.decode(), newline="")))
    named = next((place for place, cell in enumerate(head) if cell.lower() in FILE), 0)
    taken: set[str] = set()
    for cells in rows:
        for place, (key, cell) in enumerate(zip(head, cells, strict=False)):
            values = _parted(key, cell)
            if place != named and values and key not in taken:
                taken.add(key)
                yield Entry(key, values, sidecar.line)


def _parted(key: str, cell: str) -> Sequence[str]:
    field = OTHER_NAMES.get(key.lower(), key.lower())
    pieces = cell.split(BETWEEN) if field in SEVERAL else [cell]
    return [piece.strip() for piece in pieces if piece.strip()]
