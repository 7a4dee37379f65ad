"""What a CSL-JSON or RIS file says of its document (the first entry) and of the works that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from converter.validation.csl_dates import iso_date as csl_date
from converter.validation.facts import Fact, Facts, Place, collect, complete, known_language
from converter.validation.json_syntax import parse_json
from converter.validation.json_tree import Json, child, objects, string
from converter.validation.positions import position_of
from converter.validation.ris_reading import VALUE_COLUMN, RisEntry, read_ris
from converter.validation.ris_rules import iso_date as ris_date

Said = Mapping[str, tuple[str, Place]]
"""What an entry says, by the names below, each with its place."""

OF_DOCUMENT = {
    "id": "id",
    "title": "whole title",
    "number": "series number",
    "publisher": "publisher",
    "keywords": "keywords",
    "accessed": "access date",
    "url": "url",
    "doi": "doi",
    "language": "language",
    "issued": "date",
    "authors": "authors",
}
"""A value of the first entry → the fact, as the other formats call it."""
OF_WORK = {
    "title": "title",
    "url": "url",
    "doi": "doi",
    "language": "language",
    "accessed": "accessed",
    "issued": "published",
    "printed": "printed form",
}

RIS_TAGS = {
    "id": ("ID",),
    "title": ("TI", "T1"),
    "publisher": ("PB",),
    "url": ("UR",),
    "doi": ("DO",),
    "language": ("LA",),
}
CSL_NAMES = {"id": "id", "title": "title", "publisher": "publisher", "url": "URL", "doi": "DOI"}


def csl_facts(content: bytes, path: str) -> Facts:
    """Return what a CSL-JSON file says; raise ``NotJsonError`` if it is none."""
    value, text = parse_json(content, path)
    entries = [_csl_entry(item, partial(_csl_place, text, at)) for at, item in objects(value)]
    return collect(path, _facts(entries))


def ris_facts(content: bytes, path: str) -> Facts:
    """Return what a RIS file says."""
    file = read_ris(content.decode("utf-8-sig", "replace"), path)
    return collect(path, _facts([_ris_entry(entry) for entry in file.entries]))


def _facts(entries: list[Said]) -> Iterator[Fact]:
    if not entries:
        return
    document, *works = entries
    yield from (Fact(name, *document[key]) for key, name in OF_DOCUMENT.items() if key in document)
    keys = sorted(work["id"][0] for work in works)
    yield Fact("works", " ".join(keys), document["id"][1])
    for work in works:
        key = work["id"][0]
        told = ("printed",) if not work["title"][0] else ()
        hidden = ("url",) if not work["url"][0] and work["printed"][0] else ()  # an address that is no link
        for name, fact in OF_WORK.items():
            if name not in hidden and (name != "printed" or told):
                yield Fact(f"{fact} of {key}", *work[name])


def _csl_place(text: str, at: int, key: str) -> Place:
    return partial(position_of, text, f"/{at}/{key}")


def _csl_entry(item: dict[str, Json], place: partial[Place]) -> Said:
    values = {name: string(item, key) or "" for name, key in CSL_NAMES.items()}
    values["id"] = str(item.get("id", ""))
    values["number"] = string(item, "number") or ""
    values["keywords"] = string(item, "keyword") or ""
    values["language"] = known_language(string(item, "language"))
    values["printed"] = string(item, "note") or ""
    values["authors"] = "; ".join(_csl_name(name) for _at, name in objects(item, "author"))
    for name in ("issued", "accessed"):
        values[name] = complete(csl_date(child(item, name)))
    keys = {**CSL_NAMES, "authors": "author", "keywords": "keyword", "printed": "note"}
    return {name: (value, place(keys.get(name, name))) for name, value in values.items()}


def _csl_name(name: Json) -> str:
    parts = [part for part in (string(name, "family"), string(name, "given")) if part]
    return ", ".join(parts) or string(name, "literal") or ""


def _ris_entry(entry: RisEntry) -> Said:
    said = {name: _ris_said(entry, *tags) for name, tags in RIS_TAGS.items()}
    said["language"] = known_language(said["language"][0]), said["language"][1]
    said["printed"] = _ris_said(entry, "N1")
    said["keywords"] = _joined(entry, ", ", "KW")
    said["authors"] = _joined(entry, "; ", "AU", "A1")
    for name, tags in (("issued", ("DA", "PY", "Y1")), ("accessed", ("Y2",))):
        value, place = _ris_said(entry, *tags)
        said[name] = complete(ris_date(value)), place
    return said


def _ris_said(entry: RisEntry, *tags: str) -> tuple[str, Place]:
    found = next((lines[0] for tag in tags if (lines := entry.all(tag))), None)
    line, column = (found.line, VALUE_COLUMN) if found else (entry.line, 1)
    return (found.value if found else ""), lambda: (line, column)


def _joined(entry: RisEntry, sign: str, *tags: str) -> tuple[str, Place]:
    return sign.join(one.value for one in entry.all(*tags)), _ris_said(entry, *tags)[1]
