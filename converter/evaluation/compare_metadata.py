"""The metadata of a document, compared with what its page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from converter.evaluation.document import Document
from converter.evaluation.outcomes import Finder, Outcome, compared, judged
from converter.evaluation.truth import Truth
from converter.evaluation.wording import fold, pairs
from converter.model import Commentary, Name, PrintedDate
from converter.source import Span

OF_PUBLISHER = ("acronym", "phone", "fax", "email", "website")
OF_CITE_AS = ("author", "year", "title", "publisher", "series", "number", "url")


def compare_metadata(truth: Truth, document: Document, finder: Finder) -> Iterator[Outcome]:
    """Yield what became of each value of the metadata that the page has, or the document gives."""
    for field, pointer, expected, actual in _values(truth.metadata, document.commentary):
        if expected or actual:
            yield compared(
                field, expected, actual, pointer=pointer, places=_places(document, pointer, finder, expected)
            )
    yield from _names(
        "author", truth.metadata.get("authors", ()), document.commentary.metadata.authors, document, finder
    )
    yield from _lists(truth.metadata, document, finder)
    yield from _cite_as(truth, document, finder)


def _values(
    head: Mapping[str, Any], commentary: Commentary
) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Yield the single values: what each is, its pointer, what is expected and what was found."""
    found = commentary.metadata
    for name in ("title", "subtitle", "language", "url", "doi", "rights"):
        yield name, f"/metadata/{name}", head.get(name), getattr(found, name)
    for name in ("published", "original_published"):
        yield name, f"/metadata/{name}", head.get(name), _iso(getattr(found, name))
    series = head.get("series", {})
    for name in ("name", "volume", "number"):
        yield "series", "/metadata/series", series.get(name), getattr(found.series, name, None)
    publisher = found.publisher
    yield (
        "publisher",
        "/metadata/publisher/name",
        head.get("publisher"),
        publisher.name if publisher else None,
    )
    address = head.get("address")
    lines = ", ".join(address) if isinstance(address, list) else address
    yield "address", "/metadata/publisher/address", lines, publisher.address if publisher else None
    for name in OF_PUBLISHER:
        yield name, f"/metadata/publisher/{name}", head.get(name), getattr(publisher, name, None)


def _iso(date: PrintedDate | None) -> str | None:
    return date.date if date else None


def _places(document: Document, pointer: str, finder: Finder, printed: str | None) -> tuple[Span, ...]:
    evidence = document.evidence.get(pointer)
    own = (evidence.span,) if evidence and evidence.span else ()
    return own + finder.find(printed)


def _names(
    field: str,
    expected: Sequence[Mapping[str, str]],
    actual: Sequence[Name],
    document: Document,
    finder: Finder,
) -> Iterator[Outcome]:
    """Yield what became of each name; order, split and case count."""
    wanted = [_split(one.get("given"), one.get("family"), one["literal"]) for one in expected]
    found = [_split(one.given, one.family, one.literal) for one in actual]
    for index, other in pairs(wanted, found):
        pointer = "/metadata/authors" if other is None else f"/metadata/authors/{other}"
        printed = expected[index]["literal"] if index is not None else None
        yield compared(
            field,
            wanted[index] if index is not None else None,
            found[other] if other is not None else None,
            pointer=pointer,
            places=_places(document, pointer, finder, printed),
        )
        role = expected[index].get("role") if index is not None else None
        got = actual[other].role if other is not None else None
        if index is not None and other is not None and (role or got):
            places = _places(document, pointer, finder, printed)
            yield compared(f"{field}-role", role, got, pointer=f"{pointer}/role", places=places)


def _split(given: str | None, family: str | None, literal: str) -> str:
    """Return a name in its parts, so that a wrong split is seen."""
    return f"{family} | {given}" if family and given else family or literal


def _lists(head: Mapping[str, Any], document: Document, finder: Finder) -> Iterator[Outcome]:
    """Yield what became of the values of which there may be several."""
    publisher = document.commentary.metadata.publisher
    for field, pointer, expected, actual in (
        (
            "social",
            "/metadata/publisher/social",
            head.get("social", ()),
            publisher.social if publisher else (),
        ),
        ("keyword", "/metadata/keywords", head.get("keywords", ()), document.commentary.metadata.keywords),
    ):
        for index, other in pairs(list(expected), list(actual)):
            where = pointer if other is None else f"{pointer}/{other}"
            one = expected[index] if index is not None else None
            places = _places(document, where, finder, one)
            yield compared(
                field, one, actual[other] if other is not None else None, pointer=where, places=places
            )


def _cite_as(truth: Truth, document: Document, finder: Finder) -> Iterator[Outcome]:
    expected, actual = truth.cite_as, document.commentary.cite_as
    if expected is None and actual is None:
        return
    literal = expected["literal"] if expected else None
    places = ((actual.span,) if actual else ()) + finder.find(literal)
    yield compared("cite-as", literal, actual.literal if actual else None, pointer="/cite_as", places=places)
    if expected is None or actual is None:
        return
    for name in OF_CITE_AS:
        one, other = expected.get(name), getattr(actual, name)
        if one or other:
            evidence = document.evidence.get(f"/cite_as/{name}")
            own = (evidence.span,) if evidence and evidence.span else ()
            places = own + finder.find(one, actual.span)
            if name == "publisher":
                one, other = _without_acronym(one), _without_acronym(other)
            yield compared(f"cite.{name}", one, other, pointer=f"/cite_as/{name}", places=places)
    yield from _cite_dates(expected, document, finder)


def _without_acronym(name: str | None) -> str | None:
    """Return the name of a house without its acronym in parentheses, which may belong to it or not."""
    return re.sub(r"\s*\([^()]*\)$", "", name) if name else name


def _cite_dates(expected: Mapping[str, str], document: Document, finder: Finder) -> Iterator[Outcome]:
    cite_as = document.commentary.cite_as
    if cite_as is None:
        return
    for name, found in (
        ("date", cite_as.date.literal if cite_as.date else None),
        ("accessed", _iso(cite_as.accessed)),
    ):
        one = expected.get(name)
        if one or found:
            places = finder.find(one, cite_as.span)
            right = fold(one or "") == fold(found or "")
            yield judged(f"cite.{name}", one, found, right=right, pointer=f"/cite_as/{name}", places=places)
