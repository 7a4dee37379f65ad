"""The record beside a merged bibliography: every entry that was merged, whole, and by which rule.

The bibliography can be taken apart again from it alone (``split``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from converter.bibliography.citing import cited_by
from converter.bibliography.documents import Entry
from converter.bibliography.merging import Apart, Merged
from converter.bibliography.sameness import IN_WORDS
from converter.works import Work

FORMAT = "converter-merges"
VERSION = 1


class WrittenEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry as the record keeps it."""

    document: str
    role: str
    """``document`` for the document itself, ``cited`` for a work that it cites."""
    id: str
    """In that document."""
    work: Work


class WrittenJoin(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why two of the entries are one work."""

    rule: str
    value: str
    entries: tuple[int, int]
    titles_differ: bool = False


class WrittenWork(msgspec.Struct, frozen=True):
    """One work of the bibliography."""

    key: str
    title: str | None
    cited_by: tuple[str, ...]
    entries: tuple[WrittenEntry, ...]
    joined: tuple[WrittenJoin, ...]
    base: int
    """The entry whose fields the work has."""
    filled: dict[str, int]
    """Field → the entry that it was taken from, because that one lacks it."""


class WrittenApart(msgspec.Struct, frozen=True):
    """Two works that have something in common, but were not merged."""

    rule: str
    value: str
    entries: tuple[str, str]
    """Document and id of each, with a ``#`` between."""
    reason: str


class Record(msgspec.Struct, frozen=True):
    """The record as a whole."""

    format: str
    version: int
    bibliography: str
    """The name of the file."""
    sha256: str
    """Of the bibliography, by which it is known to be ours."""
    rules: dict[str, str]
    works: tuple[WrittenWork, ...]
    apart: tuple[WrittenApart, ...]


def write_record(works: Sequence[Merged], apart: Sequence[Apart], written: str, name: str) -> str:
    """Write the record of a bibliography that was written to a file of this name."""
    citing = cited_by(works)
    whole = Record(
        FORMAT,
        VERSION,
        name,
        hashlib.sha256(written.encode()).hexdigest(),
        dict(IN_WORDS),
        tuple(_written_work(one, citing[one.work.id]) for one in works),
        tuple(_written_apart(one) for one in apart),
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def read_record(content: bytes) -> Record:
    """Read a record; raise ``msgspec.DecodeError`` for anything else."""
    return msgspec.json.decode(content, type=Record)


def split(record: Record) -> tuple[Entry, ...]:
    """Take a merged bibliography apart: return every entry as it stands in its document."""
    return tuple(
        Entry(entry.document, entry.work, is_own=entry.role == "document")
        for one in record.works
        for entry in one.entries
    )


def _written_work(one: Merged, citing: tuple[str, ...]) -> WrittenWork:
    entries = tuple(
        WrittenEntry(entry.document, "document" if entry.is_own else "cited", entry.work.id, entry.work)
        for entry in one.entries
    )
    joins = tuple(WrittenJoin(*join) for join in one.joins)
    return WrittenWork(one.work.id, one.work.full_title, citing, entries, joins, one.base, dict(one.filled))


def _written_apart(one: Apart) -> WrittenApart:
    first, second = (f"{entry.document}#{entry.work.id}" for entry in one.entries)
    return WrittenApart(one.rule, one.value, (first, second), one.reason)
