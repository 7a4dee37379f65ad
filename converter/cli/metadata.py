"""The metadata as ``inspect`` shows it: each value with its pointer, and what says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.normalizers.dates import parse_date
from converter.normalizers.spaces import title_key

if TYPE_CHECKING:
    from converter.model import Commentary, Evidence, Metadata, Name, Publisher, Series

Value = tuple[str, str, str | None]
"""(label, JSON pointer, value)"""

BRACKETS = re.compile(r"\s*\([^()]*\)")
NO_WORD = re.compile(r"[\W_]+")
SERIES = "/metadata/series"
PUBLISHED = ("/metadata/published", "/metadata/original_published")
CONTACTS = (
    ("acronym", "acronym"),
    ("address", "address"),
    ("phone", "phone"),
    ("fax", "fax"),
    ("e-mail", "email"),
    ("website", "website"),
)
"""Label → field of the publisher."""


def metadata_values(commentary: Commentary) -> Iterator[tuple[str, str, str]]:
    """Yield label, JSON pointer and value of what is known of the document."""
    metadata = commentary.metadata
    values = (
        *_titles(metadata),
        *_people(metadata),
        *_publication(metadata),
        *(_house(metadata.publisher) if metadata.publisher else ()),
        *_rest(metadata),
    )
    yield from ((label, pointer, value) for label, pointer, value in values if value)


def evidence_for(commentary: Commentary, pointer: str) -> Evidence | None:
    """Return what is known of where a value came from: of itself, or of its first part."""
    return next(
        (one for one in commentary.provenance.evidence if f"{one.field}/".startswith(f"{pointer}/")), None
    )


def says_the_same(candidate: str, value: str, pointer: str = "") -> bool:
    """Say whether a candidate that lost is the value in other letters, order or words.

    >>> says_the_same("Dr. Ada ORMAN", "Orman, Ada (Dr.)"), says_the_same("Ida ORMAN", "Orman, Ada (Dr.)")
    (True, False)
    """
    if pointer in PUBLISHED:
        return _same_date(candidate, value)
    if pointer == SERIES:  # the candidate is as printed: ``Commentary No: 2024 / 12``
        said, known = set(_words(candidate)), set(_words(value))
        return said <= known or known <= said
    forms = [(one, BRACKETS.sub("", one)) for one in (candidate, value)]
    return any(
        title_key(one) == title_key(other) or _words(one) == _words(other)
        for one in forms[0]
        for other in forms[1]
    )


def _titles(metadata: Metadata) -> Iterator[Value]:
    yield "title", "/metadata/title", metadata.title
    yield "subtitle", "/metadata/subtitle", metadata.subtitle


def _people(metadata: Metadata) -> Iterator[Value]:
    for at, name in enumerate(metadata.authors):
        yield "author", f"/metadata/authors/{at}", _author(name)
    for at, other in enumerate(metadata.contributors):
        yield other.role, f"/metadata/contributors/{at}", other.literal


def _author(name: Name) -> str:
    parts = ", ".join(part for part in (name.family, name.given) if part) or name.literal
    return parts + (f" ({name.role})" if name.role else "")


def _publication(metadata: Metadata) -> Iterator[Value]:
    published, first = metadata.published, metadata.original_published
    yield "published", PUBLISHED[0], published.date if published else None
    yield "first published", PUBLISHED[1], first.date if first else None
    yield "series", SERIES, _series(metadata.series)


def _series(series: Series | None) -> str | None:
    """Write the series with volume and number: ``Commentary 2025/37``."""
    if series is None:
        return None
    number = "/".join(part for part in (series.volume, series.number) if part)
    return " ".join(part for part in (series.name, number) if part)


def _house(publisher: Publisher) -> Iterator[Value]:
    yield "publisher", "/metadata/publisher/name", publisher.name
    for label, field in CONTACTS:
        yield label, f"/metadata/publisher/{field}", getattr(publisher, field)
    for at, handle in enumerate(publisher.social):
        yield "social", f"/metadata/publisher/social/{at}", handle


def _rest(metadata: Metadata) -> Iterator[Value]:
    yield "language", "/metadata/language", metadata.language
    yield "url", "/metadata/url", metadata.url
    yield "doi", "/metadata/doi", metadata.doi
    yield "keywords", "/metadata/keywords", ", ".join(metadata.keywords)
    yield "rights", "/metadata/rights", metadata.rights


def _words(text: str) -> list[str]:
    return sorted(filter(None, map(title_key, NO_WORD.split(text))))


def _same_date(candidate: str, value: str) -> bool:
    """Compare dates as far as both are known; ``May 14`` has no year."""
    found = parse_date(candidate)
    if found is None or found.iso is None:
        return candidate == value
    return value.startswith(found.iso) or value.endswith(found.iso.removeprefix("-"))
