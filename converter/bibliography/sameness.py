"""When two entries are one work: the same DOI, the same clean address, or the same title and year.

The first two are the work's own names. The third is taken only where nothing speaks against it: another DOI,
another address, other authors, another day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import unquote, urlsplit

from converter.normalizers.spaces import title_key
from converter.normalizers.urls import clean_url

if TYPE_CHECKING:
    from converter.bibliography.documents import Entry
    from converter.works import Work

SHORTEST_TITLE = 8
"""Letters of a title that two works hardly share by chance."""


def doi_of_work(work: Work) -> str | None:
    """Return the DOI as it is compared: no case, no resolver in front."""
    if not work.doi:
        return None
    return "10." + work.doi.lower().partition("10.")[2]


def address_of(work: Work) -> str | None:
    """Return the clean address as it is compared: no scheme, no ``www.``, no stroke at the end, decoded.

    >>> from converter.works import Work
    >>> address_of(Work(id="x", type="webpage", url="http://www.Example.org/%C4%B0/?utm_source=y"))
    'example.org/İ'
    """
    if not work.url or "://" not in work.url:
        return None
    scheme, _, rest = clean_url(work.url)[0].partition("://")
    if scheme.lower() not in ("http", "https"):
        return None
    host = rest.partition("/")[0]
    return unquote(host.lower().removeprefix("www.") + rest[len(host) :]).rstrip("/")


def is_deep(work: Work) -> bool:
    """Say whether an address leads to a page, not only to the front door of a site."""
    parts = urlsplit(work.url or "")
    return bool(parts.path.strip("/") or parts.query)


def title_and_year(work: Work) -> str | None:
    """Return the title without case, accents and punctuation, and the year of publication."""
    key = title_key(work.title or "")
    date = work.issued or work.date
    return f"{key} {date.date[:4]}" if len(key) >= SHORTEST_TITLE and date else None


RULES: Mapping[str, Callable[[Work], str | None]] = MappingProxyType(
    {"doi": doi_of_work, "url": address_of, "title-year": title_and_year}
)
"""Rule → what two entries of one work have in common, in the order in which the rules are tried."""

IN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "doi": "the same DOI",
        "url": "the same clean address; where the titles differ, it leads to a page",
        "title-year": "the same title and year, and nothing that speaks against it",
    }
)
"""The rules as the record states them."""


def titles_agree(one: Work, other: Work) -> bool:
    """Say whether two titles may be one: equal, the beginning or the end of the other, or one not known."""
    short, long = sorted((title_key(one.title or ""), title_key(other.title or "")), key=len)
    if not short or long.startswith(short):
        return True
    return len(short) >= SHORTEST_TITLE and long.endswith(short)


class Traits(NamedTuple):
    """What is known of a group of entries that could speak against its being one work with another group."""

    documents: frozenset[str]
    dois: frozenset[str]
    addresses: frozenset[str]
    days: frozenset[str]
    families: frozenset[frozenset[str]]
    """Of each entry with authors their family names."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return what is known of one entry."""
        work = entry.work
        date = work.issued or work.date
        families = frozenset(title_key(name.family or name.literal) for name in work.author)
        return cls(
            frozenset([entry.document]),
            _one(doi_of_work(work)),
            _one(address_of(work)),
            _one(date.date if date and date.precision == "day" else None),
            frozenset([families] if families else []),
        )

    def __or__(self, other: Traits) -> Traits:
        """Return what is known of both together."""
        return Traits(
            self.documents | other.documents,
            self.dois | other.dois,
            self.addresses | other.addresses,
            self.days | other.days,
            self.families | other.families,
        )

    def against(self, other: Traits) -> str | None:
        """Say what speaks against two groups being one work, though title and year are the same."""
        for mine, others, reason in (
            (self.dois, other.dois, "the DOIs differ"),
            (self.addresses, other.addresses, "the addresses differ"),
            (self.days, other.days, "the days differ"),
        ):
            if mine and others and len(mine | others) > 1:
                return reason
        if any(mine.isdisjoint(others) for mine in self.families for others in other.families):
            return "the authors differ"
        return None


def _one(value: str | None) -> frozenset[str]:
    return frozenset() if value is None else frozenset([value])
