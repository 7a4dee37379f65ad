"""What a JSON file says of its document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from converter.validation.facts import Fact, Facts, collect, number_of
from converter.validation.json_syntax import parse_json
from converter.validation.json_tree import Json, child, items, objects, string
from converter.validation.positions import position_of


def json_facts(content: bytes, path: str) -> Facts:
    """Return what a JSON file says; raise ``NotJsonError`` if it is none."""
    value, text = parse_json(content, path)
    return collect(
        path, (Fact(name, said, partial(position_of, text, at)) for name, said, at in _said(value))
    )


def _said(value: Json) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and JSON pointer."""
    yield from _document(value)
    for at, note in objects(value, "footnotes"):
        pointer = f"/footnotes/{at}"
        for name, key in (("note", "text"), ("label of", "label")):
            if (said := string(note, key)) is not None:
                yield f"{name} {string(note, 'id')}", said, f"{pointer}/{key}"
    for at, block in objects(value, "body"):
        yield f"text of {string(block, 'id')}", string(block, "text") or "", f"/body/{at}/text"
    yield "notes", _ids(value, "footnotes"), "/footnotes"
    yield "works", _ids(value, "references"), "/references"
    for at, work in objects(value, "references"):
        for key in ("title", "url"):
            if said := string(work, key):
                yield f"{key} of {string(work, 'id')}", said, f"/references/{at}/{key}"


def _document(value: Json) -> Iterator[tuple[str, str, str]]:
    metadata = child(value, "metadata")
    whole = " ".join(filter(None, (string(metadata, "title"), string(metadata, "subtitle"))))
    known = (
        ("id", string(value, "id"), "/id"),
        ("title", string(metadata, "title"), "/metadata/title"),
        ("whole title", whole, "/metadata/title"),
        ("language", string(metadata, "language"), "/metadata/language"),
        ("url", string(metadata, "url"), "/metadata/url"),
        ("date", string(metadata, "published", "date"), "/metadata/published/date"),
    )
    yield from ((name, said, pointer) for name, said, pointer in known if said)
    series = child(metadata, "series")
    if number := number_of(string(series, "volume"), string(series, "number")):
        yield "series number", number, "/metadata/series"
    authors = [_name(author) for _at, author in objects(metadata, "authors")]
    yield "authors", "; ".join(authors), "/metadata/authors"


def _name(author: Json) -> str:
    parts = [part for part in (string(author, "family"), string(author, "given")) if part]
    return ", ".join(parts) or string(author, "literal") or ""


def _ids(value: Json, part: str) -> str:
    return " ".join(sorted(string(one, "id") or "?" for one in items(value, part)))
