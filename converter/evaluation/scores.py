"""Many documents together: F1 by field, silent errors per thousand, what was lost, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from converter.evaluation.compare import DocumentScore
from converter.evaluation.outcomes import Outcome

CONTACTS = ("address", "phone", "fax", "email", "website", "social", "url", "doi", "rights")
CITE_FIELDS = ("author", "year", "title", "publisher", "series", "number", "url", "date", "accessed")
WORK_FIELDS = (
    "title", "container", "publisher", "place", "volume", "issue", "number", "page", "url", "doi", "author",
    "issued", "accessed", "date",
)  # fmt: skip
FAMILIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset({"title"}),
        "subtitle": frozenset({"subtitle"}),
        "authors": frozenset({"author", "author-role"}),
        "date": frozenset({"published"}),
        "series": frozenset({"series"}),
        "language": frozenset({"language"}),
        "publisher": frozenset({"publisher", "acronym", *CONTACTS}),
        "paragraphs": frozenset({"paragraph", "heading", "item"}),
        "kinds of blocks": frozenset({"kind"}),
        "notes": frozenset({"note"}),
        "kinds of notes": frozenset({"note-kind"}),
        "note links": frozenset({"note-link"}),
        "citation fields": frozenset(f"work.{name}" for name in WORK_FIELDS),
        "languages of titles": frozenset({"work.language"}),
        "back-references": frozenset({"back-reference"}),
        "cite-as": frozenset({"cite-as", *(f"cite.{name}" for name in CITE_FIELDS)}),
        "places of parts": frozenset({"place"}),
        "findings": frozenset({"finding", "false alarm"}),
    }
)  # fmt: skip
"""What a table shows in one line, and the kinds of values that it sums up."""


@dataclass(slots=True)
class Count:
    """How values of one kind came out."""

    values: int = 0
    expected: int = 0
    actual: int = 0
    exact: int = 0
    right: int = 0
    near: float = 0.0
    silent: int = 0

    def add(self, one: Outcome) -> None:
        """Count one value in."""
        self.values += 1
        self.expected += one.expected is not None
        self.actual += one.actual is not None
        self.exact += one.exact
        self.right += one.right
        self.near += max(one.near, one.right)
        self.silent += one.is_silent

    def f1(self, hits: float) -> float:
        """Return F1 for so many hits: 1 if there was nothing to find and nothing was found."""
        both = self.expected + self.actual
        return 2 * hits / both if both else 1.0


@dataclass(slots=True)
class Score:
    """How a number of documents came out."""

    names: set[str] = field(default_factory=set)
    """Of the documents, each once in however many forms."""
    documents: int = 0
    """Pages: documents, each in all its forms."""
    whole: int = 0
    letters: int = 0
    lost: int = 0
    invented: int = 0
    fields: dict[str, Count] = field(default_factory=dict)

    def add(self, one: DocumentScore) -> None:
        """Count one document in."""
        self.names.add(one.name)
        self.documents += 1
        self.whole += one.is_whole
        self.letters += one.letters
        self.lost += one.lost
        self.invented += one.invented
        for outcome in one.outcomes:
            self.fields.setdefault(outcome.field, Count()).add(outcome)

    def family(self, name: str) -> Count:
        """Return the count of what one line of a table sums up."""
        total = Count()
        for kind in FAMILIES[name]:
            one = self.fields.get(kind, Count())
            for part in ("values", "expected", "actual", "exact", "right", "near", "silent"):
                setattr(total, part, getattr(total, part) + getattr(one, part))
        return total

    @property
    def values(self) -> int:
        """How many values were compared."""
        return sum(one.values for one in self.fields.values())

    @property
    def silent(self) -> int:
        """How many are wrong without a finding that points at them."""
        return sum(one.silent for one in self.fields.values())

    @property
    def silent_per_thousand(self) -> float:
        """The silent errors in a thousand values."""
        return 1000 * self.silent / self.values if self.values else 0.0


def total(scores: Iterable[DocumentScore]) -> Score:
    """Return the score of all documents together."""
    whole = Score()
    for one in scores:
        whole.add(one)
    return whole


def grouped(scores: Sequence[DocumentScore], key: Callable[[DocumentScore], str]) -> dict[str, Score]:
    """Return the scores by language, form or the like, the greatest group first."""
    groups: dict[str, Score] = {}
    for one in scores:
        groups.setdefault(key(one), Score()).add(one)
    return dict(sorted(groups.items(), key=lambda item: (-item[1].documents, item[0])))
