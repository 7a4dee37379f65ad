"""What our JSON Schema promises: whole documents pass two validators, each break is named at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import jsonschema
import jsonschema_rs
import msgspec
import pytest

from converter.model import Commentary
from tests.schemas.commentaries import fullest, least
from tests.schemas.programs import SCHEMAS

JsonValue = object
Paths = Callable[[JsonValue], set[str]]

TEXT = (SCHEMAS / "commentary.schema.json").read_text(encoding="utf-8")
FAST = jsonschema_rs.Draft202012Validator(TEXT)
REFERENCE = jsonschema.Draft202012Validator(json.loads(TEXT))
GONE = object()


@dataclass(frozen=True)
class Break:
    """A value put at a pointer (``GONE``: taken away), and the pointer at which a validator must object."""

    pointer: str
    value: JsonValue
    place: str


def here(pointer: str, value: JsonValue) -> Break:
    """Return a break whose place is the value itself."""
    return Break(pointer, value, pointer)


def gone(pointer: str) -> Break:
    """Return a break by a missing key, whose place is the object that lacks it."""
    return Break(pointer, GONE, pointer.rpartition("/")[0])


def extra(pointer: str, value: JsonValue = None) -> Break:
    """Return a break by a key too many, whose place is the object that has it."""
    return Break(pointer, value, pointer.rpartition("/")[0])


MARKED = "/body/1/content/2"
CITATION = "/footnotes/0/content/0"

BREAKS = {
    # The whole
    "another schema": here("/$schema", "urn:converter:schema:commentary:2.0.0"),
    "another version": here("/schema_version", "1.0"),
    "no key of the document": gone("/id"),
    "key with a blank": here("/id", "a b"),
    "key in foreign letters": here("/id", "şener2025kafkas"),
    "empty key": here("/id", ""),
    "no provenance": gone("/provenance"),
    "unknown part": extra("/appendix", []),
    "body as text": here("/body", "text"),
    "cite-as as text": here("/cite_as", "text"),
    # Description
    "empty title": here("/metadata/title", ""),
    "title as number": here("/metadata/title", 7),
    "no language": here("/metadata/language", None),
    "language with underscore": here("/metadata/language", "tr_TR"),
    "language in wrong case": here("/metadata/language", "EN"),
    "author as text": here("/metadata/authors/0", "Ilse Vestergaard"),
    "author without printed form": gone("/metadata/authors/0/literal"),
    "author with unknown part": extra("/metadata/authors/0/orcid", "0"),
    "contributor of unknown role": here("/metadata/contributors/0/role", "illustrator"),
    "publisher without name": gone("/metadata/publisher/name"),
    "social media as text": here("/metadata/publisher/social", "@hi"),
    "series without name": gone("/metadata/series/name"),
    "published in words": here("/metadata/published/date", "30 May 2025"),
    "published in month 13": here("/metadata/published/date", "2025-13-01"),
    "published on day 32": here("/metadata/published/date", "2025-05-32"),
    "published on a day without year": here("/metadata/published/date", "--05-30"),
    "published more exactly than said": here("/metadata/original_published/date", "2024-11-02"),
    "published less exactly than said": here("/metadata/published/date", "2025"),
    "unknown precision": here("/metadata/original_published/precision", "week"),
    "address that runs a script": here("/metadata/url", "javascript:alert(1)"),
    "address with a blank": here("/metadata/url", "https://example.org/a b"),
    "address with a stray percent sign": here("/metadata/url", "https://example.org/%zz"),
    "address with two fragments": here("/metadata/url", "https://example.org/#a#b"),
    "DOI as address": here("/metadata/doi", "https://doi.org/10.1234/x"),
    "keyword that is empty": here("/metadata/keywords/0", ""),
    # Sections and blocks
    "front section of a back type": here("/front_matter/0/type", "colophon"),
    "back section of a front type": here("/back_matter/0/type", "byline"),
    "section without place": gone("/back_matter/0/span"),
    "place as list": here("/back_matter/0/span", [3, 9]),
    "place before the text": here("/back_matter/0/span/start", -1),
    "place in fractions": here("/back_matter/0/span/end", 9.5),
    "place with a line": extra("/back_matter/0/span/line", 1),
    "block of unknown type": here("/body/1/type", "verse"),
    "block without id": gone("/body/1/id"),
    "heading without level": gone("/body/0/level"),
    "heading of level 0": here("/body/0/level", 0),
    "paragraph with a level": Break("/body/1/level", 1, "/body/1/type"),
    "list without order": gone("/body/2/ordered"),
    "quote with an order": Break("/body/3/ordered", True, "/body/3/type"),
    "list that holds a row": here("/body/2/content/0/type", "row"),
    "table that holds text": here("/body/4/content/1/type", "text"),
    "paragraph that holds an item": here("/body/1/content/0/type", "item"),
    "pieces that are none": here("/body/1/spans", []),
    # Content
    "content of unknown type": here("/body/1/content/0/type", "footnote"),
    "content without type": gone("/body/1/content/0/type"),
    "content as text": here("/body/1/content/0", "text"),
    "unknown mark": here(f"{MARKED}/marks/0", "red"),
    "no mark, but said": here(f"{MARKED}/marks", []),
    "mark given twice": here(f"{MARKED}/marks", ["bold", "bold"]),
    "run without text": gone(f"{MARKED}/text"),
    "run with a target": extra(f"{MARKED}/target", "https://example.org"),
    "marker of a note that has no id": here("/body/1/content/1/footnote", "1"),
    "marker without label": gone("/body/1/content/1/label"),
    "link without target": gone("/body/1/content/4/target"),
    "link to a file": here("/body/1/content/4/target", "file:///etc/hosts"),
    "note inside a cell": here("/body/4/content/1/content/0/content/0/type", "citation"),
    # Notes and works
    "note of unknown kind": here("/footnotes/0/kind", "source"),
    "note with a number as label": here("/footnotes/0/label", 1),
    "citation that is no id": here("/footnotes/0/citations/0", "Writer 2025"),
    "marker before the text": here("/footnotes/0/markers/0/offset", -1),
    "marker without block": gone("/footnotes/0/markers/0/block"),
    "citation inside a citation": here(f"{CITATION}/content/0/type", "citation"),
    "citation without work": gone(f"{CITATION}/reference"),
    "unknown part of a citation": here(f"{CITATION}/content/0/name", "isbn"),
    "title of unknown level": here(f"{CITATION}/content/2/level", "u"),
    "author with a level": Break(f"{CITATION}/content/0/level", "a", f"{CITATION}/content/0/name"),
    "author with a date": Break(f"{CITATION}/content/0/when", "2025", f"{CITATION}/content/0/name"),
    "date of unknown role": here(f"{CITATION}/content/3/role", "visited"),
    "date with time": here(f"{CITATION}/content/3/when", "2025-05-22T10:00"),
    "issue in unknown units": here(f"{CITATION}/content/4/unit", "chapter"),
    "work of a type that CSL lacks": here("/references/0/type", "website"),
    "work with one author outside of a list": here("/references/0/author", None),
    "work with an unknown field": extra("/references/0/isbn", "0"),
    "work with a date as text": here("/references/0/issued", "2025"),
    "work with a place in its date": extra("/references/0/issued/span"),
    # Cite-as, findings, provenance
    "cite-as with a note": here("/cite_as/content/0/type", "note-marker"),
    "cite-as with a date in words": here("/cite_as/date/date", "May 30"),
    "cite-as without place": here("/cite_as/span", None),
    "finding without code": gone("/diagnostics/0/code"),
    "finding with a code in words": here("/diagnostics/0/code", "Year conflict"),
    "finding of unknown severity": here("/diagnostics/0/severity", "fatal"),
    "finding whose field is no pointer": here("/diagnostics/0/field", "metadata.published"),
    "finding whose field ends in a tilde": here("/diagnostics/0/field", "/metadata/~"),
    "checksum in capitals": here("/provenance/source/sha256", "5F" * 32),
    "checksum too short": here("/provenance/source/text_sha256", "a0"),
    "media type without type": here("/provenance/source/media_type", "plain"),
    "source file with folders": extra("/provenance/source/folder", "/"),
    "furniture type in words": here("/provenance/furniture/0/type", "running head"),
    "more than sure": here("/provenance/evidence/0/confidence", 1.1),
    "less than nothing": here("/provenance/evidence/0/confidence", -0.1),
    "evidence of nothing": here("/provenance/evidence/0/field", ""),
    "rejected without rule": gone("/provenance/evidence/0/rejected/0/rule"),
    "rejected as null": here("/provenance/evidence/0/rejected", None),
}


def written(commentary: Commentary) -> JsonValue:
    """Return what a reader of the JSON sees."""
    return json.loads(msgspec.json.encode(commentary))


def broken(document: JsonValue, change: Break) -> JsonValue:
    """Make the change in a document."""
    *way, last = change.pointer.split("/")[1:]
    holder = document
    for token in way:
        holder = holder[int(token)] if isinstance(holder, list) else cast("dict[str, object]", holder)[token]
    if isinstance(holder, list):
        holder[int(last)] = change.value
    elif change.value is GONE:
        del cast("dict[str, object]", holder)[last]
    else:
        cast("dict[str, object]", holder)[last] = change.value
    return document


def fast_places(document: JsonValue) -> set[str]:
    """Return the pointers at which jsonschema-rs objects."""
    return {"".join(f"/{token}" for token in error.instance_path) for error in FAST.iter_errors(document)}


def reference_places(document: JsonValue) -> set[str]:
    """Return the pointers at which jsonschema objects."""
    return {
        "".join(f"/{token}" for token in error.absolute_path) for error in REFERENCE.iter_errors(document)
    }


BOTH = pytest.mark.parametrize("places", [fast_places, reference_places])


def test_schema_is_a_schema() -> None:
    """The schema itself keeps the rules of JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(json.loads(TEXT))


@BOTH
@pytest.mark.parametrize("commentary", [least(), fullest()], ids=["least", "fullest"])
def test_whole_documents_are_valid(commentary: Commentary, places: Paths) -> None:
    """The commentary that says everything and the one that says nothing keep every promise."""
    assert set() == places(written(commentary))


@BOTH
@pytest.mark.parametrize("name", BREAKS)
def test_break_is_named_at_its_place(name: str, places: Paths) -> None:
    """One broken promise, and the validator objects to the value itself and to nothing else."""
    change = BREAKS[name]
    assert {change.place} == places(broken(written(fullest()), change))
