"""The facts that are known of an invented page, and how what the converter reads is held against them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from converter.model import Block, Commentary, Metadata, Section
from converter.pipeline import Result, convert_bytes

PAGES = Path(__file__).with_name("pages")


class Facts(msgspec.Struct, forbid_unknown_fields=True):
    """What is true of a page; what is left out is not asked."""

    title: str
    body: list[str]
    """How each block begins; all of them, in order."""
    markers: list[tuple[str, str]] = []
    """Label, and what stands right before the marker."""
    notes: dict[str, str] = {}
    authors: list[str] = []
    date: str | None = None
    number: str | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    works: list[str] = []
    """Titles of works cited."""
    back: list[str] = []
    """Types of the back matter, in any order."""
    gone: list[str] = []
    """What is no part of the commentary."""


class Difference(NamedTuple):
    """What of a page was read otherwise."""

    fact: str
    expected: object
    found: object


def page_names() -> list[str]:
    """Return the names of all pages."""
    return sorted(path.stem for path in PAGES.glob("*.toml"))


def page(name: str) -> Path:
    """Return the file of a page."""
    (path,) = [one for one in PAGES.glob(f"{name}.*") if one.suffix != ".toml"]
    return path


def facts_of(name: str) -> Facts:
    """Return the facts of a page."""
    return msgspec.convert(tomllib.loads((PAGES / f"{name}.toml").read_text("utf-8")), Facts)


def converted(name: str) -> Result:
    """Convert a page."""
    path = page(name)
    return convert_bytes(path.read_bytes(), path.name)


def differences(facts: Facts, result: Result) -> list[Difference]:
    """Return every fact that was not found."""
    commentary = result.commentary
    found = [*_metadata(facts, commentary.metadata), *_text(facts, commentary), *_apart(facts, commentary)]
    found.append(Difference("encoding", facts.encoding, result.source.encoding))
    found.append(
        Difference("errors", [], [one.message for one in result.diagnostics if one.severity == "error"])
    )
    return [one for one in found if one.expected != one.found]


def _metadata(facts: Facts, metadata: Metadata) -> Iterator[Difference]:
    yield Difference("title", facts.title, metadata.title)
    if facts.authors:
        names = [" ".join(filter(None, (one.given, one.family))) or one.literal for one in metadata.authors]
        yield Difference("authors", facts.authors, names)
    if facts.date:
        yield Difference("date", facts.date, metadata.published and metadata.published.date)
    if facts.number:
        series = metadata.series
        number = "/".join(filter(None, (series.volume, series.number))) if series else None
        yield Difference("number", facts.number, number)
    if facts.language:
        yield Difference("language", facts.language, metadata.language)
    if facts.publisher:
        yield Difference("publisher", facts.publisher, metadata.publisher and metadata.publisher.name)
    if facts.url:
        yield Difference("url", facts.url, metadata.url)


def _text(facts: Facts, commentary: Commentary) -> Iterator[Difference]:
    blocks = [block.text for block in commentary.body]
    begun = [
        start if text.startswith(start) else text[: len(start)]
        for start, text in zip(facts.body, blocks, strict=False)
    ]
    yield Difference("body", facts.body, begun + blocks[len(begun) :])
    texts: dict[str, str] = {block.id: block.text for block in commentary.body}
    texts |= {section.id: section.text for section in commentary.front_matter}
    places = sorted(
        (marker.span.start, note.label, texts.get(marker.block, "")[: marker.offset])
        for note in commentary.footnotes
        for marker in note.markers
    )
    found = [
        (label, before if text.endswith(before) else text[-len(before) - 5 :])
        for (_, label, text), (_, before) in zip(places, facts.markers, strict=False)
    ]
    yield Difference("markers", facts.markers, found + [place[1:] for place in places[len(found) :]])
    yield Difference("notes", facts.notes, {note.label: note.text for note in commentary.footnotes})
    titles = {reference.title for reference in commentary.references}
    yield Difference("works", [], [title for title in facts.works if title not in titles])


def _apart(facts: Facts, commentary: Commentary) -> Iterator[Difference]:
    sections: list[Section | Block] = [*commentary.front_matter, *commentary.body, *commentary.back_matter]
    text = "\n".join([*(section.text for section in sections), *(note.text for note in commentary.footnotes)])
    yield Difference("gone", [], [words for words in facts.gone if words in text])
    types = {section.type for section in commentary.back_matter}
    yield Difference("back", [], [kind for kind in facts.back if kind not in types])
