"""How the entries of many documents become works: groups by rule, each made of its fullest entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from converter.bibliography.documents import Entry
from converter.bibliography.sameness import RULES, Traits, is_deep, titles_agree
from converter.works import Work

FILLED = (
    "author",
    "editor",
    "translator",
    "publisher",
    "publisher_place",
    "issued",
    "accessed",
    "url",
    "doi",
)
"""What an entry that lacks it takes over from another entry of the work."""
FILLED_IN_KIND = ("container", "genre", "number", "volume", "issue")
"""The same, but from an entry of its own type only."""


class Join(NamedTuple):
    """Why two entries are one work: the rule, what they have in common, and which entries (by number)."""

    rule: str
    value: str
    entries: tuple[int, int]
    titles_differ: bool = False


class Merged(NamedTuple):
    """A work with the entries that it is made of; the key of ``work`` is that of its first entry."""

    work: Work
    entries: tuple[Entry, ...]
    base: int
    """The entry that says most, by its number in ``entries``."""
    joins: tuple[Join, ...] = ()
    """The numbers in them count in ``entries``."""
    filled: tuple[tuple[str, int], ...] = ()
    """Field → the entry that it is taken from."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents that this work is."""
        return tuple(entry.document for entry in self.entries if entry.is_own)

    @property
    def cited_in(self) -> tuple[str, ...]:
        """The names of the documents that cite the work, each once."""
        return tuple(dict.fromkeys(entry.document for entry in self.entries if not entry.is_own))


class Apart(NamedTuple):
    """Two entries that a rule would join, but something speaks against it."""

    rule: str
    value: str
    entries: tuple[Entry, Entry]
    reason: str


class Merging(NamedTuple):
    """What came of it: the works in the order of their first entries, and what was kept apart."""

    works: tuple[Merged, ...]
    apart: tuple[Apart, ...] = ()


def merge(entries: Sequence[Entry]) -> Merging:
    """Group entries into works; entries of one document stay apart, which its own analysis decided."""
    groups = _Groups(entries)
    for rule in RULES:
        for value, members in groups.by_value(rule).items():
            groups.join_agreeing(rule, value, members)
            groups.join_rest(rule, value, members)
    return Merging(tuple(groups.works()), tuple(groups.apart()))


def unmerged(entries: Sequence[Entry]) -> Merging:
    """Return every entry as a work of its own."""
    return Merging(tuple(Merged(entry.work, (entry,), 0) for entry in entries))


class _Groups:
    """Entries by number, and which group each belongs to: the number of its first entry."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._group = list(range(len(entries)))
        self._members = {number: [number] for number in range(len(entries))}
        self._known = {number: Traits.of(entry) for number, entry in enumerate(entries)}
        self._joins: list[Join] = []
        self._apart: dict[Join, str] = {}

    def by_value(self, rule: str) -> dict[str, list[int]]:
        """Return the entries by what the rule compares, where more than one has it."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            value = RULES[rule](entry.work)
            if value is not None:
                found.setdefault(value, []).append(number)
        return {value: numbers for value, numbers in found.items() if len(numbers) > 1}

    def join_agreeing(self, rule: str, value: str, numbers: Sequence[int]) -> None:
        """Join entries whose titles agree."""
        for earlier, number in self._pairs(numbers):
            if titles_agree(self._entries[earlier].work, self._entries[number].work):
                self._try(Join(rule, value, (earlier, number)))

    def join_rest(self, rule: str, value: str, numbers: Sequence[int]) -> None:
        """Join what is left by a name of its own: a DOI, or the address of a page."""
        if rule == "doi" or (rule == "url" and is_deep(self._entries[numbers[0]].work)):
            for earlier, number in self._pairs(numbers):
                self._try(Join(rule, value, (earlier, number), titles_differ=True))

    def _pairs(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield each entry with one of every group before it; what is tried may unite groups."""
        firsts: list[int] = []
        for number in numbers:
            for earlier in firsts:
                if self._group[earlier] != self._group[number]:
                    yield earlier, number
            firsts = list({self._group[one]: one for one in reversed([*firsts, number])}.values())[::-1]

    def _try(self, join: Join) -> None:
        one, other = (self._group[number] for number in join.entries)
        if not self._known[one].documents.isdisjoint(self._known[other].documents):
            return
        reason = self._known[one].against(self._known[other]) if join.rule == "title-year" else None
        if reason is None:
            self._joins.append(join)
            self._unite(min(one, other), max(one, other))
        else:
            self._apart[join] = reason

    def _unite(self, first: int, second: int) -> None:
        for number in self._members.pop(second):
            self._group[number] = first
            self._members[first].append(number)
        self._members[first].sort()
        self._known[first] |= self._known.pop(second)

    def works(self) -> Iterator[Merged]:
        """Yield the works in the order of their first entries."""
        joins: dict[int, list[Join]] = {}
        for join in self._joins:
            joins.setdefault(self._group[join.entries[0]], []).append(join)
        for first in sorted(self._members):
            numbers = self._members[first]
            place = {number: at for at, number in enumerate(numbers)}
            own = [
                join._replace(entries=(place[join.entries[0]], place[join.entries[1]]))
                for join in joins.get(first, ())
            ]
            yield _merged([self._entries[number] for number in numbers], own)

    def apart(self) -> Iterator[Apart]:
        """Yield what was kept apart in the end."""
        for join, reason in self._apart.items():
            one, other = join.entries
            if self._group[one] != self._group[other]:
                yield Apart(join.rule, join.value, (self._entries[one], self._entries[other]), reason)


def _merged(entries: Sequence[Entry], joins: Sequence[Join]) -> Merged:
    base = max(range(len(entries)), key=lambda at: (_fullness(entries[at]), -at))
    work, filled = _filled(entries, base)
    named = next((entry for entry in entries if entry.is_own), entries[0])
    return Merged(msgspec.structs.replace(work, id=named.work.id), tuple(entries), base, tuple(joins), filled)


def _fullness(entry: Entry) -> tuple[bool, bool, int]:
    """Rank entries: the document itself, then those with a title, then by the number of known fields."""
    known = sum(bool(value) for value in msgspec.structs.astuple(entry.work))
    return entry.is_own, bool(entry.work.title), known


def _filled(entries: Sequence[Entry], base: int) -> tuple[Work, tuple[tuple[str, int], ...]]:
    work = entries[base].work
    filled: dict[str, int] = {}
    values: dict[str, object] = {}
    for at, entry in enumerate(entries):
        names = FILLED + (FILLED_IN_KIND if entry.work.type == work.type else ())
        for name in names:
            value = getattr(entry.work, name)
            if value and not getattr(work, name) and name not in filled:
                filled[name], values[name] = at, value
    return msgspec.structs.replace(work, **values), tuple(sorted(filled.items()))
