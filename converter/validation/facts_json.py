"""What a JSON file says of its document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

from converter.validation.facts import YEAR, Fact, Facts, collect, complete, known_language, number_of
from converter.validation.json_syntax import parse_json
from converter.validation.json_tree import Json, child, items, objects, string
from converter.validation.positions import position_of

Said: TypeAlias = "tuple[str, str, str]"
"""Name, value and JSON pointer."""


def json_facts(content: bytes, path: str) -> Facts:
    """Return what a JSON file says; raise ``NotJsonError`` if it is none."""
    value, text = parse_json(content, path)
    return collect(
        path, (Fact(name, said, partial(position_of, text, at)) for name, said, at in _said(value))
    )


def _said(value: Json) -> Iterator[Said]:
    yield from _document(value)
    yield from _publication(value)
    yield from _cite_as(value)
    for at, note in objects(value, "footnotes"):
        pointer = f"/footnotes/{at}"
        for name, key in (("note", "text"), ("label of", "label")):
            if (said := string(note, key)) is not None:
                yield f"{name} {string(note, 'id')}", said, f"{pointer}/{key}"
    yield "notes", _ids(value, "footnotes"), "/footnotes"
    for part in ("body", "front_matter", "back_matter"):
        for at, block in objects(value, part):
            yield f"text of {string(block, 'id')}", string(block, "text") or "", f"/{part}/{at}/text"
    for name, part in (("blocks", "body"), ("front sections", "front_matter")):
        yield name, " ".join(string(one, "id") or "?" for one in items(value, part)), f"/{part}"
    yield "back sections", _ids(value, "back_matter"), "/back_matter"
    yield "marks of the page", _furniture(value), "/provenance/furniture"
    yield "works", _ids(value, "references"), "/references"
    for at, work in objects(value, "references"):
        yield from _work(work, f"/references/{at}")


def _document(value: Json) -> Iterator[Said]:
    metadata = child(value, "metadata")
    whole = " ".join(filter(None, (string(metadata, "title"), string(metadata, "subtitle"))))
    known = (
        ("id", string(value, "id"), "/id"),
        ("title", string(metadata, "title"), "/metadata/title"),
        ("whole title", whole, "/metadata/title"),
        ("language", known_language(string(metadata, "language")), "/metadata/language"),
        ("url", string(metadata, "url"), "/metadata/url"),
        ("date", complete(string(metadata, "published", "date")), "/metadata/published/date"),
    )
    yield from ((name, said or "", pointer) for name, said, pointer in known)
    series = child(metadata, "series")
    number = number_of(string(series, "volume"), string(series, "number"))
    yield "series number", number, "/metadata/series"
    authors = [_name(author) for _at, author in objects(metadata, "authors")]
    yield "authors", "; ".join(authors), "/metadata/authors"


def _publication(value: Json) -> Iterator[Said]:
    metadata = child(value, "metadata")
    publisher = child(metadata, "publisher")
    yield "publisher", _full_name(publisher), "/metadata/publisher/name"
    yield "address", "\n".join(_address(publisher)), "/metadata/publisher"
    yield "rights", string(metadata, "rights") or "", "/metadata/rights"
    yield "doi", string(metadata, "doi") or "", "/metadata/doi"
    keywords = [one for one in items(metadata, "keywords") if isinstance(one, str)]
    yield "keywords", ", ".join(keywords), "/metadata/keywords"


def _full_name(publisher: Json) -> str:
    """Return the name with the acronym in brackets."""
    name, acronym = string(publisher, "name") or "", string(publisher, "acronym")
    bare = acronym is None or acronym == name or f"({acronym})" in name
    return name if bare else f"{name} ({acronym})"


def _address(publisher: Json) -> Iterator[str]:
    yield string(publisher, "address") or ""
    for label, key in (("Tel", "phone"), ("Fax", "fax"), ("E-mail", "email")):
        if said := string(publisher, key):
            yield f"{label}: {said}"


def _cite_as(value: Json) -> Iterator[Said]:
    cite_as = child(value, "cite_as")
    for name in ("cite-as", "cite-as in the header"):
        yield name, string(cite_as, "literal") or "", "/cite_as/literal"
    yield "cite-as label", string(cite_as, "label") or "", "/cite_as/label"
    if YEAR.fullmatch(year := string(cite_as, "year") or ""):
        yield "cite-as year", year, "/cite_as/year"
    for name in ("access date", "cite-as access date"):
        yield name, complete(string(cite_as, "accessed", "date")), "/cite_as/accessed/date"


def _work(work: Json, pointer: str) -> Iterator[Said]:
    key = string(work, "id")
    literal = string(work, "literal") if string(work, "title") is None else ""
    for name, said, at in (
        ("title", string(work, "title"), "title"),
        ("url", string(work, "url"), "url"),
        ("doi", string(work, "doi"), "doi"),
        ("printed form", literal, "literal"),
        ("language", known_language(string(work, "language")), "language"),
    ):
        yield f"{name} of {key}", said or "", f"{pointer}/{at}"
    dates = {name: complete(string(work, name, "date")) for name in ("issued", "accessed", "date")}
    for name, said in dates.items():
        yield f"{name} of {key}", said, f"{pointer}/{name}"
    main = "issued" if child(work, "issued") is not None else "date"
    yield f"published of {key}", dates[main], f"{pointer}/{main}"


def _furniture(value: Json) -> str:
    marks = [mark for _at, mark in objects(value, "provenance", "furniture")]
    printed = ((string(mark, "type"), string(mark, "text")) for mark in marks)
    return " ".join(sorted(f"{kind}: {text}" for kind, text in printed if kind != "navigation"))


def _name(author: Json) -> str:
    parts = [part for part in (string(author, "family"), string(author, "given")) if part]
    return ", ".join(parts) or string(author, "literal") or ""


def _ids(value: Json, part: str) -> str:
    return " ".join(sorted(string(one, "id") or "?" for one in items(value, part)))
