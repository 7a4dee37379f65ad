"""Which keys an earlier bibliography gave: they are kept, whatever documents have been added since."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from converter.bibliography.sameness import RULES
from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.model import PrintedDate
from converter.validation.bibtex_reading import read_bibtex
from converter.works import Work

SAFE_KEY = re.compile(r"[^\s\x00-\x1f{}(),\"'#%~\\=@<>&]+")
"""Keys that every format holds as they are."""
RIS_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)")


class EarlierKeys(NamedTuple):
    """The keys of an earlier bibliography by what the rules compare."""

    by_value: dict[tuple[str, str], list[str]]
    """(rule, value) → keys."""
    all: frozenset[str]

    def votes(self, works: Iterable[Work]) -> dict[str, int]:
        """Count for each earlier key how much of what is known of a work points to it."""
        counted: dict[str, int] = {}
        for pair in dict.fromkeys(pair for work in works for pair in fingerprints(work)):
            for key in self.by_value.get(pair, ()):
                counted[key] = counted.get(key, 0) + 1
        return counted


NO_KEYS = EarlierKeys({}, frozenset())


def fingerprints(work: Work) -> Iterator[tuple[str, str]]:
    """Yield for each rule what it compares of a work."""
    for rule, value_of in RULES.items():
        if value := value_of(work):
            yield rule, value
    if work.subtitle:
        yield from fingerprints(msgspec.structs.replace(work, title=work.full_title, subtitle=None))


def read_earlier_keys(content: bytes, name: str) -> EarlierKeys:
    """Read the keys of a bibliography of ours (BibTeX, CSL-JSON, RIS), or of its record."""
    text = content.decode("utf-8-sig", "replace")
    works = tuple(work for work in _works(text, name) if SAFE_KEY.fullmatch(work.id))
    if not works:
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason="no keys of a bibliography are in it"))
    found: dict[tuple[str, str], list[str]] = {}
    for work in works:
        for pair in fingerprints(work):
            if work.id not in found.setdefault(pair, []):
                found[pair].append(work.id)
    return EarlierKeys(found, frozenset(work.id for work in works))


def _works(text: str, name: str) -> Iterator[Work]:
    if text.lstrip().startswith(("{", "[")):
        yield from _works_in_json(text, name)
    elif RIS_LINE.match(text.lstrip()):
        yield from _works_in_ris(text)
    else:
        for entry in read_bibtex(text, name).entries:
            date = entry.value("date") or entry.value("year")
            address = entry.fields.get("url")
            url = address.raw.strip('{}"') if address else None
            yield _work(entry.key, entry.value("title"), date, url, entry.value("doi"))


def _works_in_json(text: str, name: str) -> Iterator[Work]:
    try:
        read = json.loads(text)
        if isinstance(read, list):
            for item in read:
                parts = item.get("issued", {}).get("date-parts", [[None]])[0]
                year = str(parts[0]) if parts and parts[0] else None
                yield _work(str(item["id"]), item.get("title"), year, item.get("URL"), item.get("DOI"))
        else:
            for one in read["works"]:
                for entry in one["entries"]:
                    work = msgspec.convert(entry["work"], Work)
                    yield msgspec.structs.replace(work, id=one["key"])
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason=str(error))) from None


def _works_in_ris(text: str) -> Iterator[Work]:
    values: dict[str, str] = {}
    for line in text.splitlines():
        if found := RIS_LINE.fullmatch(line.rstrip()):
            values.setdefault(found["tag"], found["value"].strip())
            if found["tag"] == "ER":
                if "ID" in values:
                    yield _work(*(values.get(tag) for tag in ("ID", "TI", "PY", "UR", "DO")))
                values = {}


def _work(key: str | None, title: str | None, date: str | None, url: str | None, doi: str | None) -> Work:
    year = (date or "").lstrip("/")[:4]
    issued = PrintedDate(year, "year") if year and not (date or "").startswith("/") else None
    return Work(id=key or "", type="document", title=title, issued=issued, url=url, doi=doi)
