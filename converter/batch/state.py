"""What earlier runs did: of each document what its result was made from, and the hash of every file we wrote.

The state does not change while a run goes on, so that all workers read it without locks. It may be lost or
damaged: then everything is converted again, and outputs with the same bytes are known as ours.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import quote

import msgspec

from converter.batch.journal import NAMES, Entry, read_journals, remove_journals
from converter.batch.record import Output, parts_of
from converter.batch.walk import SMALL_CACHE

FILE = "state.db"
OLD_JOURNAL = "outputs.jsonl"
TABLES = """
CREATE TABLE IF NOT EXISTS document (
    target BLOB PRIMARY KEY, content BLOB, settings BLOB, status TEXT, outputs TEXT, told BLOB
);
CREATE TABLE IF NOT EXISTS written (path BLOB, sha256 BLOB, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sum (sha256 BLOB PRIMARY KEY, md5 BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row (
    target BLOB PRIMARY KEY, part TEXT, line INTEGER, among INTEGER, size INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS row_part ON row (part);
"""
REMEMBER = "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?)"
REMEMBER_FILE = "INSERT OR IGNORE INTO written VALUES (?, ?)"
REMEMBER_SUM = "INSERT OR IGNORE INTO sum VALUES (?, ?)"
REMEMBER_ROW = "INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?, ?)"
FIND = "SELECT content, settings, status, outputs, told FROM document WHERE target = ?"


LONGEST_PLAIN = 2000
"""Bytes of what the report says of a document that are stored as they are."""
ZLIB = b"x"
"""The first byte of what is packed; no line of a report begins with it."""

_decode_old = msgspec.json.Decoder(Output).decode


class Known(NamedTuple):
    """What is known of a document from the run that converted it last."""

    content: str
    settings: str
    status: str
    outputs: dict[str, str]
    """File ending → hash."""
    told: bytes

    def parts(self) -> tuple[str, str]:
        """Return the two parts of the line in the report."""
        findings, rest = _unpacked(self.told).decode("ascii").split("\n")
        return findings, rest


class Row(NamedTuple):
    """Where the row of a document is: in which part, which of how many, and what it counts for."""

    part: str
    at: int
    among: int
    size: int


class State:
    """The state of an output folder, to be read; a context manager."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        self._rows = rows

    @classmethod
    def opened(cls, folder: Path) -> Self:
        """Open the state as it stands, which nobody changes meanwhile."""
        path = folder / FILE
        if not path.is_file():
            return cls(_empty())
        rows = sqlite3.connect(f"file:{quote(os.fsencode(path.absolute()))}?immutable=1", uri=True)
        with suppress(sqlite3.DatabaseError):  # damaged: then nothing is known
            rows.execute(SMALL_CACHE)
        return cls(rows)

    @classmethod
    def looked_at(cls, folder: Path) -> Self:
        """Return the state with what the journals of a killed run add to it; nothing on the disk changes."""
        if not any(folder.glob(NAMES)):
            return cls.opened(folder)
        rows = _empty()
        with cls.opened(folder) as stored:
            stored.copy_to(rows)
        _remember(rows, read_journals(folder))
        return cls(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def copy_to(self, other: sqlite3.Connection) -> None:
        """Copy all that is known."""
        self._rows.backup(other)

    def find(self, target: Path) -> Known | None:
        """Return what is known of a document."""
        try:
            row = self._rows.execute(FIND, (os.fsencode(target),)).fetchone()
        except sqlite3.DatabaseError:  # damaged: then nothing is known
            return None
        if row is None:
            return None
        content, settings, status, outputs, told = row
        pairs = (one.split(" ") for one in outputs.splitlines())
        return Known(content.hex(), settings.hex(), status, dict(pairs), told)

    def has_written(self, path: Path, sha256: str) -> bool:
        """Say whether we ever wrote a file with this content under this name."""
        asked = (os.fsencode(path), bytes.fromhex(sha256))
        try:
            return bool(
                self._rows.execute("SELECT 1 FROM written WHERE path = ? AND sha256 = ?", asked).fetchone()
            )
        except sqlite3.DatabaseError:
            return False

    def has_written_any(self, path: Path) -> bool:
        """Say whether we ever wrote a file under this name."""
        try:
            return bool(
                self._rows.execute("SELECT 1 FROM written WHERE path = ?", (os.fsencode(path),)).fetchone()
            )
        except sqlite3.DatabaseError:
            return False

    def find_row(self, target: Path) -> Row | None:
        """Return where the row of a document is."""
        found = self._first("SELECT part, line, among, size FROM row WHERE target = ?", os.fsencode(target))
        return None if found is None else Row(*found)

    def parts(self) -> list[str]:
        """Return the parts that we know."""
        try:
            return [part for (part,) in self._rows.execute("SELECT DISTINCT part FROM row ORDER BY part")]
        except sqlite3.DatabaseError:
            return []

    def sum_of(self, sha256: str) -> str | None:
        """Return the sum (MD5) of a content that we wrote."""
        found = self._first("SELECT md5 FROM sum WHERE sha256 = ?", bytes.fromhex(sha256))
        return None if found is None else found[0].hex()

    def written_as(self, path: Path) -> list[str]:
        """Return the hashes of all that we ever wrote under a name."""
        asked = (os.fsencode(path),)
        try:
            rows = self._rows.execute("SELECT sha256 FROM written WHERE path = ?", asked).fetchall()
        except sqlite3.DatabaseError:
            return []
        return [sha256.hex() for (sha256,) in rows]

    def _first(self, sql: str, key: bytes) -> tuple[Any, ...] | None:
        try:
            found: tuple[Any, ...] | None = self._rows.execute(sql, (key,)).fetchone()
        except sqlite3.DatabaseError:
            return None
        return found


def take_in_journals(folder: Path) -> None:
    """Add to the state what the journals hold, and remove them; a damaged state is begun anew."""
    if any(folder.glob(NAMES)):
        _change(folder / FILE, lambda rows: _remember(rows, read_journals(folder)))
        remove_journals(folder)


def take_in_old_journal(folder: Path) -> None:
    """Take over what version 0.1 noted of the files that it wrote."""
    path = folder / OLD_JOURNAL
    if path.is_file():
        _change(folder / FILE, lambda rows: _remember_files(rows, path))
        path.unlink()


def _change(path: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    """Change the state, all or nothing; one that is damaged is begun anew."""
    try:
        with closing(sqlite3.connect(path)) as rows, rows:
            rows.executescript(TABLES)
            change(rows)
    except sqlite3.OperationalError as error:  # the disk is full, or may not be written to
        raise OSError(0, str(error), str(path)) from None
    except sqlite3.DatabaseError:
        path.unlink()
        _change(path, change)


def _remember_files(rows: sqlite3.Connection, old_journal: Path) -> None:
    with old_journal.open("rb") as lines:
        for line in lines:
            with suppress(msgspec.DecodeError, ValueError):
                one = _decode_old(line)
                rows.execute(REMEMBER_FILE, (os.fsencode(one.path), bytes.fromhex(one.sha256)))


def _remember(rows: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    for entry in entries:
        one, row = entry.outcome, entry.row
        if row is not None:
            rows.execute(REMEMBER_ROW, (bytes.fromhex(row.target), row.part, row.index, row.among, row.size))
        if one is None or entry.parcel is not None:
            continue
        target = bytes.fromhex(one.target)
        hashes = bytes.fromhex(one.content), bytes.fromhex(one.settings)
        outputs = "\n".join(f"{ending} {sha256}" for ending, sha256 in one.outputs.items())
        told = _packed("\n".join(parts_of(entry.report)).encode("ascii"))
        rows.execute(REMEMBER, (target, *hashes, one.status, outputs, told))
        files = ((target + ending.encode(), bytes.fromhex(sha256)) for ending, sha256 in one.outputs.items())
        rows.executemany(REMEMBER_FILE, files)
        sums = ((bytes.fromhex(sha256), bytes.fromhex(md5)) for sha256, md5 in one.sums.items())
        rows.executemany(REMEMBER_SUM, sums)


def _packed(told: bytes) -> bytes:
    """Return what is stored of a line; to unpack a short one takes longer than to read it."""
    return zlib.compress(told, 1) if len(told) > LONGEST_PLAIN else told


def _unpacked(stored: bytes) -> bytes:
    return zlib.decompress(stored) if stored[:1] == ZLIB else stored


def _empty() -> sqlite3.Connection:
    rows = sqlite3.connect("")
    rows.executescript(TABLES)
    return rows
