"""Outputs as objects of a store: what is there, what of it is ours, and how new ones are put.

A worker compares and packs; the parent puts, many objects at once. An object appears whole or not at all, for
that is how stores work; what it will be is noted in the store before it is put.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from converter.batch.journal import Entry
from converter.batch.parcels import Parcels, open_parcel
from converter.batch.state import Known, State
from converter.batch.steps import Job, Step
from converter.batch.stores import cat_slice, in_words, store_of
from converter.batch.writing import NotWritten, Staged, is_damaged
from converter.diagnostics import Code

LISTING = "listing.db"
GROUP, GROUP_BYTES = 32, 16 * 1024 * 1024
"""So many documents, or so many bytes, are put together."""


def write_listing(path: Path, objects: Iterable[tuple[str, str]]) -> None:
    """Write down the names of objects and the sums that the store knows them by."""
    with closing(sqlite3.connect(path)) as rows, rows:
        rows.execute("CREATE TABLE object (name TEXT PRIMARY KEY, md5 TEXT) WITHOUT ROWID")
        rows.executemany("INSERT OR REPLACE INTO object VALUES (?, ?)", objects)


class Objects:
    """The outputs in a store as they were when the run began."""

    def __init__(self, url: str, listing: Path, state: State) -> None:
        self._url = url.rstrip("/")
        self._rows = sqlite3.connect(f"file:{quote(str(listing))}?immutable=1", uri=True)
        self._state = state

    def lacks(self, _target: Path) -> str | None:
        """Say that nothing is missing: a document that failed has no objects."""
        return None

    def changed(self, target: Path, known: Known) -> str | None:
        """Say which object is gone or has changed."""
        for ending, sha256 in known.outputs.items():
            name = f"{target.as_posix()}{ending}"
            if not self.holds(name, sha256):
                return f"the {ending} {'is gone' if self.sum_of(name) is None else 'has changed'}"
        return None

    def sum_of(self, name: str) -> str | None:
        """Return the sum of an object, empty if the store tells none; ``None`` if there is no object."""
        row = self._rows.execute("SELECT md5 FROM object WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def holds(self, name: str, sha256: str) -> bool:
        """Say whether an object has a content that we know by its hash."""
        told = self.sum_of(name)
        if told is None:
            return False
        if told and told == self._state.sum_of(sha256):
            return True
        return hashlib.sha256(self.read(name)).hexdigest() == sha256

    def read(self, name: str) -> bytes:
        """Return an object; nothing if it is gone by now."""
        try:
            return cat_slice(f"{self._url}/{name}", 0, None)
        except FileNotFoundError:
            return b""

    def is_ours(self, name: str) -> bool:
        """Say whether we wrote what is there."""
        told = self.sum_of(name)
        written = self._state.written_as(Path(name))
        if told and told in map(self._state.sum_of, written):
            return True
        return bool(written) and hashlib.sha256(self.read(name)).hexdigest() in written

    def was_ours(self, name: str) -> bool:
        """Say whether we ever wrote anything of this name."""
        return bool(self._state.written_as(Path(name)))


class StoreParcels:
    """What one worker writes for a store: of each document those outputs that are not there yet."""

    def __init__(self, parcels: Parcels, objects: Objects, url: str, *, force: bool) -> None:
        self._parcels = parcels
        self._objects = objects
        self._url = url.rstrip("/")
        self._force = force

    def stage(self, target: Path, contents: Mapping[str, bytes]) -> Staged:
        """Pack the outputs of one document that are to be put."""
        sums = {
            ending: hashlib.md5(one, usedforsecurity=False).hexdigest() for ending, one in contents.items()
        }
        restored: list[Path] = []
        wanted: dict[str, bytes] = {}
        for ending, content in contents.items():
            name = f"{target.as_posix()}{ending}"
            told = self._objects.sum_of(name)
            if told == sums[ending] or (told == "" and self._objects.read(name) == content):
                continue
            if told is not None and not self._force and self._must_restore(name, content):
                restored.append(Path(name))
            wanted[ending] = content
        staged = self._parcels.pack(contents, wanted)
        by_hash = {staged.hashes[ending]: md5 for ending, md5 in sums.items()}
        return replace(staged, restored=tuple(restored), sums=by_hash)

    def sync(self) -> None:
        """Do nothing: a parcel that is lost is made again."""

    def _must_restore(self, name: str, content: bytes) -> bool:
        """Say whether an object of ours was damaged; raise if it is not ours to replace."""
        if self._objects.is_ours(name):
            return False
        if self._objects.was_ours(name) and is_damaged(Path(name), self._objects.read(name), content):
            return True
        raise NotWritten(Code.FOREIGN_FILE.at(None, path=f"{self._url}/{name}"))


@dataclass(slots=True)
class Putting:
    """Who puts the outputs of a run into the store."""

    url: str
    state_folder: Path
    remember: Callable[[Sequence[Entry]], None]
    """Writes to the journal, here and in the store."""
    _objects: dict[str, bytes] = field(default_factory=dict)
    _entries: list[Entry] = field(default_factory=list)
    _size: int = 0

    def take(self, step: Step, entry: Entry) -> None:
        """Take in what came of one input."""
        if entry.parcel is None or not isinstance(step, Job):
            return
        for ending, content in open_parcel(self.state_folder, entry.parcel).items():
            self._objects[f"{self.url.rstrip('/')}/{step.target.as_posix()}{ending}"] = content
            self._size += len(content)
        self._entries.append(Entry(entry.report, entry.outcome))
        if len(self._entries) >= GROUP or self._size >= GROUP_BYTES:
            self._put()

    def finish(self, *, complete: bool) -> None:  # noqa: ARG002 - what is done is put in any case
        """Put the last of them."""
        self._put()

    def _put(self) -> None:
        if self._entries:
            self.remember(self._entries)
        if self._objects:
            store, _ = store_of(self.url)
            with in_words(self.url):
                store.pipe(self._objects)
        self._objects = {}
        self._entries = []
        self._size = 0
