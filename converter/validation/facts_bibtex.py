"""What a BibTeX file says of its document (the first entry) and of the works that it cites (the others)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.validation.bibtex_reading import BibEntry, BibField, read_bibtex
from converter.validation.bibtex_rules import MONTHS
from converter.validation.facts import Fact, Facts, Place, collect, dated
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
    yield Fact("id", document.key, _at(document.line))
    yield from _document(document)
    yield Fact("works", " ".join(sorted(work.key for work in works)), _at(document.line))
    for work in works:
        for name in ("title", "url"):
            if field := work.fields.get(name):
                yield Fact(f"{name} of {work.key}", _value(name, field), _at(field.line))


def _document(entry: BibEntry) -> Iterator[Fact]:
    for name, field_name in (("whole title", "title"), ("url", "url"), ("series number", "number")):
        if field := entry.fields.get(field_name):
            yield Fact(name, _value(name, field), _at(field.line))
    language = entry.fields.get("langid") or entry.fields.get("language")
    if language is not None and SHORT_LANGUAGE.fullmatch(language.value):
        yield Fact("language", language.value, _at(language.line))
    if date := _date(entry):
        yield Fact("date", date, _at((entry.fields.get("date") or entry.fields["year"]).line))
    authors = entry.fields.get("author")
    names = names_in(authors.raw) if authors else []
    yield Fact("authors", "; ".join(names), _at(authors.line if authors else entry.line))


def _value(name: str, field: BibField) -> str:
    """Return the text of a field; an address is written raw, nothing in it is a command."""
    return field.raw.strip('{}"') if name == "url" else field.value


def _date(entry: BibEntry) -> str | None:
    if date := entry.value("date"):
        return date
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


def _at(line: int) -> Place:
    return lambda: (line, 1)
