"""What a client has of a work, in words that can be compared with the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from converter.works import Work

FIELDS = (
    "author", "title", "date", "series", "number", "institution", "container", "volume", "pages", "town",
    "editor", "url", "doi", "visited", "language",
)  # fmt: skip
"""What is compared of every work; ``series`` is the kind or series of a report."""

Seen: TypeAlias = dict[str, str]
"""Field → what a client holds; a field that is not there is not known."""
Library: TypeAlias = dict[str, Seen]
"""Key → work."""


def expected(work: Work) -> Seen:
    """Return what a client should hold of a work."""
    date = work.issued or work.date
    values = {
        "author": people((name.family or name.literal, name.given) for name in work.author),
        "editor": people((name.family or name.literal, name.given) for name in work.editor),
        "title": work.full_title,
        "date": date.date if date else None,
        "series": work.genre,
        "number": work.issue or work.number,
        "institution": work.publisher,
        "container": work.container,
        "volume": work.volume,
        "pages": work.page,
        "town": work.publisher_place,
        "url": work.url,
        "doi": work.doi,
        "visited": work.accessed.date if work.accessed else None,
        "language": work.language,
    }
    return {name: value for name, value in values.items() if value}


def people(names: Iterable[tuple[str | None, str | None]]) -> str:
    """Write family and given names as ``Family, Given; Family``."""
    return "; ".join(", ".join(part for part in name if part) for name in names)


def iso(*parts: object) -> str:
    """Join year, month and day as far as they are known.

    >>> iso("2025", 5, "03"), iso(2025, None, None)
    ('2025-05-03', '2025')
    """
    known = [str(part) for part in parts if part not in (None, "")]
    return "-".join(part.zfill(2) for part in known)


def kept(values: Mapping[str, object]) -> Seen:
    """Return what is known, as text on one line, dashes of page ranges made one hyphen."""
    seen = {
        name: " ".join(str(value).split()) for name, value in values.items() if value not in (None, "", [])
    }
    if "pages" in seen:
        seen["pages"] = re.sub(r"\s*[-–]+\s*", "-", seen["pages"])
    return seen
