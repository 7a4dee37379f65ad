"""What a BibTeX file says of its document (the first entry) and of the works that it cites (the others)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.validation.bibtex_reading import BibEntry, BibField, read_bibtex
from converter.validation.bibtex_rules import MONTHS
from converter.validation.facts import Fact, Facts, Place, collect, complete, dated, known_language
from converter.validation.latex import plain_value

SHORT_LANGUAGE = re.compile(r"[a-z]{2,3}(-.*)?")
"""A tag; where BibLaTeX has a name of babel's instead, there is nothing to compare."""


def bibtex_facts(content: bytes, path: str) -> Facts:
    """Return what a BibTeX file says."""
    file = read_bibtex(content.decode("utf-8-sig", "replace"), path)
    return collect(path, _said(file.entries))


def _said(entries: tuple[BibEntry, ...]) -> Iterator[Fact]:
    if not entries:
        return
    document, *works = entries
    yield Fact("id", document.key, _at(document))
    yield from _document(document)
    yield Fact("works", " ".join(sorted(work.key for work in works)), _at(document))
    for work in works:
        yield from _work(work)


def _document(entry: BibEntry) -> Iterator[Fact]:
    titles = [entry.fields[name] for name in ("title", "subtitle") if name in entry.fields]
    whole = " ".join(title.value for title in titles)
    yield Fact("whole title", whole, _at(*titles[:1], entry))
    for name, field in (("series number", "number"), ("publisher", "institution"), ("keywords", "keywords")):
        yield _fact(name, entry, field)
    yield _fact("access date", entry, "urldate")
    yield from _identity(entry, "")
    yield Fact("date", _date(entry) or "", _at(_dated_by(entry), entry))
    authors = entry.fields.get("author")
    names = names_in(authors.raw) if authors else []
    yield Fact("authors", "; ".join(names), _at(authors, entry))


def _work(entry: BibEntry) -> Iterator[Fact]:
    of = f" of {entry.key}"
    yield _fact(f"title{of}", entry, "title")
    if "title" not in entry.fields:
        yield _fact(f"printed form{of}", entry, "note")
    yield _fact(f"accessed{of}", entry, "urldate")
    yield from _identity(entry, of)
    yield Fact(f"published{of}", _date(entry) or "", _at(_dated_by(entry), entry))


def _identity(entry: BibEntry, of: str) -> Iterator[Fact]:
    """Yield address, DOI and language; an address that is no link may stand in the note."""
    if "url" in entry.fields or "note" not in entry.fields:
        yield _fact(f"url{of}", entry, "url")
    yield _fact(f"doi{of}", entry, "doi")
    language = entry.fields.get("langid") or entry.fields.get("language")
    if language is None or SHORT_LANGUAGE.fullmatch(language.value):
        yield Fact(
            f"language{of}", known_language(language.value if language else None), _at(language, entry)
        )


def _fact(name: str, entry: BibEntry, field_name: str) -> Fact:
    """Return what a field says; one that is missing says nothing."""
    field = entry.fields.get(field_name)
    return Fact(name, _value(field_name, field) if field else "", _at(field, entry))


def _value(name: str, field: BibField) -> str:
    """Return the text of a field; an address is written raw, nothing in it is a command."""
    return field.raw.strip('{}"') if name in ("url", "doi") else field.value


def _dated_by(entry: BibEntry) -> BibField | None:
    return entry.fields.get("date") or entry.fields.get("year")


def _date(entry: BibEntry) -> str | None:
    if date := entry.value("date"):
        return complete(date)  # an open interval stands for the day of the visit
    year, month = entry.value("year"), entry.value("month")
    if not year:
        return None
    if month and month.lower() in MONTHS:
        month = str(MONTHS.index(month.lower()) + 1)
    return dated(year, month, entry.value("day"))


def names_in(raw: str) -> list[str]:
    """Return the persons of a field, parted by ``and`` outside of braces.

    >>> names_in("{Doe, Jane and {Baron and Sons}}")
    ['Doe, Jane', 'Baron and Sons']
    """
    names, depth, start = [], 0, 0
    inner = raw.strip()[1:-1]
    for match in re.finditer(r"[{}]|\sand\s", inner):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0:
            names.append(inner[start : match.start()])
            start = match.end()
    return [plain_value(name) for name in (*names, inner[start:])]


def _at(*places: BibEntry | BibField | None) -> Place:
    """Return the place of the first of these that exists."""
    here = next(place for place in places if place is not None)
    return lambda: (here.line, here.column if isinstance(here, BibField) else 1)
